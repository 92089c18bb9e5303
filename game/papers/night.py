"""Night: what happened, why, what was expected beside what came, and the front page."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.act import Act
from game.engine.preview import Preview, moods
from game.engine.report import Report
from game.engine.view import View
from game.papers.because import because, weights
from game.papers.paper import Block, Clipping, Heading, Line, Paper, Paragraph
from game.papers.room import lean, scant
from game.wording.book import Book
from game.wording.catalogue import _, speaking
from game.wording.causes import cause
from game.wording.dates import day, entry_of
from game.wording.happened import line
from game.wording.numbers import mood
from game.wording.press import Story, front_page

MOST, FEWER, FEW = 6, 4, 2
"""Lines of what happened: as a rule, where a pace has less room for reading, and where it has hardly any."""
WEIGHT = {
    "ended": 0, "settled": 0, "strike": 1, "outran": 1, "last_decision": 1, "held": 1, "war_choice": 1, "reopened": 1,
    "ceasefire": 1, "incident": 2, "leaked": 2, "one_text": 3, "act": 3, "accord_broken": 3, "slipped": 4, "trigger": 4,
    "accord": 4, "sent": 5, "probe_answered": 5, "probe_put": 3, "probe_replied": 6, "clause_asked": 5,
    "recall_failed": 5, "deadline_passed": 5, "test_unanswered": 6, "text_taken": 3,
    "gave_way": 4, "stood_firm": 4, "test_answered": 6, "accord_kept": 6, "recalled": 7, "test": 8, "because": 9,
}  # fmt: skip
"""What comes first when more has happened than a night has lines for."""
FIRST_AND_LAST = {"settled": -1, "ended": 1}
"""What is told before everything else of its night, and after it."""
ANSWERS = ("test", "test_answered", "test_unanswered", "gave_way", "stood_firm")
"""What one side makes of the other's step: not told beside an attack."""


def night(
    book: Book,
    view: View,
    public: View,
    seen: int,
    before: View | None = None,
    expected: Preview | None = None,
    told: int = 0,
    whole: bool = False,
) -> Paper:
    """The night after an order. `seen` reports were read already; `expected` was previewed in the view `before`.

    What the first `told` reports say was said on the way, at a last decision; it still counts in the because-lines.
    A pace with little room for reading has the weightiest of it; `whole` is for whoever asks for the rest.
    """
    with speaking(book.language):
        reports = view.reports[seen:]
        phase = ordered(view, seen, before)
        few, plain = not whole and scant(book, view), not whole and lean(book, view)
        signed = any(report.kind == "settled" for report in reports)
        blocks: list[Block] = []
        if not told and not signed:
            blocks += [Paragraph(text) for text in own(book, view, phase)[: 1 if few else None]]
            blocks += [Paragraph(text) for text in theirs(book, view, before)[: 1 if few else None]]
        came = happened(book, view, view.reports[max(seen, told) :], FEW if few else FEWER if plain else MOST)
        ends = [line(book, report, view.viewer) for report in reports if report.kind == "ended"]
        blocks += [Paragraph(text, "last" if text in ends else "body") for text in came]
        if signed:
            blocks.append(
                Paragraph(
                    _("With that the fighting stops.")
                    if fought(phase)
                    else _("Nothing else that was ordered for this day is carried out.")
                )
            )
        if not came and not told:
            blocks.append(Paragraph(_("Nothing else happened that you have heard of.")))
        why = because(book, view, reports)[: 1 if few else None]
        if why:
            blocks.append(Heading(_("Because"), 3))
            blocks += why
        if expected is not None and before is not None and not (expected.strike or signed or few):
            blocks += beside(book, view, before, expected, reports, 1 if plain else 2)
        silent = view.stage == "over" and any(report.kind == "ended" for report in reports)
        stories = () if silent else fresh(book, view, public, phase, before)
        if stories:
            blocks.append(Heading(_("What the papers say"), 3))
            blocks += [
                Clipping(story.masthead, story.headline, "" if plain else story.line)
                for story in (stories[:1] if few else stories)
            ]
        return Paper("night", after(book, view, phase), tuple(blocks))


