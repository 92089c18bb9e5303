"""The order sheet: one option with all that is signed beside it, and what it is likely to mean, before it is signed."""

from __future__ import annotations

from game.engine.choice import Choice
from game.engine.choices import choices
from game.engine.legality import refusal
from game.engine.move import Answer, Draft, Order
from game.engine.preview import Preview, half_days_of, order_acts, preview
from game.engine.view import View
from game.engine.writing import live_letters
from game.negotiation.letter import OFFER
from game.papers import desk, his_question, unready
from game.papers.paper import Block, ChoiceItem, DotArray, Figure, Heading, Line, Paper, Paragraph, Table
from game.papers.room import scant
from game.scenario.texts import first_sentence
from game.wording import odds
from game.wording.book import Book
from game.wording.catalogue import _, several, speaking
from game.wording.letters import strength, terms
from game.wording.numbers import capital, listed
from game.wording.reasons import refused


def order_sheet(book: Book, view: View, order: Order) -> Paper:
    """What would be signed. The choice `sign` carries the reason where it cannot be."""
    with speaking(book.language):
        source = option_source(book, view, order.option)
        stem = book.stem(source)
        found = preview(book.rulebook, view, order)
        text = meaning(book, view, source)
        blocks: list[Block] = [Paragraph(text)] if text else []
        blocks += consequences(book, view, found)
        blocks += received(book, view, order)
        blocks += beside(book, view, order)
        blocks += warnings(book, view, found)
        why = refusal(book.rulebook, view, order)
        sign = ChoiceItem("sign", _("sign it"), "", refused(book, why) if why else "", "s")
        title = _("To be signed: {title}", title=book.get(f"{stem}.title", order.option))
        return Paper("order", title, tuple(blocks), (sign,))


def meaning(book: Book, view: View, source: str) -> str:
    """What an option means; where a pace has little room for reading, what its brief said of it."""
    text = book.get(f"{book.stem(source)}.text")
    return first_sentence(text) if scant(book, view) else text


def option_source(book: Book, view: View, option: str) -> str:
    for choice in choices(book.rulebook, view).options:
        if choice.id == option:
            return choice.source
    return option


def gates(book: Book, view: View, order: Order) -> tuple[str, ...]:
    """What in this order could end the world, by id; empty where nothing could."""
    return preview(book.rulebook, view, order).gate if view.ended is None else ()


def consequences(book: Book, view: View, found: Preview) -> list[Block]:
    """The preview, in words."""
    seals = {
        "public": _("public: the whole world sees it"),
        "seen": _("private, but the other side sees it"),
        "quiet": _("private: only your own side sees it"),
    }
    out: list[Block] = [Line(_("Seal"), seals[found.publicity])]
    now = desk.ladder(book, view)
    if found.rung > now.rung:
        out.append(Line(_("Ladder"), _("climbs to {rung}: {name}", rung=found.rung + 1, name=book.rung(found.rung))))
    elif found.rung < now.rung:
        out.append(
            Line(_("Ladder"), _("comes down to {rung}: {name}", rung=found.rung + 1, name=book.rung(found.rung)))
        )
    out += moods(book, found)
    if found.commitment > 0:
        out.append(
            Line(
                _("Binds you"),
                _("in public words, a little") if found.commitment < 400 else _("in public words, clearly"),
            )
        )
    elif found.commitment < 0:
        out.append(Line(_("Frees you"), _("from some of what you have said in public")))
    if view.ended is None and half_days_of(book.rulebook, view) and not found.strike:
        out += _danger(found)
    return out


def received(book: Book, view: View, order: Order) -> list[Block]:
    """That the act will be taken one way or the other, by the man he is, where he sees it and it leans."""
    if view.ended is not None or not half_days_of(book.rulebook, view):
        return []
    for act in order_acts(book.rulebook, view, order)[:1]:
        rule = book.rulebook.tables.reception[act.hardness < 0]
        if not act.strike and (act.public or act.seen) and rule.since and abs(act.hardness) >= rule.since * 1000:
            text = (
                _("before a hard act some men give ground, and some stiffen")
                if act.hardness > 0
                else _("some men answer a step back, and some take it for weakness")
            )
            return [Line(_("How he takes it"), text, _("it depends on the man over there"))]
    return []


