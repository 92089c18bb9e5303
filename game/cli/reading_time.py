"""How long a game takes somebody who reads: every required paper, and half of the others.

A reader reads a sentence once, 180 words a minute; gauges (ladders, dots, tallies, tables) are seen at a glance. An act
is a decision taken: an order chosen and signed, a letter, an answer, a switch, a rider, a question; 20 seconds each.
Both figures are ours: a slow reader of plain English, and somebody who thinks a little before he signs.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from game.analysis.game import finish
from game.analysis.minds import Mind
from game.debrief.reveal import reveal
from game.engine.api import Ask, Options, Order, Preview, State, View, begin, outcome, preview, view
from game.engine.chance import sub_key
from game.engine.play import play
from game.engine.refusal import Refusal
from game.engine.state import LAST, ORDERS
from game.engine.writing import live_letters
from game.journal.line import PERSON, Moved, Record
from game.opponent.decide import decide
from game.opponent.minds import mind
from game.opponent.skill import Skill
from game.papers import (
    brief,
    chart,
    council,
    debrief,
    desk,
    ending,
    his_question,
    last,
    letters,
    man_over_there,
    night,
    order_sheet,
    standing,
    war,
)
from game.papers.paper import Clipping, Line, Paper, Paragraph
from game.papers.room import lean, scant
from game.wording.book import Book
from game.wording.numbers import words_in

WORDS_A_MINUTE = 180
SECONDS_AN_ACT = 20
LONGEST = 2_000


class Reading(NamedTuple):
    """One game by one seat: words that must be read and acts that must be done, and half of the rest."""

    words: int
    acts: int
    half_words: int
    half_acts: int

    @property
    def required(self) -> float:
        """Minutes for somebody who opens nothing that he need not."""
        return self.words / WORDS_A_MINUTE + self.acts * SECONDS_AN_ACT / 60

    @property
    def half(self) -> float:
        """Minutes for somebody who opens half of the rest too."""
        more = self.half_words / WORDS_A_MINUTE + self.half_acts * SECONDS_AN_ACT / 60
        return self.required + more


def every_word(paper: Paper) -> tuple[str, ...]:
    """Every text of an opened paper but gauges: lines of a form, headlines and the names of choices among them."""
    out = [paper.title, *paper.prose()]
    for block in paper.blocks:
        match block:
            case Line():
                out += [block.value, block.note]
            case Clipping():
                out += [block.headline, block.line]
            case _:
                pass
    out += [item.label for item in paper.choices]
    return tuple(text for text in out if text)


class _Reader:
    """Somebody who reads no sentence twice."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self.words = 0

    def read(self, paper: Paper, opened: bool = False) -> None:
        """What must be read of a paper that lies there, or all of one that was opened."""
        for text in every_word(paper) if opened else paper.prose():
            if text not in self._known:
                self._known.add(text)
                self.words += words_in(text)


def reading_time(book: Book, pace: str, seat: int, seed: int, minds: tuple[Skill, Skill]) -> Reading:
    """A game between two minds, read by whoever sits in `seat`; the same call gives the same reading."""
    must, half = _Player(book, seat, 0), _Player(book, seat, 1)
    start = state = begin(book.rulebook, seed, Options(pace))
    records: list[Record] = []
    must.opens(view(state, seat))
    half.opens(view(state, seat))
    for _turn in range(LONGEST):
        if outcome(state) is not None:
            break
        mover = 0 if state.owed[0] and state.orders[0] is None else 1
        seen = view(state, mover)
        move = decide(book.rulebook, seen, minds[mover], sub_key(state.key, mover, seen.phase)).move
        if mover == seat and isinstance(move, Ask | Order):
            must.turns(seen, view(state, 2), move)
            half.turns(seen, view(state, 2), move)
        step = play(book.rulebook, state, move)
        assert not isinstance(step, Refusal), step
        state = step.state
        records.append(Moved(move, PERSON))
    must.ends(start, state, records)
    half.ends(start, state, records)
    return Reading(must.reader.words, must.acts, half.reader.words - must.reader.words, half.acts - must.acts)


