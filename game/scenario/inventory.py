"""What a scenario holds, counted: for authors, for `october check`, and for tests of how much there is to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.engine.tables import Tables
from game.scenario.loaded import Loaded
from game.scenario.texts import Texts, first_sentence

REQUIRED = ("title", "question", "short")
"""The parts of a decision that must be read; its longer text, claims and cards are there for who wants them."""
SCANT = 150
"""With room for fewer words than this, nothing must be read that the decision does not need."""


def inventory(loaded: Loaded) -> dict[str, Any]:
    """Counts by kind; under `reading` the words that must be read, by pace, turn and seat."""
    texts, content = loaded.texts, loaded.texts.content
    out: dict[str, Any] = {"texts": len(texts.words), "words": sum(count(text) for text in texts.words.values())}
    tables = loaded.tables
    if tables is not None:
        out |= _counts(tables)
    cited: Mapping[str, Mapping[str, Any]] = content.get("cited", {})
    essay = sorted({claim for found in cited.values() for claim in found.get("claims", ())})
    out |= {
        "people": len(content.get("people", ())),
        "sources": len(content.get("sources", ())),
        "sources cited": len({source for found in cited.values() for source in found.get("source", ())}),
        "headlines": len(content.get("headlines", ())),
        "intelligence": len(content.get("intelligence", ())),
        "chronicle": len(content.get("chronicle", ())),
        "glossary": len(content.get("glossary", ())),
        "essay claims covered": len(essay),
        "essay claims": len(content.get("essay", ())) or len(essay),
    }
    if tables is not None:
        out["reading"] = reading(tables, texts)
        for pace, turns in out["reading"].items():
            most = max((words for seats in turns.values() for words in seats.values()), default=0)
            out[f"most words a turn, {pace}"] = most
    return out


def count(text: str) -> int:
    """Words as a reader counts them."""
    return len(text.split())


def fitting(told: int, meant: Sequence[str], room: int) -> int:
    """Words of a brief: what is told, and what its options mean, whole, in a sentence each, or not at all."""
    for texts in (meant, [first_sentence(text) for text in meant]):
        words = told + sum(count(text) for text in texts)
        if not room or words <= room:
            return words
    return told


def _told(texts: Texts, decision: str) -> int:
    """Words of the decision itself, in the longest of its variants."""
    variants = [f"decision.{decision}.v{number}" for number in range(9)]
    return max(
        sum(count(texts.get(f"{stem}.{part}") or texts.get(f"decision.{decision}.{part}")) for part in REQUIRED)
        for stem in (f"decision.{decision}", *variants)
    )


def _counts(tables: Tables) -> dict[str, int]:
    council, negotiation = tables.council, tables.negotiation
    out: dict[str, int] = {}
    for seat, name in enumerate(tables.seats):
        asked = [decision for decision in tables.decisions if decision.seat == seat]
        out[f"decisions, {name}"] = len(asked)
        out[f"options, {name}"] = sum(len(decision.options) for decision in asked)
        out[f"riders, {name}"] = sum(rider.seat == seat for rider in tables.riders)
        out[f"standing orders, {name}"] = sum(order.seat == seat for order in tables.standing)
        out[f"council claims, {name}"] = sum(claim.seat == seat for claim in council.claims)
        out[f"council cards, {name}"] = sum(card.seat == seat for card in council.cards)
        out[f"audiences, {name}"] = sum(audience.seat == seat for audience in tables.audiences)
        out[f"types, {name}"] = sum(kind.seat == seat for kind in tables.types)
    bearing = sum(len(card.bears) + sum(len(variant.bears) for variant in card.variants) for card in council.cards)
    links = {rule.link for rule in tables.triggers if rule.link} | {rider.link for rider in tables.riders if rider.link}
    return out | {
        "valid pairs of card and claim": bearing,
        "calendar entries": len(tables.entries),
        "dials and flags": sum(register.kind in ("dial", "flag") for register in tables.registers),
        "registers": len(tables.registers),
        "triggers": len(tables.triggers),
        "links": len(links),
        "incidents": len(tables.incidents),
        "accords": len(tables.accords),
        "issues": len(negotiation.issues),
        "channels": len(negotiation.channels),
        "probes": len(negotiation.probes),
        "strikes": len(tables.war.strikes),
        "endings": len(tables.endings),
        "circumstances": len(tables.circumstances),
        "paces": len(tables.paces),
        "lenses": len(tables.lenses),
    }


def reading(tables: Tables, texts: Texts) -> dict[str, dict[str, dict[str, int]]]:
    """Words that must be read before choosing: pace, first entry of the turn, seat.

    The names of options are seen at a glance. What an option means is cut to its first sentence, or left to be asked
    for, where the pace has no more room, as its brief does it.
    """
    decisions = {
        (decision.seat, entry): decision
        for decision in tables.decisions
        if not decision.extra
        for entry in decision.entries
    }
    out: dict[str, dict[str, dict[str, int]]] = {}
    for pace in tables.paces:
        turns: dict[str, dict[str, int]] = {}
        for turn in pace.turns:
            seats: dict[str, int] = {}
            for seat, name in enumerate(tables.seats):
                decision = decisions.get((seat, turn.asks[seat]))
                if decision is not None:
                    note = tables.entries[turn.asks[seat]].id if not 0 < pace.reading < SCANT else ""
                    meant = [texts.get(f"option.{decision.id}.{option.id}.text") for option in decision.options]
                    told = _told(texts, decision.id) + (count(texts.get(f"calendar.{note}.note")) if note else 0)
                    seats[name] = fitting(told, meant, pace.reading)
            turns[tables.entries[turn.entries[0]].id] = seats
        out[pace.id] = turns
    return out
