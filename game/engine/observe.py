"""The only road from the truth to a viewer: what each may see, copied at fixed points, with a drawn error."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct

from game.engine.agenda import Sheet
from game.engine.gauss import row_of
from game.engine.knowledge import Dossier, Estimate, Estimates
from game.engine.rulebook import Rulebook
from game.engine.rulebook.council import Variants

MILLION = 1_000_000
GRAINS = 8
"""Looks that one hash of 64 bytes serves, each with two draws of 32 bits."""
_halves = Struct(">16I").unpack
DRAWS = 32
"""Places in an order that one hash of 64 bytes serves, each by a draw of 16 bits."""
_quarters = tuple(Struct(f">{count}H").unpack_from for count in range(DRAWS + 1))
NO_PAPERS = Dossier()


def exactly(rulebook: Rulebook, viewer: int, values: tuple[int, ...], before: tuple[int, ...]) -> tuple[int, ...]:
    """What a viewer sees exactly: a place for every register, zero where he does not."""
    return rulebook.exact[viewer](list(values), before)


def estimates(
    rulebook: Rulebook, key: bytes, viewer: int, values: tuple[int, ...], old: Estimates, turn: int, phase: str
) -> tuple[Estimate, ...]:
    """A fresh look at each estimated register where the rules allow one; an older look ages."""
    found = rulebook.observing[viewer]
    if not found.places:
        return ()
    draws: tuple[int, ...] = ()
    for number in range(0, len(found.places), GRAINS):
        purpose = f"look\x1f{viewer}\x1f{phase}\x1f{number // GRAINS}".encode()
        draws += _halves(blake2b(purpose, digest_size=64, key=key).digest())
    return found.look(values, old, draws, turn)


def _drawn(key: bytes, found: list[int], purpose: str) -> list[int]:
    """What was found, each thing once, in an order drawn for this purpose."""
    draws: tuple[int, ...] = ()
    for first in range(0, len(found), DRAWS):
        drawn = blake2b(f"{purpose}{first // DRAWS}".encode(), digest_size=64, key=key).digest()
        draws += _quarters[min(DRAWS, len(found) - first)](drawn)
    return sorted(found, key=dict(zip(found, draws, strict=True)).__getitem__)


def dossier(
    rulebook: Rulebook, key: bytes, seat: int, values: tuple[int, ...], sheet: Sheet, granted: int, phase: str
) -> Dossier:
    """The claims argued and cards laid out for a seat's council this turn, and its questions with those granted."""
    if sheet.papers is None:
        return NO_PAPERS
    list_claims, list_cards = sheet.papers
    claims, cards = list_claims(values), list_cards(values)
    if not claims or not cards:
        return NO_PAPERS
    council = rulebook.tables.council
    if len(claims) > council.shown_claims:  # otherwise all are shown, and no draw is asked for
        claims = sorted(_drawn(key, claims, f"claims\x1f{seat}\x1f{phase}")[: council.shown_claims])
    if len(cards) > council.shown_cards:
        cards = _laid(rulebook, _drawn(key, cards, f"cards\x1f{seat}\x1f{phase}"))
    variants = rulebook.card_variants
    laid = [(at, variant(variants[at], values) if variants[at] else -1) for at in cards]
    return Dossier(tuple(claims), tuple(laid), sheet.questions + granted)


def _laid(rulebook: Rulebook, drawn: list[int]) -> list[int]:
    """Half the cards from the record, half reports of this game, as far as there are enough of each."""
    most = rulebook.tables.council.shown_cards
    recorded = rulebook.card_recorded
    record: list[int] = []
    reports: list[int] = []
    for at in drawn:
        (record if recorded[at] else reports).append(at)
    some = record[: max(most // 2, most - len(reports))]
    return sorted(some + reports[: most - len(some)])


def variant(variants: Variants, values: Sequence[int]) -> int:
    """Which variant of a report card this world shows, or -1 where none fits."""
    for number, (when, _) in enumerate(variants):
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
    """Likelihoods by type of `seat` of a report card that reads as shown, the rest as guessed; () if it tells none."""
    variants = rulebook.card_variants[card]
    if not variants:
        return ()
    at = rulebook.type_at[seat]
    old = guessed[at]
    fits = []
    for kind in range(len(rulebook.types[seat])):
        guessed[at] = kind * 1000
        fits.append(variant(variants, guessed) == shown)
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
    rows = rulebook.blunt_likelihood if half else rulebook.act_likelihood
    return rows[seat][row_of(hardness)]