def ordered(view: View, seen: int, before: View | None = None) -> str:
    """The phase that a night comes after."""
    reports = view.reports[seen:]
    return reports[-1].phase if reports else (before.phase if before else view.phase)


def fought(phase: str) -> bool:
    """The phase is one of the hours of a war and not a day of the calendar."""
    return ".war" in phase


def fresh(book: Book, view: View, public: View, phase: str, before: View | None = None) -> tuple[Story, ...]:
    """The front page, without what stood on it the night before, by what was known then."""
    phases = [one.phase for one in view.orders if one.phase != phase and "." not in one.phase]
    old = {one.id for one in front_page(book, before or public, view.viewer, phases[-1])} if phases else set()
    return tuple(one for one in front_page(book, public, view.viewer, phase) if one.id not in old)


def after(book: Book, view: View, phase: str) -> str:
    """The title: after one day, or at the end of the days that a shorter pace takes together."""
    entries = book.rulebook.tables.entries
    name = entry_of(phase)
    merged = any(
        len(turn.entries) > 1 and name in [entries[number].id for number in turn.entries]
        for turn in book.rulebook.pace(view.pace).turns
    )
    if merged:
        return _("What followed. {day}", day=day(book, phase))
    return _("The night after. {day}", day=day(book, phase))


def own(book: Book, view: View, phase: str) -> tuple[str, ...]:
    """What this seat itself had ordered, with what was signed beside it; then what was done without its asking."""
    parts = []
    for order in view.orders:
        if order.phase != phase:
            continue
        parts += [book.act(act.source).rstrip(".") for act in _acts(book, view, phase) if act.id == order.option]
        parts += [book.act(f"rider.{rider}").rstrip(".") for rider in order.riders]
        for name, level in order.changes:
            stem = f"standing.{name}"
            parts.append(
                _("{order}: {level}", order=book.get(f"{stem}.name", name), level=book.get(f"{stem}.levels.{level}"))
            )
    out = [_("You ordered: {what}.", what="; ".join(parts))] if parts else []
    unasked: list[str] = []
    reported = [
        report.subject
        for report in view.reports
        if report.kind == "act" and report.owner == view.viewer and report.phase == phase
    ]
    for source in (*(act.source for act in _unasked(book, view, phase)), *reported):
        title = book.act(source).rstrip(".")
        if title not in (*parts, *unasked):
            unasked.append(title)
    if unasked:
        out.append(_("Done in your name, in days that this pace passes over: {what}.", what="; ".join(unasked)))
    return tuple(out)


def theirs(book: Book, view: View, before: View | None) -> tuple[str, ...]:
    """What the other side's men now carry out otherwise, of the standing orders that this seat sees as they are."""
    rulebook = book.rulebook
    out = []
    for standing, at in zip(rulebook.tables.standing, rulebook.standing_at, strict=True):
        if before is None or standing.seat == view.viewer or at not in rulebook.sees_exactly[view.viewer]:
            continue
        if view.exact[at] != before.exact[at]:
            stem = f"standing.{standing.id}"
            level = book.get(f"{stem}.levels.{view.exact[at] // 1000}")
            order = _("{order}: {level}", order=book.get(f"{stem}.name", standing.id), level=level)
            out.append(_("{seat}: {act}.", seat=book.seat(standing.seat), act=order))
    return tuple(out)


def whole_turn(phase: str) -> bool:
    """The phase is the turn itself, the first time or again; not a last decision in it, nor the hours of a war."""
    return all(part == "again" for part in phase.split(".")[1:])


def _acts(book: Book, view: View, phase: str) -> tuple[Act, ...]:
    """The options this seat had in a phase of a turn; none in a last decision or in war."""
    if not whole_turn(phase):
        return ()
    entries = book.rulebook.tables.entries
    for turn in book.rulebook.pace(view.pace).turns:
        if entry_of(phase) in [entries[number].id for number in turn.entries]:
            dated = book.rulebook.dated.get((view.viewer, turn.asks[view.viewer]))
            return dated.acts if dated else ()
    return ()


