"""Issues, channels, strengths of word, probes: what can be agreed and how."""

from __future__ import annotations

from game.engine.tables import Channel, Issue, Negotiation, Ops, Probe, Strengths
from game.scenario.resolve import Resolver
from game.scenario.shape import letters
from game.scenario.shape.whole import Scenario
from game.scenario.source import Path


def negotiation(resolver: Resolver, scenario: Scenario) -> Negotiation:
    text = scenario.text_of_un
    un_channel = ""
    if text is not None and resolver.one_of("channel", text.channel, ("text_of_un", "channel")):
        un_channel = text.channel
    ids = [channel.id for channel in scenario.channels]
    stresses, against = _stresses(resolver, scenario)
    honest_one, honest_two = (
        resolver.expression(scenario.probe.honest, ("probe", "honest"), "chance", seat, "probe") for seat in range(2)
    )
    return Negotiation(
        issues(resolver, scenario),
        channels(resolver, scenario, un_channel),
        strengths(resolver, scenario),
        stresses,
        probes(resolver, scenario),
        scenario.probe.each_turn,
        scenario.probe.each_game,
        (honest_one, honest_two),
        resolver.expression(text.when, ("text_of_un", "when"), "when", None, "text_of_un") if text else "",
        ids.index(un_channel) if un_channel else -1,
        scenario.negotiation.unmentioned,
        scenario.negotiation.unsaid_level,
        resolver.entry(scenario.strengths.since, ("strengths", "from")),
        against,
    )


def issues(resolver: Resolver, scenario: Scenario) -> tuple[Issue, ...]:
    out = []
    criteria = [criterion.id for criterion in scenario.criteria]
    seats = resolver.names.seats
    for number, issue in enumerate(scenario.issues):
        path: Path = ("issues", number)
        levels = tuple(level.id for level in issue.levels)
        if len(set(levels)) < len(levels):
            resolver.error((*path, "levels"), f"`{issue.id}` has two levels of one name")
        for seat in seats:
            if seat not in issue.own_end:
                resolver.error((*path, "own_end"), f"`own_end` does not say which end is {seat}'s")
        for seat in (*issue.own_end, *issue.worth):
            if seat not in seats:
                resolver.seat(seat, (*path, "own_end" if seat in issue.own_end else "worth", seat))
        for level in issue.always:
            if level not in levels:
                resolver.error(
                    (*path, "always", level),
                    f"`{issue.id}` has no level `{level}`",
                    resolver.near(level, levels),
                    key=True,
                )
        one, two = (1 if issue.own_end.get(seat) == "high" else -1 for seat in seats)
        worth_one, worth_two = (_worth(resolver, issue, path, seat, criteria) for seat in seats)
        always = tuple(issue.always.get(level, "") for level in levels)
        out.append(Issue(issue.id, levels, (one, two), always, issue.core, (worth_one, worth_two), issue.disputed))
    return tuple(out)


def _worth(
    resolver: Resolver, issue: letters.Issue, path: Path, seat: str, criteria: list[str]
) -> tuple[tuple[int, ...], ...]:
    table = issue.worth.get(seat, {})
    for criterion, points in table.items():
        step: Path = (*path, "worth", seat, criterion)
        if criterion not in criteria:
            resolver.error(step, f"there is no criterion `{criterion}`", resolver.near(criterion, criteria), key=True)
        if len(points) != len(issue.levels):
            resolver.error(step, f"`{issue.id}` has {len(issue.levels)} levels; this names {len(points)} points")
    if not table:
        return ()
    return tuple(tuple(table.get(criterion, ())) for criterion in criteria)


def channels(resolver: Resolver, scenario: Scenario, un_channel: str) -> tuple[Channel, ...]:
    out = []
    seats = resolver.names.seats
    unit = scenario.strengths.ratchet
    for number, channel in enumerate(scenario.channels):
        path: Path = ("channels", number)
        for index, seat in enumerate(channel.seats):
            resolver.seat(seat, (*path, "seats", index))
        ratchet: tuple[Ops, Ops]
        if "" in channel.ratchet:
            if not unit and channel.ratchet[""]:
                sentence = "a bare number scales `strengths: ratchet:`, which is missing; or write effects"
                resolver.error((*path, "ratchet"), sentence)
            one, two = resolver.for_each(unit, ("strengths", "ratchet"))
            ratchet = _scaled(one, channel.ratchet[""]), _scaled(two, channel.ratchet[""])
        else:
            ratchet = resolver.for_each(channel.ratchet, (*path, "ratchet"))
        rank = channel.weight or (number if channel.public else 100 + number)
        out.append(
            Channel(
                channel.id,
                channel.delay,
                resolver.expression(channel.late, (*path, "late"), "chance", None, channel.id),
                channel.public,
                resolver.expression(channel.leak, (*path, "leak"), "chance", None, channel.id),
                resolver.entry(channel.since, (*path, "from")),
                (not channel.seats or seats[0] in channel.seats, not channel.seats or seats[1] in channel.seats),
                resolver.for_each(channel.effects, (*path, "effects")),
                ratchet,
                rank,
                channel.back,
                channel.un or channel.id == un_channel,
            )
        )
    return tuple(out)


def _scaled(ops: Ops, factor: int) -> Ops:
    return tuple((op, target, amount * factor // 1000) for op, target, amount in ops if op == "move")


def strengths(resolver: Resolver, scenario: Scenario) -> Strengths:
    shaped = scenario.strengths
    top: Path = ("strengths",)
    writer = resolver.for_each(shaped.refused.writer, (*top, "refused", "writer"))
    refuser = resolver.for_each(shaped.refused.refuser, (*top, "refused", "refuser"), flip=True)
    return Strengths(
        resolver.for_each(shaped.feeler.early, (*top, "feeler", "early")),
        resolver.for_each(shaped.offer.early, (*top, "offer", "early")),
        (writer[0] + refuser[0], writer[1] + refuser[1]),
        resolver.for_each(shaped.overruled, (*top, "overruled")),
        shaped.stands,
        shaped.changes,
        shaped.leak_early,
        resolver.for_each(shaped.stress_broken, (*top, "stress_broken")),
        resolver.for_each(shaped.accept_early, (*top, "accept_early")),
    )


def _stresses(
    resolver: Resolver, scenario: Scenario
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], tuple[tuple[str, ...], tuple[str, ...]]]:
    ids: tuple[list[str], list[str]] = ([], [])
    against: tuple[list[str], list[str]] = ([], [])
    for number, stress in enumerate(scenario.stresses):
        path: Path = ("stresses", number)
        seat = resolver.seat(stress.seat, (*path, "seat"))
        if seat >= 0:
            ids[seat].append(stress.id)
            against[seat].append(
                resolver.expression(stress.contradicts, (*path, "contradicts"), "when", seat, stress.id)
            )
    return (tuple(ids[0]), tuple(ids[1])), (tuple(against[0]), tuple(against[1]))


def probes(resolver: Resolver, scenario: Scenario) -> tuple[Probe, ...]:
    out = []
    ids = [issue.id for issue in scenario.issues]
    for number, probe in enumerate(scenario.probes):
        path: Path = ("probes", number)
        seat = resolver.seat(probe.seat, (*path, "seat"))
        issue = ids.index(probe.issue) if resolver.one_of("issue", probe.issue, (*path, "issue")) else -1
        answering = 1 - seat if seat >= 0 else None
        truth = resolver.expression(probe.truth, (*path, "truth"), "index", answering, probe.id)
        out.append(Probe(probe.id, seat, issue, tuple(answer.id for answer in probe.answers), truth))
    return tuple(out)
