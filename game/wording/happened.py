"""What a report says, in one short line. The reader is a seat; what he may know was decided by the engine."""

from __future__ import annotations

from game.engine.report import Report
from game.wording.book import Book
from game.wording.catalogue import _, meant, several
from game.wording.numbers import sentence

SILENT = ("moved", "asked", "arrived")
"""Kinds that are told elsewhere: in the because-lines, in the council, on the desk."""


def line(book: Book, report: Report, viewer: int) -> str:
    """The line for a report, or '' where it has none."""
    if report.kind in SILENT:
        return ""
    maker = _MAKERS.get(report.kind)
    return maker(book, report, viewer) if maker else ""


def _who(book: Book, seat: object, viewer: int) -> str:
    return (
        _("You")
        if seat == viewer
        else book.seat(int(seat))
        if isinstance(seat, int) and seat in (0, 1)
        else _("Nobody")
    )


def _reported(book: Book, stem: str, viewer: int) -> str:
    name = book.rulebook.seats[viewer] if viewer < 2 else "public"
    return book.get(f"{stem}.report.{name}")


def _act(book: Book, report: Report, viewer: int) -> str:
    if report.owner == viewer:
        return ""
    return _("{seat}: {act}.", seat=book.seat(report.owner), act=book.act(report.subject).rstrip("."))


def _incident(book: Book, report: Report, viewer: int) -> str:
    name = book.get(f"incident.{report.subject}.name", report.subject)
    return _reported(book, f"incident.{report.subject}", viewer) or sentence(name)


def _trigger(book: Book, report: Report, viewer: int) -> str:
    return _reported(book, f"trigger.{report.subject}", viewer)


def _because(book: Book, report: Report, viewer: int) -> str:
    return book.get(report.subject)


def _settled(book: Book, report: Report, viewer: int) -> str:
    parts: list[str] = []
    for id, level in report.values:
        name, secret = str(level).removesuffix(" secret"), str(level).endswith(" secret")
        issue = book.get(f"issue.{id}", id)
        text = f"{book.small(issue) if parts else issue}: {book.get(f'issue.{id}.{name}', name)}"
        parts.append(_("{clause} (secret)", clause=text) if secret else text)
    how = (
        _("Two acceptances crossed, and") if report.subject == "acceptances_crossed" else _("A letter is accepted, and")
    )
    return _("{how} there is an agreement. {terms}", how=how, terms=sentence("; ".join(parts)))


def _sent(book: Book, report: Report, viewer: int) -> str:
    if report.owner == viewer:
        return _("Your letter left: {channel}.", channel=book.small(book.channel(report.subject)))
    return _(
        "{seat} speaks to the world: {channel}.",
        seat=book.seat(report.owner),
        channel=book.small(book.channel(report.subject)),
    )


def _leaked(book: Book, report: Report, viewer: int) -> str:
    writer = report.value("writer", -1)
    name = book.get(f"issue.{report.subject}", report.subject)
    if writer == viewer:
        return _("It is in the papers: the secret part of your letter, on “{issue}”.", issue=name)
    return _(
        "It is in the papers: the secret part of a letter from {seat}, on “{issue}”.",
        seat=_who(book, writer, viewer),
        issue=name,
    )


def _accord(book: Book, report: Report, viewer: int) -> str:
    name = book.get(f"accord.{report.subject}.name", report.subject)
    if report.kind == "accord":
        return _("Both name it: {accord}. It is in force.", accord=name)
    if report.kind == "accord_kept":
        return _("Kept to the end by both: {accord}.", accord=name)
    return _("{seat} broke it: {accord}.", seat=_who(book, report.value("seat", -1), viewer), accord=name)


def _test(book: Book, report: Report, viewer: int) -> str:
    mine = report.value("seat", -1) == viewer
    match report.kind:
        case "test":
            return (
                _("You have taken a step back. Will he answer in kind?")
                if mine
                else _(
                    "{seat} has taken a step back, and waits to see if you answer in kind.",
                    seat=book.seat(1 - viewer),
                )
            )
        case "test_answered":
            return _("He has answered your step back in kind.") if mine else _("Your answer in kind has been noticed.")
    return _("Your step back has gone unanswered.") if mine else _("You have let his step back go unanswered.")


def _reception(book: Book, report: Report, viewer: int) -> str:
    mine = report.value("seat", -1) == viewer
    hard = int(report.value("hardness")) > 0
    if not mine:
        return ""  # what his own side felt at it, he knows
    if report.kind == "gave_way":
        return _("Your hard act has made him more careful.") if hard else _("Your step back has loosened him.")
    return _("Your hard act has only stiffened him.") if hard else _("He takes your step back for weakness.")


def _deadline(book: Book, report: Report, viewer: int) -> str:
    if report.value("seat", -1) == viewer:
        return _("Your deadline has passed, and nothing was done.")
    return _("The deadline set by {seat} has passed.", seat=book.seat(1 - viewer))


