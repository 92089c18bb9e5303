"""The one source of legality: a function of what the seat knows, called by screens, minds and `play` alike."""

from __future__ import annotations

from game.engine.knowledge import PUBLIC, Knowledge
from game.engine.move import (
    ACCEPT,
    AMEND,
    ANSWERS,
    ENQUIRE,
    Answer,
    Ask,
    Draft,
    Inject,
    Move,
    Order,
    Term,
    Withdraw,
)
from game.engine.question import reply_refusal
from game.engine.refusal import ILLEGAL, INVALID, STALE, Refusal
from game.engine.rulebook import Act, Rulebook
from game.engine.shortfall import shortfalls
from game.engine.state import LAST, ORDERS, WAR
from game.engine.tables import Pace, Rider
from game.negotiation.clause import UNSAID, Clause, Clauses, changed, in_order, level_of, with_change
from game.negotiation.letter import HELD, OPEN, STRENGTHS, Letter

LAST_CHOICES = ("hold", "call", "answer")
LIVE = (OPEN, HELD)
MOST_SIMPLE = 64
NOTHING = Clause(0, UNSAID)


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
    match move:
        case Ask():
            return _ask(rulebook, view, move)
        case Withdraw():
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
    claim = rulebook.claim_of.get(move.claim, -1)
    if claim not in view.dossier.claims:
        return Refusal(INVALID, "claim", "claim_not_argued", move.claim)
    card = rulebook.card_of.get(move.card, -1)
    if card not in [laid for laid, _ in view.dossier.cards]:
        return Refusal(INVALID, "card", "card_not_laid", move.card)
    if (claim, card) in [pair[:2] for pair in view.dossier.asked]:
        return Refusal(ILLEGAL, "claim", "already_asked", move.claim)
    if view.dossier.questions <= 0:
        return Refusal(ILLEGAL, "claim", "no_question_left")
    return None


def pace_of(rulebook: Rulebook, view: Knowledge) -> Pace:
    """The pace this game is played at, found from what every viewer knows."""
    return rulebook.tables.paces[view.pace]


def entries_of(rulebook: Rulebook, view: Knowledge) -> tuple[int, ...]:
    return pace_of(rulebook, view).turns[view.turn].entries


def asked_entry(rulebook: Rulebook, view: Knowledge, seat: int) -> int:
    return pace_of(rulebook, view).turns[view.turn].asks[seat]


def acts_of(rulebook: Rulebook, view: Knowledge) -> tuple[Act, ...]:
    """The options of the decision the seat is asked this turn."""
    dated = rulebook.dated.get((view.viewer, asked_entry(rulebook, view, view.viewer)))
    return dated.acts if dated else ()


