"""The end: a quiet page. Who paid, could each sell it, what was risked and what happened kept apart. No score."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.deal import CARRIED, REFUSED
from game.debrief.reveal import Reveal
from game.debrief.timeline import Side
from game.engine.view import View
from game.papers.paper import Block, Heading, Line, Paper, Paragraph
from game.wording import odds
from game.wording.book import Book
from game.wording.catalogue import _, meanings, meant, several, speaking
from game.wording.dates import day, entry_of
from game.wording.happened import last_choice
from game.wording.letters import terms
from game.wording.numbers import listed, sentence

AT_PEACE = ("settlement", "standoff", "removal")


def ending(book: Book, view: View, reveal: Reveal, ranking: Sequence[str] = ()) -> Paper:
    """The page for one seat. `ranking` is what he had said matters most."""
    with speaking(book.language):
        stem = f"ending.{reveal.outcome.ending}"
        blocks: list[Block] = [Paragraph(text) for text in book.get(f"{stem}.text").split("\n\n") if text]
        blood = shed(reveal)
        if blood:
            blocks.append(Paragraph(blood))
        if reveal.outcome.deal:
            blocks.append(Line(_("Agreed"), terms(book, reveal.outcome.deal)))
        paid = book.get(f"{stem}.paid")
        if paid:
            blocks.append(Line(_("Who paid"), paid))
        if reveal.outcome.group in AT_PEACE:
            blocks += sold(book, view, reveal)
            blocks += answered(book, view, reveal, ranking)
        else:
            blocks += roads(book, reveal)
        blocks += [
            Heading(_("What you risked, and what happened"), 3),
            Paragraph(risked(reveal)),
            *whose(book, reveal),
            Paragraph(befell(book, reveal)),
        ]
        last = book.get(f"{stem}.last")
        if last:
            blocks.append(Paragraph(last, "last"))
        return Paper("ending", book.get(f"{stem}.title", reveal.outcome.ending), tuple(blocks))


def shed(reveal: Reveal) -> str:
    """What is said where peace came, or stayed, only after fighting; nothing elsewhere."""
    fought = any(step.stage == "war" for step in reveal.steps)
    if reveal.outcome.deal and fought:
        return _("It was signed after shots had been fired. No clause speaks of the dead.")
    if fought and reveal.outcome.group in AT_PEACE:
        return _("Shots had been fired before it came to this, and nobody has answered for the dead.")
    return ""


def sold(book: Book, view: View, reveal: Reveal) -> list[Block]:
    """Your own side's audiences: carried, swallowed or refused."""
    own = [one for one in reveal.verdicts if one.seat == view.viewer]
    if not own:
        return []
    words = {CARRIED: _("carried"), REFUSED: _("refused")}
    out: list[Block] = [Heading(_("Could you sell it?"), 3)]
    for one in own:
        name = book.get(f"line.{one.line}.name", one.line)
        out.append(
            Line(
                _("{who}, {verdict}", who=name, verdict=words.get(one.verdict, _("swallowed"))),
                book.get(f"line.{one.line}.{one.verdict}"),
            )
        )
    refused = sum(one.verdict == REFUSED for one in own)
    if refused == 1:
        out.append(Paragraph(_("One of them refused it: what was signed stands on weak legs."), "note"))
    elif refused > 1:
        out.append(Paragraph(_("More than one refused it: it will not stand for long."), "note"))
    return out


HELD, MIXED = 11_000, 7_500
"""Ours: a criterion above the first is well answered, below the second badly."""


def answered(book: Book, view: View, reveal: Reveal, ranking: Sequence[str]) -> list[Block]:
    """The end held against what this seat had put first, in words."""
    ids = book.rulebook.tables.criteria
    order = [id for id in ranking if id in ids] or list(ids)
    names = {one["id"]: one["name"] for one in book.content("criteria", ())}
    values = dict(zip(ids, reveal.worths[view.viewer], strict=True))
    out: list[Block] = [Heading(_("What mattered to you"), 3)] if order else []
    for place, id in enumerate(order):
        value = values[id]
        word = _("well answered") if value >= HELD else _("half answered") if value >= MIXED else _("badly answered")
        label = names.get(id, id)
        out.append(Line(_("{criterion}, which you put first", criterion=label) if place == 0 else label, word))
    return out


def roads(book: Book, reveal: Reveal) -> list[Block]:
    """The decisions that led there, the last blow first; beside one whose day an agreement cut short, that it did."""
    out: list[Block] = [Heading(_("How it came to this"), 3)]
    entry = entry_of(reveal.outcome.turn)
    last = [place for place, step in enumerate(reveal.steps) if entry_of(step.phase) == entry]
    for step in reversed(reveal.steps[: last[-1] + 1 if last else None][-6:]):
        for seat, side in enumerate(step.sides):
            if side.source:
                label = _("{day}, {seat}", day=day(book, step.phase), seat=book.seat(seat))
                out.append(Line(label, chosen(book, seat, side), void() if step.settled else ""))
    return out


