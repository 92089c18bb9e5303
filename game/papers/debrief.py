"""The fog lifts: what the other side knew and did, turn by turn, who he was, and what was really done then."""

from __future__ import annotations

from game.debrief.deal import CARRIED, REFUSED
from game.debrief.reveal import Reveal
from game.debrief.timeline import Hidden, Missed, Side, Step
from game.engine.view import View
from game.papers.ending import chosen, void, whose
from game.papers.order_sheet import answer_text, draft_text
from game.papers.paper import Block, ChoiceItem, Heading, Line, Paper, Paragraph
from game.wording import odds
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.dates import day
from game.wording.numbers import listed, ordinal, sentence

PARTS = ("man", "days", "then", "sold", "chance", "might", "record")


def debrief(book: Book, view: View, reveal: Reveal) -> Paper:
    """The table of what can now be read."""
    with speaking(book.language):
        labels = {
            "man": _("who he was, and where your marker stood"),
            "days": _("the days in two columns: what each did, and what each had wrong"),
            "then": _("what was really done, beside what was done here"),
            "sold": _("could the other side sell it?"),
            "chance": _("what was drawn, how near the end was, and whose doing that was"),
            "might": _("what might have been: judgements that nobody can check"),
            "record": _("what the essay says beside the record, and the sources"),
        }
        items = tuple(ChoiceItem(part, labels[part], key=str(number)) for number, part in enumerate(PARTS, 1))
        return Paper("debrief", _("What lay behind it"), (), items)


def part(book: Book, view: View, reveal: Reveal, name: str) -> Paper:
    """One part of the debrief."""
    makers = {"man": man, "days": days, "then": then, "sold": sold, "chance": chance, "might": might, "record": record}
    with speaking(book.language):
        return makers[name](book, view, reveal)


def man(book: Book, view: View, reveal: Reveal) -> Paper:
    """The leader who was drawn, and the player's marker against him."""
    other = 1 - view.viewer
    kind = book.rulebook.types[other][reveal.types[other]]
    own = book.rulebook.types[view.viewer][reveal.types[view.viewer]]
    stem = f"type.{kind.id}"
    blocks: list[Block] = [
        Line(
            _("He was"),
            book.get(f"{stem}.name", kind.id),
            _("the {place} sketch", place=ordinal(reveal.types[other] + 1)),
        )
    ]
    for name, label in (
        ("fears", _("He feared")),
        ("wants", _("He wanted")),
        ("breaks", _("It would have broken him")),
    ):
        blocks.append(Line(label, book.get(f"{stem}.{name}")))
    blocks.append(Line(_("You were dealt"), book.get(f"type.{own.id}.name", own.id)))
    markers = [(phase, sketch) for phase, seat, sketch in reveal.markers if seat == view.viewer]
    blocks.append(Heading(_("Your marker"), 3))
    for phase, sketch in markers:
        right = _("as he was") if sketch == reveal.types[other] else _("not as he was")
        blocks.append(Line(day(book, phase), _("the {place} sketch: {right}", place=ordinal(sketch + 1), right=right)))
    if not markers:
        blocks.append(Paragraph(_("You never moved it.")))
    return Paper("debrief.man", _("Who he was"), tuple(blocks))


def days(book: Book, view: View, reveal: Reveal) -> Paper:
    """Turn by turn: what each side ordered, what each had wrong, what was hidden."""
    blocks: list[Block] = []
    for step in reveal.steps:
        blocks.append(Heading(day(book, step.phase) + _stage(step), 3))
        for seat in (view.viewer, 1 - view.viewer):
            blocks += _side(book, seat, step.sides[seat], void() if step.settled else "")
        blocks += [Line(_("Hidden"), _hidden(book, one), _who(book, one)) for one in step.hidden if _hidden(book, one)]
    return Paper("debrief.days", _("The days, seen from both rooms"), tuple(blocks))


def _stage(step: Step) -> str:
    return {"last": _(" (the last decision)"), "war": _(" (war)")}.get(step.stage, "")


