"""Letters of October 1962: any legal set of clauses reads as one letter of that leader, in each of his tones."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest

from game.engine.rulebook import Rulebook
from game.negotiation.clause import Clause, Clauses
from game.negotiation.letter import FEELER, OFFER
from game.scenario.load import compile_folder
from game.wording.book import Book
from game.wording.letters import TONES, Composed, compose
from tests.scenario import october

DRAWS = 200
ADDRESS = {0: "Mr Chairman", 1: "Mr President"}


@cache
def book() -> Book:
    loaded = compile_folder(october.FOLDER).loaded
    assert loaded.tables is not None
    return Book(Rulebook(loaded.tables), loaded.texts)


def legal(draw: random.Random) -> Clauses:
    """A set of clauses as the rules allow: each issue once or not at all, secret only where it may be."""
    out = []
    for number, issue in enumerate(book().rulebook.tables.negotiation.issues):
        if draw.random() < 0.45:
            continue
        level = draw.randrange(len(issue.levels))
        always = issue.always[level]
        secret = always == "secret" or (not always and draw.random() < 0.3)
        out.append(Clause(number, level, secret))
    return tuple(out)


def written(letter: Composed) -> str:
    return "\n\n".join((*letter.open, *letter.private))


def sound(text: str) -> None:
    """The basics of a written page."""
    assert "  " not in text
    assert "{" not in text and "}" not in text
    assert not re.search(r"\s[,.;:?!]", text), text
    assert not re.search(r"[,;:]{2}|\.\.|[.?!][,;:]|:\s*$", text, re.MULTILINE), text
    for paragraph in text.split("\n\n"):
        assert re.match(r"[A-Z]", paragraph), paragraph
        assert re.search(r"[.?!]$", paragraph), paragraph
    for sentence in re.split(r"(?<=[.?!])\s+", text):
        assert re.match(r"[A-Z]", sentence), sentence
    assert not re.search(r"\b(\w+) \1\b", text.replace("that that", "")), text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("writer", [0, 1])
def test_any_legal_letter_reads_as_one(writer: int, tone: str) -> None:
    draw = random.Random(f"{writer} {tone}")
    tables = book().rulebook.tables
    for _ in range(DRAWS):
        clauses = legal(draw)
        strength = draw.choice([FEELER, OFFER])
        stress = draw.randrange(len(tables.negotiation.stresses[writer]))
        accord = draw.choice([-1, draw.randrange(len(tables.accords))])
        letter = compose(book(), writer, strength, clauses, stress, tone, accord)
        text = written(letter)
        sound(text)
        assert ADDRESS[writer] in letter.open[0], "it says to whom"
        assert letter.open[-1] == book().get(f"wording.{october.SEATS[writer]}.closing.{tone}"), (
            "and ends as a letter does"
        )
        stem = f"wording.{october.SEATS[writer]}.clauses"
        for clause in clauses:
            issue = tables.negotiation.issues[clause.issue]
            voiced = book().get(f"{stem}.{issue.id}.{issue.levels[clause.level]}")
            assert voiced, "each clause has words of its own"
            assert text.count(voiced) == 1
            assert (voiced in " ".join(letter.private)) == clause.secret
        assert bool(letter.private) == any(clause.secret for clause in clauses)


def test_a_sentence_stands_alone_and_beside_any_other() -> None:
    """Nothing in a clause leans on a clause that may not be there."""
    leaning = re.compile(
        r"\b(as well|these things|the same day|the above|also|too|likewise|first|second)\b", re.IGNORECASE
    )
    for seat, words in october.document()["wording"].items():
        told = [text for levels in words["clauses"].values() for text in levels.values()]
        assert len(told) == len(set(told)), f"{seat}: two clauses must not read alike"
        for text in told:
            assert not leaning.search(text), f"{seat}: {text}"
            assert text[0].isupper()
            assert text.endswith(".")


def test_the_two_leaders_do_not_sound_alike() -> None:
    wording = october.document()["wording"]
    mine, his = (set(october.leaves(wording[seat])) for seat in october.SEATS)
    assert not mine & his
    assert all("missile" not in text for text in his), "Moscow says rockets, and weapons"
    assert all("rocket" not in text for text in mine)


def test_tones_and_clauses_are_complete() -> None:
    issues = {issue["id"]: [level["id"] for level in issue["levels"]] for issue in october.document()["issues"]}
    for seat in october.SEATS:
        words = october.document()["wording"][seat]
        assert tuple(words["opening"]) == tuple(words["closing"]) == TONES
        assert {id: list(levels) for id, levels in words["clauses"].items()} == issues


def test_the_letters_of_1962_are_there_in_substance() -> None:
    """What the mind `history` sends: the 26th, the 27th by radio, and the night of the 27th with its secret."""
    sent = [
        (letter["seat"], letter["entry"], letter["channel"], letter["terms"], letter["secret"])
        for letter in october.document()["history_letters"]
    ]
    pledge = {"missiles": "out", "pledge": "public"}
    assert sent == [
        ("moscow", "oct26", "cable", pledge, []),
        ("moscow", "oct27", "radio", {**pledge, "jupiters_turkey": "open"}, []),
        ("washington", "oct27n", "back", {**pledge, "jupiters_turkey": "quiet"}, ["jupiters_turkey"]),
    ]
