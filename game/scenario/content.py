"""What front ends need beside texts by id: plain JSON values, with every condition in canonical names.

Prose stands in it too where a list is shown as a whole (people, papers, chronicle, glossary).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from game.scenario.build.scene import epoch, minutes
from game.scenario.lines import doctrines, terms_of
from game.scenario.prose import plain, stable_ids
from game.scenario.resolve import Resolver
from game.scenario.shape.base import Factual
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path
from game.scenario.targets import targets
from game.scenario.texts import STABLE


def content_of(resolver: Resolver, scenario: Scenario) -> dict[str, Any]:
    """Structures by name; conditions are resolved, and misspelt names in them reported."""
    return {
        "id": scenario.id,
        "version": scenario.version,
        "title": scenario.title,
        "language": scenario.language,
        "subtitle": scenario.subtitle,
        "about": scenario.about,
        "seats": [seat.model_dump() for seat in scenario.seats],
        "calendar": [
            {
                "id": entry.id,
                "label": entry.label,
                "kind": entry.kind,
                "days": entry.days / 1000,
                "at": entry.at,
                "note": entry.note,
                "questions": entry.questions,
            }
            for entry in scenario.calendar
        ],
        "clocks": _clocks(resolver, scenario),
        "paces": {
            name: {"minutes": pace.minutes, "reading": pace.reading, "name": pace.name or name, "text": pace.text}
            for name, pace in scenario.paces.items()
        },
        "lenses": {name: {"name": lens.name, "text": lens.text} for name, lens in scenario.lenses.items()},
        "dials": {name: _dial(dial) for name, dial in scenario.dials.items()},
        "flags": {name: {"each": flag.each, "meaning": flag.meaning} for name, flag in scenario.flags.items()},
        "ladder": [{"name": rung.name, "band": rung.band} for rung in scenario.ladder],
        "bands": list(scenario.bands),
        "criteria": [{"id": one.id, "name": one.name, "text": one.text} for one in scenario.criteria],
        "theme": plainly(scenario.theme),
        "people": [_person(resolver, number, scenario) for number in range(len(scenario.people))],
        "audiences": [
            {
                "id": one.id,
                "seat": one.seat,
                "name": one.name,
                "angry": one.angry,
                "voice": one.voice,
                "words": {plain(level): word for level, word in one.words.items()},
            }
            for one in scenario.audiences
        ],
        "variants": {
            decision.id: [
                _expression(resolver, variant.when, ("decisions", number, "variants", index, "when"), decision.seat)
                for index, variant in enumerate(decision.variants)
            ]
            for number, decision in enumerate(scenario.decisions)
            if decision.variants
        },
        "historical": historical(scenario),
        "history": _history(resolver, scenario),
        "ready_drafts": _ready(resolver, scenario),
        "doctrines": doctrines(resolver, scenario),
        "targets": targets(resolver, scenario),
        "trigger_audience": {rule.id: rule.audience for rule in scenario.triggers if rule.audience},
        "wording": plainly(scenario.wording),
        "sketches": {
            seat.id: [
                {"id": kind.id, "fears": kind.fears, "wants": kind.wants, "breaks": kind.breaks}
                for kind in scenario.types
                if kind.seat == seat.id
            ]
            for seat in scenario.seats
        },
        "claims": {claim.id: {"adviser": claim.adviser, "sure": claim.sure} for claim in scenario.claims},
        "papers": [
            {"id": paper.id, "seat": paper.seat, "masthead": paper.masthead, "text": paper.text}
            for paper in scenario.papers
        ],
        "headlines": _headlines(resolver, scenario),
        "intelligence": _intelligence(resolver, scenario),
        "endings": {one.id: {"group": one.group, "kind": one.kind or one.id} for one in scenario.endings},
        "groups": list(scenario.groups),
        "audience_lines": _lines(resolver, scenario),
        "chronicle": _chronicle(resolver, scenario),
        "counterfactuals": [
            {
                "id": one.id,
                "choice": one.choice,
                "likely": one.likely,
                "who": one.who,
                "against": one.against,
                "source": list(one.source),
                "mark": one.mark,
            }
            for one in scenario.counterfactuals
        ],
        "glossary": [{"id": term.id, "term": term.term, "text": term.text} for term in scenario.terms],
        "sources": {source.id: {"text": source.text, "mark": source.mark} for source in scenario.sources},
        "cited": cited(scenario),
        "essay": {claim.id: claim.model_dump(exclude={"id", "corrected_by", "never"}) for claim in scenario.essay},
        STABLE: stable_ids(scenario),
        "war": {"unleashed": resolver.expression(scenario.unleashed, ("unleashed",), "chance")},
    }


def _expression(resolver: Resolver, source: str, path: Path, seat: str = "") -> str:
    whose = resolver.names.seats.index(seat) if seat in resolver.names.seats else None
    return resolver.expression(source, path, "shown", whose)


def plainly(value: Any) -> Any:
    """Free values as JSON: decimals become numbers, keys texts."""
    if isinstance(value, dict):
        return {str(key): plainly(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plainly(inner) for inner in value]
    if isinstance(value, Decimal):
        return float(value)
    return value.strip() if isinstance(value, str) else value


def _clocks(resolver: Resolver, scenario: Scenario) -> dict[str, list[dict[str, Any]]]:
    start = epoch(scenario)
    for number, seat in enumerate(scenario.seats):
        if seat.clock not in scenario.clocks:
            close = resolver.near(seat.clock, scenario.clocks)
            resolver.error(("seats", number, "clock"), f"there is no clock `{seat.clock}`", close)
    return {
        place: [
            {
                "from": minutes(resolver, part.since, start, ("clocks", place, number, "from")),
                "offset": part.offset,
                "label": part.label,
            }
            for number, part in enumerate(parts)
        ]
        for place, parts in scenario.clocks.items()
    }


def _dial(dial: Any) -> dict[str, Any]:
    return {
        "each": dial.each,
        "range": [dial.range[0] / 1000, dial.range[1] / 1000],
        "name": dial.name,
        "meaning": dial.meaning,
        "words": {plain(level): word for level, word in dial.words.items()},
        "own_words": {
            seat: {plain(level): word for level, word in words.items()} for seat, words in dial.own_words.items()
        },
    }


def _person(resolver: Resolver, number: int, scenario: Scenario) -> dict[str, Any]:
    person = scenario.people[number]
    if person.side not in (*resolver.names.seats, "none"):
        resolver.seat(person.side, ("people", number, "side"))
    return person.model_dump(exclude={"claims", "mark"})


def _headlines(resolver: Resolver, scenario: Scenario) -> list[dict[str, Any]]:
    out = []
    for number, headline in enumerate(scenario.headlines):
        path: Path = ("headlines", number)
        resolver.one_of("paper", headline.paper, (*path, "paper"))
        for index, entry in enumerate(headline.entry):
            resolver.entry(entry, (*path, "entry", index))
        when = resolver.expression(headline.when, (*path, "when"), "public")
        out.append(
            {
                "id": headline.id,
                "paper": headline.paper,
                "entries": headline.entry,
                "when": when,
                "weight": headline.weight / 1000,
                "headline": headline.headline,
                "line": headline.line,
            }
        )
    return out


def _intelligence(resolver: Resolver, scenario: Scenario) -> list[dict[str, Any]]:
    out = []
    for number, item in enumerate(scenario.items):
        path: Path = ("items", number)
        resolver.seat(item.seat, (*path, "seat"))
        resolver.entry(item.entry, (*path, "entry"))
        shown = item.model_dump(exclude={"claims", "mark"})
        out.append(shown | {"when": _expression(resolver, item.when, (*path, "when"), item.seat)})
    return out


def _lines(resolver: Resolver, scenario: Scenario) -> list[dict[str, Any]]:
    out = []
    for number, line in enumerate(scenario.audience_lines):
        path: Path = ("audience_lines", number)
        resolver.seat(line.seat, (*path, "seat"))
        score = _expression(resolver, line.score, (*path, "score"), line.seat)
        out.append({"id": line.id, "seat": line.seat, "name": line.name, "score": score})
    return out


def _chronicle(resolver: Resolver, scenario: Scenario) -> list[dict[str, Any]]:
    start = epoch(scenario)
    out = []
    for number, moment in enumerate(scenario.entries):
        at = minutes(resolver, moment.at, start, ("entries", number, "at"))
        out.append(
            {
                "id": moment.id or str(number),
                "at": at,
                "text": moment.text,
                "who": moment.who,
                "source": moment.source,
                "mark": moment.mark,
            }
        )
    return sorted(out, key=lambda shown: shown["at"])


def historical(scenario: Scenario) -> dict[str, list[str]]:
    """What was really done: options by decision, and riders. Never shown before the end."""
    out = {
        decision.id: [option.id for option in decision.options if option.historical] for decision in scenario.decisions
    }
    out["riders"] = [rider.id for rider in scenario.riders if rider.historical]
    return {name: ids for name, ids in out.items() if ids}


def _history(resolver: Resolver, scenario: Scenario) -> dict[str, Any]:
    """The line that was really played, for the mind that replays it."""
    for number, letter in enumerate(scenario.history_letters):
        path: Path = ("history_letters", number)
        resolver.seat(letter.seat, (*path, "seat"))
        resolver.entry(letter.entry, (*path, "entry"))
        resolver.one_of("channel", letter.channel, (*path, "channel"))
        if letter.stress:
            resolver.one_of(f"stress.{letter.seat}", letter.stress, (*path, "stress"))
        terms_of(resolver, letter.terms, letter.secret, path)
    for seat, entry in scenario.history_accepts.items():
        resolver.seat(seat, ("history_accepts", seat))
        resolver.entry(entry, ("history_accepts", seat))
    return {
        "options": historical(scenario),
        "riders": {rider.id: rider.entries for rider in scenario.riders if rider.historical},
        "standing": {order.id: order.history for order in scenario.standing if order.history},
        "letters": [letter.model_dump(exclude={"source"}) for letter in scenario.history_letters],
        "accepts": dict(scenario.history_accepts),
    }


def _ready(resolver: Resolver, scenario: Scenario) -> list[dict[str, Any]]:
    for number, ready in enumerate(scenario.ready_drafts):
        path: Path = ("ready_drafts", number)
        resolver.seat(ready.seat, (*path, "seat"))
        resolver.entry(ready.since, (*path, "since"))
        terms_of(resolver, ready.terms, ready.secret, path)
    return [ready.model_dump() for ready in scenario.ready_drafts]


def factual(scenario: Scenario) -> Iterable[tuple[str, Path, Factual]]:
    """Everything that may carry a source or a claim: (stem of its text ids, path, itself)."""
    lists: tuple[tuple[str, str, list[Any]], ...] = (
        ("calendar", "calendar", scenario.calendar),
        ("rider", "riders", scenario.riders),
        ("standing", "standing", scenario.standing),
        ("claim", "claims", scenario.claims),
        ("card", "cards", scenario.cards),
        ("issue", "issues", scenario.issues),
        ("channel", "channels", scenario.channels),
        ("stress", "stresses", scenario.stresses),
        ("probe", "probes", scenario.probes),
        ("incident", "incidents", scenario.incidents),
        ("strike", "strikes", scenario.strikes),
        ("type", "types", scenario.types),
        ("circumstance", "circumstances", scenario.circumstances),
        ("person", "people", scenario.people),
        ("intelligence", "items", scenario.items),
        ("paper", "papers", scenario.papers),
        ("headline", "headlines", scenario.headlines),
        ("ending", "endings", scenario.endings),
        ("line", "audience_lines", scenario.audience_lines),
        ("glossary", "terms", scenario.terms),
        ("counterfactual", "counterfactuals", scenario.counterfactuals),
        ("trigger", "triggers", scenario.triggers),
        ("accord", "accords", scenario.accords),
        ("audience", "audiences", scenario.audiences),
        ("criterion", "criteria", scenario.criteria),
    )
    for stem, top, items in lists:
        for number, item in enumerate(items):
            yield f"{stem}.{item.id}", (top, number), item
    maps: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("dial", "dials", scenario.dials),
        ("flag", "flags", scenario.flags),
        ("lens", "lenses", scenario.lenses),
    )
    for stem, top, group in maps:
        for name, item in group.items():
            yield f"{stem}.{name}", (top, name), item
    for number, moment in enumerate(scenario.entries):
        yield f"chronicle.{moment.id or number}", ("entries", number), moment
    for number, rung in enumerate(scenario.ladder):
        yield f"ladder.{number}", ("ladder", number), rung
    for seat, listed in scenario.choices.items():
        for number, choice in enumerate(listed):
            yield f"war.{seat}.{choice.id}", ("choices", seat, number), choice
    for number, decision in enumerate(scenario.decisions):
        yield f"decision.{decision.id}", ("decisions", number), decision
        for index, option in enumerate(decision.options):
            yield f"option.{decision.id}.{option.id}", ("decisions", number, "options", index), option


def cited(scenario: Scenario) -> dict[str, dict[str, Any]]:
    """Sources, claims and marks by the stem of a text's id."""
    out: dict[str, dict[str, Any]] = {}
    for stem, _, item in factual(scenario):
        found = {
            key: value
            for key, value in (("source", item.source), ("claims", item.claims), ("mark", item.mark))
            if value
        }
        if found:
            out[stem] = found
    return out
