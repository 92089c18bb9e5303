"""The space a seat may choose from: options, limits, refusals. It never lists combinations."""

from __future__ import annotations

from typing import NamedTuple

from game.engine import legality, question
from game.engine.knowledge import Knowledge
from game.engine.move import ACCEPT, AMEND, ENQUIRE, HOLD
from game.engine.refusal import Refusal
from game.engine.rulebook import Rulebook
from game.engine.state import LAST, WAR


class Choice(NamedTuple):
    """One thing a seat might name, and why it may not, or None. `level` is for standing orders."""

    id: str
    source: str
    refusal: Refusal | None
    level: int = 0


class Choices(NamedTuple):
    phase: str
    stage: str
    owed: bool
    signed: bool
    questions: int
    claims: tuple[str, ...]
    cards: tuple[str, ...]
    options: tuple[Choice, ...]
    riders: tuple[Choice, ...]
    most_riders: int
    changes: tuple[Choice, ...]
    most_changes: int
    answers: tuple[tuple[int, tuple[str, ...]], ...]
    channels: tuple[Choice, ...]
    probes: tuple[Choice, ...]
    accords: tuple[Choice, ...]
    replies: tuple[Choice, ...] = ()
    """What may be said to the question that the other side has put."""


def choices(rulebook: Rulebook, view: Knowledge) -> Choices:
    """What the viewer may do now, from what he knows."""
    seat = view.viewer
    council = rulebook.tables.council
    pace = legality.pace_of(rulebook, view)
    owed = seat < 2 and view.owed[seat] and not view.over
    nothing = Choices(
        view.phase, view.stage, owed, seat < 2 and view.signed[seat], 0, (), (), (), (), 0, (), 0, (), (), (), ()
    )
    if not owed:
        return nothing
    if view.stage == LAST:
        return nothing._replace(options=tuple(Choice(name, f"last.{name}", None) for name in legality.LAST_CHOICES))
    answers = tuple(
        (number, (ACCEPT, AMEND, ENQUIRE, HOLD) if letter.clauses else (HOLD,))
        for number, letter in legality.live_letters(view)
    )
    channels = tuple(
        Choice(channel.id, channel.id, legality.channel_refusal(rulebook, view, channel.id))
        for channel in rulebook.tables.negotiation.channels
        if channel.seats[seat]
    )
    if view.stage == WAR:
        open_channels = tuple(
            choice for choice in channels
            if rulebook.tables.negotiation.channels[rulebook.channel_of[choice.id]].public
        )  # fmt: skip
        war = tuple(
            Choice(choice.id, f"war.{choice.id}", None) for choice in rulebook.tables.war.choices if choice.seat == seat
        )
        return nothing._replace(options=war, answers=answers, channels=open_channels)
    return nothing._replace(
        questions=view.dossier.questions,
        claims=tuple(council.claims[number].id for number in view.dossier.claims),
        cards=tuple(council.cards[number].id for number, _ in view.dossier.cards),
        options=tuple(
            Choice(act.id, act.source, legality.act_refusal(rulebook, view, act))
            for act in legality.acts_of(rulebook, view)
        ),
        riders=tuple(
            Choice(act.id, f"rider.{act.id}", legality.rider_refusal(rulebook, view, act.id, ""))
            for _, act in legality.listed_riders(rulebook, view)
        ),
        most_riders=pace.riders,
        changes=_changes(rulebook, view),
        most_changes=legality.most_changes(rulebook, view),
        answers=answers,
        channels=channels,
        probes=tuple(
            Choice(probe.id, probe.id, legality.probe_refusal(rulebook, view, probe.id))
            for probe in rulebook.tables.negotiation.probes
            if probe.seat == seat
        ),
        accords=tuple(
            Choice(accord.id, accord.id, legality.accord_refusal(rulebook, view, accord.id))
            for accord in rulebook.tables.accords
        ),
        replies=tuple(Choice(reply, f"probe.{view.question}", None) for reply in question.replies(rulebook, view)),
    )


def _changes(rulebook: Rulebook, view: Knowledge) -> tuple[Choice, ...]:
    out = []
    for number, order in rulebook.orders_of(view.viewer):
        if order.unlisted and not view.exact[rulebook.index[order.unlisted]]:
            continue
        now = view.exact[rulebook.standing_at[number]] // 1000
        for level in range(order.levels):
            if level != now:
                found = legality.change_refusal(rulebook, view, order.id, level)
                out.append(Choice(order.id, order.id, found, level))
    return tuple(out)
