"""The only road from the truth to a viewer: what each may see, copied at fixed points, with a drawn error."""

from __future__ import annotations

from hashlib import blake2b

from game.engine.amount import clamp, milli
from game.engine.gauss import row_of
from game.engine.knowledge import Dossier, Estimate
from game.engine.rulebook import Rulebook

REACH = 1.39
"""Ours: stretches the triangular error so that about 92 in 100 looks hold the truth between low and high."""
AGEING = 8
"""Ours: an old look widens by one part in AGEING of the dial's range each turn."""
MILLION = 1_000_000
GRAINS = 8
"""Looks that one hash of 64 bytes serves, each with two draws of 32 bits."""
HALF_RANGE = float(1 << 32)


def exactly(rulebook: Rulebook, viewer: int, values: tuple[int, ...], before: tuple[int, ...]) -> tuple[int, ...]:
    """What a viewer sees exactly: a place for every register, zero where he does not."""
    return rulebook.exact[viewer]((*values, *before, 0))


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
    figures = found.figures(values)
    raw = b""
    for number in range((len(found.places) + GRAINS - 1) // GRAINS):
        purpose = f"look\x1f{viewer}\x1f{phase}\x1f{number}".encode()
        raw += blake2b(purpose, digest_size=64, key=key).digest()
    out = []
    for place, at in enumerate(found.places):
        low, high = rulebook.lows[at], rulebook.highs[at]
        when = found.when[place]
        if old and when is not None and not when(values):
            seen = old[place]
            widen = (high - low) // AGEING
            out.append(Estimate(max(low, seen.low - widen), seen.likely, min(high, seen.high + widen), seen.as_of))
            continue
        width = max(0, milli(figures[2 * place]))
        one, two = raw[8 * place : 8 * place + 4], raw[8 * place + 4 : 8 * place + 8]
        draw = int.from_bytes(one, "big") + int.from_bytes(two, "big")
        off = int(((draw / HALF_RANGE - 1.0) * REACH * width + 0.5) // 1) + milli(figures[2 * place + 1])
        likely = clamp(values[at] + off, low, high)
        out.append(Estimate(max(low, likely - width), likely, min(high, likely + width), turn))
    return tuple(out)


def _ranks(key: bytes, count: int, *what: object) -> list[int]:
    """The numbers below `count` in an order drawn for this purpose."""
    purpose = "\x1f".join(map(str, what)).encode()
    raw = b""
    number = 0
    while len(raw) < 2 * count:
        raw += blake2b(purpose + str(number).encode(), digest_size=64, key=key).digest()
        number += 1
    return sorted(range(count), key=lambda at: (raw[2 * at] << 8 | raw[2 * at + 1], at))


def dossier(
    rulebook: Rulebook, key: bytes, seat: int, values: tuple[int, ...], entry: int, questions: int, phase: str
) -> Dossier:
    """The claims argued and cards laid out for a seat's council this turn."""
    council = rulebook.tables.council
    claims = [at for at in rulebook.claims_on.get((seat, entry), ()) if _holds(rulebook.claim_when[at], values)]
    cards = [at for at in rulebook.cards_on.get((seat, entry), ()) if _holds(rulebook.card_when[at], values)]
    if not claims or not cards:
        return Dossier()
    shown = sorted(claims[at] for at in _ranks(key, len(claims), "claims", seat, phase)[: council.shown_claims])
    laid = _laid(rulebook, [cards[at] for at in _ranks(key, len(cards), "cards", seat, phase)])
    return Dossier(tuple(shown), tuple((at, variant(rulebook, at, values)) for at in laid), questions)


def _laid(rulebook: Rulebook, drawn: list[int]) -> list[int]:
    """Half the cards from the record, half reports of this game, as far as there are enough of each."""
    council = rulebook.tables.council
    record = [at for at in drawn if council.cards[at].record]
    reports = [at for at in drawn if not council.cards[at].record]
    half = council.shown_cards // 2
    some = record[: max(half, council.shown_cards - len(reports))]
    return sorted(some + reports[: council.shown_cards - len(some)])


def _holds(condition: object, values: tuple[int, ...]) -> bool:
    return condition is None or bool(condition(values))  # type: ignore[operator]


def variant(rulebook: Rulebook, card: int, values: tuple[int, ...]) -> int:
    """Which variant of a report card this world shows, or -1 for a card that has none."""
    for number, (when, _) in enumerate(rulebook.card_variants[card]):
        if _holds(when, values):
            return number
    return -1


def bears_against(rulebook: Rulebook, claim: int, card: int, shown: int) -> bool:
    """Whether a card, in the variant shown, truly answers a claim."""
    name = rulebook.tables.council.claims[claim].id
    if shown >= 0:
        return name in rulebook.card_variants[card][shown][1]
    return name in rulebook.card_bears[card]


def belief_after(rulebook: Rulebook, seat: int, belief: tuple[int, ...], weights: tuple[int, ...]) -> tuple[int, ...]:
    """Bayes: an observer's belief about `seat`, in millionths, after evidence with these likelihoods.

    Never below the scenario's floor.
    """
    floor = rulebook.tables.beliefs.floor * 1000
    products = [max(1, one * other // 1000) for one, other in zip(belief, weights, strict=True)]
    total = 0
    for product in products:
        total += product
    raised = [max(floor, product * MILLION // total) for product in products]
    total = 0
    for value in raised:
        total += value
    return tuple(value * MILLION // total for value in raised)


def act_weights(rulebook: Rulebook, seat: int, hardness: int, half: bool) -> tuple[int, ...]:
    """Likelihoods by type of `seat` for an act of this hardness, in millionths; `half` blunts them."""
    row = rulebook.act_likelihood[seat][row_of(hardness)]
    return tuple((value + MILLION) // 2 for value in row) if half else row
