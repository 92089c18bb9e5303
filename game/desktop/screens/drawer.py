"""The drawer: everything that does not lie on the desk."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.blocks import on_paper
from game.desktop.scene import Scene
from game.desktop.screens.choices import choice_row
from game.desktop.screens.frame import Section, foot, page, strip, way_back
from game.desktop.screens.headed import headed
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers.paper import ChoiceItem
from game.wording.catalogue import _


class DrawerScene(Scene):
    name = "drawer"

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        view = session.view(self.seat)
        tone = on_paper(ui)
        items: list[tuple[ChoiceItem, Callable[[], None]]] = [
            (
                ChoiceItem(
                    "dossier", _("The long dossier"), _("the decision in full, and the day's intelligence"), key="1"
                ),
                self._dossier,
            ),
            (ChoiceItem("map", _("The chart"), _("what is where, as far as you know"), key="2"), self._map),
            (ChoiceItem("all", _("Everyone you answer to"), _("how angry each of them is"), key="3"), self._audiences),
            (ChoiceItem("night", _("The last night"), _("what happened, and the papers"), key="4"), self._night),
            (
                ChoiceItem("library", _("The library"), _("people, terms, ways to write"), key="5"),
                lambda: self._aside("f1"),
            ),
            (
                ChoiceItem("history", _("All that was said"), _("everything you have read so far"), key="6"),
                lambda: self._aside("f2"),
            ),
            (
                ChoiceItem("saves", _("Saved games"), _("this game is kept at each signature"), key="7"),
                lambda: self._aside("f3"),
            ),
            (
                ChoiceItem("settings", _("Settings"), _("size of text, sound, captions, contrast"), key="8"),
                lambda: self._aside("f10"),
            ),
        ]
        if session.hot:
            items.append(
                (
                    ChoiceItem(
                        "slip", _("A slip for whoever waits"), _("a short paper to print or read aloud"), key="9"
                    ),
                    self._slip,
                )
            )
        acts = {item.id: act for item, act in items}

        def below(inner: float) -> list[Widget | float]:
            return [choice_row(ui, item, inner, lambda id: acts[id](), tone, around=10.0) for item, _act in items]

        def sheet(width: float, height: float | None) -> Widget:
            return headed(
                ui, _("The drawer"), below, width, height, "drawer", "plain", -0.3, (32, 24), gap=4,
                fill="second_paper", shrink=True,
            )  # fmt: skip

        bottom = foot(ui, [way_back(ui, self.back, _("Back to the desk"))])
        return page(ui, strip(ui, session.book, view), [Section(sheet, 320, 72, 640, 576)], bottom, self.name)

    def _dossier(self) -> None:
        from game.desktop.screens.dossier import DossierScene

        self.app.push(DossierScene(self.app))

    def _map(self) -> None:
        from game.desktop.screens.map import MapScene

        self.app.push(MapScene(self.app))

    def _audiences(self) -> None:
        from game.desktop.screens.page import PaperScene
        from game.papers.desk import audiences
        from game.papers.paper import Paper, Paragraph

        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)

        def made() -> Paper:
            blocks: list[object] = []
            for one in audiences(book, view):
                blocks.append(one)
                if one.voice:
                    blocks.append(Paragraph(one.voice, "last"))
            return Paper("audiences", _("Everyone you answer to"), tuple(blocks))  # type: ignore[arg-type]

        self.app.push(PaperScene(self.app, made, name="audiences"))

    def _night(self) -> None:
        from game.desktop.screens.night import NightScene

        session = self.app.session
        assert session is not None
        if not session.view(self.seat).orders:
            self.app.say(_("Nothing has happened yet."))
            return
        self.app.push(NightScene(self.app, again=True))

    def _aside(self, key: str) -> None:
        from game.desktop.screens.asides import open_aside

        open_aside(self.app, key)

    def _slip(self) -> None:
        """A short paper without anything secret on it: the day, the rung, what all can know."""
        from game.desktop.screens.page import PaperScene
        from game.papers import desk
        from game.papers.paper import Line, Paper, Paragraph
        from game.wording.dates import day

        session = self.app.session
        assert session is not None
        book, public = session.book, session.view(2)
        now = desk.ladder(book, public)
        blocks = (
            Line(_("The ladder"), _("{number} of {of}: {name}", number=now.rung + 1, of=now.of, name=now.name)),
            Paragraph(
                _(
                    "While you wait: what does the other side fear most tonight? "
                    "Write it down; you will compare at the end."
                )
            ),
            Paragraph(_("What would you refuse, whatever was offered for it?")),
        )
        paper = Paper("slip", _("For whoever waits. {day}", day=day(book, public.phase)), blocks)
        self.app.push(PaperScene(self.app, lambda: paper, name="slip"))