def _unasked(book: Book, view: View, phase: str) -> tuple[Act, ...]:
    """What this seat did in the days of a turn about which its pace does not ask."""
    if not whole_turn(phase):
        return ()
    rulebook = book.rulebook
    for turn in rulebook.pace(view.pace).turns:
        if entry_of(phase) in [rulebook.tables.entries[number].id for number in turn.entries]:
            passed = [(view.viewer, number) for number in turn.entries if number != turn.asks[view.viewer]]
            return tuple(rulebook.dated[one].unasked for one in passed if one in rulebook.dated)
    return ()


def happened(book: Book, view: View, reports: Sequence[Report], most: int = MOST) -> tuple[str, ...]:
    """At most so many lines, the weightiest kept, in the order in which things happened."""
    told: list[tuple[int, int, str, int]] = []
    struck = any(report.kind == "strike" for report in reports)
    acts = [place for place, report in enumerate(reports) if report.kind == "act" and report.owner == 1 - view.viewer]
    for place, report in enumerate(reports):
        if struck and report.kind in ANSWERS:
            continue
        text = line(book, report, view.viewer)
        weight = WEIGHT["strike"] if struck and report.kind == "trigger" else WEIGHT.get(report.kind, 9)
        if place in acts and _asked(book, view, report):
            weight = WEIGHT["incident"] - 1  # what the other side was asked and chose is told on every night
        if text and report.kind != "because" and text not in [one[2] for one in told]:
            told.append((weight, place, text, FIRST_AND_LAST.get(report.kind, 0)))
    kept = sorted(sorted(told)[:most], key=lambda one: (one[3], one[1]))
    return tuple(text for _weight, _place, text, _end in kept)


def _asked(book: Book, view: View, report: Report) -> bool:
    """The act answers the decision that the other side was asked on its turn, and is no rider or passed-over day."""
    rulebook, rival = book.rulebook, 1 - view.viewer
    for turn in rulebook.pace(view.pace).turns:
        if entry_of(report.phase) in [rulebook.tables.entries[number].id for number in turn.entries]:
            dated = rulebook.dated.get((rival, turn.asks[rival]))
            return dated is not None and any(act.source == report.subject for act in dated.acts)
    return False


def beside(
    book: Book, view: View, before: View, expected: Preview, reports: Sequence[Report], most: int = 2
) -> list[Block]:
    """Where an audience took it otherwise than was expected, and the largest cause that had not been counted."""
    came = {one.audience: one.change for one in moods(book.rulebook, view.viewer, before.exact, view.exact)}
    out: list[Block] = []
    for one in expected.audiences:
        now = came.get(one.audience, 0)
        if (one.change > 0) == (now > 0) and (one.change < 0) == (now < 0):
            continue
        also = _also(book, view, one.audience, reports, now - one.change)
        if not one.change and not (also and abs(now) > 1):
            continue
        name = book.get(f"audience.{one.audience}.name", one.audience)
        text = _("expected {expected}, in fact {came}", expected=mood(one.change), came=mood(now))
        if also:
            text = _("{text}. What also counted: {also}", text=text, also=also)
        out.append(Line(name, text))
    return [Heading(_("Expected, and what came"), 3), *out[:most]] if out else []


def _also(book: Book, view: View, audience: str, reports: Sequence[Report], off: int) -> str:
    """The largest thing beside one's own headline that pushed an audience the other way."""
    feels = next((found.feels for found in book.rulebook.tables.audiences if found.id == audience), ())
    signs = dict(feels)
    best, text = 0, ""
    for owner in (-1, 1 - view.viewer, view.viewer):
        for name, moved in weights(book, reports, owner).items():
            if owner == view.viewer and name.startswith("act."):
                continue
            push = sum(share * signs.get(dial, 0) * (1 if by > 0 else -1) for share, dial, by in moved)
            if push * off > 0 and abs(push) > best:
                best, text = abs(push), cause(book, name, owner, view.viewer)
    return book.small(text) if text else ""
