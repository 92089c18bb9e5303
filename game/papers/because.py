"""Three because-lines: yours, his as far as it was seen, nobody's; of each the largest."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.report import Report
from game.engine.view import View
from game.papers import sight
from game.papers.paper import Line
from game.wording.book import Book
from game.wording.catalogue import _
from game.wording.causes import cause
from game.wording.numbers import change, listed, sentence

MOST = 2
"""Effects named in one line."""


def because(book: Book, view: View, reports: Sequence[Report]) -> tuple[Line, ...]:
    """One line for each owner that moved something this seat could see."""
    labels = ((view.viewer, _("Yours"), "yours"), (1 - view.viewer, _("His"), "his"), (-1, _("Nobody's"), "nobody"))
    out = []
    for owner, label, mark in labels:
        chosen = authored(book, view, [one for one in reports if not _passed_over(book, view, one)], owner)
        text = struck(book, view, reports, owner) or chosen or largest(book, view, reports, owner)
        text = text or passed_over(book, view, reports if owner == view.viewer else ())
        if text:
            out.append(Line(label, text, mark=mark))
        elif owner == 1 - view.viewer and view.ended is None and view.stage != "war":
            out.append(Line(label, _("Nothing whose effect you could see."), mark="unknown"))
    return tuple(out)


def struck(book: Book, view: View, reports: Sequence[Report], owner: int) -> str:
    """The blow that a side ordered in these reports: it comes before whatever else that side set in motion."""
    found = [one for one in reports if one.kind == "strike" and one.owner == owner >= 0]
    if not found:
        return ""
    blow = book.small(book.get(f"strike.{found[-1].subject}.name", found[-1].subject))
    if owner == view.viewer:
        return sentence(_("The blow fell by your order: {blow}", blow=blow))
    return sentence(_("The blow fell by {seat}'s order: {blow}", seat=book.seat(owner), blow=blow))


def passed_over(book: Book, view: View, reports: Sequence[Report]) -> str:
    """What followed from a decision that the pace took for this seat, told as what was done in its name."""
    for report in reports:
        if _passed_over(book, view, report):
            what = book.act(str(report.value("source", ""))).rstrip(".")
            return _("Done in your name, in days that this pace passes over: {what}.", what=what)
    return ""


def _passed_over(book: Book, view: View, report: Report) -> bool:
    """It speaks of a decision of this seat's that a shorter pace took for it: what it chose itself comes first."""
    parts = str(report.value("source", "")).split(".")
    options = {order.option for order in view.orders}
    return report.kind == "because" and report.owner == view.viewer and parts[0] != "rider" and parts[-1] not in options


def authored(book: Book, view: View, reports: Sequence[Report], owner: int) -> str:
    """A line that the scenario wrote for just this: an order that bites later, a link, a rule that fires.

    The rule that ended the crisis comes before all others.
    """
    last = _that_ended(view, reports)
    for report in (*last, *reports):
        if report.owner != owner:
            continue
        if report.kind == "because" and report.subject:
            found = book.get(report.subject)
        elif report.kind == "trigger":
            found = _of_rule(book, view, report)
        else:
            continue
        if found:
            return found
    return ""


def _that_ended(view: View, reports: Sequence[Report]) -> tuple[Report, ...]:
    """The rule that ended the crisis in these reports, where it was a rule that did: the last before the end."""
    places = [place for place, report in enumerate(reports) if report.kind == "ended"]
    if view.ended is None or view.ended.cause != "rule" or not places:
        return ()
    return tuple(report for report in reports[: places[0]] if report.kind == "trigger")[-1:]


def _of_rule(book: Book, view: View, report: Report) -> str:
    """The line of a rule that fired. It speaks to the seat whose rule it is, and to nobody else."""
    number = book.rulebook.trigger_of.get(report.subject, -1)
    seat = book.rulebook.trigger(number).seat if number >= 0 else -1
    if seat in (view.viewer, -1):
        return book.get(f"trigger.{report.subject}.because")
    return ""


def weights(book: Book, reports: Sequence[Report], owner: int) -> dict[str, list[tuple[int, str, int]]]:
    """By cause: (share of the dial's range, dial, amount) of everything it moved."""
    moved: dict[str, dict[str, int]] = {}
    for report in reports:
        if report.kind != "moved" or report.owner != owner:
            continue
        at = book.rulebook.index.get(report.subject)
        if at is None or book.split(report.subject)[1] in (book.theme("desk", "unsaid") or ()):
            continue
        of_cause = moved.setdefault(str(report.value("cause", "")), {})
        of_cause[report.subject] = of_cause.get(report.subject, 0) + int(report.value("by"))
    out: dict[str, list[tuple[int, str, int]]] = {}
    for name, dials in moved.items():
        for dial, by in dials.items():
            at = book.rulebook.index[dial]
            span = max(1, book.rulebook.highs[at] - book.rulebook.lows[at])
            if by:
                out.setdefault(name, []).append((abs(by) * 1000 // span, dial, by))
    return out


def largest(book: Book, view: View, reports: Sequence[Report], owner: int) -> str:
    """The cause that moved most, and what it moved."""
    found = weights(book, reports, owner)
    if not found:
        return ""
    name = max(found, key=lambda one: (sum(share for share, _dial, _by in found[one]), one))
    moved = sorted(found[name], key=lambda one: -one[0])[:MOST]
    parts = [moved_to(book, view, dial, by) for _share, dial, by in moved]
    return sentence(_("{cause} left {what}", cause=cause(book, name, owner, view.viewer), what=listed(parts)))


def moved_to(book: Book, view: View, dial: str, by: int) -> str:
    """`public fear higher`; of a dial that has a word for every step, the step: `the gates at “half open”`."""
    at = book.rulebook.index[dial]
    span = book.rulebook.highs[at] - book.rulebook.lows[at]
    name, scale = book.owned(dial, view.viewer), book.scale(dial)
    if len(scale) * 1000 <= span or not sight.known(book, view, dial):
        return change(name, by, span)
    now = view.exact[at]
    word, was = book.level(dial, now), book.level(dial, now - by)
    if word != was:
        return _("{dial} at “{word}”", dial=name, word=word)
    words = [one for _level, one in scale]
    near = words.index(word) + (1 if by > 0 else 0)
    if near >= len(words):
        return change(name, by, span)
    return _("{dial} nearer to “{word}”", dial=name, word=words[near])
