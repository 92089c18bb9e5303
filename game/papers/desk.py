"""The desk: seven things and no more. Everything else lies in one drawer."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.preview import rung_of
from game.engine.view import View
from game.negotiation.letter import HELD, OPEN
from game.negotiation.letter import Letter as Sent
from game.papers import danger, his_question, sight
from game.papers.paper import Block, ChoiceItem, Heading, Ladder, Line, Paper, Tally
from game.papers.room import lean, scant
from game.wording.book import Book, word_at
from game.wording.catalogue import _, speaking
from game.wording.dates import asked, headline
from game.wording.letters import status, stress_name, terms
from game.wording.numbers import turns

DRAWER = (
    "long",
    "council",
    "riders",
    "standing",
    "letters",
    "question",
    "agreement",
    "man",
    "map",
    "night",
    "library",
    "history",
)
OFFERED = ("long", "council", "riders", "standing", "letters", "question", "agreement", "man", "map")
"""What a day offers beside its decision. The rest of the drawer is there to look things up in."""
SHORT = 3
"""Clauses of a letter named in one line."""


def desk(book: Book, view: View, so_far: Sequence[danger.Strip] = ()) -> Paper:
    """A seat's home screen."""
    with speaking(book.language):
        return Paper(
            "desk",
            headline(book, asked(book, view), view.viewer),
            (*top(book, view), *_seven(book, view, so_far)),
            drawer(book, view),
        )


def top(book: Book, view: View) -> tuple[Block, ...]:
    """The strip above every screen of play."""
    return (ladder(book, view),)


def ladder(book: Book, view: View, pending: int = -1) -> Ladder:
    rungs = book.rulebook.tables.ladder
    rung = rung_of(book.rulebook, view.exact)
    band = book.get(f"band.{rungs[rung].band}") if rungs else ""
    return Ladder(rung, len(rungs), book.rung(rung), band, pending)


def _seven(book: Book, view: View, so_far: Sequence[danger.Strip]) -> tuple[Block, ...]:
    out: list[Block] = [Heading(_("Danger")), *danger.danger(book, view, so_far)]
    out.append(Heading(_("What you know and do not know")))
    out += [sight.line(book, view, name) for name in _counted(book, view)]
    out.append(Heading(_("Letters")))
    out += [his(book, view), mine(book, view)]
    asked = his_question.waiting(book, view)
    if asked is not None:
        out.append(asked)
    angry = angriest(book, view)[:2]
    if angry:
        out.append(Heading(_("The two who are angriest with you")))
        out += angry
    running = clocks(book, view)
    out.append(Heading(_("What is running")))
    out += running or [Line(_("Nothing"), _("no clock runs that you know of"))]
    word = own_word(book, view)
    if word is not None:
        out.append(word)
    return tuple(out)


def _counted(book: Book, view: View) -> tuple[str, ...]:
    return sight.of_desk(book, "sites", view.viewer) or tuple(sight.contested(book))[:2]


def his(book: Book, view: View) -> Line:
    """His letter that waits for an answer, or the last one."""
    for letter in reversed(view.inbox):
        if letter.status in (OPEN, HELD):
            return Line(_("His open letter"), summary(book, letter), status(letter.status), "his")
    return Line(_("His open letter"), _("none"), mark="his")


def mine(book: Book, view: View) -> Line:
    for letter in reversed(view.outbox):
        if letter.status in (OPEN, HELD):
            return Line(_("Yours"), summary(book, letter), _("no answer yet"), "yours")
    return Line(_("Yours"), _("none under way"), mark="yours")


def named(book: Book, letter: Sent) -> str:
    """A letter by its strength and its way alone."""
    channel = book.small(book.channel(book.rulebook.tables.negotiation.channels[letter.channel].id))
    kind = _("A signed offer") if letter.signed else _("A feeler, not signed")
    if letter.tone == "one_text":
        kind = _("One text for both")
    return _("{kind} ({channel})", kind=kind, channel=channel)


def summary(book: Book, letter: Sent) -> str:
    """A letter in one line: way, strength, terms, where its weight lies."""
    weight = "" if letter.tone == "one_text" else stress_name(book, letter.writer, letter.stress)
    said = terms(book, letter.clauses, SHORT)
    text = _("{letter}. {terms}", letter=named(book, letter), terms=said)
    if letter.accord >= 0:
        id = book.rulebook.tables.accords[letter.accord].id
        text = _("{text}; proposes “{accord}”", text=text, accord=book.get(f"accord.{id}.name", id))
    return _("{text}. Weight on: {weight}", text=text, weight=book.small(weight)) if weight else text


