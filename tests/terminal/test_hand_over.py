"""Two people at one terminal: nothing of the one seat is shown while the other sits there."""

from __future__ import annotations

from game.engine.api import Options, begin
from game.referee.wanted import Wanted
from tests.rulebooks import TINY, compiled, tiny
from tests.terminal.typist import Typist, sit

HOT = Wanted(against="human", pace="full", lens="record", seed=4)


def sittings(typist: Typist) -> list[tuple[str, list[str]]]:
    """(seat, lines) between one hand-over and the next, as far as the end."""
    out: list[tuple[str, list[str]]] = []
    for line in typist.lines:
        if line.startswith("This page is for both of you."):
            out.append((line.split("both of you. ")[1].split(" sits")[0], []))
        elif line.startswith("It is over."):
            break
        elif out:
            out[-1][1].append(line)
    return out


def own_words(seat: str) -> list[str]:
    """Texts that only this seat may read: its decisions, briefs and standing orders."""
    texts = compiled(TINY)[1]
    letter = seat[0]
    out = [
        text
        for id, text in texts.words.items()
        if id.startswith(f"decision.{letter}_") and id.endswith((".short", ".question"))
    ]
    out += [text for id, text in texts.words.items() if id.startswith(f"option.{letter}_") and id.endswith(".text")]
    return out


def test_nothing_of_the_other_seat_is_said_while_one_sits_there() -> None:
    typist = Typist(plan={number: ["desk", "history", "letters", ""] for number in range(1, 20)})
    assert sit(typist, HOT) == 0
    found = sittings(typist)
    assert len(found) > 6
    for seat, lines in found:
        text = " ".join(" ".join(lines).split())
        other = next(name for name in tiny().seats if name != seat.lower())
        assert not [word for word in own_words(other) if word in text]


def test_a_screen_of_empty_lines_stands_between() -> None:
    typist = Typist()
    sit(typist, HOT)
    place = next(number for number, line in enumerate(typist.lines) if line.startswith("This page is for both"))
    assert typist.lines[place - 60 : place] == [""] * 60


def test_the_history_of_one_seat_holds_nothing_of_the_other() -> None:
    typist = Typist(plan={8: ["history"]})
    sit(typist, HOT)
    seat, lines = sittings(typist)[-1]
    assert begin(tiny(), 4, Options()) is not None and seat and lines


def test_what_one_asks_the_other_answers_with_his_next_order_and_the_first_hears_it() -> None:
    plan = {5: ["question", "1"], 8: ["reply", "2", "desk"]}
    typist = Typist(plan=plan)
    assert sit(typist, HOT._replace(seed=5)) == 0
    found = [(seat, " ".join(" ".join(lines).split())) for seat, lines in sittings(typist)]
    asked = next(seat for seat, text in found if "On the sheet: How much water would be enough" in text)
    answers = next(text for seat, text in found if "> reply" in text)
    assert "Also today: " in answers and "a question of his to answer: `reply`" in answers
    assert "They ask you: “How much water would be enough?” Your next order may answer." in answers
    assert "They asked: “How much water would be enough?” (your next order may answer)." in answers
    assert answers.count("What is so, as far as you know.") == 1
    heard = "You had him asked: “How much water would be enough?” He says: “All of it.”"
    assert {seat for seat, text in found if heard in text} == {asked}
