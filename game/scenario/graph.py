"""A scenario as a picture: decisions by day, their options, what is delayed, what riders and links lead to."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from game.engine.expression import names, parse
from game.engine.tables import Decision, Delayed, Tables
from game.scenario.texts import Texts

WIDTH, BOX, LINE, GAP, HEAD = 300, 260, 17, 26, 46
PAPER, INK, FAINT, RED = "#f6f1e4", "#2b2722", "#8d8474", "#9a3324"
MOST = 34


@dataclass(frozen=True, slots=True)
class Node:
    """A decision, rider or trigger with the lines written in it."""

    id: str
    kind: str
    seat: int
    entry: int
    title: str
    lines: tuple[tuple[str, str], ...] = ()
    """(id, text) of each option."""


@dataclass(frozen=True, slots=True)
class Edge:
    """From an option or rider to what reads it."""

    start: str
    end: str


def nodes(tables: Tables, texts: Texts) -> list[Node]:
    """Every decision, rider and trigger of the scenario, decisions in the order of the calendar."""
    out = [_decision(decision, texts) for decision in sorted(tables.decisions, key=_first)]
    for rider in tables.riders:
        entry = rider.entries[0] if rider.entries else 0
        id = f"rider.{rider.option.id}"
        out.append(Node(id, "rider", rider.seat, entry, texts.get(f"{id}.title", rider.option.id)))
    for rule in tables.triggers:
        label = f"{rule.link}: {rule.id}" if rule.link else rule.id
        out.append(Node(f"trigger.{rule.id}", rule.kind, rule.seat, 0, label))
    return out


def _first(decision: Decision) -> tuple[int, int, int]:
    return (decision.entries[0] if decision.entries else 0, decision.extra, decision.seat)


def _decision(decision: Decision, texts: Texts) -> Node:
    lines = tuple(
        (
            f"option.{decision.id}.{option.id}",
            texts.get(f"option.{decision.id}.{option.id}.title", option.id) + _later(option.delayed),
        )
        for option in decision.options
    )
    entry = decision.entries[0] if decision.entries else 0
    title = texts.get(f"decision.{decision.id}.title", decision.id)
    return Node(f"decision.{decision.id}", "decision", decision.seat, entry, title, lines)


def _later(delayed: tuple[Delayed, ...]) -> str:
    turns = sorted({late.turns for late in delayed})
    return f" (+{', +'.join(map(str, turns))})" if turns else ""


def edges(tables: Tables) -> list[Edge]:
    """Which order is read by which option, rider or trigger."""
    acts: dict[str, list[str]] = {}
    for decision in tables.decisions:
        for option in decision.options:
            for prefix in ("did", "now"):
                acts.setdefault(f"{prefix}.{tables.seats[decision.seat]}.{option.id}", []).append(
                    f"option.{decision.id}.{option.id}"
                )
    for rider in tables.riders:
        for prefix in ("did", "now"):
            acts.setdefault(f"{prefix}.{tables.seats[rider.seat]}.{rider.option.id}", []).append(
                f"rider.{rider.option.id}"
            )
    readers = [
        (f"option.{decision.id}.{option.id}", (option.requires, *(late.condition for late in option.delayed)))
        for decision in tables.decisions
        for option in decision.options
    ]
    readers += [(f"rider.{rider.option.id}", (rider.option.requires,)) for rider in tables.riders]
    readers += [(f"trigger.{rule.id}", (rule.armed, rule.when, rule.daily, rule.chance)) for rule in tables.triggers]
    out = []
    for reader, sources in readers:
        read = {name for source in sources if source for name, _ in names(parse(source))}
        for name in sorted(read):
            out += [Edge(act, reader) for act in acts.get(name, ()) if act != reader]
    flags = _flags(tables)
    for reader, sources in readers:
        read = {name for source in sources if source for name, _ in names(parse(source))}
        out += [Edge(act, reader) for name in sorted(read) for act in flags.get(name, ()) if act != reader]
    return list(dict.fromkeys(out))


def _flags(tables: Tables) -> dict[str, list[str]]:
    """Which orders set which flag: a flag is how an order is remembered."""
    kinds = {register.name for register in tables.registers if register.kind == "flag"}
    out: dict[str, list[str]] = {}
    options = [
        (f"option.{decision.id}.{option.id}", option) for decision in tables.decisions for option in decision.options
    ]
    options += [(f"rider.{rider.option.id}", rider.option) for rider in tables.riders]
    for id, option in options:
        for op, target, amount in option.effects:
            if op == "set" and amount and target in kinds:
                out.setdefault(target, []).append(id)
    return out


# -- Mermaid --------------------------------------------------------------------------------------------------------


def mermaid(tables: Tables, texts: Texts) -> str:
    """A flowchart in Mermaid's language; lines in boxes are options, arrows say what reads what."""
    drawn = nodes(tables, texts)
    lines = ["flowchart LR"]
    for number, entry in enumerate(tables.entries):
        here = [node for node in drawn if node.kind == "decision" and node.entry == number]
        if not here:
            continue
        lines.append(
            f'  subgraph {_id("day." + entry.id)}["{_quoted(texts.get(f"calendar.{entry.id}.label", entry.id))}"]'
        )
        for node in here:
            lines.append(f'    subgraph {_id(node.id)}["{_quoted(tables.seats[node.seat])}: {_quoted(node.title)}"]')
            lines += [f'      {_id(id)}["{_quoted(text)}"]' for id, text in node.lines]
            lines.append("    end")
        lines.append("  end")
    for node in drawn:
        if node.kind == "rider":
            lines.append(f'  {_id(node.id)}(["{_quoted(node.title)}"])')
        elif node.kind != "decision":
            lines.append(f'  {_id(node.id)}{{{{"{_quoted(node.title)}"}}}}')
    lines += [f"  {_id(edge.start)} --> {_id(edge.end)}" for edge in edges(tables)]
    return "\n".join(lines) + "\n"