def audiences(book: Book, view: View) -> tuple[Tally, ...]:
    """Everybody a seat must answer to, the angriest first."""
    found = []
    for audience in book.rulebook.tables.audiences:
        if audience.seat != view.viewer:
            continue
        at = book.rulebook.index[audience.dial]
        if at in book.rulebook.sees_exactly[view.viewer]:
            value = view.exact[at]
        else:
            guess = sight.estimate(book, view, audience.dial)
            if guess is None:
                continue
            value = guess.likely
        scale = book.words(f"audience.{audience.id}")
        words = [word for _level, word in scale]
        word = word_at(scale, value)
        place = words.index(word) if word in words else 0
        if audience.angry_low:
            place = len(words) - 1 - place
        count = (5 * place + (len(words) - 1) // 2) // max(1, len(words) - 1)
        voice = book.get(f"audience.{audience.id}.voice")
        exact = value if not audience.angry_low else -value
        found.append((-count, -exact, Tally(book.get(f"audience.{audience.id}.name", audience.id), count, word, voice)))
    return tuple(tally for _count, _value, tally in sorted(found, key=lambda one: one[:2]))


def angriest(book: Book, view: View) -> tuple[Tally, ...]:
    return audiences(book, view)


def clocks(book: Book, view: View) -> list[Block]:
    """Everything that runs: deadlines, accords, tests, letters that lapse, and what the scenario counts."""
    rulebook = book.rulebook
    out: list[Block] = []
    for seat in range(2):
        left = view.exact[rulebook.deadline_at[seat]] // 1000
        if left and view.ended is None:
            whose = _("Your deadline") if seat == view.viewer else _("His deadline")
            out.append(Line(whose, turns(left)))
    for number, accord in enumerate(rulebook.tables.accords):
        left = view.exact[rulebook.accord_at[number]] // 1000
        if left:
            out.append(Line(book.get(f"accord.{accord.id}.name", accord.id), turns(left)))
    for seat in range(2):
        if view.exact[rulebook.test_at[seat]]:
            if seat == view.viewer:
                out.append(Line(_("Your step back"), _("he has not answered it in kind yet")))
            else:
                out.append(
                    Line(_("His step back"), _("it waits for a step of yours: a softer order, a letter, an agreement"))
                )
    for number, level in view.recalls:
        id = rulebook.tables.standing[number].id
        word = book.get(f"standing.{id}.levels.{level}", str(level))
        out.append(
            Line(book.get(f"standing.{id}.name", id), _("being taken back to “{level}”; not yet arrived", level=word))
        )
    out += [sight.line(book, view, name) for name in sight.of_desk(book, "running", view.viewer)]
    hint = book.get(view.cabinet)
    if hint and view.ended is None:
        out.append(Line(_("Your own side"), hint))
    return out


def own_word(book: Book, view: View) -> Line | None:
    """How far he believes your word, as you guess it."""
    names = sight.of_desk(book, "word", view.viewer)
    if not names:
        return None
    return Line(_("Your word, in his eyes"), sight.value(book, view, names[0]), mark="yours")


def offered(book: Book, view: View) -> tuple[str, ...]:
    """The papers that a day offers at the pace of this game, by their place in the drawer."""
    if scant(book, view):
        return ("council", "letters")
    if lean(book, view):
        return ("council", "riders", "standing", "letters")
    return OFFERED


def drawer(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    """All else, one word away: first what the day offers, then what is there to look things up in."""
    labels = {
        "long": _("the longer text behind the decision"),
        "council": _("what your advisers claim; your question"),
        "riders": _("what may be signed beside the order"),
        "letters": _("his letters and yours; answer or write"),
        "standing": _("standing orders that others carry out"),
        "question": _("a question to the other side that binds nobody"),
        "agreement": _("an agreement for the time being"),
        "man": _("the man over there: three sketches, evidence, your marker"),
        "map": _("what is where, as far as you know"),
        "night": _("what happened last, and the papers"),
        "library": _("people, terms, ways to write"),
        "history": _("everything you have read so far"),
    }
    today = offered(book, view)
    rest = tuple(name for name in DRAWER if name not in today)
    items = [ChoiceItem(name, labels[name], key=name, group="today") for name in today]
    return (*items, *(ChoiceItem(name, labels[name], key=name, group="look") for name in rest))
