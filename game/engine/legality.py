"""The one source of legality: a function of what the seat knows, called by screens, minds and `play` alike."""

from __future__ import annotations

from game.engine.knowledge import PUBLIC, Knowledge
from game.engine.move import ACCEPT, AMEND, ANSWERS, ENQUIRE, Ask, Inject, Move, Order, Withdraw
from game.engine.question import reply_refusal
from game.engine.refusal import ILLEGAL, INVALID, STALE, Refusal
from game.engine.rulebook import Rulebook
from game.engine.sheet import (
    accord_refusal,
    act_refusal,
    change_refusal,
    most_changes,
    pace_of,
    probe_refusal,
    rider_refusal,
    sheet_of,
)
from game.engine.state import LAST, ORDERS, WAR
from game.engine.writing import answer_refusal, letter_refusal, live_letter

LAST_CHOICES = ("hold", "call", "answer")
MOST_SIMPLE = 64


def refusal(rulebook: Rulebook, view: Knowledge, move: Move) -> Refusal | None:
    """Why this viewer cannot make this move now, or None where he can."""
    if isinstance(move, Inject):
        return _inject(rulebook, view, move)
    if view.viewer == PUBLIC or move.seat != view.viewer:
        return Refusal(INVALID, "seat", "not_your_seat")
    if view.over:
        return Refusal(ILLEGAL, "phase", "game_over")
    if move.phase != view.phase:
        return Refusal(STALE, "phase", "phase_passed", move.phase)
    if isinstance(move, Ask):
        return _ask(rulebook, view, move)
    if isinstance(move, Withdraw):
        return None if view.signed[view.viewer] else Refusal(ILLEGAL, "order", "nothing_signed")
    if not view.owed[view.viewer]:
        return Refusal(ILLEGAL, "phase", "nothing_owed")
    if view.signed[view.viewer]:
        return Refusal(ILLEGAL, "order", "already_signed")
    return _order(rulebook, view, move)


def _inject(rulebook: Rulebook, view: Knowledge, move: Inject) -> Refusal | None:
    if view.over:
        return Refusal(ILLEGAL, "phase", "game_over")
    if move.phase != view.phase:
        return Refusal(STALE, "phase", "phase_passed", move.phase)
    if move.what not in rulebook.trigger_of:
        return Refusal(INVALID, "what", "unknown_event", move.what)
    return None


def _ask(rulebook: Rulebook, view: Knowledge, move: Ask) -> Refusal | None:
    if view.stage != ORDERS or not view.owed[view.viewer]:
        return Refusal(ILLEGAL, "phase", "no_council")
    if view.signed[view.viewer]:
        return Refusal(ILLEGAL, "order", "already_signed")
    claims, cards, questions, asked = view.dossier
    claim = rulebook.claim_of.get(move.claim, -1)
    if claim not in claims:
        return Refusal(INVALID, "claim", "claim_not_argued", move.claim)
    card = rulebook.card_of.get(move.card, -1)
    if card not in [laid for laid, _ in cards]:
        return Refusal(INVALID, "card", "card_not_laid", move.card)
    for earlier, shown, _ in asked:
        if claim == earlier and card == shown:
            return Refusal(ILLEGAL, "claim", "already_asked", move.claim)
    if questions <= 0:
        return Refusal(ILLEGAL, "claim", "no_question_left")
    return None


