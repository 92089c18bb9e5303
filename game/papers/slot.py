"""A saved game in a line and a small chart: where it stands, as the one who plays it knows."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.knowledge import PUBLIC
from game.engine.view import View
from game.papers import chart, desk
from game.papers.danger import tonight_line
from game.papers.paper import Mark
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.dates import day


@dataclass(frozen=True, slots=True)
class Slot:
    """`turn` counts from 1; `ending` is '' while it is played; nothing of one side is told where two share the game."""

    day: str
    turn: int
    turns: int
    danger: str
    ending: str
    rung: int
    rungs: int
    marks: tuple[Mark, ...]

    def line(self) -> str:
        """Date, turn and danger; or how it ended."""
        if self.ending:
            return _("{day}. It is over: {ending}.", day=self.day, ending=self.ending.rstrip("."))
        where = _("{day}, turn {turn} of {turns}.", day=self.day, turn=self.turn, turns=self.turns)
        return _("{where} Danger: {danger}.", where=where, danger=self.danger) if self.danger else where


def slot(book: Book, view: View) -> Slot:
    """What is shown of a game before it is opened."""
    with speaking(book.language):
        alone = view.viewer != PUBLIC
        ladder = desk.ladder(book, view)
        marks = [one for one in chart.chart(book, view).blocks if isinstance(one, Mark)] if alone else []
        danger = tonight_line(book, view) if alone else ()
        ended = view.ended.ending if view.ended is not None and view.over else ""
        turns = len(book.rulebook.tables.paces[view.pace].turns)
        return Slot(
            day(book, view.ended.turn if view.over and view.ended is not None else view.phase),
            min(view.turn + 1, turns),
            turns,
            danger[0].value if danger else "",
            book.get(f"ending.{ended}.title", ended) if ended else "",
            ladder.rung,
            ladder.of,
            tuple(marks),
        )