def _order(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    if max(len(move.riders), len(move.changes), len(move.answers), len(move.letters)) > MOST_SIMPLE:
        return Refusal(INVALID, "order", "too_much")
    if view.stage == LAST:
        if move.option not in LAST_CHOICES:
            return Refusal(INVALID, "option", "no_such_option", move.option)
        return _bare(move)
    if view.stage == WAR:
        return _war_order(rulebook, view, move)
    return (
        option_refusal(rulebook, view, move.option)
        or (_riders(rulebook, view, move) if move.riders else None)
        or (_changes(rulebook, view, move) if move.changes else None)
        or (_answers(rulebook, view, move) if move.answers else None)
        or _letters(rulebook, view, move)
        or (probe_refusal(rulebook, view, move.probe) if move.probe else None)
        or (accord_refusal(rulebook, view, move.accord) if move.accord else None)
        or (reply_refusal(rulebook, view, move.reply) if move.reply else None)
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
    return _answers(rulebook, view, move) or _letters(rulebook, view, move)


def option_refusal(rulebook: Rulebook, view: Knowledge, option: str) -> Refusal | None:
    """Why a headline option is closed to the seat, or None."""
    for act in acts_of(rulebook, view):
        if act.id == option:
            return act_refusal(rulebook, view, act)
    return Refusal(INVALID, "option", "no_such_option", option)


def act_refusal(rulebook: Rulebook, view: Knowledge, act: Act) -> Refusal | None:
    """Why an option that stands on the seat's sheet is closed to it, or None."""
    if act.requires is None or act.requires(view.exact):
        return None
    lacking = shortfalls(rulebook, act.condition, view.exact)
    return Refusal(ILLEGAL, "option", "requires", act.source, lacking)


def listed_riders(rulebook: Rulebook, view: Knowledge) -> tuple[tuple[Rider, Act], ...]:
    """Riders that may stand on this turn's order sheet, refused ones among them; unlisted ones once found."""
    found = rulebook.sheets[view.pace][view.turn][view.viewer].values()
    return tuple([(rider, act) for rider, act, unlisted in found if unlisted < 0 or view.exact[unlisted]])


def rider_refusal(rulebook: Rulebook, view: Knowledge, rider: str, option: str) -> Refusal | None:
    """Why a rider cannot be signed with an option, or None; '' for any option."""
    listed = rulebook.sheets[view.pace][view.turn][view.viewer].get(rider)
    if listed is None or (listed.unlisted >= 0 and not view.exact[listed.unlisted]):
        return Refusal(INVALID, "rider", "no_such_rider", rider)
    found, act, _ = listed
    if act.requires is not None and not act.requires(view.exact):
        return Refusal(ILLEGAL, "rider", "requires", rider, shortfalls(rulebook, act.condition, view.exact))
    if found.goes_with and option and option not in found.goes_with:
        return Refusal(ILLEGAL, "rider", "not_with_this_option", rider)
    return None


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


def change_refusal(rulebook: Rulebook, view: Knowledge, order: str, level: int) -> Refusal | None:
    """Why a standing order cannot be brought to a level now, or None."""
    number = rulebook.standing.get(order, -1)
    if number < 0 or rulebook.tables.standing[number].seat != view.viewer:
        return Refusal(INVALID, "change", "no_such_order", order)
    standing = rulebook.tables.standing[number]
    if standing.unlisted and not view.exact[rulebook.index[standing.unlisted]]:
        return Refusal(INVALID, "change", "no_such_order", order)
    if not 0 <= level < standing.levels:
        return Refusal(INVALID, "change", "no_such_level", order)
    if standing.since > view.exact[rulebook.date] // 1000:
        return Refusal(ILLEGAL, "change", "not_yet", order)
    now = view.exact[rulebook.standing_at[number]] // 1000
    if level == now and number not in [recall[0] for recall in view.recalls]:
        return Refusal(ILLEGAL, "change", "already_so", order)
    if abs(level - now) > 1 and not standing.jump:
        return Refusal(ILLEGAL, "change", "one_step", order)
    needs = rulebook.standing_needs[number]
    if needs is not None and not needs(view.exact):
        return Refusal(ILLEGAL, "change", "requires", order, shortfalls(rulebook, standing.requires, view.exact))
    return None


def most_changes(rulebook: Rulebook, view: Knowledge) -> int:
    """How many standing orders may change this turn: fewer while it is early, where the pace says so."""
    pace = pace_of(rulebook, view)
    early = view.exact[rulebook.date] // 1000 < pace.early_before
    return min(pace.changes, pace.early_changes) if early else pace.changes


def _changes(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    if len(move.changes) > most_changes(rulebook, view):
        return Refusal(ILLEGAL, "change", "too_many_changes")
    if len(move.changes) > 1 and len(frozenset(name for name, _ in move.changes)) != len(move.changes):
        return Refusal(INVALID, "change", "named_twice")
    for name, level in move.changes:
        found = change_refusal(rulebook, view, name, level)
        if found:
            return found
    return None


def live_letters(view: Knowledge) -> tuple[tuple[int, Letter], ...]:
    """Letters in the inbox that may still be answered, by number from 1; none once the crisis is over."""
    if view.ended is not None:
        return ()
    return tuple([(number, letter) for number, letter in enumerate(view.inbox, 1) if letter.status in LIVE])


def own_last(view: Knowledge) -> Clauses | None:
    """The clauses of the seat's own last letter, or None before the first."""
    for letter in reversed(view.outbox):
        if letter.clauses:
            return letter.clauses
    return None


def _answers(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    live = dict(live_letters(view))
    if len(move.answers) > 1 and len(frozenset([answer.letter for answer in move.answers])) != len(move.answers):
        return Refusal(INVALID, "answer", "named_twice")
    accepted = 0
    for answer in move.answers:
        if answer.kind not in ANSWERS:
            return Refusal(INVALID, "answer", "no_such_answer", answer.kind)
        if answer.letter not in live:
            return Refusal(ILLEGAL, "answer", "letter_not_open", str(answer.letter))
        accepted += answer.kind == ACCEPT
        found = _answer_refusal(rulebook, view, answer, live[answer.letter])
        if found:
            return found
    if accepted > 1:
        return Refusal(ILLEGAL, "answer", "one_acceptance")
    return None


def _answer_refusal(rulebook: Rulebook, view: Knowledge, answer: Answer, letter: Letter) -> Refusal | None:
    match answer.kind:
        case "accept":
            if not letter.clauses:
                return Refusal(ILLEGAL, "answer", "no_clauses", str(answer.letter))
        case "hold":
            pass
        case "amend" | "enquire":
            if answer.change is None:
                return Refusal(INVALID, "answer", "names_no_clause", str(answer.letter))
            clause, found = read_term(rulebook, view, answer.change)
            if found:
                return found
            if answer.kind == ENQUIRE and level_of(letter.clauses, clause.issue) == UNSAID:
                return Refusal(ILLEGAL, "answer", "clause_not_in_letter", answer.change.issue)
            if answer.kind == AMEND:
                amended = with_change(letter.clauses, clause)
                if amended == letter.clauses:
                    return Refusal(ILLEGAL, "answer", "no_change", answer.change.issue)
                if not amended:
                    return Refusal(ILLEGAL, "answer", "no_clauses", str(answer.letter))
    return None


def read_term(rulebook: Rulebook, view: Knowledge, term: Term) -> tuple[Clause, Refusal | None]:
    """The clause that a term means, with what is wrong with it."""
    issue = rulebook.issue_of.get(term.issue, -1)
    if issue < 0:
        return NOTHING, Refusal(INVALID, "letter", "no_such_issue", term.issue)
    if term.level == "":
        return Clause(issue, UNSAID), None
    level = rulebook.level_of[issue].get(term.level, -1)
    if level < 0:
        return NOTHING, Refusal(INVALID, "letter", "no_such_level", term.level)
    always = rulebook.tables.negotiation.issues[issue].always[level]
    if always and term.secret != (always == "secret"):
        return NOTHING, Refusal(ILLEGAL, "letter", f"always_{always}", f"{term.issue}.{term.level}")
    for closed, shut, _ in view.closed:
        if closed == issue and shut == level:
            return NOTHING, Refusal(ILLEGAL, "letter", "clause_closed", f"{term.issue}.{term.level}")
    return Clause(issue, level, term.secret), None


def read_terms(rulebook: Rulebook, view: Knowledge, terms: tuple[Term, ...]) -> tuple[Clauses, Refusal | None]:
    """The clauses of a draft, in order, with the first thing wrong with them."""
    clauses = []
    for term in terms:
        clause, found = read_term(rulebook, view, term)
        if found:
            return (), found
        if clause.level != UNSAID:
            clauses.append(clause)
    if len(clauses) < 2:
        return tuple(clauses), None
    if len(frozenset([clause.issue for clause in clauses])) != len(clauses):
        return (), Refusal(INVALID, "letter", "named_twice")
    return in_order(tuple(clauses)), None


def channel_refusal(rulebook: Rulebook, view: Knowledge, channel: str) -> Refusal | None:
    """Why a seat cannot write by a channel now, or None."""
    number = rulebook.channel_of.get(channel, -1)
    if number < 0:
        return Refusal(INVALID, "letter", "no_such_channel", channel)
    found = rulebook.tables.negotiation.channels[number]
    today = view.exact[rulebook.date] // 1000
    if not found.seats[view.viewer]:
        return Refusal(ILLEGAL, "letter", "channel_not_yours", channel)
    if max(found.since, rulebook.tables.negotiation.since) > today or view.ended is not None:
        return Refusal(ILLEGAL, "letter", "channel_not_open", channel)
    return None


def letter_refusal(rulebook: Rulebook, view: Knowledge, draft: Draft) -> Refusal | None:
    """Why a seat cannot send this letter now, or None."""
    found = channel_refusal(rulebook, view, draft.channel)
    if found:
        return found
    if draft.strength not in STRENGTHS:
        return Refusal(INVALID, "letter", "no_such_strength", draft.strength)
    if draft.stress and draft.stress not in rulebook.stress_of[view.viewer]:
        return Refusal(INVALID, "letter", "no_such_stress", draft.stress)
    if draft.accord and draft.accord not in rulebook.accord_of:
        return Refusal(INVALID, "letter", "no_such_accord", draft.accord)
    clauses, found = read_terms(rulebook, view, draft.terms)
    if found:
        return found
    if not clauses and not draft.accord:
        return Refusal(ILLEGAL, "letter", "says_nothing", draft.channel)
    channel = rulebook.tables.negotiation.channels[rulebook.channel_of[draft.channel]]
    if channel.public and True in [clause.secret for clause in clauses]:
        return Refusal(ILLEGAL, "letter", "secret_in_public", draft.channel)
    last = own_last(view)
    most = rulebook.tables.negotiation.strengths.changes
    if last is not None and clauses and len(changed(last, clauses)) > most:
        return Refusal(ILLEGAL, "letter", "too_many_clauses_changed", str(most))
    return None


def _letters(rulebook: Rulebook, view: Knowledge, move: Order) -> Refusal | None:
    used = _used_up(rulebook, view, move)
    if move.answers:
        live = dict(live_letters(view))
        channels = rulebook.tables.negotiation.channels
        for answer in move.answers:
            if answer.kind in (AMEND, ENQUIRE) and answer.letter in live:
                used.append(channels[live[answer.letter].channel].id)
    for draft in move.letters:
        found = letter_refusal(rulebook, view, draft)
        if found:
            return found
        used.append(draft.channel)
    if len(used) > 1 and len(frozenset(used)) != len(used):
        return Refusal(ILLEGAL, "letter", "one_letter_a_channel")
    return None


def _used_up(rulebook: Rulebook, view: Knowledge, move: Order) -> list[str]:
    """Channels that the order's own option and riders take up."""
    used: list[str] = []
    if view.stage == ORDERS:
        for act in acts_of(rulebook, view):
            if act.uses and act.id == move.option:
                used += act.uses
    for rider in move.riders:
        used += rulebook.riders[f"{rulebook.seats[view.viewer]}.{rider}"][1].uses
    return used


def probe_refusal(rulebook: Rulebook, view: Knowledge, probe: str) -> Refusal | None:
    """Why a probe cannot be asked now, or None."""
    negotiation = rulebook.tables.negotiation
    number = rulebook.probe_of.get(probe, -1)
    if number < 0 or negotiation.probes[number].seat != view.viewer:
        return Refusal(INVALID, "probe", "no_such_probe", probe)
    if view.ended is not None or negotiation.since > view.exact[rulebook.date] // 1000:
        return Refusal(ILLEGAL, "probe", "not_yet", probe)
    if view.exact[rulebook.probes_at[view.viewer]] // 1000 >= negotiation.probe_game:
        return Refusal(ILLEGAL, "probe", "no_probe_left", probe)
    return None


def accord_refusal(rulebook: Rulebook, view: Knowledge, accord: str) -> Refusal | None:
    """Why an accord cannot be named now, or None."""
    number = rulebook.accord_of.get(accord, -1)
    if number < 0:
        return Refusal(INVALID, "accord", "no_such_accord", accord)
    if view.ended is not None or rulebook.tables.accords[number].since > view.exact[rulebook.date] // 1000:
        return Refusal(ILLEGAL, "accord", "not_yet", accord)
    return None
