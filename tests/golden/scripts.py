"""How the golden games are found: minds play, with here and there an order of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.engine.api import (
    Answer,
    Draft,
    Move,
    Options,
    Order,
    Refusal,
    Rulebook,
    State,
    Term,
    begin,
    outcome,
    play,
    view,
)  # fmt: skip
from game.engine.chance import sub_key
from game.opponent.decide import Mind
from game.opponent.minds import mind
from game.scenario.texts import Texts
from tests.golden.transcript import Game

Hand = Callable[[State, Order], Order]
"""Changes an order that a mind would sign."""
Hands = Mapping[tuple[str, int], Hand]


def played(
    rulebook: Rulebook, texts: Texts, names: tuple[str, str], seed: int, options: Options, hands: Hands
) -> tuple[list[Move], State]:
    """A whole game between two minds, with some of their orders changed by hand."""
    minds = [Mind(rulebook, mind(name, rulebook, texts.content)) for name in names]
    state = begin(rulebook, seed, options)
    moves: list[Move] = []
    while outcome(state) is None:
        seat = 0 if state.owed[0] and state.orders[0] is None else 1
        seen = view(state, seat)
        move = minds[seat].decide(seen, sub_key(state.key, seat, seen.phase, len(seen.dossier.asked))).move
        hand = hands.get((seen.phase, seat))
        if hand is not None and isinstance(move, Order):
            move = hand(state, move)
        step = play(rulebook, state, move)
        assert not isinstance(step, Refusal), f"{move}: {step}"
        state = step.state
        moves.append(move)
    return moves, state


def accept(number: int) -> Hand:
    return lambda state, order: order._replace(answers=(Answer(number, "accept"),), letters=(), accord="")


def write(channel: str, terms: tuple[tuple[str, str, bool], ...], strength: str = "offer") -> Hand:
    draft = Draft(channel, strength, tuple(Term(*term) for term in terms))
    return lambda state, order: order._replace(letters=(draft,), answers=())


def choose(option: str) -> Hand:
    return lambda state, order: Order(order.seat, order.phase, option)


HISTORY = ("history", "history")
AS_IT_WAS = Options(as_it_was=True)
QUIET_TRADE = (("missiles", "out", False), ("pledge", "public", False), ("jupiters_turkey", "quiet", True))
PLEDGE = (("missiles", "out", False), ("pledge", "public", False))
FIRM = (("missiles", "out", False), ("pledge", "treaty", False))


def _found(
    rulebook: Rulebook, texts: Texts, name: str, about: str, wanted: Callable[[State], bool], names: tuple[str, str],
    hands: Hands | None = None, options: Options = AS_IT_WAS, most: int = 4000,
) -> Game:  # fmt: skip
    """The first seed whose game is as wanted."""
    for seed in range(most):
        try:
            moves, state = played(rulebook, texts, names, seed, options, hands or {})
        except AssertionError:
            continue
        if wanted(state):
            return Game(name, about, seed, options, moves)
    raise AssertionError(f"no game of {most} is {name}")


def _ends(ending: str) -> Callable[[State], bool]:
    return lambda state: state.ended is not None and state.ended.ending == ending


def golden(rulebook: Rulebook, texts: Texts) -> Iterator[Game]:
    """Every golden game of October."""
    yield _found(
        rulebook, texts, "history", "History's line on both sides, to the settlement that history reached.",
        lambda state: _ends("quiet_trade")(state) and not state.values[rulebook.reopened], HISTORY,
    )  # fmt: skip
    yield _found(
        rulebook, texts, "two_letters_the_older",
        "Two letters that disagree lie open on the night of the 27th; Washington answers the older one, and it comes "
        "back to its writer as Washington's own offer.",
        lambda state: any(letter.back >= 0 for letter in state.letters) and _ends("pledge_only")(state), HISTORY,
        {("oct27n", 0): accept(1), ("oct28", 1): _accept_latest},
    )  # fmt: skip
    yield _found(
        rulebook, texts, "two_letters_the_newer",
        "Two letters that disagree lie open on the night of the 27th; Washington answers the newer one.",
        _ends("open_swap"), HISTORY, {("oct27n", 0): accept(2)},
    )  # fmt: skip
    yield _found(
        rulebook, texts, "acceptances_cross",
        "Both write on the 25th, and on the 26th each accepts the other's letter: what they agree on stands, what "
        "differs takes the level of the letter that went first.",
        lambda state: state.ended is not None and state.ended.cause == "acceptances_crossed", HISTORY,
        {
            ("oct25", 0): write("back", QUIET_TRADE), ("oct25", 1): write("back", FIRM),
            ("oct26", 0): _accept_latest, ("oct26", 1): _accept_latest,
        },
    )  # fmt: skip
    for ending in ENDINGS:
        names, hands, about = ENDINGS[ending]
        yield _found(rulebook, texts, f"ends_{ending}", about, _ends(ending), names, hands, Options())


def _accept_latest(state: State, order: Order) -> Order:
    seen = view(state, order.seat)
    live = [
        number for number, letter in enumerate(seen.inbox, 1) if letter.signed and letter.status in ("open", "held")
    ]
    return accept(live[-1])(state, order) if live else order


def _never(state: State, order: Order) -> Order:
    return order._replace(answers=(), letters=())


_SILENT = {
    (phase, seat): _never for phase in ("oct26", "oct27", "oct27n", "oct28", "oct29", "oct30") for seat in range(2)
}
_PLANES: Hands = {("oct24", 0): choose("air_strike")}

ENDINGS: dict[str, tuple[tuple[str, str], Hands, str]] = {
    "pledge_only": (HISTORY, {("oct25", 1): write("back", PLEDGE), ("oct26", 0): _accept_latest},
                    "Moscow offers the missiles for a promise, and Washington takes it."),
    "freeze": (HISTORY, {("oct25", 1): write("back", (("missiles", "frozen", False), ("pledge", "spoken", False))),
                         ("oct26", 0): _accept_latest}, "The sites stop where they are."),
    "other_deal": (HISTORY, {("oct25", 1): write("back", (("pledge", "public", False), ("bombers", "stay", False))),
                             ("oct26", 0): _accept_latest}, "A bargain that leaves the missiles where they stand."),
    "standoff": (HISTORY, _SILENT, "Nobody writes, and the calendar runs out."),
    "strike_worked": (HISTORY, _PLANES, "Washington strikes from the air on the 24th, and it ends there."),
    "limited_war": (HISTORY, _PLANES, "Washington strikes from the air on the 24th, and a war comes of it."),
    "nuclear_use": (HISTORY, _PLANES,
                    "A strike from the air on the 24th; someone on the island answers with what he has."),
    "general_war": (HISTORY, {}, "History's line on both sides; something that nobody ordered outruns them."),
    "removed_moscow": (("random", "random"), {}, "Random play: Moscow's leader loses his own side."),
    "congress_acts": (("random", "random"), {}, "Random play: Congress takes the crisis out of the President's hands."),
}  # fmt: skip