def _standing(book: Book, report: Report, viewer: int) -> str:
    name = book.get(f"standing.{report.subject}.name", report.subject)
    level = int(report.value("level", 0))
    if report.kind == "slipped":
        level //= 1000
    word = book.get(f"standing.{report.subject}.levels.{level}", str(level))
    match report.kind:
        case "recalled":
            return _("Your message arrived. {order}: {level}.", order=name, level=word)
        case "recall_failed":
            return _("Your message to take it back has not arrived. {order}: it will be sent again.", order=name)
    return _("Men below you have acted on their own. {order}: {level}.", order=name, level=word)


def _last(book: Book, report: Report, viewer: int) -> str:
    name = book.small(book.get(f"incident.{report.subject}.name", report.subject))
    match report.kind:
        case "last_decision":
            return _("It is out of hand: {incident}. A last decision is called for.", incident=name)
        case "held":
            return _("It held, and went no further: {incident}.", incident=name)
        case "outran":
            return _("It could not be stopped: {incident}.", incident=name)
    return _(
        "{seat} {did}.",
        seat=_who(book, report.value("seat", -1), viewer),
        did=last_choice(report.subject),
    )


def last_choice(name: str) -> str:
    """What a seat did at a last decision."""
    return {
        "hold": meant("last decision", "held back"),
        "call": meant("last decision", "held back, and said so in clear"),
        "answer": meant("last decision", "answered"),
    }.get(name, name)


def _war(book: Book, report: Report, viewer: int) -> str:
    seat = int(report.value("seat", 0))
    title = book.get(f"war.{book.rulebook.seats[seat]}.{report.subject}.title", report.subject)
    return _("{seat}: {act}.", seat=_who(book, seat, viewer), act=title)


def _strike(book: Book, report: Report, viewer: int) -> str:
    if report.owner in (0, 1) and viewer < 2:
        return ""  # the order itself was told
    name = sentence(book.get(f"strike.{report.subject}.name", report.subject))
    return _("{seat}: {act}", seat=_who(book, report.owner, viewer), act=name) if report.owner in (0, 1) else name


def _ended(book: Book, report: Report, viewer: int) -> str:
    return sentence(_("So it ends: {title}", title=book.get(f"ending.{report.subject}.title", report.subject)))


def _probe(book: Book, report: Report, viewer: int) -> str:
    question = book.get(f"probe.{report.subject}.question", report.subject)
    answer = book.get(f"probe.{report.subject}.answer.{report.value('answer', '')}")
    text = _("You had him asked: “{question}” He says: “{answer}”", question=question, answer=answer)
    return _("{text} Nobody here believes it.", text=text) if report.value("doubted") else text


def _put(book: Book, report: Report, viewer: int) -> str:
    question = book.get(f"probe.{report.subject}.question", report.subject)
    if report.owner == viewer:
        return _("You had him asked: “{question}” He answers such things himself; it takes a turn.", question=question)
    return _("They ask you: “{question}” Your next order may answer.", question=question)


def _replied(book: Book, report: Report, viewer: int) -> str:
    question = book.get(f"probe.{report.subject}.question", report.subject)
    answer = book.get(f"probe.{report.subject}.answer.{report.value('answer', '')}")
    if report.value("own"):
        return _("They asked: “{question}” You said: “{answer}”", question=question, answer=answer)
    return _("They asked: “{question}” Your people said: “{answer}”", question=question, answer=answer)


def _clause(book: Book, report: Report, viewer: int) -> str:
    name = book.get(f"issue.{report.subject}", report.subject)
    if report.value("movable"):
        return _("On “{issue}” he lets it be seen that he could come a step nearer.", issue=name)
    return _("On “{issue}” he says that this is his last word.", issue=name)


def _one_text(book: Book, report: Report, viewer: int) -> str:
    return _("One text has been sent to both of you, halfway between your letters.")


def _text_taken(book: Book, report: Report, viewer: int) -> str:
    if report.value("seat", -1) == viewer:
        return _("You have taken the one text. It waits for his word.")
    return _("{seat} has taken the one text. It is signed if you take it too.", seat=book.seat(1 - viewer))


def _reopened(book: Book, report: Report, viewer: int) -> str:
    return _("What was agreed is broken. The crisis begins again.")


def _ceasefire(book: Book, report: Report, viewer: int) -> str:
    return _("The firing stops. Nothing else has been settled by it.")


_MAKERS = {
    "act": _act, "incident": _incident, "trigger": _trigger, "because": _because, "settled": _settled,
    "settled_in_public": _settled, "sent": _sent, "leaked": _leaked, "accord": _accord, "accord_kept": _accord,
    "accord_broken": _accord, "test": _test, "test_answered": _test, "test_unanswered": _test,
    "deadline_passed": _deadline, "recalled": _standing, "recall_failed": _standing, "slipped": _standing,
    "last_decision": _last, "held": _last, "outran": _last, "last_choice": _last, "war_choice": _war,
    "strike": _strike, "ended": _ended, "probe_answered": _probe, "probe_put": _put, "probe_replied": _replied,
    "clause_asked": _clause, "one_text": _one_text,
    "ceasefire": _ceasefire, "reopened": _reopened, "text_taken": _text_taken,
    "gave_way": _reception, "stood_firm": _reception,
}  # fmt: skip


def incidents(count: int) -> str:
    """How many things nobody ordered have happened."""
    return several("{count} incident that nobody ordered", "{count} incidents that nobody ordered", count)
