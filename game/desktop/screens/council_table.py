"""The council's table: who sits behind it, the speaker in the middle and in the light, and the cards upon it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.marks import portrait
from game.desktop.painter import Painter
from game.desktop.theme import mix
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.papers import council
from game.papers.paper import ChoiceItem
from game.wording.catalogue import _
from game.wording.numbers import sentence

if TYPE_CHECKING:
    from game.desktop.screens.council import CouncilScene


HEAD = 52.0
"""Units of a card above its words and below them."""


def table(
    scene: CouncilScene,
    ui: Ui,
    names: list[str],
    cards: tuple[ChoiceItem, ...],
    width: float,
    height: float | None,
) -> Widget:
    if height is None:
        heads = [adviser(scene, ui, name, 110, width) for name in names]
        made = [card_on_table(scene, ui, one, number, width, None) for number, one in enumerate(cards)]
        return lay.column([lay.flow(heads, width, 12, 12), *made], width, 14)
    across, down = ui.w / 1280, ui.h / 720
    out = Widget(w=width, h=height)
    ring = _speaker_in_the_middle(names, scene.speaker)
    middle = ring.index(scene.speaker) if scene.speaker in ring else 0
    widest = 2 * max(middle, len(ring) - 1 - middle) + 1
    pitch = min(170.0, 800 / widest) * across
    start = width / 2 - pitch * (middle + 0.5)
    for number, name in enumerate(ring):
        lit = name == scene.speaker
        off = abs(number - middle) * 2 / max(2, widest - 1)
        size = (178 if lit else 152) * min(1.0, pitch / (146 * across)) * min(across, down)
        one = adviser(scene, ui, name, size, pitch - 6, lit)
        low = (216 + 14 * off * off) * down
        one.floats = True
        out.children.append(one.at(start + pitch * number + (pitch - one.w) / 2, low - one.h + 6))
    rows = max(1, (min(len(cards), 6) + 1) // 2)
    wide, tall = 384 * across, (338 * down - 12 * (rows - 1)) / rows if rows > 1 else 174 * down
    role = _role(ui, cards[:6], wide, tall)
    for number, card in enumerate(cards[:6]):
        x = (32 + (number % 2) * 408) * across
        y = 248 * down + (number // 2) * (tall + 12) - (5 if number % 2 else 0)
        made_card = card_on_table(scene, ui, card, number, wide, tall, role)
        out.children.append(made_card.at(x, y))
    return out


def _role(ui: Ui, cards: tuple[ChoiceItem, ...], width: float, height: float) -> str:
    """One size of words for all cards: the smaller one where any of them needs it."""
    room = height - HEAD
    return "interface" if all(ui.text(one.detail, width - 40, "interface").h <= room for one in cards) else "card"


def _speaker_in_the_middle(names: list[str], speaker: str) -> list[str]:
    """The ring of those who sit there, turned so that the speaker is in the middle of the table."""
    if speaker not in names:
        return names
    turn = (names.index(speaker) - (len(names) - 1) // 2) % len(names)
    return names[turn:] + names[:turn]


def adviser(scene: CouncilScene, ui: Ui, person: str, size: float, room: float, lit: bool | None = None) -> Widget:
    session = scene.app.session
    assert session is not None
    speaking = person == scene.speaker
    picture = portrait(
        ui, person, size, speaking if lit is None else lit, "unknown_one" if scene.seat == 0 else "unknown_two"
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
        act=lambda: scene.speak(person),
        id=f"adviser {person}",
        chosen=speaking,
    )
    words.silenced()
    left = (wide - plate) / 2

    def plated(p: Painter, x: float, y: float) -> None:
        p.fill(brass if speaking else dark, x, y, plate, 28)

    label = Widget(x=left, y=picture.h - 14, w=plate, h=28, paint=plated, children=[words.at((plate - words.w) / 2, 2)])
    out.children = [picture.at((wide - size) / 2, 0), label]
    return out


def card_on_table(
    scene: CouncilScene,
    ui: Ui,
    item: ChoiceItem,
    number: int,
    width: float,
    height: float | None,
    role: str = "interface",
) -> Widget:
    session = scene.app.session
    assert session is not None
    place = session.places[scene.seat]
    tone = on_paper(ui)
    inner = width - 40
    spent = _("It has been put") in item.note
    key = council.LETTERS[number]
    ink = tone.second if spent else tone.ink
    cap = lay.key_cap(ui, key, ink)
    left = inner - 42 - ui.wide(ui.style("small", strong=True), item.label)
    day = sentence(session.book.get(f"card.{item.id}.dated") or item.note).rstrip(".")
    if ui.wide(ui.style("small"), day) > left:
        day = day.split(",")[0].split(": ")[-1]
    dated = ui.text(day if ui.wide(ui.style("small"), day) <= left else "", inner, "small", tone.second, most=1)
    dated.w = dated.inner
    title = ui.text(
        item.label, inner - dated.w - 48, "small", tone.accent if not spent else tone.second, strong=True, most=1
    )
    head = Widget(w=inner, h=max(cap.h, 24.0), children=[cap, title.at(34, 1), dated.at(inner - dated.w, 1)])
    body = ui.text(item.detail, inner, role, ink)
    room = (height - HEAD) if height else 1e9
    if body.h > room:
        line = ui.style("card").line
        body = ui.text(item.detail, inner, "card", ink, most=max(1, int(room // line)))
    parts: list[Widget | float] = [head, lay.rule(ui, inner, "rule", 1, 1, 4), body]
    block = lay.column(parts, inner)
    block.silenced()
    tall = height or block.h + 26
    tilt = (0.5, -0.4, -0.4, 0.3, 0.4, -0.3)[number % 6]
    out = Widget(
        "choice",
        f"{item.label}. {item.detail}",
        item.note,
        w=width,
        h=tall,
        act=lambda: scene.pick(item.id),
        keys=(key,),
        id=f"card {number}",
        chosen=item.id == place.card,
        tilt=tilt,
    )
    fill = ui.colour("second_paper" if spent else "paper")
    lay.papered(out, ui, fill, "plain", tone.accent, item.id == place.card)
    out.children = [block.at(20, 10)]
    if spent:
        words = ui.room.words.get("stamps")
        text = str(words.get("spent", "")) if isinstance(words, dict) else ""
        mark = lay.stamp(ui, text or _("put"), tone.warning, 7)
        if height and block.h + mark.h < tall - 8:
            out.children.append(mark.at(width - mark.w - 20, tall - mark.h - 8))
    return out
