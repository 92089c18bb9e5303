"""What the speaker argues: two or three claims, how sure he is of each, and which one is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import on_paper
from game.desktop.marks import boxes
from game.desktop.painter import Painter
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.view import View
from game.papers.paper import ChoiceItem
from game.wording.catalogue import _
from game.wording.numbers import sureness

if TYPE_CHECKING:
    from game.desktop.screens.council import CouncilScene


SETTINGS = (("claim", 10.0), ("claim", 6.0), ("sketch", 5.0), ("card", 4.0))
"""Words and gaps from ample to tight; the first that fits is taken."""


def argument(
    scene: CouncilScene, ui: Ui, view: View, claims: list[ChoiceItem], width: float, height: float | None
) -> Widget:
    session = scene.app.session
    assert session is not None
    book = session.book
    tone = on_paper(ui)
    inner = width - 56
    if not claims:
        text = ui.text(_("The council does not meet now."), inner, "letter", tone.ink)
        return lay.sheet(ui, text, width, height, "plain", -0.3, id="argument")
    made = Widget()
    for role, gap in SETTINGS:
        made = _set(scene, ui, claims, inner, role, gap)
        if height is None or made.h <= height - 48:
            break
    return lay.sheet(ui, made, width, height, "plain", -0.3, id="argument", label=book.person(scene.speaker))


def _set(scene: CouncilScene, ui: Ui, claims: list[ChoiceItem], inner: float, role: str, gap: float) -> Widget:
    """The argument in words of one size."""
    session = scene.app.session
    assert session is not None
    book, place = session.book, session.places[scene.seat]
    tone = on_paper(ui)
    post = book.get(f"person.{scene.speaker}.post")
    said = _("If the card bears against it, he concedes. If not: “That does not touch it.”")
    parts: list[Widget | float] = [
        lay.heading(ui, book.person(scene.speaker) or _("The council"), inner, "screen_heading"),
        ui.text(post, inner, "small", tone.second, most=2),
        lay.rule(ui, inner, "ink", 2, gap, gap + 4),
    ]
    for number, item in enumerate(claims, 1):
        parts += [claim_row(scene, ui, item, number, inner, item.id == place.claim, role), gap]
    parts += [lay.rule(ui, inner, "rule", 1, 0, gap), ui.text(said, inner, "card", tone.second, aside=True)]
    return lay.column(parts, inner)


def claim_row(
    scene: CouncilScene, ui: Ui, item: ChoiceItem, number: int, width: float, asked: bool, role: str
) -> Widget:
    session = scene.app.session
    assert session is not None
    tone = on_paper(ui)
    conceded = _("He has conceded") in item.note
    sure = int(session.book.content("claims", {}).get(item.id, {}).get("sure", 2))
    text = ui.text(
        session.book.get(f"claim.{item.id}", item.detail),
        width - 20,
        role,
        tone.second if conceded else tone.ink,
        strong=asked,
    )
    word = sureness(sure)
    certain = boxes(ui, sure, tone.accent if asked else tone.ink)
    state = (
        _("conceded") if conceded else _("stood") if _("It stood") in item.note else _("your question") if asked else ""
    )
    side = ui.text(state, width * 0.5, "small", tone.accent if not conceded else tone.warning, strong=True)
    side.w = side.inner
    says = ui.text(word, 150, "small", tone.second)
    says.w = says.inner
    low = lay.split(ui, lay.row([certain, says], 10), side, width - 20)
    inner = lay.column([text, 2.0, low], width - 20)
    inner.silenced()
    accent = tone.accent
    out = Widget(
        "choice",
        item.detail,
        f"{word}. {state}".strip(". "),
        w=width,
        h=inner.h + 8,
        act=lambda: scene.claimed(item.id),
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

    out.over, out.far = paint, 18.0
    out.children = [inner.at(8, 4)]
    return out