def _side(book: Book, seat: int, side: Side, note: str) -> list[Block]:
    if not side.source and side.order is None:
        return []
    parts = [chosen(book, seat, side)]
    out: list[Block] = []
    if side.order is not None:
        parts += [book.act(f"rider.{rider}") for rider in side.order.riders]
        for name, level in side.order.changes:
            parts.append(f"{book.get(f'standing.{name}.name', name)}: {book.get(f'standing.{name}.levels.{level}')}")
    out.append(Line(book.seat(seat), "; ".join(text.rstrip(".") for text in parts if text), note))
    if side.order is not None:
        out += [Line(_("Answered"), answer_text(book, None, answer)) for answer in side.order.answers]
        out += [Line(_("Wrote"), draft_text(book, draft), note) for draft in side.order.letters]
    out += [Line(_("Had wrong"), _missed(book, seat, one)) for one in side.missed]
    return out


def _missed(book: Book, seat: int, one: Missed) -> str:
    low, high, truth = (book.level(one.register, level) for level in (one.low, one.high, one.truth))
    thought = f"“{low}”" if low == high else _("“{low}” to “{high}”", low=low, high=high)
    if truth in (low, high):
        return _("{dial}, by a little", dial=book.small(book.dial(one.register, seat)))
    return _(
        "{dial}: thought {thought}; it was “{truth}”",
        dial=book.small(book.dial(one.register, seat)),
        thought=thought,
        truth=truth,
    )


def _hidden(book: Book, one: Hidden) -> str:
    if one.kind == "incident":
        return book.get(f"incident.{one.subject}.name", one.subject)
    if one.kind == "trigger":
        name = one.subject.removeprefix("circumstance.")
        said = book.get(f"trigger.{one.subject}.because")
        return book.get(f"circumstance.{name}.name") or (_("“{words}”", words=said) if said else "")
    name = book.get(f"standing.{one.subject}.name", one.subject)
    return _("{order}: moved by men below", order=name) if one.kind == "slipped" else ""


def _who(book: Book, one: Hidden) -> str:
    knew = [book.seat(seat) for seat in range(2) if one.known[seat]]
    return _("told only to {who}", who=listed(knew)) if knew else _("told to nobody")


def then(book: Book, view: View, reveal: Reveal) -> Paper:
    """Your choices beside what was really done; his after them."""
    blocks: list[Block] = []
    for seat in (view.viewer, 1 - view.viewer):
        found = [one for one in reveal.beside if one.seat == seat]
        if found:
            blocks.append(Heading(book.seat(seat)))
        for one in found:
            blocks.append(Heading(day(book, one.phase), 3))
            note = void() if one.void else _("as it was done then") if one.same else ""
            blocks.append(Line(_("Here"), book.act(f"{one.decision}.{one.taken}"), note))
            for option in one.historical:
                stem = f"option.{one.decision}.{option}"
                text = book.get(f"{stem}.in_fact")
                if not one.same:
                    blocks.append(Line(_("Then"), book.get(f"{stem}.title", option)))
                if text:
                    blocks.append(Paragraph(text))
    if not blocks:
        blocks.append(Paragraph(_("The scenario does not say what was done.")))
    return Paper("debrief.then", _("What was really done"), tuple(blocks))


def sold(book: Book, view: View, reveal: Reveal) -> Paper:
    """The other side's audiences."""
    words = {CARRIED: _("carried"), REFUSED: _("refused")}
    blocks: list[Block] = []
    for one in reveal.verdicts:
        if one.seat != view.viewer:
            name = book.get(f"line.{one.line}.name", one.line)
            label = _("{who}, {verdict}", who=name, verdict=words.get(one.verdict, _("swallowed")))
            blocks.append(Line(label, book.get(f"line.{one.line}.{one.verdict}")))
    if not blocks:
        blocks.append(Paragraph(_("There was nothing to sell: nothing was agreed.")))
    return Paper("debrief.sold", _("Could {seat} sell it?", seat=book.seat(1 - view.viewer)), tuple(blocks))


