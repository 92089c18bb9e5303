"""What stands on a seat's order sheet, and why a line of it is closed. Reads what the seat knows, nothing else."""

from __future__ import annotations

from game.engine.act import Act
from game.engine.agenda import Agenda, Sheet
from game.engine.knowledge import Knowledge
from game.engine.lines import Line, StandingLine
from game.engine.refusal import ILLEGAL, INVALID, Refusal
from game.engine.rulebook import Rulebook
from game.engine.shortfall import shortfalls
from game.engine.tables import Pace


def pace_of(rulebook: Rulebook, view: Knowledge) -> Pace:
    """The pace this game is played at, found from what every viewer knows."""
    return rulebook.tables.paces[view.pace]


def agenda_of(rulebook: Rulebook, view: Knowledge) -> Agenda:
    """The turn that is being played."""
    return rulebook.agendas[view.pace][view.turn]


def sheet_of(rulebook: Rulebook, view: Knowledge) -> Sheet:
    """What the viewer may order this turn."""
    return rulebook.agendas[view.pace][view.turn].sheets[view.viewer]


def entries_of(rulebook: Rulebook, view: Knowledge) -> tuple[int, ...]:
    return agenda_of(rulebook, view).entries


def asked_entry(rulebook: Rulebook, view: Knowledge, seat: int) -> int:
    return agenda_of(rulebook, view).sheets[seat].entry


def acts_of(rulebook: Rulebook, view: Knowledge) -> tuple[Act, ...]:
    """The options of the decision the seat is asked this turn."""
    return sheet_of(rulebook, view).acts


def option_refusal(rulebook: Rulebook, view: Knowledge, option: str) -> Refusal | None:
    """Why a headline option is closed to the seat, or None."""
    act = sheet_of(rulebook, view).headlines.get(option)
    return act_refusal(rulebook, view, act) if act else Refusal(INVALID, "option", "no_such_option", option)


def act_refusal(rulebook: Rulebook, view: Knowledge, act: Act) -> Refusal | None:
    """Why an option that stands on the seat's sheet is closed to it, or None."""
    if act.requires is None or act.requires(view.exact):
        return None
    lacking = shortfalls(rulebook, act.condition, view.exact)
    return Refusal(ILLEGAL, "option", "requires", act.source, lacking)


def rider_refusal(rulebook: Rulebook, view: Knowledge, rider: str, option: str) -> Refusal | None:
    """Why a rider cannot be signed with an option, or None; '' for any option."""
    listed = sheet_of(rulebook, view).riders.get(rider)
    if listed is None or (listed.unlisted >= 0 and not view.exact[listed.unlisted]):
        return Refusal(INVALID, "rider", "no_such_rider", rider)
    found, act, _, _ = listed
    if act.requires is not None and not act.requires(view.exact):
        return Refusal(ILLEGAL, "rider", "requires", rider, shortfalls(rulebook, act.condition, view.exact))
    if found.goes_with and option and option not in found.goes_with:
        return Refusal(ILLEGAL, "rider", "not_with_this_option", rider)
    return None


def change_refusal(rulebook: Rulebook, view: Knowledge, order: str, level: int) -> Refusal | None:
    """Why a standing order cannot be brought to a level now, or None."""
    line = rulebook.lines[view.viewer].standing.get(order)
    if line is None or (line.unlisted >= 0 and not view.exact[line.unlisted]):
        return Refusal(INVALID, "change", "no_such_order", order)
    if not 0 <= level < line.levels:
        return Refusal(INVALID, "change", "no_such_level", order)
    return level_refusal(rulebook, view, line, level)


def level_refusal(rulebook: Rulebook, view: Knowledge, line: StandingLine, level: int) -> Refusal | None:
    """Why an order on the sheet cannot be brought to a level it has, or None."""
    exact = view.exact
    if line.since > exact[rulebook.date]:
        return line.not_yet
    steps = level - exact[line.at] // 1000
    if steps == 0:
        if line.number not in [recall[0] for recall in view.recalls]:
            return line.already_so
    elif not (line.jump or -1 <= steps <= 1):
        return line.one_step
    if line.needs is not None and not line.needs(exact):
        return Refusal(ILLEGAL, "change", "requires", line.choices[0].id, shortfalls(rulebook, line.requires, exact))
    return None


def most_changes(rulebook: Rulebook, view: Knowledge) -> int:
    """How many standing orders may change this turn: fewer while it is early, where the pace says so."""
    pace = pace_of(rulebook, view)
    if view.exact[rulebook.date] < 1000 * pace.early_before:
        return min(pace.changes, pace.early_changes)
    return pace.changes


def probe_refusal(rulebook: Rulebook, view: Knowledge, probe: str) -> Refusal | None:
    """Why a probe cannot be asked now, or None."""
    line = rulebook.lines[view.viewer].probes.get(probe)
    if line is None:
        return Refusal(INVALID, "probe", "no_such_probe", probe)
    closed = line_refusal(rulebook, view, line)
    if closed is not None:
        return closed
    if view.exact[rulebook.probes_at[view.viewer]] >= 1000 * rulebook.tables.negotiation.probe_game:
        return Refusal(ILLEGAL, "probe", "no_probe_left", probe)
    return None


def accord_refusal(rulebook: Rulebook, view: Knowledge, accord: str) -> Refusal | None:
    """Why an accord cannot be named now, or None."""
    line = rulebook.lines[view.viewer].accords.get(accord)
    return line_refusal(rulebook, view, line) if line else Refusal(INVALID, "accord", "no_such_accord", accord)


def line_refusal(rulebook: Rulebook, view: Knowledge, line: Line) -> Refusal | None:
    """Why a channel, probe or accord is closed: its day has not come, or the crisis is over."""
    return line.closed if line.since > view.exact[rulebook.date] or view.ended is not None else None
