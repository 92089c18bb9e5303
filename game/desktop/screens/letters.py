"""The letter desk: his letters side by side, the answer composed to the right, clause by clause."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import Tone, line, on_paper
from game.desktop.marks import portrait, seal
from game.desktop.painter import Painter
from game.desktop.screens.frame import Section, foot, page, roomy, strip
from game.desktop.screens.letter_work import LetterWork
from game.desktop.ui import Run, Ui
from game.desktop.widget import Widget
from game.engine.move import Draft
from game.engine.view import View
from game.negotiation.letter import OFFER
from game.negotiation.letter import Letter as Sent
from game.papers import letter_draft, letters
from game.papers.paper import ChoiceItem, Line, Paragraph
from game.papers.readings import readings, two_advisers
from game.papers.sight import turn_day
from game.wording.catalogue import _
from game.wording.letters import compose, tones

if TYPE_CHECKING:
    pass


class LetterScene(LetterWork):
    """The letter desk."""

    # -- the screen ---------------------------------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view = session.book, session.view(self.seat)
        numbers = self._pair(view)
        sections: list[Section] = []
        if not numbers:
            sections.append(Section(lambda w, h: self._none(ui, w, h), 32, 84, 728, 552))
        for place, number in enumerate(numbers):
            tilt = (0.5, -0.4)[place % 2]
            section = Section(
                partial(self._his, ui, view, number, tilt, place),
                32 + 364 * place,
                80 + 8 * place,
                364,
                552,
            )
            sections.append(section)
        if len(numbers) == 1:
            sections.append(Section(lambda w, h: self._mine_before(ui, view, w, h), 404, 88, 356, 552))
        sections.append(Section(lambda w, h: self._answer(ui, view, w, h), 784, 72, 464, 438, 1))
        sections.append(Section(lambda w, h: self._readings(ui, view, w, h), 784, 518, 464, 130, 1))
        feet: list[Widget] = [
            lay.button(ui, _("Back"), self.back, "b", "bare", id="back"),
            lay.button(ui, _("All letters"), self._all, "a", "bare", id="all"),
        ]
        if len(view.inbox) > 2:
            feet.append(lay.button(ui, _("Older"), self._older, "o", "bare", id="older"))
        put = lay.button(
            ui, _("Put it to the order"), self._put, "enter", "main", id="put", disabled=self._why(view), height=48
        )
        root = page(
            ui, strip(ui, book, view), sections, foot(ui, feet, [put] if self.draft is not None else []), self.name
        )
        if roomy(ui) and self.draft is not None and self.draft.strength == OFFER and self.draft.terms:
            left = 784 * ui.w / 1280
            room = ui.w - 32 - put.w - 16 - left
            words = ui.text(_("If he takes this as it stands, it is signed."), room, "card", "text", strong=True)
            note = Widget(id="above note", children=[words], w=room, h=words.h)
            root.children.append(note.at(left, ui.h - 16 - 48 + (48 - words.h) / 2))
        return root

    def first(self) -> str:
        return "strength offer" if self.draft is not None else ""

    def _pair(self, view: View) -> list[int]:
        """The letters that lie open, two at most; where none does, the last that came."""
        live = self.open_ones[-2:]
        if not live and view.inbox:
            live = [len(view.inbox)]
        if self.shown:
            live = [self.shown]
        return live

    def _none(self, ui: Ui, width: float, height: float | None) -> Widget:
        inner = width - 80
        text = ui.text(_("No letter of his has come. You may write the first."), inner, "letter", "ink")
        return lay.sheet(ui, text, width, height, "plain", -0.3, "second_paper", (40, 40), id="none")

    def _his(
        self, ui: Ui, view: View, number: int, tilt: float, place: int, width: float, height: float | None
    ) -> Widget:
        session = self.app.session
        assert session is not None
        book = session.book
        tone = on_paper(ui)
        found = view.inbox[number - 1]
        inner = width - 56
        channel = book.rulebook.tables.negotiation.channels[found.channel]
        others = [view.inbox[one - 1] for one in self._pair(view) if one != number]
        made = letters.sheet(book, view, found)
        head = lay.heading(
            ui,
            _("One text for both")
            if found.tone == "one_text"
            else (_("First letter"), _("Second letter"))[place]
            if others
            else _("His letter"),
            inner,
            "sheet_heading",
            tone.accent,
        )
        head.w = head.inner
        word = ui.text(_("public") if channel.public else _("secret"), 90, "small", tone.second)
        word.w = word.inner
        role = "broadcast" if channel.public else "sketch" if others else "letter"
        parts: list[Widget | float] = [
            lay.split(ui, head, word, inner),
            ui.text(
                f"{turn_day(book, view, found.due)}. {book.channel(channel.id)}. {made.binding}.",
                inner,
                "small",
                tone.second,
            ),
            lay.rule(ui, inner, "ink", 2, 6, 10),
        ]
        apart = _apart(found, others)
        if apart:
            names = ", ".join(book.issue(issue) for issue in apart)
            parts += [ui.text(_("They differ in: {names}", names=names), inner, "card", tone.warning), 6.0]
        for text in made.open:
            parts += [ui.text(ui.explained(text), inner, role, tone.ink), 8.0]
        for text in made.private:
            parts += [_aside(ui, text, inner, tone), 8.0]
        parts += [4.0, lay.rule(ui, inner)]
        parts += self._terms(ui, found, others, inner, tone)
        parts += [12.0, *self._ways_to_answer(ui, view, number, inner, tone)]
        fill = "second_paper" if place and not others else "paper"
        return lay.sheet(
            ui,
            lay.column(parts, inner),
            width,
            height,
            "plain",
            tilt,
            fill,
            (28, 24),
            id=f"his {number}",
            label=_("His letter"),
        )

    def _terms(self, ui: Ui, found: Sent, others: list[Sent], width: float, tone: Tone) -> list[Widget | float]:
        """Its clauses; where two letters lie open, what differs is circled in red pencil."""
        session = self.app.session
        assert session is not None
        book = session.book
        mine = {clause.issue: clause for clause in found.clauses}
        theirs = {clause.issue: clause for other in others for clause in other.clauses}
        out: list[Widget | float] = []
        for issue in sorted(mine.keys() | theirs.keys()):
            clause = mine.get(issue)
            value = book.clause(issue, clause.level) if clause is not None else _("not mentioned")
            differs = bool(others) and clause != theirs.get(issue)
            note = _("secret") if clause is not None and clause.secret else ""
            if differs:
                one = line(
                    ui,
                    Line(book.issue(issue), value, ", ".join(x for x in (note, _("differs")) if x), "warning"),
                    width,
                    tone,
                )
                pencil = ui.colour("pencil")
                out.append(_circled(one, pencil, width))
            else:
                out.append(line(ui, Line(book.issue(issue), value, note), width, tone))
        return out

    def _ways_to_answer(self, ui: Ui, view: View, number: int, width: float, tone: Tone) -> list[Widget | float]:
        session = self.app.session
        assert session is not None
        now = next((one for one in self.order.answers if one.letter == number), None)
        out: list[Widget | float] = []
        for item in letters.answers(session.book, view, number):
            chosen = now is not None and now.kind == item.id
            label = item.label[:1].upper() + item.label[1:]
            one = lay.button(
                ui,
                label,
                partial(self._reply, number, item.id),
                "",
                "ink" if chosen else "line",
                width,
                id=f"answer {number} {item.id}",
            )
            one.chosen = chosen
            out += [one, 8.0]
        return out

    def _mine_before(self, ui: Ui, view: View, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        tone = on_paper(ui)
        inner = width - 56
        if not view.outbox:
            return lay.sheet(
                ui,
                ui.text(_("You have not written yet."), inner, "letter", tone.second),
                width,
                height,
                "plain",
                -0.4,
                "second_paper",
                id="mine",
            )
        found = view.outbox[-1]
        made = letters.sheet(session.book, view, found)
        head = lay.heading(ui, _("My last letter"), inner, "sheet_heading", tone.accent)
        parts: list[Widget | float] = [
            head,
            ui.text(
                f"{turn_day(session.book, view, found.sent)}. {made.head}. {made.status}.", inner, "small", tone.second
            ),
            lay.rule(ui, inner, "ink", 2, 6, 10),
        ]
        for text in made.open:
            parts += [ui.text(text, inner, "letter", tone.ink), 8.0]
        for text in made.private:
            parts += [_aside(ui, text, inner, tone), 8.0]
        parts += [line(ui, one, inner, tone) for one in made.terms]
        return lay.sheet(
            ui,
            lay.column(parts, inner),
            width,
            height,
            "plain",
            -0.4,
            "second_paper",
            id="mine",
            label=_("My last letter"),
        )

    # -- my answer ----------------------------------------------------------------------------------------------

    def _answer(self, ui: Ui, view: View, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        book = session.book
        tone = on_paper(ui)
        inner = width - 56
        draft = self.draft
        if draft is None:
            text = ui.text(_("No way to write is open to you now."), inner, "letter", tone.second)
            return lay.sheet(ui, text, width, height, "plain", 0, id="answer")
        ways = letter_draft.ways(book, view)
        channel = next((one for one in ways if one.id == draft.channel), None)
        head = lay.heading(ui, _("My letter"), inner, "screen_heading")
        head.w = head.inner
        put = draft in self.order.letters
        side = ui.text(
            _("lies with the order") if put else channel.label if channel else "", inner, "small", tone.second
        )
        side.w = side.inner
        parts: list[Widget | float] = [lay.split(ui, head, side, inner), 8.0]
        parts += [
            self._choice_row(
                ui,
                [
                    (one.id, one.label.split(":")[0], one.chosen or one.id == draft.strength)
                    for one in letter_draft.strengths(book)
                ],
                inner,
                tone,
                self._strength,
                "strength",
            ),
            8.0,
        ]
        open_ways = [(one.id, one.label, one.id == draft.channel) for one in ways if not one.refusal]
        parts += [self._choice_row(ui, open_ways, inner, tone, self._way, "way"), 8.0, lay.rule(ui, inner)]
        for item in letter_draft.issues(book, view, draft):
            parts.append(self._issue(ui, item, draft, inner, tone))
        clauses = letter_draft.clauses_of(book, draft)
        if clauses:
            stress = book.rulebook.stress_of[self.seat].get(draft.stress, -1)
            public = (
                draft.channel in book.rulebook.channel_of
                and book.rulebook.tables.negotiation.channels[book.rulebook.channel_of[draft.channel]].public
            )
            said = compose(
                book,
                self.seat,
                draft.strength,
                clauses,
                stress,
                draft.tone,
                book.rulebook.accord_of.get(draft.accord, -1),
                public,
            )
            parts.append(10.0)
            for words in said.open:
                parts += [ui.text(words, inner, "broadcast" if public else "letter", tone.ink), 6.0]
            for words in said.private:
                parts += [_aside(ui, words, inner, tone), 6.0]
        parts.append(8.0)
        weights = [(one.id, one.label, one.id == draft.stress) for one in letter_draft.weights(book, view)]
        if len(weights) > 1:
            parts += [
                ui.text(_("Where its weight lies"), inner, "small", tone.second),
                self._choice_row(ui, weights, inner, tone, self._weight, "weight"),
                8.0,
            ]
        if len(tones(book, self.seat)) > 1:
            items = [(one.id, one.label, one.id == draft.tone) for one in letter_draft.tone_items(book, view)]
            parts += [
                ui.text(_("Tone"), inner, "small", tone.second),
                self._choice_row(ui, items, inner, tone, self._tone, "tone"),
                8.0,
            ]
        accords = [
            (one.id, one.label, one.id == draft.accord)
            for one in letter_draft.accord_items(book, view)
            if not one.refusal and one.id
        ]
        if accords:
            parts += [
                ui.text(_("Propose an agreement for the time being"), inner, "small", tone.second),
                self._choice_row(ui, accords, inner, tone, self._accord, "accord"),
                8.0,
            ]
        for one in letter_draft.bound(book, view, draft, clauses):
            if isinstance(one, Line):
                parts.append(line(ui, one, inner, tone))
        if put:
            parts += [8.0, lay.button(ui, _("Take it off the order"), self._off, "", "line", id="off")]
        return lay.sheet(
            ui,
            lay.column(parts, inner),
            width,
            height,
            "plain",
            0.0,
            padding=(28, 22),
            lifted=True,
            id="answer",
            label=_("My letter"),
        )

    def _choice_row(
        self, ui: Ui, items: list[tuple[str, str, bool]], width: float, tone: Tone, take: object, group: str
    ) -> Widget:
        """A row of which one is filled; it wraps where the words are long."""
        assert callable(take)
        boxes: list[Widget] = []
        ink, paper = tone.ink, ui.colour("paper")
        even = width / max(1, len(items))
        same = all(ui.wide(ui.style("small", strong=True), label) + 20 <= even for _id, label, _chosen in items)
        for id, label, chosen in items:
            text = label[:1].upper() + label[1:]
            wide = even if same else min(width, ui.wide(ui.style("small", strong=True), text) + 24)
            words = ui.text(text, wide - 16, "small", paper if chosen else ink, "centre", strong=chosen)
            tall = words.h + 8
            words.role, words.label = "group", ""

            def paint(
                p: Painter, x: float, y: float, chosen: bool = chosen, wide: float = wide, tall: float = tall
            ) -> None:
                if chosen:
                    p.fill(ink, x, y, wide, tall)
                p.frame(ink, x, y, wide + (0.8 if same else 0), tall, 1)

            one = Widget(
                "choice",
                text,
                w=wide,
                h=tall,
                paint=paint,
                act=partial(take, id),
                id=f"{group} {id}",
                chosen=chosen,
                children=[words.at(8, 4)],
            )
            boxes.append(one)
        return lay.row(boxes, 0) if same else lay.flow(boxes, width, 6, 6)

    def _issue(self, ui: Ui, item: ChoiceItem, draft: Draft, width: float, tone: Tone) -> Widget:
        term = next((one for one in draft.terms if one.issue == item.id), None)
        session = self.app.session
        assert session is not None
        name = ui.text(item.label, width * 0.3, "small", tone.second)
        said = ui.text(
            item.detail, width * 0.7 - 110, "small", tone.ink if term else tone.second, strong=term is not None
        )
        right: Widget = Widget()
        if term is not None:
            channel = session.book.rulebook.channel_of.get(draft.channel, -1)
            public = (
                not term.secret and channel >= 0 and session.book.rulebook.tables.negotiation.channels[channel].public
            )
            word = ui.text(
                _("public") if public else _("secret") if term.secret else _("by letter"), 90, "small", tone.ink
            )
            word.w = word.inner
            right = lay.row([word, seal(ui, public, tone.ink, 20)], 6)
        tall = max(34.0, name.h + 8, said.h + 8)
        shade = ui.colour(tone.rule)
        for one in (name, said):
            one.role, one.label = "group", ""
        out = Widget(
            "button",
            item.label,
            item.detail,
            w=width,
            h=tall,
            act=lambda: self._clause(item.id),
            id=f"issue {item.id}",
            inside=True,
            paint=lambda p, x, y: p.rule(shade, x, y + tall - 1, width, 1),
            adjust=lambda by: self._turn(item.id, by),
        )
        out.children = [
            name.at(4, (tall - name.h) / 2),
            said.at(width * 0.3 + 8, (tall - said.h) / 2),
            right.at(width - right.w - 4, (tall - right.h) / 2),
        ]
        return out

    def _readings(self, ui: Ui, view: View, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        book, draft = session.book, self.draft
        clauses = letter_draft.clauses_of(book, draft) if draft is not None else ()
        if draft is None or not clauses:
            return Widget(w=width, h=0)
        found = [one for one in readings(book, view, draft, clauses) if isinstance(one, Paragraph)]
        half = (width - 16) / 2
        people = {one["name"]: one["id"] for one in book.content("people", ())}
        made: list[Widget] = []
        for name, one in zip(two_advisers(book, view), found, strict=False):
            said = one.text.partition(": ")[2].strip("“”")
            face = portrait(ui, str(people.get(name, "")), 56, True, "unknown_one" if self.seat == 0 else "unknown_two")
            room = half - 68
            short = name if ui.wide(ui.style("label"), name) <= room else name.split(" ")[-1]
            words = ui.text(
                said,
                room,
                "card",
                "text",
                aside=True,
                most=max(1, int((height - 24) // 21)) if height is not None else 0,
            )
            words.label = said
            block = lay.column([ui.text(short, room, "label", "brass", most=1), words], room)
            face.h = min(face.h, max(64.0, block.h))
            made.append(Widget(w=half, h=max(64.0, block.h), children=[face, block.at(64, 0)]))
        out = lay.row(made, 16, False)
        out.id = "above readings"
        return out


def _aside(ui: Ui, text: str, width: float, tone: Tone) -> Widget:
    """What is for one man alone: set apart, in italics, behind a line."""
    inner = ui.text([Run(text, aside=True)], width - 18, "letter", tone.second, aside=True)
    accent, tall = tone.accent, inner.h
    return Widget(w=width, h=tall, children=[inner.at(18, 0)], paint=lambda p, x, y: p.fill(accent, x, y, 3, tall))


def _circled(one: Widget, pencil: tuple[int, int, int], width: float) -> Widget:
    """A ring of red pencil round the value."""
    tall = one.h

    def over(p: Painter, x: float, y: float) -> None:
        cx, cy, rx, ry = x + width * 0.72, y + tall / 2, width * 0.30, tall / 2 - 1
        points = [
            (
                cx + rx * math.cos(a / 20 * math.pi - 0.4) * (1 + 0.02 * (a % 3)),
                cy + ry * math.sin(a / 20 * math.pi - 0.4),
            )
            for a in range(43)
        ]
        p.stroke(pencil, points, 2, 0.85)

    one.over = over
    return one


def _apart(found: Sent, others: list[Sent]) -> list[int]:
    """The issues on which a letter and the others that lie open do not say the same."""
    mine = {clause.issue: clause for clause in found.clauses}
    theirs = {clause.issue: clause for other in others for clause in other.clauses}
    return [issue for issue in sorted(mine.keys() | theirs.keys()) if others and mine.get(issue) != theirs.get(issue)]
