"""`make bench` prints these; nothing here is timed against a limit."""

from __future__ import annotations

import json
import sys

from tests.benchmarks.bench_minds import minds, nodes


def test_minds() -> None:
    for line in (*minds(60), *nodes(20)):
        sys.stdout.write(json.dumps(line) + "\n")
        assert line["value"]
