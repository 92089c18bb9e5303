"""Writing a letter: way, clauses, secrecy, strength, weight and tone; composed as it is built, and read by two."""

from __future__ import annotations

from game.engine.choices import choices
from game.engine.move import Draft, Term
from game.engine.preview import moods
from game.engine.refusal import ILLEGAL, Refusal
from game.engine.view import View
from game.engine.writing import letter_refusal, own_last, read_term
from game.negotiation.clause import Clause, Clauses, in_order, level_of
from game.negotiation.letter import OFFER, STRENGTHS
from game.negotiation.offer import asks_more
from game.papers.letters import lines
from game.papers.paper import Block, ChoiceItem, Heading, Letter, Line, Paper, Paragraph
from game.papers.readings import readings
from game.papers.unready import writing
from game.wording.book import Book
from game.wording.catalogue import _, several, speaking
from game.wording.letters import compose, strength, tones
from game.wording.numbers import capital
from game.wording.reasons import refused


def clauses_of(book: Book, draft: Draft) -> Clauses:
    """The clauses a draft names, as far as they exist."""
    rulebook = book.rulebook
    out = []
    for term in draft.terms:
        issue = rulebook.issue_of.get(term.issue, -1)
        level = rulebook.level_of[issue].get(term.level, -1) if issue >= 0 else -1
        if level >= 0:
            out.append(Clause(issue, level, term.secret))
    return in_order(tuple(out))


def letter_draft(book: Book, view: View, draft: Draft) -> Paper:
    """The letter as it stands on the desk, what it binds to, and how it may be read."""
    with speaking(book.language):
        rulebook = book.rulebook
        clauses = clauses_of(book, draft)
        stress = rulebook.stress_of[view.viewer].get(draft.stress, -1)
        accord = rulebook.accord_of.get(draft.accord, -1)
        found = rulebook.channel_of.get(draft.channel, -1)
        public = found >= 0 and rulebook.tables.negotiation.channels[found].public
        said = compose(book, view.viewer, draft.strength, clauses, stress, draft.tone, accord, public)
        way = book.channel(draft.channel) if draft.channel else _("no way chosen yet")
        head = _("Your letter. {channel}", channel=way)
        blocks: list[Block] = [Letter(head, strength(draft.strength), said.open, said.private, lines(book, clauses))]
        blocks += bound(book, view, draft, clauses)
        if clauses:
            blocks.append(Heading(_("Two readings"), 3))
            blocks += readings(book, view, draft, clauses)
        if draft.strength == OFFER and clauses:
            blocks.append(Paragraph(_("If he takes this as it stands, it is signed."), "warning"))
        why = letter_refusal(rulebook, view, draft)
        done = ChoiceItem("done", _("put it to the order"), "", refused(book, why) if why else "", "d")
        return Paper("draft", _("A letter"), tuple(blocks), (*parts(book, view, draft), done))


def parts(book: Book, view: View, draft: Draft) -> tuple[ChoiceItem, ...]:
    """What can be set in a draft, with what it is set to."""
    tone = draft.tone or next(iter(tones(book, view.viewer)), _("plain"))
    weight = book.get(f"stress.{draft.stress}.name", _("not chosen")) if draft.stress else _("not chosen")
    accord = book.get(f"accord.{draft.accord}.name") if draft.accord else _("none")
    count = several("{count} clause", "{count} clauses", len(draft.terms)) if draft.terms else _("none yet")
    return (
        ChoiceItem(
            "way", _("way"), book.channel(draft.channel) if draft.channel else _("not chosen"), key="1", group="part"
        ),
        ChoiceItem("clauses", _("clauses"), count, key="2", group="part"),
        ChoiceItem("strength", _("strength"), strength(draft.strength), key="3", group="part"),
        ChoiceItem("weight", _("weight"), weight, key="4", group="part"),
        ChoiceItem("tone", _("tone"), tone, key="5", group="part"),
        ChoiceItem("agreement", _("agreement"), accord, key="6", group="part"),
    )


def bound(book: Book, view: View, draft: Draft, clauses: Clauses) -> list[Block]:
    """What the letter means before it is read: how it travels, what it costs, what it binds."""
    rulebook = book.rulebook
    out: list[Block] = []
    found = rulebook.channel_of.get(draft.channel, -1)
    if found >= 0:
        channel = rulebook.tables.negotiation.channels[found]
        out.append(Line(_("Arrives"), arrival(channel.delay, bool(channel.late) and channel.late != "0")))
        if last_days(book, view):
            late = _(
                "These are the last days in which anything can be signed: what you write now comes too late for that."
            )
            out.append(Paragraph(late, "warning"))
        hears = book.get(f"channel.{channel.id}.hears")
        if hears:
            out.append(Line(_("Hears of it"), hears))
        leak = rulebook.channel_leak[found]
        if any(clause.secret for clause in clauses) and leak is not None:
            out.append(Line(_("Secret part"), _("may come out on any day until he has answered")))
        before = own_last(view)
        if before is not None and asks_more(before, clauses, rulebook.own_end[view.viewer]):
            out.append(Line(_("Asks for more"), _("more than your last letter did; your word suffers"), mark="warning"))
        costs = _at_home(book, view, found)
        if costs:
            out.append(Line(_("At home"), costs))
    early = writing(book, view, draft.strength == OFFER) if clauses else None
    if early is not None:
        out.append(early)
    if draft.strength == OFFER and clauses:
        stands = rulebook.tables.negotiation.strengths.stands
        out.append(
            Line(
                _("Stands"), several("for {count} turn once it is there", "for {count} turns once it is there", stands)
            )
        )
    return out