def moods(book: Book, found: Preview) -> list[Block]:
    """Who would be pleased and who angry."""
    pleased = [_audience(book, one.audience, one.change) for one in found.audiences if one.change > 0]
    angry = [_audience(book, one.audience, one.change) for one in found.audiences if one.change < 0]
    out: list[Block] = []
    if pleased:
        out.append(Line(_("Pleased"), capital(listed(pleased))))
    if angry:
        out.append(Line(_("Angry"), capital(listed(angry))))
    return out


def _audience(book: Book, id: str, change: int) -> str:
    name = book.small(book.get(f"audience.{id}.name", id))
    return _("{audience} (very)", audience=name) if abs(change) > 1 else name


def _danger(found: Preview) -> list[Block]:
    shots, end = found.shots, found.danger
    note = _("an adviser's argument still colours this; a question in council may clear it") if found.biased else ""
    full, perhaps = odds.dots(max(0.0, end.low), max(0.0, end.high))
    out: list[Block] = []
    if max(abs(shots.low), abs(shots.high)) >= odds.SMALLEST:
        out.append(Line(_("Shots you did not order"), odds.added(shots.low, shots.high)))
    if max(abs(end.low), abs(end.high)) < odds.SMALLEST:
        out.append(Line(_("The end, this turn"), _("no nearer and no further, as far as anyone can count")))
    else:
        words, fewer = odds.added(end.low, end.high), odds.less(end.low, end.high)
        out.append(Figure(_("The end, this turn"), words, DotArray(full, perhaps), note, fewer))
    return out


def warnings(book: Book, view: View, found: Preview) -> list[Block]:
    """What could end the world, and why, said before it is signed."""
    out: list[Block] = []
    if found.strike:
        labels = (
            _("It works"),
            _("It does not, and the fighting spreads"),
            _("A nuclear weapon is used there"),
            _("General war"),
        )
        named = zip(labels[-len(found.strike) :], found.strike, strict=True)
        rows = tuple((label, odds.between(row.low, row.high)) for label, row in named)
        out.append(Table((_("If it is done"), _("Chance")), rows, _("What it may come to")))
    gate = found.gate if view.ended is None else ()
    for name in (name for name in gate if name in book.rulebook.strikes):
        text = book.get(f"strike.{name}.text")
        out.append(
            Paragraph(
                _("WARNING. This opens a war that may not stop where you want it to. {text}", text=text), "warning"
            )
        )
    for name in gate:
        if name not in book.rulebook.strikes:
            what = book.get(f"incident.{name}.name", name)
            text = _(
                "WARNING. This makes likelier what nobody can stop: {what}. You will not be asked again.",
                what=book.small(what),
            )
            out.append(Paragraph(text, "warning"))
    return out


def beside(book: Book, view: View, order: Order) -> list[Block]:
    """Everything signed with the option."""
    out: list[Block] = []
    for rider in order.riders:
        out.append(Line(_("Also"), book.act(f"rider.{rider}")))
    for name, level in order.changes:
        stem = f"standing.{name}"
        text = _("{order}: {level}", order=book.get(f"{stem}.name", name), level=book.get(f"{stem}.levels.{level}"))
        out.append(Line(_("Standing order"), text, _("others will carry this out")))
    for answer in order.answers:
        out.append(Line(_("Answer"), answer_text(book, view, answer)))
        letter = view.inbox[answer.letter - 1]
        if answer.kind == "accept" and letter.signed and letter.tone != "one_text":
            also = _("nothing else on this sheet is then carried out")
            out.append(Line(_("That signs the agreement"), terms(book, letter.clauses), also, "warning"))
        early = unready.answering(book, view, answer.kind, letter)
        if early is not None:
            out.append(early)
    for draft in order.letters:
        out.append(Line(_("Letter"), draft_text(book, draft), strength(draft.strength)))
        early = unready.writing(book, view, draft.strength == OFFER) if draft.terms else None
        if early is not None:
            out.append(early)
    if order.probe:
        out.append(Line(_("Question to him"), book.get(f"probe.{order.probe}.question", order.probe)))
    if order.accord:
        name = book.get(f"accord.{order.accord}.name", order.accord)
        out.append(Line(_("Agreement named"), name, _("in force if he names it too, or has proposed it")))
    reply = his_question.replied(book, view, order)
    if reply is not None:
        out.append(reply)
    silent = [
        number
        for number, letter in live_letters(view)
        if letter.clauses and all(a.letter != number for a in order.answers)
    ]
    if silent and view.ended is None:
        many = several(
            "{count} letter of his is left in silence", "{count} letters of his are left in silence", len(silent)
        )
        out.append(Line(_("Not answered"), many))
    if out:
        out.insert(0, Heading(_("Signed with it"), 3))
    return out


