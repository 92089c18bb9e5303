"""Two minds with one idea each: `reckless` does the hardest thing at hand, `careful` whatever is least dangerous."""

from __future__ import annotations

from game.engine.knowledge import Knowledge
from game.engine.legality import refusal
from game.engine.move import Order
from game.opponent.evaluate import Outlook, apply
from game.opponent.leader import checked, lead
from game.opponent.lore import Lore
from game.opponent.prepared import Deed, Prepared
from game.opponent.reasons import Decision, reason
from game.opponent.search import open_deeds, open_turns
from game.opponent.skill import Skill


def reckless(made: Prepared, view: Knowledge, skill: Skill, lore: Lore, draw: bytes) -> Decision:
    """The hardest act that is open, force first; every order raised; no letters, no answers."""
    del draw
    rulebook = made.rulebook
    if view.stage == "last":
        return Decision(Order(view.viewer, view.phase, "answer"), (reason("last", "answer"),))
    if view.stage == "war":
        choices = [choice for choice in rulebook.tables.war.choices if choice.seat == view.viewer]
        hardest = max(choices, key=lambda choice: choice.hardness)
        return Decision(Order(view.viewer, view.phase, hardest.id), (reason("war", hardest.id),))
    outlook = Outlook(made, view, skill, lore.kind, lore)
    deeds = open_deeds(outlook)
    deed = max(deeds, key=lambda one: (one.hardness, bool(one.act.strike)))
    move = Order(view.viewer, view.phase, deed.act.id)
    if view.ended is None:
        move = _more(outlook, move, deed)
    return checked(outlook, Decision(move, (reason("headline", deed.act.id, hardness=deed.hardness),)))


def _more(outlook: Outlook, move: Order, deed: Deed) -> Order:
    """Hard riders, and every standing order a step up, the hardest first, as far as the rules allow."""
    rulebook, view, made = outlook.rulebook, outlook.view, outlook.made
    for entry in rulebook.tables.paces[view.pace].turns[view.turn].entries:
        for rider in sorted(made.riders.get((outlook.seat, entry), ()), key=lambda one: -one.hardness):
            bigger = move._replace(riders=(*move.riders, rider.act.id))
            if rider.hardness > 0.0 and rider.act.id not in move.riders and refusal(rulebook, view, bigger) is None:
                move = bigger
    raised = [(turn, level) for turn, level in open_turns(outlook) if level * 1000 > view.exact[turn.at]]
    raised.sort(key=lambda pair: (-pair[0].up_hardness, -pair[1]))
    for turn, level in raised:
        bigger = move._replace(changes=(*move.changes, (turn.id, level)))
        if turn.id not in [name for name, _ in move.changes] and refusal(rulebook, view, bigger) is None:
            move = bigger
    del deed
    return move


def careful(made: Prepared, view: Knowledge, skill: Skill, lore: Lore, draw: bytes) -> Decision:
    """Letters and answers of a standard mind; of what force does, always the least dangerous."""
    rulebook = made.rulebook
    if view.stage == "last":
        return Decision(Order(view.viewer, view.phase, "call"), (reason("last", "call"),))
    if view.stage == "war":
        choices = [choice for choice in rulebook.tables.war.choices if choice.seat == view.viewer]
        softest = min(choices, key=lambda choice: choice.hardness)
        return Decision(Order(view.viewer, view.phase, softest.id), (reason("war", softest.id),))
    decision = lead(made, view, skill, lore, draw)
    if not isinstance(decision.move, Order) or view.ended is not None:
        return decision
    outlook = Outlook(made, view, skill, lore.kind, lore)
    deed, danger = min(
        ((one, _danger(outlook, one)) for one in open_deeds(outlook)),
        key=lambda pair: (bool(pair[0].act.strike), pair[1], pair[0].hardness),
    )
    pace = rulebook.tables.paces[view.pace]
    steps = []
    for turn, level in open_turns(outlook):
        values = list(outlook.values)
        apply((turn.up if level * 1000 > values[turn.at] else turn.down), values, outlook.slope)
        values[turn.at] = level * 1000
        less = made.danger.whole(values) - outlook.hazard
        if less < 0.0:
            steps.append((less, turn.id, level))
    chosen: list[tuple[str, int]] = []
    for _, name, level in sorted(steps):
        if len(chosen) < pace.changes and all(name != other for other, _ in chosen):
            chosen.append((name, level))
    riders = tuple(name for name in decision.move.riders if _soft(outlook, name))
    move = decision.move._replace(option=deed.act.id, riders=riders, changes=tuple(chosen))
    return checked(outlook, Decision(move, (reason("headline", deed.act.id, danger=danger), *decision.reasons)))


def _soft(outlook: Outlook, rider: str) -> bool:
    found = outlook.rulebook.riders.get(f"{outlook.rulebook.seats[outlook.seat]}.{rider}")
    return found is not None and found[1].hardness <= 0


def _danger(outlook: Outlook, deed: Deed) -> float:
    """The half-day's hazard after an option, to a hundred-thousandth: less than that is no difference."""
    if not deed.dangerous:
        return int(outlook.hazard * 100_000) / 100_000
    values = list(outlook.values)
    apply(deed.ops, values, outlook.slope)
    return int(outlook.made.danger.whole(values) * 100_000) / 100_000