def last_days(book: Book, view: View) -> bool:
    """No turn of the crisis follows this one, so a letter written now finds nobody who may still accept it."""
    turns, entries = book.rulebook.pace(view.pace).turns, book.rulebook.tables.entries
    follow = turns[view.turn + 1 : view.turn + 2]
    return view.stage == "orders" and any(entries[turn.entries[-1]].kind == "aftermath" for turn in follow)


def arrival(delay: int, late: bool) -> str:
    """When a letter by this way is read."""
    if delay <= 0:
        return _("next turn at the latest, and the world hears it at once")
    return _("next turn, or the turn after") if late else _("next turn")


def _at_home(book: Book, view: View, channel: int) -> str:
    """Who at home is stirred by this way of writing alone."""
    rulebook = book.rulebook
    after = list(view.exact)
    for kind, at, amount, low, high, _shares, _op, _target in rulebook.channel_ops[channel][view.viewer]:
        if kind == 0 and at in rulebook.sees_exactly[view.viewer]:
            after[at] = min(high, max(low, after[at] + amount))
    parts = []
    for mood in moods(rulebook, view.viewer, view.exact, after):
        name = book.small(book.get(f"audience.{mood.audience}.name", mood.audience))
        if mood.change > 0:
            parts.append(_("{audience}: pleased", audience=name))
        elif mood.change < 0:
            parts.append(_("{audience}: angry", audience=name))
    return capital(", ".join(parts))


def ways(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    out = []
    for number, choice in enumerate(choices(book.rulebook, view).channels, 1):
        refusal = refused(book, choice.refusal) if choice.refusal else ""
        out.append(
            ChoiceItem(
                choice.id,
                book.channel(choice.id),
                book.get(f"channel.{choice.id}.text"),
                refusal,
                str(number),
                group="way",
            )
        )
    return tuple(out)


def levels(book: Book, view: View, draft: Draft, issue: str) -> tuple[ChoiceItem, ...]:
    """The levels of one issue, open and secret where both can be; `id` is `level` or `level secret`."""
    number = book.rulebook.issue_of[issue]
    found = book.rulebook.tables.negotiation.issues[number]
    now = {term.issue: term for term in draft.terms}.get(issue)
    way = book.rulebook.channel_of.get(draft.channel, -1)
    public = way >= 0 and book.rulebook.tables.negotiation.channels[way].public
    out: list[ChoiceItem] = []
    for level in found.levels:
        for secret in (False, True):
            term = Term(issue, level, secret)
            _clause, why = read_term(book.rulebook, view, term)
            if why is not None and why.reason.startswith("always_"):
                continue
            if public and secret:
                other = read_term(book.rulebook, view, Term(issue, level, False))[1]
                if other is None or not other.reason.startswith("always_"):
                    continue
                why = Refusal(ILLEGAL, "letter", "secret_in_public")
            text = book.get(f"issue.{issue}.{level}", level)
            label = _("{clause}, in secret", clause=text) if secret else text
            out.append(
                ChoiceItem(
                    f"{level} secret" if secret else level,
                    label,
                    "",
                    _why(book, why),
                    str(len(out) + 1),
                    term == now,
                    "level",
                )
            )
    out.append(ChoiceItem("", _("do not mention it"), key="0", chosen=now is None, group="level"))
    return tuple(out)


def _why(book: Book, why: Refusal | None) -> str:
    return refused(book, why) if why else ""


def issues(book: Book, view: View, draft: Draft) -> tuple[ChoiceItem, ...]:
    """Every issue, with how the draft puts it and how his last open letter does."""
    mine = clauses_of(book, draft)
    theirs: Clauses = next((letter.clauses for letter in reversed(view.inbox) if letter.clauses), ())
    out = []
    for number, issue in enumerate(book.rulebook.tables.negotiation.issues):
        here, there = level_of(mine, number), level_of(theirs, number)
        said = book.clause(number, here) if here >= 0 else _("not mentioned")
        note = _("his last letter: {clause}", clause=book.clause(number, there)) if there >= 0 else ""
        out.append(
            ChoiceItem(
                issue.id, book.issue(number), said, key=str(number + 1), chosen=here >= 0, group="issue", note=note
            )
        )
    return tuple(out)


def strengths(book: Book) -> tuple[ChoiceItem, ...]:
    return tuple(
        ChoiceItem(name, strength(name), key=str(place), group="strength") for place, name in enumerate(STRENGTHS, 1)
    )


def weights(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    """Where the letter may put its weight: evidence of who writes it, or a bluff."""
    out = []
    for place, id in enumerate(book.rulebook.tables.negotiation.stresses[view.viewer], 1):
        out.append(
            ChoiceItem(
                id, book.get(f"stress.{id}.name", id), book.get(f"stress.{id}.text"), key=str(place), group="weight"
            )
        )
    return tuple(out)


def tone_items(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    names = {"calm": _("calm"), "firm": _("firm"), "warm": _("warm")}
    return tuple(
        ChoiceItem(tone, names.get(tone, tone), key=str(place), group="tone")
        for place, tone in enumerate(tones(book, view.viewer), 1)
    )


def accord_items(book: Book, view: View) -> tuple[ChoiceItem, ...]:
    out = []
    for place, choice in enumerate(choices(book.rulebook, view).accords, 1):
        refusal = refused(book, choice.refusal) if choice.refusal else ""
        stem = f"accord.{choice.id}"
        out.append(
            ChoiceItem(
                choice.id,
                book.get(f"{stem}.name", choice.id),
                book.get(f"{stem}.text"),
                refusal,
                str(place),
                group="accord",
            )
        )
    out.append(ChoiceItem("", _("none"), key="0", group="accord"))
    return tuple(out)
