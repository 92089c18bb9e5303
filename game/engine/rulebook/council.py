"""Councils made ready: claims, cards and how they read, and which may come up when."""

from __future__ import annotations

from game.engine import compile as build
from game.engine.rulebook.registers import Registers
from game.engine.tables import Tables

Variants = tuple[tuple[build.Truth | None, frozenset[str]], ...]
"""How a report card may read: when, and the claims it then bears against."""


class Council(Registers):
    """What is argued and laid out in each seat's council."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        council = tables.council
        self.claim_of = {claim.id: number for number, claim in enumerate(council.claims)}
        self.card_of = {card.id: number for number, card in enumerate(council.cards)}
        self.card_variants: tuple[Variants, ...] = tuple(
            tuple((self.truth(variant.when), frozenset(variant.bears)) for variant in card.variants)
            for card in council.cards
        )
        self.card_bears = tuple(frozenset(card.bears) for card in council.cards)
        self.card_recorded = tuple(card.record for card in council.cards)
        claims: dict[tuple[int, int], list[tuple[int, str]]] = {}
        cards: dict[tuple[int, int], list[tuple[int, str]]] = {}
        for number, claim in enumerate(council.claims):
            claims.setdefault((claim.seat, claim.entry), []).append((number, claim.when))
        for number, card in enumerate(council.cards):
            cards.setdefault((card.seat, card.entry), []).append((number, card.when))
        self.councils = {
            place: (build.listing(self.vocabulary, found), build.listing(self.vocabulary, cards[place]))
            for place, found in claims.items() if place in cards
        }  # fmt: skip
        """By seat and entry: which claims may be argued, and which cards laid out."""
        self.right_ops = (self.ops(council.right[0]), self.ops(council.right[1]))
        self.wrong_ops = (self.ops(council.wrong[0]), self.ops(council.wrong[1]))
