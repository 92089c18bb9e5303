"""My letter as it is composed: what is chosen, the text that comes of it, and what else may be said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.desktop import lay
from game.desktop.blocks import Tone, line, on_paper
from game.desktop.marks import seal
from game.desktop.screens.his_letter import choice_box, set_apart
from game.desktop.ui import Ui
from game.desktop.widget import Widget
from game.engine.move import Draft
from game.engine.view import View
from game.papers import letter_draft
from game.papers.paper import ChoiceItem, Line
from game.wording.catalogue import _
from game.wording.letters import compose, tones

if TYPE_CHECKING:
    from game.desktop.screens.letters import LetterScene


def answer(scene: LetterScene, ui: Ui, view: View, width: float, height: float | None) -> Widget:
    session = scene.app.session
    assert session is not None
    book = session.book
    tone = on_paper(ui)
    inner = width - 56
    draft = scene.draft
    if draft is None:
        text = ui.text(_("No way to write is open to you now."), inner, "letter", tone.second)
        return lay.sheet(ui, text, width, height, "plain", 0, id="answer")
    ways = letter_draft.ways(book, view)
    channel = next((one for one in ways if one.id == draft.channel), None)
    head = lay.heading(ui, _("My letter"), inner, "screen_heading")
    head.w = head.inner
    put = draft in scene.order.letters
    side = ui.text(_("lies with the order") if put else channel.label if channel else "", inner, "small", tone.second)
    side.w = side.inner
    parts: list[Widget | float] = [lay.split(ui, head, side, inner), 8.0]
    parts += [
        choice_row(
            ui,
            [
                (one.id, one.label.split(":")[0], one.chosen or one.id == draft.strength)
                for one in letter_draft.strengths(book)
            ],
            inner,
            tone,
            scene._strength,
            "strength",
        ),
        8.0,
    ]
    open_ways = [(one.id, one.label, one.id == draft.channel) for one in ways if not one.refusal]
    parts += [choice_row(ui, open_ways, inner, tone, scene._way, "way"), 8.0, lay.rule(ui, inner)]
    items = letter_draft.issues(book, view, draft)
    taken = {one.issue for one in draft.terms}
    parts += [issue(scene, ui, item, draft, inner, tone) for item in items if item.id in taken]
    clauses = letter_draft.clauses_of(book, draft)
    if clauses:
        stress = book.rulebook.stress_of[scene.seat].get(draft.stress, -1)
        public = (
            draft.channel in book.rulebook.channel_of
            and book.rulebook.tables.negotiation.channels[book.rulebook.channel_of[draft.channel]].public
        )
        said = compose(
            book,
            scene.seat,
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
            parts += [set_apart(ui, words, inner, tone), 6.0]
    bound = [
        line(ui, one, inner, tone) for one in letter_draft.bound(book, view, draft, clauses) if isinstance(one, Line)
    ]
    if taken:
        parts += bound
    if taken and len(taken) < len(items):
        parts += [8.0, ui.text(_("What else it might say"), inner, "small", tone.second)]
    parts += [issue(scene, ui, item, draft, inner, tone) for item in items if item.id not in taken]
    if not taken:
        parts += bound
    parts.append(8.0)
    weights = [(one.id, one.label, one.id == draft.stress) for one in letter_draft.weights(book, view)]
    if len(weights) > 1:
        parts += [
            ui.text(_("Where its weight lies"), inner, "small", tone.second),
            choice_row(ui, weights, inner, tone, scene._weight, "weight"),
            8.0,
        ]
    if len(tones(book, scene.seat)) > 1:
        manners = [(one.id, one.label, one.id == draft.tone) for one in letter_draft.tone_items(book, view)]
        parts += [
            ui.text(_("Tone"), inner, "small", tone.second),
            choice_row(ui, manners, inner, tone, scene._tone, "tone"),
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
            choice_row(ui, accords, inner, tone, scene._accord, "accord"),
            8.0,
        ]
    if put:
        parts += [8.0, lay.button(ui, _("Take it off the order"), scene._off, "", "line", id="off")]
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


def choice_row(
    ui: Ui, items: list[tuple[str, str, bool]], width: float, tone: Tone, take: object, group: str
) -> Widget:
    """A row of which one is filled; it wraps where the words are long."""
    assert callable(take)
    style = ui.style("small", strong=True)
    even = width / max(1, len(items))
    same = all(ui.wide(style, label) + 20 <= even for _id, label, _chosen in items)
    boxes = [
        choice_box(
            ui,
            label[:1].upper() + label[1:],
            chosen,
            partial(take, id),
            f"{group} {id}",
            width,
            tone,
            even if same else 0.0,
            0.8 if same else 0.0,
        )
        for id, label, chosen in items
    ]
    return lay.row(boxes, 0) if same else lay.flow(boxes, width, 6, 6)


def issue(scene: LetterScene, ui: Ui, item: ChoiceItem, draft: Draft, width: float, tone: Tone) -> Widget:
    term = next((one for one in draft.terms if one.issue == item.id), None)
    session = scene.app.session
    assert session is not None
    side = width * (0.3 if term else 0.62)
    name = ui.text(item.label, side, "small", tone.second)
    said = ui.text(
        item.detail,
        width * 0.7 - 110 if term else width - side - 12,
        "small",
        tone.ink if term else tone.second,
        "left" if term else "right",
        strong=term is not None,
    )
    right: Widget = Widget()
    if term is not None:
        channel = session.book.rulebook.channel_of.get(draft.channel, -1)
        public = not term.secret and channel >= 0 and session.book.rulebook.tables.negotiation.channels[channel].public
        word = ui.text(_("public") if public else _("secret") if term.secret else _("by letter"), 90, "small", tone.ink)
        word.w = word.inner
        right = lay.row([word, seal(ui, public, tone.ink, 20)], 6)
    tall = max(34.0, name.h + 8, said.h + 8)
    shade = ui.colour(tone.rule)
    for one in (name, said):
        one.silenced()
    out = Widget(
        "button",
        item.label,
        item.detail,
        w=width,
        h=tall,
        act=lambda: scene._clause(item.id),
        id=f"issue {item.id}",
        inside=True,
        paint=lambda p, x, y: p.rule(shade, x, y + tall - 1, width, 1),
        adjust=lambda by: scene._turn(item.id, by),
    )
    out.children = [
        name.at(4, (tall - name.h) / 2),
        said.at(side + 8, (tall - said.h) / 2),
        right.at(width - right.w - 4, (tall - right.h) / 2),
    ]
    return out
