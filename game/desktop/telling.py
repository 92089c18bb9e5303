"""Long prose that comes in steps: a paragraph, a pause to read it, the next. A key or a click brings the next at once.

A scene marks its paragraphs as it builds (`told`), in order of reading. What has been read before stands there at once,
and so does everything where motion is off, where text is wanted at once, and where a screen reader listens. A paragraph
that has not come keeps its place, with the key that brings it; its words are in the widget tree.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.widget import Widget

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.ui import Ui

A_WORD = 0.09
"""Seconds for a word: half as long as most people need, so that nobody waits for the next paragraph."""
SHORTEST, LONGEST = 0.5, 2.5


class Telling:
    """How far the text of one scene has come."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._out: set[str] = set()
        """What has come; and of that, what nobody had read before."""
        self._new: set[str] = set()
        self.touched = False
        """Somebody has moved the focus here: Enter does what it says again."""
        self._now: dict[str, Widget] = {}
        """Text and widget of each step of the screen as it stands, in order of reading."""
        self._last_out = True
        self._due = 0.0
        self._asked = ""
        """The text that somebody asked for: it is brought into sight."""

    # -- while a screen is built --------------------------------------------------------------------------------

    def begin(self) -> None:
        self._now, self._last_out = {}, True

    def step(self, one: Widget) -> bool:
        """Whether this paragraph has come; if it is the first that has not, it is the next."""
        text = _text(one)
        if text not in self._now:
            self._now[text] = one
        if text not in self._out and (self._at_once or text in self._app.seen or not self._new & self._now.keys()):
            self._bring(text)
        self._last_out = text in self._out and not self.waits(one)
        return self._last_out

    def waits(self, one: Widget) -> bool:
        """Whether something before it has not come."""
        before = takewhile(lambda text: text != _text(one), self._now)
        return any(text not in self._out for text in before)

    def beside(self) -> bool:
        """Whether what belongs to the paragraph before has come."""
        return self._last_out

    # -- while it stands ----------------------------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        """Whether there is more to come."""
        return any(text not in self._out for text in self._now)

    def tick(self, now: float) -> bool:
        """Time has passed; True if a paragraph has come."""
        if not self.pending:
            self._app.seen.keep()
            return False
        return now >= self._due and self.next()

    def next(self, asked: bool = False) -> bool:
        """The next paragraph comes."""
        text = next((text for text in self._now if text not in self._out), "")
        if not text:
            return False
        self._bring(text)
        self._asked = text if asked else ""
        return True

    def all(self) -> bool:
        """Everything comes."""
        waited = self.pending
        for text in self._now:
            self._bring(text)
        return waited

    def asked(self) -> Widget | None:
        """What somebody has just asked for, once."""
        text, self._asked = self._asked, ""
        return self._now.get(text)

    @property
    def _at_once(self) -> bool:
        settings = self._app.settings
        return settings.at_once or not settings.motion or self._app.read_aloud

    def _bring(self, text: str) -> None:
        if text not in self._out:
            self._out.add(text)
            if text not in self._app.seen:
                self._new.add(text)
                self._app.seen.add(text)
            self._due = self._app.clock.now() + min(max(len(text.split()) * A_WORD, SHORTEST), LONGEST)


def told(ui: Ui, one: Widget, lead: bool = True, dark: bool = False) -> Widget:
    """A paragraph in its turn; where it does not lead, it comes with the one before it."""
    if ui.telling is None:
        return one
    if ui.telling.step(one) if lead else ui.telling.beside():
        return one
    for part in one.walk():
        part.veiled = True
    if lead and not ui.telling.waits(one):
        cap = lay.key_cap(ui, "enter", ui.colour("second_text" if dark else "second_ink"))
        one.over = cap.paint
    return one


def _text(one: Widget) -> str:
    return " ".join(part.label for part in one.walk() if part.label and part.role != "link") or str(id(one))