def answer_text(book: Book, view: View | None, answer: Answer) -> str:
    """An answer to a letter, in one line."""
    match answer.kind:
        case "accept":
            return _("letter {number}: accepted as it stands", number=answer.letter)
        case "amend":
            change = answer.change
            if change is None or not change.level:
                issue = book.get(f"issue.{change.issue}", change.issue) if change else ""
                return _(
                    "letter {number}: accepted but for “{issue}”, which is struck out",
                    number=answer.letter,
                    issue=issue,
                )
            issue = book.get(f"issue.{change.issue}", change.issue)
            level = book.get(f"issue.{change.issue}.{change.level}", change.level)
            return _(
                "letter {number}: accepted with one change. {issue}: {level}",
                number=answer.letter,
                issue=issue,
                level=level,
            )
        case "enquire":
            issue = book.get(f"issue.{answer.change.issue}") if answer.change else ""
            return _("letter {number}: asked about “{issue}”", number=answer.letter, issue=issue)
    return _("letter {number}: held; he hears nothing", number=answer.letter)


def draft_text(book: Book, draft: Draft) -> str:
    parts = []
    for term in draft.terms:
        text = (
            f"{book.get(f'issue.{term.issue}', term.issue)}: {book.get(f'issue.{term.issue}.{term.level}', term.level)}"
        )
        parts.append(_("{clause} (secret)", clause=text) if term.secret else text)
    if draft.accord:
        parts.append(_("proposes “{accord}”", accord=book.get(f"accord.{draft.accord}.name", draft.accord)))
    return _("{channel}: {terms}", channel=book.channel(draft.channel), terms="; ".join(parts))


def _why(book: Book, choice: Choice) -> str:
    """Why something is closed, or ''."""
    return refused(book, choice.refusal) if choice.refusal else ""


def riders(book: Book, view: View, order: Order) -> Paper:
    """What may be signed beside the option, refused riders with their reason."""
    with speaking(book.language):
        found = choices(book.rulebook, view)
        items = []
        for number, choice in enumerate(found.riders, 1):
            stem, why = f"rider.{choice.id}", _why(book, choice)
            name, text = book.get(f"{stem}.title", choice.id), book.get(f"{stem}.text")
            items.append(ChoiceItem(choice.id, name, text, why, str(number), choice.id in order.riders, "rider"))
        text = several("You may sign {count} of these.", "You may sign up to {count} of these.", found.most_riders)
        if not items:
            text = _("There is nothing else to sign today.")
        return Paper("riders", _("Signed beside the order"), (Paragraph(text, "note"),), tuple(items))


def probes(book: Book, view: View, order: Order) -> Paper:
    """Questions that bind nothing."""
    with speaking(book.language):
        found = choices(book.rulebook, view)
        items = []
        for number, choice in enumerate(found.probes, 1):
            question, why = book.get(f"probe.{choice.id}.question", choice.id), _why(book, choice)
            items.append(ChoiceItem(choice.id, question, "", why, str(number), choice.id == order.probe, "probe"))
        left = book.rulebook.tables.negotiation.probe_game - view.exact[book.rulebook.probes_at[view.viewer]] // 1000
        text = _("A question binds nobody. He may answer truly, or not; and he sees what you are interested in.")
        text = f"{text} {several('You can ask {count} more.', 'You can ask {count} more.', max(0, left))}"
        return Paper("probe", _("A question to the other side"), (Paragraph(text, "note"),), tuple(items))


def accords(book: Book, view: View, order: Order) -> Paper:
    """Agreements for the time being: in force when both name one, or one names what the other has proposed."""
    with speaking(book.language):
        found = choices(book.rulebook, view)
        items = []
        for number, choice in enumerate(found.accords, 1):
            stem, why = f"accord.{choice.id}", _why(book, choice)
            name, text = book.get(f"{stem}.name", choice.id), book.get(f"{stem}.text")
            items.append(ChoiceItem(choice.id, name, text, why, str(number), choice.id == order.accord, "accord"))
        text = _(
            "It is in force when you both name the same, or when one names what the other has proposed in a letter."
        )
        return Paper("accord", _("An agreement for the time being"), (Paragraph(text, "note"),), tuple(items))