class _Player:
    """One seat played: what stands before it is read, and `opened` of every two papers beside it."""

    def __init__(self, book: Book, seat: int, opened: int) -> None:
        self.book, self.seat, self.opened = book, seat, opened
        self.reader = _Reader()
        self.acts = 0
        self._seen = 0
        self._before: View | None = None
        self._expected: Preview | None = None
        self._phase = ""

    def opens(self, seen: View) -> None:
        """The first page; who sits where and for how long is chosen, and what matters is ranked."""
        name = self.book.rulebook.seats[self.seat]
        texts = (self.book.get(f"seat.{name}.brief"), self.book.get(seen.cabinet))
        self.reader.read(Paper("opening", "", tuple(Paragraph(text) for text in texts if text)))
        self.acts += 2

    def turns(self, seen: View, public: View, move: Ask | Order) -> None:
        """Whatever stands before this seat when it moves, and the move."""
        book = self.book
        fresh = seen.phase != self._phase
        self._phase = seen.phase
        if seen.stage != ORDERS:
            self.reader.read(last.last(book, seen) if seen.stage == LAST else war.war(book, seen))
            self.acts += 1
            return
        if fresh:
            if seen.orders:
                page = night.night(book, seen, public, self._seen, self._before, self._expected)
                self.reader.read(page)
                if self.opened and seen.turn % 2 == 0:
                    self.reader.read(page, opened=True)
            self._seen = len(seen.reports)
            self.reader.read(brief.brief(book, seen))
        order = move if isinstance(move, Order) else Order(self.seat, seen.phase, "")
        if self.opened and fresh:
            for place, name in enumerate(desk.offered(book, seen)):
                if (place + seen.turn + self.seat) % 2 == 0:
                    for paper in _PAPERS[name](book, seen, order):
                        self.reader.read(paper, opened=True)
                    self.acts += _acts(name, move)
        if isinstance(move, Order):
            self.reader.read(order_sheet.order_sheet(book, seen, move))
            self.acts += 1
            self._before, self._expected = seen, preview(book.rulebook, seen, move)

    def ends(self, start: State, state: State, records: list[Record]) -> None:
        """The last night and the ending; half of what lay behind it for whoever opens things."""
        book, seen = self.book, view(state, self.seat)
        self.reader.read(night.night(book, seen, view(state, 2), self._seen, self._before, self._expected))
        found = reveal(book.rulebook, book.texts.content, start, records, state)
        if found is None:
            return
        self.reader.read(ending.ending(book, seen, found))
        if self.opened:
            for name in _behind(book, seen)[self.seat :: 2]:
                self.reader.read(debrief.part(book, seen, found, name), opened=True)


def _acts(name: str, move: Ask | Order) -> int:
    """What is done on an opened paper, as far as the mind does it."""
    if isinstance(move, Ask):
        return int(name == "council")
    done = {
        "letters": len(move.letters) + len(move.answers), "riders": len(move.riders), "standing": len(move.changes),
        "question": int(bool(move.probe)) + int(bool(move.reply)), "agreement": int(bool(move.accord)),
    }  # fmt: skip
    return done.get(name, 0)


def _dossier(book: Book, seen: View, order: Order) -> list[Paper]:
    out = [brief.dossier(book, seen)]
    while out[-1].choices:
        out.append(brief.dossier(book, seen, len(out)))
    return out


def _letters(book: Book, seen: View, order: Order) -> list[Paper]:
    return [
        letters.letters(book, seen),
        *(letters.letter(book, seen, number) for number, _letter in live_letters(seen)),
    ]


def _council(book: Book, seen: View, order: Order) -> list[Paper]:
    """The page, and where it only names the papers on the table, the one that a question takes."""
    page = council.council(book, seen)
    one = council.card(book, seen, "a") if lean(book, seen) and seen.dossier.questions else None
    return [page, one] if one is not None else [page]


def _behind(book: Book, seen: View) -> tuple[str, ...]:
    """The parts of the debrief that a pace has time for: none, what happened here, or the record beside it too."""
    if scant(book, seen):
        return ()
    return debrief.PARTS[:5] if lean(book, seen) else debrief.PARTS


_PAPERS: dict[str, Callable[[Book, View, Order], list[Paper]]] = {
    "long": _dossier,
    "council": _council,
    "riders": lambda book, seen, order: [order_sheet.riders(book, seen, order)],
    "standing": lambda book, seen, order: [standing.standing(book, seen, order)],
    "letters": _letters,
    "question": lambda book, seen, order: [
        order_sheet.probes(book, seen, order), his_question.his_question(book, seen, order)
    ],
    "agreement": lambda book, seen, order: [order_sheet.accords(book, seen, order)],
    "man": lambda book, seen, order: [man_over_there.man_over_there(book, seen)],
    "map": lambda book, seen, order: [chart.chart(book, seen)],
}  # fmt: skip


def minutes(book: Book, pace: str, games: int = 2) -> tuple[float, float]:
    """Minutes of a game at this pace: what must be read and done, and with half of the rest.

    The mean over both seats, and over so many games of two leaders and as many as they were really played, of those
    that end in an agreement: one that ends in war on the second day is read sooner.
    """
    found: list[Reading] = []
    for name in ("leader", "history"):
        skill = mind(name, book.rulebook, book.texts.content)
        whole = (seed for seed in range(LONGEST) if _agreed(book, pace, seed, skill))
        for seed in islice(whole, games):
            found += [reading_time(book, pace, seat, seed, (skill, skill)) for seat in range(2)]
    return sum(one.required for one in found) / len(found), sum(one.half for one in found) / len(found)


def _agreed(book: Book, pace: str, seed: int, skill: Skill) -> bool:
    state = finish(book.rulebook, begin(book.rulebook, seed, Options(pace)), (Mind("", skill), Mind("", skill)))
    return state.ended is not None and state.ended.group == "settlement"