def _order(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    _, _, option, riders, changes, answers, letters, probe, accord, reply = move
    if (
        len(letters) > MOST_SIMPLE
        or len(answers) > MOST_SIMPLE
        or len(changes) > MOST_SIMPLE
        or len(riders) > MOST_SIMPLE
    ):
        return Refusal(INVALID, "order", "too_much")
    if view.stage == LAST:
        if option not in LAST_CHOICES:
            return Refusal(INVALID, "option", "no_such_option", option)
        return _bare(move)
    if view.stage == WAR:
        return _war_order(rulebook, view, move)
    sheet = sheet_of(rulebook, view)
    act = sheet.headlines.get(option)
    if act is None:
        return Refusal(INVALID, "option", "no_such_option", option)
    return (
        act_refusal(rulebook, view, act)
        or (_riders(rulebook, view, move) if riders else None)
        or (_changes(rulebook, view, move) if changes else None)
        or (_answers(rulebook, view, move) if answers else None)
        or (
            _letters(rulebook, view, move, [*act.uses, *[name for id in riders for name in sheet.riders[id].act.uses]])
            if letters or answers or riders or act.uses
            else None
        )
        or (probe_refusal(rulebook, view, probe) if probe else None)
        or (accord_refusal(rulebook, view, accord) if accord else None)
        or (reply_refusal(rulebook, view, reply) if reply else None)
    )


def _bare(move: Order) -> Refusal | None:
    if move.riders or move.changes or move.answers or move.letters or move.probe or move.accord or move.reply:
        return Refusal(ILLEGAL, "order", "only_a_choice_now")
    return None


def _war_order(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    choices = [choice.id for choice in rulebook.tables.war.choices if choice.seat == view.viewer]
    if move.option not in choices:
        return Refusal(INVALID, "option", "no_such_option", move.option)
    if move.riders or move.changes or move.probe or move.accord or move.reply:
        return Refusal(ILLEGAL, "order", "only_a_choice_now")
    for draft in move.letters:
        channel = rulebook.channel_of.get(draft.channel)
        if channel is not None and not rulebook.tables.negotiation.channels[channel].public:
            return Refusal(ILLEGAL, "letter", "only_public_now", draft.channel)
    return _answers(rulebook, view, move) or _letters(rulebook, view, move, [])


def _riders(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    if len(move.riders) > pace_of(rulebook, view).riders:
        return Refusal(ILLEGAL, "rider", "too_many_riders")
    if len(frozenset(move.riders)) != len(move.riders):
        return Refusal(INVALID, "rider", "named_twice")
    for rider in move.riders:
        found = rider_refusal(rulebook, view, rider, move.option)
        if found:
            return found
        for other in rulebook.riders[f"{rulebook.seats[view.viewer]}.{rider}"][0].excludes:
            if other in move.riders:
                return Refusal(ILLEGAL, "rider", "not_with_this_rider", rider)
    return None


def _changes(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    if len(move.changes) > most_changes(rulebook, view):
        return Refusal(ILLEGAL, "change", "too_many_changes")
    if len(move.changes) > 1 and len(frozenset([name for name, _ in move.changes])) != len(move.changes):
        return Refusal(INVALID, "change", "named_twice")
    for name, level in move.changes:
        found = change_refusal(rulebook, view, name, level)
        if found:
            return found
    return None


def _answers(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    if len(move.answers) > 1 and len(frozenset([answer.letter for answer in move.answers])) != len(move.answers):
        return Refusal(INVALID, "answer", "named_twice")
    accepted = 0
    for answer in move.answers:
        if answer.kind not in ANSWERS:
            return Refusal(INVALID, "answer", "no_such_answer", answer.kind)
        letter = live_letter(view, answer.letter)
        if letter is None:
            return Refusal(ILLEGAL, "answer", "letter_not_open", str(answer.letter))
        accepted += answer.kind == ACCEPT
        found = answer_refusal(rulebook, view, answer, letter)
        if found:
            return found
    if accepted > 1:
        return Refusal(ILLEGAL, "answer", "one_acceptance")
    return None


def _letters(rulebook: Rulebook, view: Knowledge, move: Order, used: list[str]) -> Refusal | None:
    """`used` are the channels that the order's option and riders take up."""
    channels = rulebook.tables.negotiation.channels
    for answer in move.answers:
        if answer.kind in (AMEND, ENQUIRE):
            letter = live_letter(view, answer.letter)
            if letter is not None:
                used.append(channels[letter.channel].id)
    for draft in move.letters:
        found = letter_refusal(rulebook, view, draft)
        if found:
            return found
        used.append(draft.channel)
    if len(used) > 1 and len(frozenset(used)) != len(used):
        return Refusal(ILLEGAL, "letter", "one_letter_a_channel")
    return None