def _id(name: str) -> str:
    return name.replace(".", "_")


def _quoted(text: str) -> str:
    return text.replace('"', "#quot;").replace("\n", " ")


# -- SVG ------------------------------------------------------------------------------------------------------------


def svg(tables: Tables, texts: Texts) -> str:
    """One self-contained picture: a column a day, the seats one above the other, what follows at the right."""
    drawn = nodes(tables, texts)
    days = sorted({node.entry for node in drawn if node.kind == "decision"})
    column = {day: number for number, day in enumerate(days)}
    last = len(days)
    heights: dict[int, float] = {}
    spots: dict[str, tuple[float, float]] = {}
    parts: list[str] = []
    order = [node for seat in range(2) for node in drawn if node.kind in ("decision", "rider") and node.seat == seat]
    order += [node for node in drawn if node.kind not in ("decision", "rider")]
    for node in order:
        where = column.get(node.entry, 0) if node.kind in ("decision", "rider") else last
        top = heights.get(where, HEAD + 20.0)
        parts += _box(node, 20 + where * WIDTH, top, spots)
        heights[where] = top + LINE * (len(node.lines) + 1) + GAP
    wide, high = 40 + WIDTH * (last + 1), max(heights.values(), default=HEAD) + 20
    heads = [
        _head(20 + column[day] * WIDTH, texts.get(f"calendar.{tables.entries[day].id}.label", tables.entries[day].id))
        for day in days
    ]
    heads.append(_head(20 + last * WIDTH, "What follows"))
    lines = [
        _curve(spots[edge.start], spots[edge.end])
        for edge in edges(tables)
        if edge.start in spots and edge.end in spots
    ]
    title = escape(texts.get("title", tables.id))
    style = (
        f"text{{font:13px Georgia,serif;fill:{INK}}}.day{{font-size:16px}}.head{{font-weight:bold}}"
        f"rect{{fill:{PAPER};stroke:{FAINT}}}.one rect{{stroke-width:2.5}}path{{fill:none;stroke:{RED};opacity:.45}}"
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" role="img"',
            f' width="{wide:g}" height="{high:g}">',
            f"<title>{title}: decisions, options and links</title>",
            f"<style>{style}</style>",
            f'<rect x="0" y="0" width="{wide:g}" height="{high:g}"/>',
            *heads,
            *lines,
            *parts,
            "</svg>\n",
        ]
    )


def _head(left: int, label: str) -> str:
    return f'<text x="{left}" y="34" class="day">{_cut(label)}</text>'


def _box(node: Node, left: float, top: float, spots: dict[str, tuple[float, float]]) -> list[str]:
    high = LINE * (len(node.lines) + 1) + 8
    spots[node.id] = (left, top + LINE / 2 + 2)
    out = [
        f'<g class="{"one" if node.seat == 0 else "two"}">',
        f'<rect x="{left:g}" y="{top:g}" width="{BOX}" height="{high:g}" rx="3"/>',
        f'<text x="{left + 8:g}" y="{top + LINE:g}" class="head">{_cut(node.title)}</text>',
    ]
    for number, (id, text) in enumerate(node.lines):
        at = top + LINE * (number + 2)
        spots[id] = (left, at - 5)
        out.append(f'<text x="{left + 16:g}" y="{at:g}">{_cut(text)}</text>')
    return [*out, "</g>"]


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = (start[0] + BOX, start[1]), end
    bend = max(40.0, abs(x2 - x1) / 2)
    return f'<path d="M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"/>'


def _cut(text: str) -> str:
    return escape(text if len(text) <= MOST else f"{text[: MOST - 1].rstrip()}…")
