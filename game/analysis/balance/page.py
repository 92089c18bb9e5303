"""A study as a page of tables to read, at most a hundred columns wide. What the scenario asks for comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.analysis.balance.danger import HOW, KINDS, rows, tenth
from game.analysis.balance.figure import Figure, of_share
from game.analysis.balance.match import Games
from game.analysis.balance.measures import gain, incidents, links, never_used, usage, worth_of
from game.analysis.balance.reply import Table, depending, dominated, spreads
from game.analysis.balance.study import FREE, LISTENED, READERS, ROWS, Study, at_pace, line, reading
from game.analysis.balance.target import Verdict, verdicts
from game.analysis.table import groups_of

WIDE = 100
OPTIONS = 5
"""Options side by side."""
Lines = list[str]


def page(study: Study) -> str:
    """Everything that was measured."""
    tables, plan = study.rulebook.tables, study.plan
    pace, lens = plan.options.pace or tables.paces[0].id, plan.options.lens
    out = [
        f"The balance of {tables.id} (seed {plan.seed}, pace {pace}{', lens ' + lens if lens else ''})",
        f"{plan.games} games for each pair of types and forced option, {plan.others} for every other row;",
        "beside each figure its 95 % interval. Our numbers: they measure this game, not the crisis.",
        "",
    ]
    makers: dict[str, Callable[[Study], Lines]] = {
        "forced": forced, "doctrines": doctrines, "usage": used, "endings": endings, "danger": danger, "line": lines,
        "council": council,
    }  # fmt: skip
    out += targets(study)
    for part, make in makers.items():
        if part in plan.parts:
            out += make(study)
    return "\n".join(row.rstrip() for row in out).rstrip() + "\n"


def shown(figure: Figure, *, percent: bool, places: int = 1) -> str:
    """A figure with its interval: `71.2 (70.0 to 72.4)`."""
    if figure.value is None:
        return "-"
    value, low, high = (100 * one if percent else one for one in (figure.value, figure.low, figure.high))
    if low == high == value:
        return f"{value:.0f}" if value == int(value) else f"{value:.{places}f}"
    return f"{value:.{places}f} ({low:.{places}f} to {high:.{places}f})"


def half(figure: Figure) -> str:
    """A mean and half of its interval: `71.2 ±1.2`."""
    return "-" if figure.value is None else f"{figure.value:.1f} ±{figure.high - figure.value:.1f}"


def headed(title: str, *rest: str) -> Lines:
    return [title.upper(), *rest]


# -- targets --------------------------------------------------------------------------------------------------------

SHARES = frozenset(("ending", "pace", "depends", "most_used", "mix", "link", "before", "after", "line", "danger"))


def targets(study: Study) -> Lines:
    """Each target of the scenario; one that the whole interval answers is certain, others may be chance."""
    found = verdicts(study)
    if not found:
        return ["The scenario names no targets.", ""]
    out = headed("What the scenario asks for", f"  {'':<56}{'measured':<25}{'wanted':<11}")
    for one in found:
        if one.figure.value is not None:
            out.append(f"  {one.text[:55]:<56}{_figure(one):<25}{_wanted(one):<11}{_verdict(one)}".rstrip())
    missing = sum(one.figure.value is None for one in found)
    if missing:
        out.append(f"  ({missing} more were not measured: no part that was asked for tells them)")
    return [*out, "  `?`: the other answer lies within the interval.", ""]


def _figure(one: Verdict) -> str:
    percent = one.measure.split(".")[0] in SHARES
    text = shown(one.figure, percent=percent)
    return text.replace(" (", " % (") if percent and " (" in text else text + (" %" if percent else "")


def _wanted(one: Verdict) -> str:
    percent = one.measure.split(".")[0] in SHARES
    low, high = (None if end is None else f"{100 * end if percent else end:g}" for end in (one.at_least, one.at_most))
    if low is not None and high is not None:
        return f"{low} to {high}"
    return f"from {low}" if low is not None else f"to {high}"


def _verdict(one: Verdict) -> str:
    return one.verdict + ("" if one.sure else "?")


# -- forced options -------------------------------------------------------------------------------------------------


def forced(study: Study) -> Lines:
    """By seat what is never right and how wide decisions are; then every decision, pair by pair."""
    out: Lines = []
    for seat, name in enumerate(study.rulebook.seats):
        out += headed(
            f"Forced options: {name}",
            "  Right against nobody (a best reply, within its interval, for no pair of types):",
        )
        rows_ = [
            f"    {one.name:<42} lacks {shown(one.lacks, percent=False)} at least; told by {one.told} of {one.of} pairs"
            for one in dominated(study.tables, seat)
        ]
        out += rows_ or ["    none"]
        out.append("  Points between the best and the worst headline (strikes apart), widest first:")
        for spread in spreads(study.tables, seat):
            who = " / ".join(_pair(study, spread.pair))
            out.append(f"    {spread.decision:<24}{shown(spread.points, percent=False):<26}{who}")
        told, found = depending(study.tables, seat)
        mean = sum(table.depends_by_mean for table in told)
        out.append("  The best option depends on the rival's type, beyond chance,")
        out.append(f"  in {len(found)} of {len(told)} decisions (by the means alone in {mean}).")
        out.append("")
    out += headed(
        "Every decision, forced",
        "  Mean worth to the seat that decides, ± half of its interval. Rows: types of both; `*` best,",
        "  `+` also a best reply within the interval, `o` too few games to say.",
        "",
    )
    for table in study.tables:
        out += _decision(study, table)
    return out


def _pair(study: Study, pair: tuple[int, int]) -> list[str]:
    return [study.rulebook.types[seat][pair[seat]].id for seat in range(2)]


def _decision(study: Study, table: Table) -> Lines:
    seat, entry = table.point
    share = of_share(table.games, study.forks.games)
    whose, day = study.rulebook.seats[seat], study.rulebook.tables.entries[entry].id
    out = [f"  {table.decision} ({whose}, {day}): reached in {100 * (share.value or 0):.0f} % of games"]
    width = 15
    shown_ = [choice for choice in table.choices if choice.cells]
    for first in range(0, len(shown_), OPTIONS):
        part = shown_[first : first + OPTIONS]
        out.append(f"    {'':<20}" + "".join(f"{choice.id[: width - 1]:<{width}}" for choice in part))
        for pair in table.best:
            row = f"    {' / '.join(_pair(study, pair))[:19]:<20}"
            for choice in part:
                cell = choice.cells.get(pair)
                if cell is None:
                    row += f"{'closed':<{width}}"
                    continue
                best, reply = table.best[pair] == choice.id, cell.best_reply
                mark = "o" if not cell.told else "*" if best else "+" if reply else " "
                row += f"{half(cell.worth) + mark:<{width}}"
            out.append(row)
        if any(choice.told for choice in part):
            right = (f"{len(choice.replies)} of {len(choice.told)}" for choice in part)
            out.append(f"    {'right against':<20}" + "".join(f"{count:<{width}}" for count in right))
    never = [choice.id for choice in table.choices if not choice.cells]
    if never:
        out.append(f"    never open: {', '.join(never)}")
    return [*out, ""]


# -- doctrines ------------------------------------------------------------------------------------------------------


def doctrines(study: Study) -> Lines:
    """Worth of each doctrine against each, and the mix that leaves no regrets."""
    found = study.doctrines
    if found is None:
        return ["The scenario has no doctrines for both seats.", ""]
    out: Lines = []
    for seat, name in enumerate(study.rulebook.seats):
        rivals = found.names[1 - seat]
        out += headed(f"Doctrines of {name}: worth against each of the other side's, and against its mix")
        for number, rival in enumerate(rivals, 1):
            out.append(f"    ({number}) {rival}")
        numbers = "".join(f"{f'({number})':>6}" for number in range(1, len(rivals) + 1))
        out.append(f"  {'':<20}{numbers}{'its mix':>12}  {'share of own mix':<20}")
        for place, own in enumerate(found.names[seat]):
            row = found.cells[0][place] if seat == 0 else [line_[place] for line_ in found.cells[1]]
            means = "".join(f"{cell.value or 0:>6.1f}" for cell in row)
            share = shown(found.mix[seat][place], percent=True)
            out.append(f"  {own[:19]:<20}{means}{half(found.against[seat][place]):>12}  {share}")
        wide = max((cell.high - (cell.value or 0) for line_ in found.cells[seat] for cell in line_), default=0.0)
        out += [f"  (each mean ± at most {wide:.1f})", ""]
    return out


# -- what minds choose ----------------------------------------------------------------------------------------------


def used(study: Study) -> Lines:
    """The most-used headline of each decision where two minds choose freely, and what nobody ever took."""
    out: Lines = []
    for seat, name in enumerate(study.rulebook.seats):
        out += headed(f"Where minds choose freely: {name}", f"  {'decision':<24}{'most used':<26}share of it, %")
        for decision, option, share in usage(study, seat):
            out.append(f"  {decision:<24}{option:<26}{shown(share, percent=True)}")
        never = never_used(study, seat)
        out += [*_wrapped("  Never taken: ", never or ["nothing"]), ""]
    return out


def _wrapped(start: str, names: Iterable[str]) -> Lines:
    out, row = [], start
    for name in names:
        if len(row) + len(name) + 2 > WIDE:
            out.append(row)
            row = " " * len(start)
        row += f"{name}, "
    return [*out, row.rstrip(", ")]


# -- endings --------------------------------------------------------------------------------------------------------


def endings(study: Study) -> Lines:
    """How each row of games ended, incidents a game, and which links bit."""
    found = {name: study.games(match) for name, match in ROWS.items()}
    found |= {f"history, {pace.id}": study.games(at_pace(pace.id)) for pace in study.rulebook.tables.paces}
    groups = groups_of(study.rulebook)
    out = headed("Endings, % of games", *_table("", found, groups))
    kinds = [ending.id for ending in study.rulebook.tables.endings]
    out += ["", *_table("", {"free": found["free"]}, kinds), ""]
    out += headed("Worth, and incidents a game")
    for name, games in found.items():
        worths = "   ".join(
            f"{seat} {half(worth_of(games, number))}" for number, seat in enumerate(study.rulebook.seats)
        )
        out.append(f"  {name:<22}{worths}   incidents {shown(incidents(games), percent=False, places=2)}")
    out += ["", *headed("Links: % of games between two minds in which each bites")]
    out += [f"  {link:<14}{shown(share, percent=True)}" for link, share in links(study, found["free"]).items()]
    return [*out, ""]


def _table(title: str, found: dict[str, Games], names: Iterable[str]) -> Lines:
    """Rows of games by group, or one row by kind of ending, each with its interval."""
    out: Lines = []
    names = list(names)
    for first in range(0, len(names), 3):
        part = names[first : first + 3]
        out.append(f"  {title:<22}" + "".join(f"{name:<24}" for name in part))
        for row, games in found.items():
            cells = (shown(of_share(games.count(name), len(games.games)), percent=True) for name in part)
            out.append(f"  {row:<22}" + "".join(f"{cell:<24}" for cell in cells))
    return out


# -- danger ---------------------------------------------------------------------------------------------------------

SAID = {"strip": "as the turn began", "signed": "with the signed order"}


def danger(study: Study) -> Lines:
    """What the danger strip said (the middle of its range), and how often it came."""
    out: Lines = []
    for match in LISTENED:
        heard = study.games(match).heard
        out += headed(f"Danger, stated and come, %: {match.one} against {match.two}")
        for seat, name in enumerate(study.rulebook.seats):
            for how in HOW:
                near = shown(tenth(heard, seat, how), percent=True)
                out.append(f"  {name}, {SAID[how]}: of what was said to be 8 to 12 %, {near} % came")
            out.append(f"    {'said of the turn':<34}{'said':>8}   {'came':<24}{'times':>7}")
            for kind in KINDS:
                for one in rows(heard, seat, HOW[1], (kind,)):
                    span = f"{WHAT[kind]}, {100 * one.low:g} to {100 * one.high:g}"
                    came = shown(one.came, percent=True)
                    out.append(f"    {span:<34}{100 * one.stated:>8.1f}   {came:<24}{one.came.games:>7}")
        out.append("")
    return out


WHAT = {"shots": "shots nobody ordered", "outruns": "events outrun both", "end": "the end"}


# -- history's line, and the council --------------------------------------------------------------------------------


def lines(study: Study) -> Lines:
    """Each seat's record against a leader of each type."""
    out = headed("What was really done, against each type")
    groups = groups_of(study.rulebook)
    for seat, name in enumerate(study.rulebook.seats):
        out.append(f"  {name}'s record, % of games")
        found = {kind.id: study.games(line(seat, kind.id)) for kind in study.rulebook.types[1 - seat]}
        out += _table("", found, groups)
    return [*out, ""]


def council(study: Study) -> Lines:
    """What asking the council is worth."""
    out = headed("Asking the council", f"  {'':<26}{'points gained':<26}{'general war, %':<26}questions a game")
    free = study.games(FREE)
    for seat, name in enumerate(study.rulebook.seats):
        for asker in ("", *READERS):
            games = study.games(reading(seat, asker)) if asker else free
            gained = shown(gain(study, seat, asker), percent=False) if asker else "-"
            war = shown(of_share(games.count("general_war"), len(games.games)), percent=True)
            asks = games.tally.asks / max(1, len(games.games))
            out.append(f"  {name + ', ' + (asker or 'asks nothing'):<26}{gained:<26}{war:<26}{asks:.2f}")
    return [*out, ""]
