"""Whatever is submitted, from whomever: an answer or a refusal, never an error; and a refusal changes nothing."""

import random

from hypothesis import example, given
from hypothesis import strategies as st

from game.engine.api import Options, Refusal, begin, digest, play
from game.engine.move import ANSWERS, from_json, to_json
from game.negotiation.letter import STRENGTHS
from tests import tiny
from tests.strategies import random_move, states_at, to_move

TABLES = tiny.tables()
IDS = sorted({
    "", "sing", "0", "hold", "call", "answer",
    *(option.id for decision in TABLES.decisions for option in decision.options),
    *(rider.option.id for rider in TABLES.riders),
    *(order.id for order in TABLES.standing),
    *(channel.id for channel in TABLES.negotiation.channels),
    *(issue.id for issue in TABLES.negotiation.issues),
    *(level for issue in TABLES.negotiation.issues for level in issue.levels),
    *(probe.id for probe in TABLES.negotiation.probes),
    *(answer for probe in TABLES.negotiation.probes for answer in probe.answers),
    *(accord.id for accord in TABLES.accords),
    *(claim.id for claim in TABLES.council.claims),
    *(card.id for card in TABLES.council.cards),
    *(trigger.id for trigger in TABLES.triggers),
    *(choice.id for choice in TABLES.war.choices),
    *ANSWERS, *STRENGTHS,
})  # fmt: skip
NAMES = st.sampled_from(IDS) | st.text(max_size=3)
LEVELS = st.integers(-3, 9) | st.integers()
TERMS = st.tuples(NAMES, NAMES, st.booleans()).map(list)
PARTS = {
    "seat": st.integers(-1, 3),
    "phase": st.sampled_from(["survey", "day1", "day4.last1", "over"]) | NAMES,
    "option": NAMES,
    "claim": NAMES,
    "card": NAMES,
    "what": NAMES,
    "riders": st.lists(NAMES, max_size=3),
    "changes": st.lists(st.tuples(NAMES, LEVELS).map(list), max_size=3),
    "answers": st.lists(st.tuples(LEVELS, NAMES, st.none() | TERMS).map(list), max_size=3),
    "letters": st.lists(
        st.tuples(NAMES, NAMES, st.lists(TERMS, max_size=3), NAMES, NAMES, NAMES).map(list), max_size=3
    ),
    "probe": NAMES,
    "accord": NAMES,
    "reply": NAMES,
}


@given(st.integers(0, 10**6), st.integers(0, 40), st.data())
def test_a_legal_move_with_any_part_changed(seed, moves, data):
    """A true move of the moment, with some of its parts replaced by anything that could be sent."""
    state = states_at(tiny.rulebook(), seed, moves, Options(answers=(True, seed % 2 == 0)))
    seats = to_move(state)
    seat = seats[0] if seats else 0
    if seats:
        raw = to_json(random_move(tiny.rulebook(), state.knowledge[seat], random.Random(seed)))
    else:
        raw = {"move": "order", "seat": 0, "phase": "over", "option": "x"}
    for part in data.draw(st.lists(st.sampled_from(sorted(PARTS)), max_size=3, unique=True)):
        raw[part] = data.draw(PARTS[part])
    move = from_json(raw)
    if move is None:
        return
    before = digest(state)
    step = play(tiny.rulebook(), state, move)
    assert digest(state) == before, "the state before a move is never changed"
    if isinstance(step, Refusal):
        assert step.kind in ("invalid", "illegal", "stale") and step.part and step.reason


@example(None)
@example({"move": "order"})
@example({"move": "order", "seat": True, "phase": "x", "option": "y"})
@example({"move": "order", "seat": 0, "phase": "x", "option": "y", "changes": "ab"})
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["move", *PARTS]), inner | st.sampled_from(["order", "ask", "inject"]))
        ),
        max_leaves=9,
    )
)
def test_what_is_no_move_is_none(raw):
    move = from_json(raw)
    if move is not None:
        assert from_json(to_json(move)) == move
        play(tiny.rulebook(), begin(tiny.rulebook(), 1), move)