def chance(book: Book, view: View, reveal: Reveal) -> Paper:
    """The circumstances that were drawn, the incidents, and the true chance of the end in each phase."""
    blocks: list[Block] = []
    if reveal.circumstances:
        blocks.append(Heading(_("Drawn for this game"), 3))
        for id in reveal.circumstances:
            blocks.append(Line(book.get(f"circumstance.{id}.name", id), book.get(f"circumstance.{id}.note")))
    if reveal.incidents:
        blocks.append(Heading(_("What nobody had ordered"), 3))
        for id, _times in reveal.incidents:
            blocks.append(Line(book.get(f"incident.{id}.name", id), book.get(f"incident.{id}.in_fact")))
    blocks.append(Heading(_("How near the end was"), 3))
    for step in reveal.steps:
        if step.danger > odds.SMALLEST:
            blocks.append(Line(day(book, step.phase) + _stage(step), odds.about(step.danger), _most(book, step)))
    blocks.append(Line(_("Over the whole"), odds.about(reveal.danger_run)))
    for one in reveal.strikes:
        text = _("{odds}, as its sheet said before it was signed", odds=odds.between(*one.general))
        blocks.append(Line(book.act(one.source), text))
    if reveal.strikes:
        blocks.append(Line(_("And with that"), odds.between(*reveal.accepted)))
    found = whose(book, reveal)
    if found:
        blocks += [Heading(_("Whose doing it was"), 3), *found]
    return Paper("debrief.chance", _("Chance and danger"), tuple(blocks))


def _most(book: Book, step: Step) -> str:
    """Who made most of a turn's danger, where one of them made more than half."""
    one, two, nobody = step.shares.one, step.shares.two, step.shares.start + step.shares.nobody
    whole = max(0, one) + max(0, two) + max(0, nobody)
    for seat, part in ((0, one), (1, two)):
        if whole and part * 2 > whole:
            return _("most of it the doing of {seat}", seat=book.seat(seat))
    return _("most of it nobody's doing") if whole and nobody * 2 > whole else ""


def might(book: Book, view: View, reveal: Reveal) -> Paper:
    """What might have happened, as people who were there and historians judge it; and who disagrees."""
    blocks: list[Block] = []
    for one in book.content("counterfactuals", ()):
        blocks.append(Heading(one["choice"], 3))
        blocks.append(Line(_("Likely"), one["likely"]))
        if one.get("who"):
            blocks.append(Line(_("Who says so"), one["who"]))
        if one.get("against"):
            blocks.append(Line(_("Against it"), one["against"]))
    if not blocks:
        blocks.append(Paragraph(_("The scenario holds no such judgements.")))
    return Paper("debrief.might", _("What might have been"), tuple(blocks))


def record(book: Book, view: View, reveal: Reveal) -> Paper:
    """The sources of the decisions that were played, and the claims they test."""
    cited = book.content("cited", {})
    stems = [f"option.{one.decision}.{option}" for one in reveal.beside for option in one.historical]
    stems += [f"decision.{one.decision}" for one in reveal.beside]
    names: dict[str, str] = {}
    for stem in stems:
        for source in cited.get(stem, {}).get("source", ()):
            names.setdefault(source, book.get(f"source.{source}"))
    blocks: list[Block] = []
    essay = book.content("essay", {})
    told = [one for one in reveal.claims if one.claim in essay]
    if told:
        held = {
            "holds": _("it holds"), "partly": _("it holds in part"), "contested": _("it is disputed"),
            "wrong": _("it does not hold"),
        }  # fmt: skip
        blocks.append(Heading(_("What the text that began the game says, and what the record says"), 3))
        for one in told:
            claim = essay[one.claim]
            blocks.append(Line(_("The essay"), claim.get("says", ""), held.get(claim.get("verdict", ""), "")))
            for label, text in ((_("The record"), claim.get("record")), (_("In short"), claim.get("debrief"))):
                if text:
                    blocks.append(Line(label, sentence(text)))
    sources = sorted(text for text in names.values() if text)
    if sources:
        blocks += [Heading(_("Sources of what was played"), 3), *[Paragraph(text) for text in sources]]
    if not blocks:
        blocks.append(Paragraph(_("The scenario names no sources for what was played.")))
    return Paper("debrief.record", _("The record"), tuple(blocks))
