"""Claims and the cards that bear on them."""

from __future__ import annotations

from game.engine.tables import Card, Claim, Council, Variant
from game.scenario.build.orders import flag
from game.scenario.resolve import Resolver
from game.scenario.shape import council as shapes
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path


def council(resolver: Resolver, scenario: Scenario) -> Council:
    shaped = scenario.council
    return Council(
        tuple(_claim(resolver, claim, ("claims", number)) for number, claim in enumerate(scenario.claims)),
        tuple(_card(resolver, card, ("cards", number)) for number, card in enumerate(scenario.cards)),
        shaped.shown_claims,
        shaped.shown_cards,
        resolver.for_each(shaped.right, ("council", "right")),
        resolver.for_each(shaped.wrong, ("council", "wrong")),
    )


def _claim(resolver: Resolver, claim: shapes.Claim, path: Path) -> Claim:
    seat = resolver.seat(claim.seat, (*path, "seat"))
    own = seat if seat >= 0 else None
    resolver.one_of("person", claim.adviser, (*path, "adviser"))
    for number, name in enumerate(claim.about):
        if own is not None and name not in resolver.names.ids[f"rider.{claim.seat}"]:
            resolver.one_of(f"option.{claim.seat}", name, (*path, "about", number))
    return Claim(
        claim.id,
        seat,
        resolver.entry(claim.entry, (*path, "entry")),
        tuple(claim.about),
        claim.bias,
        resolver.expression(claim.when, (*path, "when"), "when", own, claim.id),
    )


def _card(resolver: Resolver, card: shapes.Card, path: Path) -> Card:
    seat = resolver.seat(card.seat, (*path, "seat"))
    own = seat if seat >= 0 else None
    for number, name in enumerate(card.bears):
        resolver.one_of("claim", name, (*path, "bears", number))
    variants = []
    for number, variant in enumerate(card.variants):
        step: Path = (*path, "variants", number)
        for index, name in enumerate(variant.bears):
            resolver.one_of("claim", name, (*step, "bears", index))
        when = resolver.expression(variant.when, (*step, "when"), "when", own, card.id)
        variants.append(Variant(when, tuple(variant.bears)))
    if card.unlocks:
        flag(resolver, card.unlocks, (*path, "unlocks"))
    return Card(
        card.id,
        seat,
        resolver.entry(card.entry, (*path, "entry")),
        card.kind == "record",
        tuple(card.bears),
        resolver.expression(card.when, (*path, "when"), "when", own, card.id),
        card.unlocks,
        tuple(variants),
    )
