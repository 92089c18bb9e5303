"""`make bench` runs this file: the engine's figures, printed and never judged."""

from __future__ import annotations

from tests.benchmarks.bench_engine import main


def test_the_engine_s_figures_are_printed() -> None:
    main()
