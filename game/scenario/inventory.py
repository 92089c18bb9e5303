"""What a scenario holds, counted: for authors, for `october check`, and for tests of how much there is to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.engine.tables import Tables
from game.scenario.loaded import Loaded
from game.scenario.texts import Texts

REQUIRED = ("title", "question", "short")
"""The parts of a decision that must be read; its longer text, claims and cards are there for who wants them."""


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
    """Words that must be read: pace, first entry of the turn, seat."""
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
                    words = sum(count(texts.get(f"decision.{decision.id}.{part}")) for part in REQUIRED)
                    seats[name] = words + sum(
                        count(texts.get(f"option.{decision.id}.{option.id}.{part}"))
                        for option in decision.options for part in ("title", "text")
                    )  # fmt: skip
            turns[tables.entries[turn.entries[0]].id] = seats
        out[pace.id] = turns
    return out