def void() -> str:
    """What is said of an order in whose phase an agreement came first."""
    return _("not carried out: the agreement came first")


def chosen(book: Book, seat: int, side: Side) -> str:
    """What a seat chose in one phase, by its title."""
    stage, _dot, name = side.source.partition(".")
    if stage == "war":
        return book.get(f"war.{book.rulebook.seats[seat]}.{name}.title", name)
    if stage == "last":
        return sentence(last_choice(name))
    return book.act(side.source)


def risked(reveal: Reveal) -> str:
    """What was risked, whatever happened."""
    chance = reveal.danger_run
    if chance < odds.SMALLEST and not reveal.strikes:
        return _("Over these days there was next to no chance that it ended in general war.")
    if chance < odds.SMALLEST:
        return _(
            "Over these days there was next to no chance that accidents ended it in general war. With the odds that "
            "stood on the order to strike when it was signed, what was staked was {staked}.",
            staked=odds.between(*reveal.accepted),
        )
    if reveal.strikes:
        return _(
            "Over these days the chance that accidents ended it in general war was {odds}. With the odds that stood on "
            "the order to strike when it was signed, what was staked was {staked}.",
            odds=odds.about(chance),
            staked=odds.between(*reveal.accepted),
        )
    text = _("Over these days the chance that it ended in general war was {odds}.", odds=odds.about(chance))
    if chance >= 0.10:
        return f"{text} {_('That is a great deal to stake.')}"
    return f"{text} {_('That is little, as such days go.')}" if chance < 0.02 else text


def _incident(book: Book, id: str, times: int) -> str:
    name = book.small(book.get(f"incident.{id}.name", id))
    return name if times < 2 else several("{name} ({count} time)", "{name} ({count} times)", times, name=name)


def whose(book: Book, reveal: Reveal) -> list[Block]:
    """Whose choices made that danger."""
    if not any(reveal.doing) or reveal.danger_run < odds.SMALLEST:
        return []
    parts = [
        _("{share} of it came of what {seat} chose", seat=book.seat(seat), share=share(reveal.doing[seat]))
        for seat in range(2)
    ]
    parts.append(_("{share} came of how things stood, and of time", share=share(reveal.doing[2])))
    if reveal.strikes:
        return [Paragraph(_("As to accidents: {parts}.", parts=listed(parts)))]
    return [Paragraph(sentence(listed(parts)))]


UP_TO = (0.03, 0.15, 0.22, 0.29, 0.37, 0.45, 0.55, 0.63, 0.71, 0.78, 0.86, 0.96, 1.01)
SHARES = meanings(
    "share",
    "next to none", "about a tenth", "about a fifth", "about a quarter", "about a third", "about two fifths",
    "about half", "about three fifths", "about two thirds", "about three quarters", "about four fifths", "nearly all",
    "all",
)  # fmt: skip


def share(part: float) -> str:
    """A part of a whole in words."""
    return meant("share", next((word for most, word in zip(UP_TO, SHARES, strict=True) if part <= most), SHARES[-1]))


def befell(book: Book, reveal: Reveal) -> str:
    """What happened, whatever was risked."""
    count = sum(times for _id, times in reveal.incidents)
    names = listed([_incident(book, id, times) for id, times in reveal.incidents])
    if not count:
        text = _("Nothing happened that nobody had ordered.")
    else:
        text = several(
            "{count} thing happened that nobody had ordered: {names}.",
            "{count} things happened that nobody had ordered: {names}.",
            count,
            names=names,
        )
    peace = reveal.outcome.group in AT_PEACE
    if reveal.strikes and not peace:
        first = reveal.strikes[0]
        ordered = _("And it did not begin by accident: {seat} ordered it.", seat=book.seat(first.seat))
        return sentence(
            f"{text[0].upper()}{text[1:]} {ordered} {_('The order was: {act}.', act=book.act(first.source))}"
        )
    if peace and reveal.danger_run >= 0.10:
        return sentence(f"{text[0].upper()}{text[1:]} {_('It went well. That was luck, and it should be called so.')}")
    if not peace and reveal.danger_run < 0.02:
        return sentence(
            f"{text[0].upper()}{text[1:]} {_('It went badly, though little had been staked. That was bad luck.')}"
        )
    return sentence(f"{text[0].upper()}{text[1:]}")
