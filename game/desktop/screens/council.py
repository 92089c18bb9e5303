"""The council: advisers behind the table, only the speaker in the light; his claims, four cards, and one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.marks import boxes, portrait
from game.desktop.painter import Painter
from game.desktop.scene import Scene
from game.desktop.screens.frame import Section, foot, page, roomy, strip
from game.desktop.theme import mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import Ask
from game.engine.view import View
from game.papers import council
from game.papers.paper import ChoiceItem
from game.wording.catalogue import _, several

if TYPE_CHECKING:
    from game.desktop.app import App


class CouncilScene(Scene):
    name = "council"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.speaker = ""
        self.said = ""

    def advisers(self, view: View) -> list[str]:
        """Who speaks today, by id, in order."""
        session = self.app.session
        assert session is not None
        claims = session.book.content("claims", {})
        out: list[str] = []
        for number in view.dossier.claims:
            who = str(claims.get(session.book.rulebook.tables.council.claims[number].id, {}).get("adviser", ""))
            if who and who not in out:
                out.append(who)
        return out

    def build(self, ui: Ui) -> Widget:
        session = self.app.session
        assert session is not None
        book, view, place = session.book, session.view(self.seat), session.places[self.seat]
        names = self.advisers(view)
        if self.speaker not in names:
            self.speaker = names[0] if names else ""
        claims = [one for one in council.claims(book, view) if self._who(one.id) == self.speaker or not names]
        cards = council.cards(book, view)
        if place.claim not in {one.id for one in claims}:
            place.claim = claims[0].id if claims else ""

        def sheet(width: float, height: float | None) -> Widget:
            return self._sheet(ui, view, claims, width, height)

        def table(width: float, height: float | None) -> Widget:
            return self._table(ui, view, names, cards, width, height)

        left = view.dossier.questions
        put_why = self._why(view, place.claim, place.card)
        put = lay.button(ui, _("Put it to him"), self._put, "enter", "main", 240, id="put", disabled=put_why, height=48)
        keep = lay.button(ui, _("Keep it"), self.back, "k", "second", id="keep", height=48)
        feet: list[Widget] = [lay.button(ui, _("Back to the desk"), self.back, "b", "bare", id="back")]
        if len(names) > 1:
            feet.append(lay.button(ui, _("Another adviser"), lambda: self._next(1), "right", "bare", id="next"))
        root = page(
            ui,
            strip(ui, book, view),
            [Section(table, 0, 56, 840, 664), Section(sheet, 864, 80, 384, 480, 1)],
            foot(ui, feet, [put, keep]),
            self.name,
        )
        if roomy(ui):
            text = (
                several("You have {count} question this morning.", "You have {count} questions this morning.", left)
                if left
                else _("You have no question left this turn.")
            )
            note = ui.text(self.said or text, 384 * ui.w / 1280, "small", "text", most=2)
            note.label = self.said or text
            root.children.append(
                Widget(id="above note", children=[note], w=note.w, h=note.h).at(864 * ui.w / 1280, 576 * ui.h / 720)
            )
            self._thread(ui, root)
        return root

    def backdrop(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        if ui.theme.contrast or not roomy(ui):
            return ui.surfaces.room(ui.room, size)
        return ui.surfaces.once(("council", ui.room.seat, size), lambda: _chamber(ui, size))

    def first(self) -> str:
        return "card 0"

    def key(self, name: str) -> bool:
        return False

    def _who(self, claim: str) -> str:
        session = self.app.session
        assert session is not None
        return str(session.book.content("claims", {}).get(claim, {}).get("adviser", ""))

    # -- the table ----------------------------------------------------------------------------------------------

    def _table(
        self, ui: Ui, view: View, names: list[str], cards: tuple[ChoiceItem, ...], width: float, height: float | None
    ) -> Widget:
        if height is None:
            heads = [self._adviser(ui, name, 110, width) for name in names]
            made = [self._card(ui, one, number, width, None) for number, one in enumerate(cards)]
            return lay.column([lay.flow(heads, width, 12, 12), *made], width, 14)
        across, down = ui.w / 1280, ui.h / 720
        out = Widget(w=width, h=height)
        count = max(1, len(names))
        pitch = min(170.0, 800 / count) * across
        start = (width - pitch * count) / 2
        for number, name in enumerate(names):
            lit = name == self.speaker
            off = abs((number + 0.5) / count - 0.5) * 2
            size = (158 if lit else 142) * min(1.0, pitch / (146 * across)) * min(across, down)
            one = self._adviser(ui, name, size, pitch - 6, lit)
            low = (220 + 28 * off * off) * down
            one.floats = True
            out.children.append(one.at(start + pitch * number + (pitch - one.w) / 2, low - one.h + 6))
        rows = max(1, (min(len(cards), 6) + 1) // 2)
        wide, tall = 384 * across, (330 * down - 12 * (rows - 1)) / rows if rows > 1 else 160 * down
        for number, card in enumerate(cards[:6]):
            x = (32 + (number % 2) * 408) * across
            y = 260 * down + (number // 2) * (tall + 12) - (5 if number % 2 else 0)
            made_card = self._card(ui, card, number, wide, tall)
            out.children.append(made_card.at(x, y))
        return out

    def _adviser(self, ui: Ui, person: str, size: float, room: float, lit: bool | None = None) -> Widget:
        session = self.app.session
        assert session is not None
        speaking = person == self.speaker
        picture = portrait(
            ui, person, size, speaking if lit is None else lit, "unknown_one" if self.seat == 0 else "unknown_two"
        )
        name = session.book.person(person) or person
        short = name if ui.wide(ui.style("label"), name) <= max(room, size) - 20 else name.split(" ")[-1]
        words = ui.text(
            short,
            max(40.0, max(room, size) - 16),
            "label",
            ui.colour("ink") if speaking else ui.colour("text"),
            "centre",
            most=1,
        )
        plate = words.inner + 20
        brass, dark = ui.colour("brass"), mix(ui.colour("room"), (0, 0, 0), 0.2)
        wide = max(size, plate)
        out = Widget(
            "button",
            name,
            _("speaks") if speaking else "",
            w=wide,
            h=picture.h + 14,
            act=lambda: self._speak(person),
            id=f"adviser {person}",
            chosen=speaking,
        )
        words.role, words.label = "group", ""
        left = (wide - plate) / 2

        def plated(p: Painter, x: float, y: float) -> None:
            p.fill(brass if speaking else dark, x, y, plate, 28)

        label = Widget(
            x=left, y=picture.h - 14, w=plate, h=28, paint=plated, children=[words.at((plate - words.w) / 2, 2)]
        )
        out.children = [picture.at((wide - size) / 2, 0), label]
        return out

    def _card(self, ui: Ui, item: ChoiceItem, number: int, width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        place = session.places[self.seat]
        tone = on_paper(ui)
        inner = width - 40
        spent = _("It has been put") in item.note
        key = council.LETTERS[number]
        ink = tone.second if spent else tone.ink
        cap = lay.key_cap(ui, key, ink)
        dated = ui.text(item.note.split(". ")[0], inner * 0.46, "small", tone.second, most=1)
        dated.w = dated.inner
        title = ui.text(
            item.label, inner - dated.w - 48, "small", tone.accent if not spent else tone.second, strong=True, most=1
        )
        head = Widget(w=inner, h=max(cap.h, 24.0), children=[cap, title.at(34, 1), dated.at(inner - dated.w, 1)])
        body = ui.text(item.detail, inner, "interface", ink)
        room = (height - 18 - head.h - 6) if height else 1e9
        if body.h > room:
            body = ui.text(item.detail, inner, "card", ink)
        if body.h > room:
            line = ui.style("card").line
            body = ui.text(item.detail, inner, "card", ink, most=max(1, int(room // line)))
        parts: list[Widget | float] = [head, lay.rule(ui, inner, "rule", 1, 1, 4), body]
        block = lay.column(parts, inner)
        for child in block.walk():
            if child.role == "text":
                child.role, child.label = "group", ""
        tall = height or block.h + 26
        tilt = (0.5, -0.4, -0.4, 0.3, 0.4, -0.3)[number % 6]
        out = Widget(
            "choice",
            f"{item.label}. {item.detail}",
            item.note,
            w=width,
            h=tall,
            act=lambda: self._pick(item.id),
            keys=(key,),
            id=f"card {number}",
            chosen=item.id == place.card,
            tilt=tilt,
        )
        out.paint = lay.paper(
            ui,
            width,
            tall,
            ui.colour("second_paper" if spent else "paper"),
            "plain",
            tilt,
            tone.accent,
            item.id == place.card,
        )
        out.children = [block.at(20, 10)]
        if spent:
            words = ui.room.words.get("stamps")
            text = str(words.get("spent", "")) if isinstance(words, dict) else ""
            mark = lay.stamp(ui, text or _("put"), tone.warning, 7)
            if height and block.h + mark.h < tall - 8:
                out.children.append(mark.at(width - mark.w - 20, tall - mark.h - 8))
        return out

    # -- the argument -------------------------------------------------------------------------------------------

    def _sheet(self, ui: Ui, view: View, claims: list[ChoiceItem], width: float, height: float | None) -> Widget:
        session = self.app.session
        assert session is not None
        book, place = session.book, session.places[self.seat]
        tone = on_paper(ui)
        inner = width - 56
        if not claims:
            text = ui.text(_("The council does not meet now."), inner, "letter", tone.ink)
            return lay.sheet(ui, text, width, height, "plain", -0.3, id="argument")
        post = book.get(f"person.{self.speaker}.post")
        parts: list[Widget | float] = [
            lay.heading(ui, book.person(self.speaker) or _("The council"), inner, "screen_heading"),
            ui.text(post, inner, "small", tone.second, most=2),
            lay.rule(ui, inner, "ink", 2, 6, 10),
        ]
        for number, item in enumerate(claims, 1):
            parts += [self._claim(ui, item, number, inner, item.id == place.claim), 6.0]
        parts += [4.0, lay.rule(ui, inner, "rule", 1, 0, 8)]
        parts.append(
            ui.text(
                _("If the card bears against it, he concedes. If not: “That does not touch it.”"),
                inner,
                "small",
                tone.second,
                aside=True,
            )
        )
        return lay.sheet(
            ui, lay.column(parts, inner), width, height, "plain", -0.3, id="argument", label=book.person(self.speaker)
        )

    def _claim(self, ui: Ui, item: ChoiceItem, number: int, width: float, asked: bool) -> Widget:
        session = self.app.session
        assert session is not None
        tone = on_paper(ui)
        conceded = _("He has conceded") in item.note
        sure = int(session.book.content("claims", {}).get(item.id, {}).get("sure", 2))
        text = ui.text(
            item.detail.strip("“”"), width - 20, "claim", tone.second if conceded else tone.ink, strong=asked
        )
        word = item.note.split(". ")[0].removeprefix(_("Says he is {sure}", sure="")).strip()
        certain = boxes(ui, sure, tone.accent if asked else tone.ink)
        state = (
            _("conceded")
            if conceded
            else _("stood")
            if _("It stood") in item.note
            else _("your question")
            if asked
            else ""
        )
        side = ui.text(state, width * 0.5, "small", tone.accent if not conceded else tone.warning, strong=True)
        side.w = side.inner
        says = ui.text(word, 150, "small", tone.second)
        says.w = says.inner
        low = lay.split(ui, lay.row([certain, says], 10), side, width - 20)
        inner = lay.column([text, 2.0, low], width - 20)
        for child in inner.walk():
            if child.role == "text":
                child.role, child.label = "group", ""
        accent = tone.accent
        out = Widget(
            "choice",
            item.detail,
            f"{word}. {state}".strip(". "),
            w=width,
            h=inner.h + 8,
            act=lambda: self._claimed(item.id),
            keys=(str(number),),
            id=f"claim {item.id}",
            chosen=asked,
            inside=False,
        )
        height = inner.h

        def paint(p: Painter, x: float, y: float) -> None:
            if asked:
                p.fill(accent, x - 12, y + 2, 6, height)
            if conceded:
                p.stroke(ui.colour("pencil"), [(x, y + 14), (x + width * 0.5, y + 9), (x + width - 20, y + 15)], 2, 0.8)

        out.over = paint
        out.children = [inner.at(8, 4)]
        return out

    def _thread(self, ui: Ui, root: Widget) -> None:
        """One red thread from the chosen card to the chosen claim, in the gutters."""
        session = self.app.session
        assert session is not None
        place = session.places[self.seat]
        card = claim = None
        for one, x, y in root.placed():
            if one.id.startswith("card ") and one.chosen:
                card = (x, y, one)
            if one.id.startswith("claim ") and one.chosen:
                claim = (x, y, one)
        if card is None or claim is None or not place.card or ui.theme.contrast:
            return
        sheet_left = 864 * ui.w / 1280
        x0, y0 = card[0] + card[2].w - 2, card[1] + card[2].h / 2
        x1, y1 = sheet_left + 2, claim[1] + 12
        gutter = sheet_left - 18
        left = card[0] < 300
        mid = card[1] - 18 if left else y0
        points = _round(
            [(x0, y0), (x0 + 16, y0), (x0 + 16, mid), (gutter, mid), (gutter, y1), (x1, y1)]
            if left
            else [(x0, y0), (gutter, y0), (gutter, y1), (x1, y1)],
            16,
        )
        red = ui.colour("pencil") if ui.colour("pencil") != ui.colour("accent") else (178, 58, 48)
        red = mix(red, (214, 84, 70), 0.4)

        def paint(p: Painter, x: float, y: float) -> None:
            p.stroke((0, 0, 0), [(px + 2, py + 4) for px, py in points], 3, 0.35)
            p.stroke(red, points, 3)
            for px, py in (points[0], points[-1]):
                p.dot(mix(red, (0, 0, 0), 0.35), px, py + 1, 7)
                p.dot(red, px, py, 7)
                p.dot(mix(red, (255, 255, 255), 0.55), px - 2, py - 2, 2)

        root.children.insert(len(root.children) - 3, Widget(id="above thread", paint=paint, floats=True))

    # -- acts ---------------------------------------------------------------------------------------------------

    def _why(self, view: View, claim: str, card: str) -> str:
        from game.engine.legality import refusal
        from game.wording.reasons import refused

        session = self.app.session
        assert session is not None
        if view.dossier.questions <= 0:
            return _("You have no question left this turn.")
        if not card:
            return _("Choose a card first.")
        found = refusal(session.book.rulebook, view, Ask(self.seat, view.phase, claim, card))
        return refused(session.book, found) if found else ""

    def _speak(self, person: str) -> None:
        self.speaker, self.said = person, ""

    def _next(self, by: int) -> None:
        session = self.app.session
        assert session is not None
        names = self.advisers(session.view(self.seat))
        self._speak(names[(names.index(self.speaker) + by) % len(names)])

    def _pick(self, id: str) -> None:
        session = self.app.session
        assert session is not None
        place = session.places[self.seat]
        place.card = "" if place.card == id else id

    def _claimed(self, id: str) -> None:
        session = self.app.session
        assert session is not None
        session.places[self.seat].claim = id

    def _put(self) -> None:
        session = self.app.session
        assert session is not None
        view, place = session.view(self.seat), session.places[self.seat]
        why = self._why(view, place.claim, place.card) or session.submit(
            Ask(self.seat, view.phase, place.claim, place.card)
        )
        if why:
            self.app.say(why)
            return
        self.said = council.answers(session.book, session.view(self.seat))[-1]
        place.card = ""
        self.app.play("paper", _("paper"))
        self.app.say(self.said, 8)


def _round(points: list[tuple[float, float]], radius: float) -> list[tuple[float, float]]:
    """A path with its corners rounded off."""
    out = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        first = _toward(here, before, radius)
        last = _toward(here, after, radius)
        for step in range(7):
            t = step / 6
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            out.append((a * first[0] + b * here[0] + c * last[0], a * first[1] + b * here[1] + c * last[1]))
    return [*out, points[-1]]


def _toward(start: tuple[float, float], end: tuple[float, float], far: float) -> tuple[float, float]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max(0.01, (dx * dx + dy * dy) ** 0.5)
    part = min(0.5, far / length)
    return start[0] + dx * part, start[1] + dy * part


def _chamber(ui: Ui, size: tuple[int, int]) -> pygame.Surface:
    """A panelled wall, a long table seen from its end: wood at the rim, the room's own surface within."""
    room = ui.room
    width, height = size
    sx, sy = width / 1280, height / 720
    out = pygame.Surface(size)
    wall = mix(room["strip"], room.stops[2], 0.42)
    out.blit(ui.surfaces.glow(size, mix(wall, room.stops[1], 0.34), room["room"], (420, 180), (560, 330)), (0, 0))
    for x in range(40, 1280, 136):
        pygame.draw.line(
            out,
            mix(room["room"], (0, 0, 0), 0.35),
            (round(x * sx), 0),
            (round(x * sx), round(330 * sy)),
            max(1, round(2 * sx)),
        )
        pygame.draw.line(
            out, mix(wall, (255, 255, 255), 0.06), (round((x + 3) * sx), 0), (round((x + 3) * sx), round(330 * sy))
        )
    wood = mix((90, 58, 36), room.stops[1], 0.12)
    rim = pygame.Rect(0, 0, round(1180 * sx), round(1100 * sy))
    rim.midtop = (round(420 * sx), round(262 * sy))
    pygame.draw.ellipse(out, mix(wood, (0, 0, 0), 0.45), rim.inflate(8, 8))
    pygame.draw.ellipse(out, wood, rim)
    cloth = pygame.Surface(size, pygame.SRCALPHA)
    inner = rim.inflate(-round(150 * sx), -round(116 * sy))
    surface = ui.surfaces.room(room, size)
    mask = pygame.Surface(size, pygame.SRCALPHA)
    pygame.draw.ellipse(mask, (255, 255, 255, 255), inner)
    cloth.blit(surface, (0, 0))
    cloth.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    pygame.draw.ellipse(out, mix(wood, (0, 0, 0), 0.55), inner.inflate(6, 6))
    out.blit(cloth, (0, 0))
    fade = pygame.Surface((64, 1), pygame.SRCALPHA)
    for x in range(64):
        fade.set_at((x, 0), (*mix(room["room"], (0, 0, 0), 0.2), min(255, int(255 * (x / 30) ** 1.5))))
    out.blit(pygame.transform.smoothscale(fade, (max(1, round(130 * sx)), height)), (round(770 * sx), 0))
    pygame.draw.rect(out, mix(room["room"], (0, 0, 0), 0.2), (round(896 * sx), 0, width, height))
    return out.convert()
