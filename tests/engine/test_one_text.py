"""The mediator's text to both sides is signed only when both have taken it."""

from __future__ import annotations

import pytest

from game.engine.api import Answer, Draft, Options, Order, Refusal, State, Term, begin, play, view
from game.negotiation.clause import UNSAID, has_secret, level_of
from tests.rulebooks import tiny

OPTIONS = {
    "survey": ("hide_report", "wait_river"), "day1": ("keep_gates", "write_letter"),
    "day2": ("watch_boats", "hold_boats"),
    "day3": ("ask_who", "say_nothing"), "day4": ("wait_rain", "wait_dawn"),
}  # fmt: skip


def signed(state: State, **more: dict[str, tuple[object, ...]]) -> State:
    """Both seats' plain orders of a phase, with what each adds to its own."""
    options = OPTIONS[view(state, 0).phase.split(".")[0]]
    for seat, name in enumerate(("upland", "delta")):
        order = Order(seat, view(state, seat).phase, options[seat])._replace(**more.get(name, {}))  # type: ignore[arg-type]
        step = play(tiny(), state, order)
        assert not isinstance(step, Refusal), step
        state = step.state
    return state


def draft(channel: str, level: str, *more: Term) -> Draft:
    return Draft(channel, "feeler", (Term("release", level), *more), "")


def texts(state: State, seat: int) -> list[int]:
    return [number for number, letter in enumerate(view(state, seat).inbox, 1) if letter.tone == "one_text"]


def with_text(upland: tuple[Term, ...] = (), delta: tuple[Term, ...] = ()) -> State:
    """A game in which both have been sent the one text and neither has answered; their letters said this as well."""
    state = signed(begin(tiny(), 5, Options()))
    one, two = draft("commission", "none", *upland), draft("commission", "full", *delta)
    state = signed(state, upland={"letters": (one,)}, delta={"letters": (two,)})
    while not texts(state, 0):
        state = signed(state)
    assert texts(state, 1)
    return state


def taking(state: State, seat: int) -> dict[str, tuple[object, ...]]:
    return {"answers": (Answer(texts(state, seat)[0], "accept"),)}


def test_one_signature_settles_nothing_and_the_other_side_learns_of_it() -> None:
    state = with_text()
    after = signed(state, upland=taking(state, 0))
    assert after.ended is None
    assert view(after, 0).inbox[texts(after, 0)[0] - 1].status == "taken"
    assert ("text_taken", 0) in [(one.kind, one.value("seat")) for one in view(after, 1).reports]


def test_the_second_signature_settles_it_in_nobody_s_name() -> None:
    state = with_text()
    after = signed(signed(state, upland=taking(state, 0)), delta=taking(state, 1))
    ended = after.ended
    assert ended is not None
    assert ended.group == "settlement"
    assert after.values[tiny().deal_by] == 2000


def test_both_signatures_at_once_settle_it_too() -> None:
    state = with_text()
    after = signed(state, upland=taking(state, 0), delta=taking(state, 1))
    assert after.ended is not None
    assert after.values[tiny().deal_by] == 2000


@pytest.mark.parametrize(
    ("one", "two", "put"),
    [
        (Term("repairs", "open"), Term("repairs", "later"), "later"),
        (Term("repairs", "open"), Term("repairs", "quiet", True), "open"),
        (Term("repairs", "quiet", True), Term("repairs", "quiet", True), ""),
        (Term("repairs", "quiet", True), None, ""),
    ],
)
def test_the_text_holds_nothing_that_is_always_secret(one: Term, two: Term | None, put: str) -> None:
    state = with_text((one,), (two,) if two else ())
    repairs = tiny().issue_of["repairs"]
    level = tiny().level_of[repairs][put] if put else UNSAID
    for seat in range(2):
        text = view(state, seat).inbox[texts(state, seat)[0] - 1]
        assert level_of(text.clauses, repairs) == level
        assert not has_secret(text.clauses)
