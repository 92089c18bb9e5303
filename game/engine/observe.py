"""The only road from the truth to a viewer: what each may see, copied at fixed points, with a drawn error."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct

from game.engine.gauss import row_of
from game.engine.knowledge import Dossier, Estimate
from game.engine.rulebook import Rulebook

MILLION = 1_000_000
GRAINS = 8
"""Looks that one hash of 64 bytes serves, each with two draws of 32 bits."""
_halves = Struct(">16I").unpack
_quarters = Struct(">32H").unpack


def exactly(rulebook: Rulebook, viewer: int, values: tuple[int, ...], before: tuple[int, ...]) -> tuple[int, ...]:
    """What a viewer sees exactly: a place for every register, zero where he does not."""
    return rulebook.exact[viewer](values, before)


def estimates(
    rulebook: Rulebook,
    key: bytes,
    viewer: int,
    values: tuple[int, ...],
    old: tuple[Estimate, ...],
    turn: int,
    phase: str,
) -> tuple[Estimate, ...]:
    """A fresh look at each estimated register where the rules allow one; an older look ages."""
    found = rulebook.observing[viewer]
    if not found.places:
        return ()
    draws: tuple[int, ...] = ()
    for number in range((len(found.places) + GRAINS - 1) // GRAINS):
        purpose = f"look\x1f{viewer}\x1f{phase}\x1f{number}".encode()
        draws += _halves(blake2b(purpose, digest_size=64, key=key).digest())
    return found.look(values, old, draws, turn)


def _ranks(key: bytes, count: int, purpose: str) -> list[int]:
    """The numbers below `count` in an order drawn for this purpose."""
    draws = _quarters(blake2b(f"{purpose}0".encode(), digest_size=64, key=key).digest())
    number = 1
    while len(draws) < count:
        draws += _quarters(blake2b(f"{purpose}{number}".encode(), digest_size=64, key=key).digest())
        number += 1
    return sorted(range(count), key=draws.__getitem__)


def dossier(
    rulebook: Rulebook, key: bytes, seat: int, values: tuple[int, ...], entry: int, questions: int, phase: str
) -> Dossier:
    """The claims argued and cards laid out for a seat's council this turn."""
    found = rulebook.councils.get((seat, entry))
    if found is None:
        return Dossier()
    claims, cards = found[0](values), found[1](values)
    if not claims or not cards:
        return Dossier()
    place = f"\x1f{seat}\x1f{phase}"
    most = rulebook.tables.council.shown_claims
    shown = sorted([claims[at] for at in _ranks(key, len(claims), f"claims{place}")[:most]])
    laid = _laid(rulebook, [cards[at] for at in _ranks(key, len(cards), f"cards{place}")])
    variants = rulebook.card_variants
    return Dossier(
        tuple(shown), tuple([(at, variant(rulebook, at, values) if variants[at] else -1) for at in laid]), questions
    )


def _laid(rulebook: Rulebook, drawn: list[int]) -> list[int]:
    """Half the cards from the record, half reports of this game, as far as there are enough of each."""
    most = rulebook.tables.council.shown_cards
    recorded = rulebook.card_recorded
    record = [at for at in drawn if recorded[at]]
    reports = [at for at in drawn if not recorded[at]]
    some = record[: max(most // 2, most - len(reports))]
    return sorted(some + reports[: most - len(some)])


def variant(rulebook: Rulebook, card: int, values: Sequence[int]) -> int:
    """Which variant of a report card this world shows, or -1 for a card that has none."""
    for number, (when, _) in enumerate(rulebook.card_variants[card]):
        if when is None or when(values):
            return number
    return -1


def bears_against(rulebook: Rulebook, claim: int, card: int, shown: int) -> bool:
    """Whether a card, in the variant shown, truly answers a claim."""
    name = rulebook.tables.council.claims[claim].id
    if shown >= 0:
        return name in rulebook.card_variants[card][shown][1]
    return name in rulebook.card_bears[card]


CARD_TOLD = 900_000
"""Ours: likelihood (millionths) of a card that a type of leader would have brought forth; the rest where not."""


def card_weights(rulebook: Rulebook, seat: int, card: int, shown: int, guessed: list[int]) -> tuple[int, ...]:
    """Likelihoods by type of `seat` of a report card that reads as shown, all else as `guessed`; () where it tells none."""
    if not rulebook.card_variants[card]:
        return ()
    at = rulebook.type_at[seat]
    old = guessed[at]
    fits = []
    for kind in range(len(rulebook.types[seat])):
        guessed[at] = kind * 1000
        fits.append(variant(rulebook, card, guessed) == shown)
    guessed[at] = old
    if all(fits) or not any(fits):
        return ()
    return tuple([CARD_TOLD if fit else MILLION - CARD_TOLD for fit in fits])


def belief_after(rulebook: Rulebook, seat: int, belief: tuple[int, ...], weights: tuple[int, ...]) -> tuple[int, ...]:
    """Bayes: an observer's belief about `seat`, in millionths, after evidence with these likelihoods.

    Never below the scenario's floor.
    """
    return rulebook.bayes[seat](belief, weights)


def act_weights(rulebook: Rulebook, seat: int, hardness: int, half: bool) -> tuple[int, ...]:
    """Likelihoods by type of `seat` for an act of this hardness, in millionths; `half` blunts them."""
    row = rulebook.act_likelihood[seat][row_of(hardness)]
    return tuple([(value + MILLION) // 2 for value in row]) if half else row
