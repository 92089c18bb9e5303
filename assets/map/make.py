# ruff: noqa: E501
"""Cut the map of this folder out of Natural Earth's countries at 1:50 million, with the borders of 1962.

    npm install world-atlas@2.0.2
    python assets/map/make.py path/to/node_modules

Natural Earth is in the public domain. Its borders are of the 2010s: states that were one country in 1962 are joined by
dropping the arcs they share; the line through Germany is drawn by hand, roughly.
"""

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BOXES = {"caribbean": (-100.0, 6.0, -40.0, 47.0), "europe": (-12.0, 30.0, 62.0, 63.0)}
JOINED = {
    "Soviet Union": ["Russia", "Ukraine", "Belarus", "Moldova", "Estonia", "Latvia", "Lithuania", "Georgia", "Armenia", "Azerbaijan",
                     "Kazakhstan", "Uzbekistan", "Turkmenistan", "Kyrgyzstan", "Tajikistan"],
    "Yugoslavia": ["Slovenia", "Croatia", "Bosnia and Herz.", "Serbia", "Montenegro", "Macedonia", "North Macedonia", "Kosovo"],
    "Czechoslovakia": ["Czechia", "Czech Rep.", "Slovakia"],
    "Cyprus": ["Cyprus", "N. Cyprus"],
}  # fmt: skip
GERMANY = [[10.9, 53.95], [10.75, 53.85], [10.95, 53.65], [10.6, 53.35], [11.25, 53.1], [11.6, 53.05], [10.8, 52.85], [10.95, 52.6], [10.9, 52.2],
           [10.55, 52.0], [10.6, 51.6], [9.95, 51.35], [10.2, 51.2], [10.05, 50.9], [10.0, 50.6], [10.45, 50.4], [10.9, 50.35], [11.3, 50.5],
           [11.9, 50.4], [12.1, 50.3]]  # fmt: skip
GROUP = {name: whole for whole, parts in JOINED.items() for name in parts}
Point = list[float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append([x * sx + tx, y * sy + ty])
        out.append(line)
    return out


def rings_of(shape: dict[str, Any]) -> list[list[int]]:
    if shape["type"] == "Polygon":
        return list(shape["arcs"])
    if shape["type"] == "MultiPolygon":
        return [ring for polygon in shape["arcs"] for ring in polygon]
    return []


def joined(rings: list[list[int]], known: "Ends") -> list[list[int]]:
    """Rings of a group of shapes without the arcs that two of them share."""
    count: dict[int, int] = {}
    for ring in rings:
        for arc in ring:
            key = arc if arc >= 0 else ~arc
            count[key] = count.get(key, 0) + 1
    if all(number == 1 for number in count.values()):
        return rings
    loose = [arc for ring in rings for arc in ring if count[arc if arc >= 0 else ~arc] == 1]
    ends = {arc: known[arc] for arc in loose}
    starts: dict[tuple[float, float], list[int]] = {}
    for arc in loose:
        starts.setdefault(ends[arc][0], []).append(arc)
    out, used = [], set()
    for first in loose:
        if first in used:
            continue
        chain, here = [first], ends[first][1]
        used.add(first)
        while here != ends[first][0]:
            following = next((arc for arc in starts.get(here, []) if arc not in used), None)
            if following is None:
                break
            used.add(following)
            chain.append(following)
            here = ends[following][1]
        out.append(chain)
    return out


class Ends(dict[int, tuple[tuple[float, float], tuple[float, float]]]):
    def __init__(self, arcs: list[list[Point]]) -> None:
        for number, arc in enumerate(arcs):
            first, last = tuple(arc[0]), tuple(arc[-1])
            self[number] = (first, last)  # type: ignore[assignment]
            self[~number] = (last, first)  # type: ignore[assignment]


def line_of(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    out: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        out.extend(arc[1:] if out else arc)
    return out


def clipped(ring: list[Point], box: tuple[float, float, float, float]) -> list[Point]:
    """Sutherland and Hodgman, one edge of the box after another."""
    west, south, east, north = box
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        out: list[Point] = []
        for number, point in enumerate(ring):
            before = ring[number - 1]
            inside, was = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
            if inside != was:
                part = (limit - before[axis]) / (point[axis] - before[axis])
                out.append([before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])])
            if inside:
                out.append(point)
        ring = out
        if not ring:
            break
    return ring


def thin(line: list[Point], step: float) -> list[Point]:
    out = line[:1]
    for point in line[1:-1]:
        if abs(point[0] - out[-1][0]) + abs(point[1] - out[-1][1]) >= step:
            out.append(point)
    return [*out, line[-1]]


def flat(line: list[Point]) -> list[float]:
    return [round(value, 2) for point in line for value in point]


def main(modules: Path) -> None:
    topology = json.loads((modules / "world-atlas" / "countries-50m.json").read_text())
    arcs = arcs_of(topology)
    ends_of = Ends(arcs)
    shapes: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        shapes.setdefault(GROUP.get(name, name), []).extend(rings_of(shape))
    owners: dict[int, set[str]] = {}
    out: dict[str, Any] = {}
    for name, rings in shapes.items():
        shapes[name] = joined(rings, ends_of)
        for ring in shapes[name]:
            for arc in ring:
                owners.setdefault(arc if arc >= 0 else ~arc, set()).add(name)
    for place, box in BOXES.items():
        step = 0.05 if place == "caribbean" else 0.12
        land = []
        for name, rings in shapes.items():
            kept = [thin(part, step) for ring in rings if len(part := clipped(line_of(ring, arcs), box)) > 2]
            kept = [flat(ring) for ring in kept if len(ring) > 3 or place == "caribbean"]
            if kept:
                land.append({"name": name, "rings": kept})
        west, south, east, north = box
        borders = []
        for arc, names in sorted(owners.items()):
            inside = [point for point in arcs[arc] if west < point[0] < east and south < point[1] < north]
            if len(names) > 1 and len(inside) > 1:
                borders.append(flat(thin(inside, step)))
        if place == "europe":
            borders.append(flat(GERMANY))
        out[place] = {"box": list(box), "land": land, "borders": borders}
    text = json.dumps(out, separators=(",", ":"), ensure_ascii=False)
    (HERE / "map.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
