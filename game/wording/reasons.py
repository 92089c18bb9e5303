"""Why something is not possible, in a sentence. The engine names the reason; nothing is decided here."""

from __future__ import annotations

from game.engine.refusal import STALE, Refusal, Shortfall
from game.wording.book import Book
from game.wording.catalogue import _, phrase
from game.wording.numbers import listed, sentence

PLAIN = {
    "no_such_seat": phrase("There is no such seat."),
    "not_your_seat": phrase("That is for the other seat to decide."),
    "game_over": phrase("The game is over; nothing more can be ordered."),
    "phase_passed": phrase("That moment has passed. Look at the desk as it is now."),
    "nothing_signed": phrase("You have not signed anything that could be taken back."),
    "nothing_owed": phrase("Nothing is asked of you now."),
    "already_signed": phrase("You have signed. Take the order back first if you want to change it."),
    "unknown_event": phrase("There is no such event."),
    "no_council": phrase("The council does not meet now."),
    "claim_not_argued": phrase("Nobody at the table has claimed that."),
    "card_not_laid": phrase("That paper does not lie on the table."),
    "already_asked": phrase("You have put that paper to that claim already."),
    "no_question_left": phrase("You have no question left this turn."),
    "too_much": phrase("That is more than one order can hold."),
    "no_such_option": phrase("That is not one of the choices before you."),
    "only_a_choice_now": phrase("There is time for one choice now and for nothing beside it."),
    "only_public_now": phrase("Only words that the whole world hears can still arrive in time."),
    "no_such_rider": phrase("That cannot be signed beside this order."),
    "not_with_this_option": phrase("It does not go with the order that you have chosen."),
    "not_with_this_rider": phrase("It cannot be signed beside another that you have chosen."),
    "too_many_riders": phrase("No more can be signed beside one order."),
    "named_twice": phrase("The same thing is named twice."),
    "no_such_order": phrase("You have no such standing order."),
    "no_such_level": phrase("There is no such step."),
    "already_so": phrase("It is so already."),
    "one_step": phrase("It can be moved only one step in a turn."),
    "too_many_changes": phrase("No more standing orders can be changed in one turn."),
    "no_such_answer": phrase("A letter cannot be answered in that way."),
    "letter_not_open": phrase("That letter can no longer be answered."),
    "one_acceptance": phrase("You can accept only one letter."),
    "no_clauses": phrase("There is nothing in it that could be agreed."),
    "names_no_clause": phrase("Say which clause you mean."),
    "clause_not_in_letter": phrase("His letter does not speak of that."),
    "no_change": phrase("That is what his letter says already."),
    "no_such_issue": phrase("That is not something that can be agreed on."),
    "always_secret": phrase("That can be promised only in secret."),
    "always_public": phrase("That can be said only in the open."),
    "clause_closed": phrase("You have closed that door for some time."),
    "no_such_channel": phrase("There is no such way to write."),
    "channel_not_yours": phrase("That way is not open to you."),
    "channel_not_open": phrase("That way is not open yet."),
    "no_such_strength": phrase("A letter is a feeler or an offer."),
    "no_such_stress": phrase("You cannot put the weight there."),
    "no_such_accord": phrase("There is no such agreement."),
    "says_nothing": phrase("The letter says nothing yet."),
    "secret_in_public": phrase("What the whole world hears cannot hold a secret clause."),
    "one_letter_a_channel": phrase("Only one letter can leave by each way in a turn."),
    "no_such_probe": phrase("That is not a question you can ask."),
    "no_probe_left": phrase("You have asked as many such questions as he will answer."),
    "nothing_asked": phrase("He has asked you nothing that waits for an answer."),
    "no_such_reply": phrase("That is not one of the answers to what he asked."),
    "not_yet": phrase("It is too early for that."),
}


def refused(book: Book, refusal: Refusal) -> str:
    """The sentence for a refusal: the scenario's own where it has one, else what is lacking, else the plain reason."""
    if refusal.kind == STALE:
        return _(PLAIN["phase_passed"])
    if refusal.reason == "requires":
        return _requires(book, refusal)
    if refusal.reason == "too_many_clauses_changed":
        return _(
            "No more than {most} clauses can change from one letter to the next; one left out counts too.",
            most=refusal.subject,
        )
    found = PLAIN.get(refusal.reason)
    return _(found) if found else _("That is not possible now.")


def _requires(book: Book, refusal: Refusal) -> str:
    stem = {"option": f"option.{refusal.subject}", "rider": f"rider.{refusal.subject}"}.get(
        refusal.part, f"standing.{refusal.subject}"
    )
    written = book.get(f"{stem}.refused")
    if written:
        return written
    lacking = [lack(book, one) for one in refusal.shortfalls]
    found = listed([text for text in lacking if text])
    return sentence(_("It would need {what}", what=found)) if found else _("It is closed to you as things stand.")


def lack(book: Book, shortfall: Shortfall) -> str:
    """One thing that is missing, as a part of a sentence: `pressure at home to be at least "pressing"`."""
    name, relation = shortfall.dial, shortfall.relation
    if name == "date":
        return _date(book, shortfall)
    if name.split(".")[0] in ("did", "now"):
        act = book.act(_source(book, name))
        if shortfall.needed:
            return _("that “{act}” had been ordered", act=act)
        return _("that “{act}” had not been ordered", act=act)
    dial = book.dial(name)
    word = book.level(name, shortfall.needed)
    if not word:
        return _("{dial} to be otherwise", dial=dial)
    if relation in (">=", ">"):
        return _("{dial} to be at least “{word}”", dial=dial, word=word)
    if relation in ("<=", "<"):
        return _("{dial} to be below “{word}”", dial=dial, word=word)
    return _("{dial} to be “{word}”", dial=dial, word=word)


def _date(book: Book, shortfall: Shortfall) -> str:
    entries = book.rulebook.tables.entries
    place = min(max(shortfall.needed // 1000, 0), len(entries) - 1)
    label = book.get(f"calendar.{entries[place].id}.label", entries[place].id)
    return (
        _("a day not before {day}", day=label)
        if shortfall.relation in (">", ">=")
        else _("a day before {day}", day=label)
    )


def _source(book: Book, register: str) -> str:
    """The act that a `did.` or `now.` register remembers."""
    _prefix, seat, option = register.split(".", 2)
    for source, act in book.rulebook.sources.items():
        if act.id == option and book.rulebook.seats[act.seat] == seat:
            return source
    return option
