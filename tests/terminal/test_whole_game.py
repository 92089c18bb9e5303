"""Whole games, from the first screen to what lay behind them, as somebody types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.journal.file import Reading, read
from game.journal.line import Moved, Note
from game.referee.wanted import Wanted
from tests.rulebooks import OCTOBER, october, tiny
from tests.terminal.typist import Typist, sit

TYPES = [kind.id for side in tiny().types for kind in side]


def reading(path: Path) -> Reading:
    found = read(path)
    assert isinstance(found, Reading)
    return found


def kept(home: Path) -> list[Path]:
    return sorted((home / "games").glob("*.october"))


@pytest.mark.parametrize("seat", tiny().seats)
@pytest.mark.parametrize("pace", [pace.id for pace in tiny().tables.paces])
def test_a_game_is_played_to_its_end_with_a_number_and_enter(seat: str, pace: str, a_home: Path) -> None:
    typist = Typist()
    assert sit(typist, Wanted(seat=seat, pace=pace, lens="record", seed=4)) == 0
    assert "What lay behind it" in typist.text
    turns = len(tiny().tables.paces[tiny().pace_of[pace]].turns)
    assert len(typist.typed) <= 3 * turns + 12
    (path,) = kept(a_home)
    assert not reading(path).torn


@pytest.mark.parametrize("seat", october().seats)
def test_october_too(seat: str, a_home: Path) -> None:
    typist = Typist()
    assert sit(typist, Wanted(seat=seat, pace="brief", lens="record", seed=2), folder=OCTOBER) == 0
    assert "What lay behind it" in typist.text
    assert not [line for line in typist.lines if len(line) > 80]


def test_the_first_screen_asks_what_the_command_line_left_open() -> None:
    says = [("Where do you sit?", "up"), ("How long?", "brief"), ("Which reading", ""), ("Rank them", "3 1 2")]
    typist = Typist(says=says)
    assert sit(typist, Wanted(seed=4)) == 0
    assert "You sit in Upland" in typist.text
    assert "That you keep your office, which you put first" in typist.text


def test_a_ranking_can_be_dealt() -> None:
    typist = Typist()
    sit(typist, Wanted(seat="delta", pace="brief", lens="record", seed=4))
    assert "You are dealt this, the weightiest first:" in typist.text


@pytest.mark.parametrize("seed", range(12))
def test_two_people_at_one_desk(seed: int, a_home: Path) -> None:
    typist = Typist()
    assert sit(typist, Wanted(against="human", pace="brief", lens="record", seed=seed)) == 0
    assert "For Upland:" in typist.text and "For Delta:" in typist.text
    records = reading(kept(a_home)[0]).records
    assert {record.by for record in records if isinstance(record, Moved)} == {"person"}


@pytest.mark.parametrize("kind", [*TYPES, "history"])
def test_the_rival_can_be_chosen(kind: str) -> None:
    seat = next(
        (name for number, name in enumerate(tiny().seats) if kind not in tiny().type_of[number]), tiny().seats[0]
    )
    assert sit(Typist(), Wanted(seat=seat, against=kind, pace="brief", lens="record", seed=1)) == 0


def test_every_word_of_the_help_leads_somewhere_and_back() -> None:
    words = [
        "help", "desk", "long", "", "council", "", "1 a", "order", "riders", "", "standing", "", "letters", "",
        "question", "", "agreement", "", "man", "man 2", "map", "night", "again", "library", "look gatehouse",
        "look nothing", "history", "clear", "save", "withdraw", "back", "more", "nonsense", "d",
    ]  # fmt: skip
    typist = Typist(plan={3: words})
    assert sit(typist, Wanted(seat="upland", pace="full", lens="record", seed=4)) == 0
    for part in (
        "You can type:", "The two who are angriest with you", "The council", "Standing orders",
        "A question to the other side", "An agreement for the time being", "The man over there",
        "Your marker is on sketch 2", "What is where", "The night after",
        "The small building from which the gates are turned.", "There is nothing under “nothing”.",
        "That was everything so far", "is kept as it is signed", "That is not understood.",
    ):  # fmt: skip
        assert part in " ".join(typist.text.split()), part


def test_a_letter_is_written_signed_and_sent() -> None:
    write = ["letters", "write", "ferry", "1", "2", "2", "2", "", "strength", "2", "tone", "firm", "done", ""]
    typist = Typist(plan={3: write})
    assert sit(typist, Wanted(seat="delta", pace="full", lens="record", seed=4)) == 0
    text = " ".join(typist.text.replace("|", " ").split())
    assert "Minister, time is short." in text
    assert "If he takes this as it stands, it is signed." in text
    assert "Your letter left: the ferryman." in text or "Your letter left: The ferryman." in text


def test_an_open_letter_can_be_accepted_and_that_ends_it(a_home: Path) -> None:
    """Delta offers half the water; Upland takes it, at one desk."""
    write = ["letters", "write", "ferry", "1", "3", "2", "3", "", "done", ""]
    accept = ["letters", "1", "accept", ""]
    typist = Typist(plan={6: write, 7: accept})
    assert sit(typist, Wanted(against="human", pace="full", lens="record", seed=5)) == 0
    assert "A letter is accepted, and there is an agreement." in " ".join(typist.text.split())


def test_a_signed_order_can_be_withdrawn_until_the_other_side_has_signed(a_home: Path) -> None:
    typist = Typist(plan={2: ["1", "", "withdraw"]})
    assert sit(typist, Wanted(seat="upland", pace="full", lens="record", seed=4)) == 0
    assert "Taken back. The sheet lies on your desk." in typist.text
    records = reading(kept(a_home)[0]).records
    moves = [type(record.move).__name__ for record in records if isinstance(record, Moved)]
    assert "Withdraw" in moves


def test_an_order_that_could_end_the_world_is_not_signed_by_enter_alone() -> None:
    plan = {2: ["2"], 3: ["seize", "", "seize", "sign"]}
    typist = Typist(plan=plan)
    sit(typist, Wanted(seat="delta", pace="full", lens="record", seed=5))
    text = " ".join(typist.text.split())
    assert "WARNING. This opens a war that may not stop where you want it to." in text
    warned = text.index("WARNING.")
    assert text.index("Not signed.", warned) < text.index("Signed. Enter sends it", warned)


def test_the_marker_and_the_ranking_are_kept_in_the_journal(a_home: Path) -> None:
    typist = Typist(plan={2: ["man 2"]})
    sit(typist, Wanted(seat="upland", pace="brief", lens="record", seed=4))
    records = reading(kept(a_home)[0]).records
    notes = [record for record in records if isinstance(record, Note) and record.by == "person"]
    assert {"marker": 1} in [note.about for note in notes]
    assert any("ranking" in note.about for note in notes)


def test_what_cannot_be_signed_together_is_said_and_can_be_cleared() -> None:
    """Two letters by one way: the second takes the place of the first; an answer by the same way does not."""
    write = ["letters", "write", "ferry", "1", "3", "", "done", ""]
    plan = {6: write, 7: ["letters", "1", "amend", "1", "1", "write", "ferry", "2", "1", "", "done", "", "1", "clear"]}
    typist = Typist(plan=plan)
    assert sit(typist, Wanted(against="human", pace="full", lens="record", seed=5)) == 0
    text = " ".join(typist.text.split())
    assert "This cannot be signed: Only one letter can leave by each way in a turn. `clear` empties the sheet." in text
    assert "The sheet is empty." in text
