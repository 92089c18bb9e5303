"""`make bench` runs this file: the window's figures, printed and never judged."""

from __future__ import annotations

from tests.benchmarks.bench_window import main


def test_the_window_s_figures_are_printed() -> None:
    main()
