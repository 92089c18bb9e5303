"""`simulate`, `replay` and `odds`: many games counted, one game verified and told, one game weighed turn by turn."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from game.cli.call import CONTENT, DONE, AtFault, Parser, close, one_of, say, whole
from game.cli.content import paced, reading_of, scenario_for, scenario_of
from game.cli.start import SHELF
from game.wording.catalogue import _
from game.wording.faults import told as told_fault

if TYPE_CHECKING:
    from game.journal.file import Reading


def simulate(words: Sequence[str]) -> int:
    """many games between two minds, counted"""
    from game.analysis import minds
    from game.analysis.lenses import World, compared, compared_as_json
    from game.analysis.many import Run, many
    from game.analysis.table import as_json, as_text
    from game.engine.begin import Options
    from game.engine.fingerprint import rulebook_digest

    first = Parser(prog="october simulate", add_help=False)
    first.add_argument("--scenario", default=SHELF)
    wants_help = bool({"-h", "--help"} & set(words))
    scenario = scenario_of(first.parse_known_args(list(words))[0].scenario)
    rulebook, tables = scenario.rulebook, scenario.rulebook.tables
    parser = Parser(prog="october simulate", description=simulate.__doc__)
    parser.add_argument("--games", type=whole("--games", 1, 10_000_000), default=400, metavar="N")
    parser.add_argument("--seed", type=whole("--seed"), default=1, metavar="N")
    for number, seat in enumerate(tables.seats):
        known = ", ".join(minds.names(rulebook, number, scenario.texts.content))
        parser.add_argument(f"--{seat}", dest=f"seat{number}", metavar="MIND", default="history", help=known)
    parser.add_argument("--pace")
    parser.add_argument("--lens", action="append", default=[], help="several are compared: --lens ONE,OTHER")
    parser.add_argument("--scenario", metavar="ID|PATH", default=SHELF)
    parser.add_argument("--workers", type=whole("--workers", 1, 512), metavar="N", help="processes to play on")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    if wants_help:
        parser.print_help()
        return DONE
    asked = parser.parse(words)
    lenses = list(dict.fromkeys(lens for given in asked.lens for lens in given.split(","))) or [""]
    options = [Options(*paced(tables, asked.pace, lens)) for lens in lenses]
    chosen = []
    for number, name in enumerate((asked.seat0, asked.seat1)):
        found = minds.mind(rulebook, number, name, scenario.texts.content)
        if found is None:
            known_names = minds.names(rulebook, number, scenario.texts.content)
            raise AtFault(f"there is no mind `{name}` for {tables.seats[number]}{close(name, known_names)}")
        chosen.append(found)
    runs = [Run((chosen[0], chosen[1]), one, asked.seed, asked.games) for one in options]
    tallies = [many(rulebook, run, asked.workers) for run in runs]
    digest = rulebook_digest(tables)
    if len(runs) > 1:
        worlds = [World(*world) for world in zip(lenses, runs, tallies, strict=True)]
        if asked.json:
            say(json.dumps(compared_as_json(rulebook, worlds, digest), ensure_ascii=False, indent=2))
        else:
            say(compared(rulebook, worlds).rstrip("\n"))
    elif asked.json:
        say(json.dumps(as_json(rulebook, runs[0], tallies[0], digest), ensure_ascii=False, indent=2))
    else:
        say(as_text(rulebook, runs[0], tallies[0]).rstrip("\n"))
    return DONE


def replay(words: Sequence[str]) -> int:
    """verify a recorded game and tell it; one still being played names hidden types only with --reveal"""
    from game.analysis.account import account
    from game.engine.state import OVER
    from game.journal.fault import Fault
    from game.journal.fold import fold, opening

    parser = Parser(prog="october replay", description=replay.__doc__)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--reveal", action="store_true", help="tell a game that is not over, with what is hidden in it")
    parser.add_argument("--scenario", metavar="ID|PATH", help="where its scenario lies, if not on the shelf")
    asked = parser.parse(words)
    reading = reading_of(asked.file)
    scenario, same = scenario_for(reading, asked.scenario)
    rulebook, file = scenario.rulebook, str(reading.path)
    start = opening(rulebook, reading.header, file)
    if isinstance(start, Fault):
        raise AtFault(told_fault(start), CONTENT)
    ended = fold(rulebook, reading.header, reading.records, file)
    over = ended.state is not None and ended.state.stage == OVER
    told = account(rulebook, start, reading.records, scenario.texts.get, file, told=over or asked.reveal)
    head = reading.header
    sides = ", ".join(f"{seat} {who}" for seat, who in zip(rulebook.seats, head.seats, strict=True))
    parent = ""
    if head.parent:
        parent = _("; it goes on from line {line} of {file}", line=head.parent.line, file=head.parent.file)
    say(f"{scenario.texts.get('title', head.scenario)}: {sides}{parent}")
    if not same:
        say(_("It was played under other rules; it is replayed under the present ones."))
    if told.text:
        say(told.text)
    elif not over:
        phase = told.last.knowledge[2].phase
        say(_("The game stands at {phase}. What is hidden in it is told with --reveal.", phase=phase))
    if over and told.last.ended is not None:
        end = told.last.ended
        title = scenario.texts.get(f"ending.{end.ending}.title", end.ending)
        say()
        say(_("It ended as {title} ({group}; {cause}).", title=title, group=end.group, cause=end.cause))
    return _verdict(reading, told.fault, len(reading.chains))


def _verdict(reading: Reading, fault: Any, lines: int) -> int:
    """Whether a recorded game is whole and came out as it was recorded."""
    if reading.torn:
        say(_("The last line broke off while it was written and is left out: that move never happened."))
    if reading.damage is not None:
        say(
            _(
                "{fault} What stands before it is intact (lines: {lines}).",
                fault=told_fault(reading.damage),
                lines=lines,
            )
        )
    if fault is not None:
        say(told_fault(fault))
    if reading.damage is not None or fault is not None:
        return CONTENT
    say(_("The file is intact (lines: {lines}), and every state was reached again.", lines=lines))
    return DONE


def odds(words: Sequence[str]) -> int:
    """what each turn of a recorded game did to the odds of its endings"""
    from game.analysis import minds
    from game.analysis.odds import Crossroads, Replays, crossroads
    from game.analysis.odds import odds as of_game
    from game.analysis.table import groups_of
    from game.engine.state import OVER
    from game.journal.fold import fold

    parser = Parser(prog="october odds", description=odds.__doc__)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--games", type=whole("--games", 1, 1_000_000), default=200, metavar="N", help="replays a turn")
    parser.add_argument("--seed", type=whole("--seed"), default=1, metavar="N")
    parser.add_argument("--mind", default=minds.STANDARD, metavar="MIND", help="who plays the rest, on both sides")
    parser.add_argument("--reveal", action="store_true", help="also for a game that is not over")
    parser.add_argument("--scenario", metavar="ID|PATH")
    parser.add_argument("--workers", type=whole("--workers", 1, 512), metavar="N")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    asked = parser.parse(words)
    reading = reading_of(asked.file)
    scenario, _same = scenario_for(reading, asked.scenario)
    rulebook, file = scenario.rulebook, str(reading.path)
    one_of(asked.mind, minds.skills(), "mind")
    ended = fold(rulebook, reading.header, reading.records, file).state
    if not asked.reveal and (ended is None or ended.stage != OVER):
        raise AtFault(_("this game is not over, and its odds would tell what is hidden in it; --reveal tells them"))
    found = crossroads(rulebook, reading.header, reading.records, file)
    places = [place for place in found if isinstance(place, Crossroads)]
    faults = [place for place in found if not isinstance(place, Crossroads)]
    mind = minds.Mind(asked.mind, minds.skill(asked.mind, rulebook, scenario.texts.content))
    groups = groups_of(rulebook)
    rows = of_game(rulebook, places, Replays((mind, mind), asked.games, asked.seed), asked.workers)
    if asked.json:
        out = []
        for row in rows:
            endings = {group: row.groups[group] for group in groups}
            out.append({"line": row.line, "phase": row.phase, "games": row.games, "endings": endings})
        say(json.dumps(out, indent=2))
    else:
        say(f"{'in 100 games from here':<24}" + "".join(f"{group.replace('_', ' '):>14}" for group in groups))
        for row in rows:
            say(f"{row.phase:<24}" + "".join(f"{100 * row.share(group):>14.0f}" for group in groups))
    for fault in faults:
        say(told_fault(fault))
    return _damaged(reading, bool(faults))


def _damaged(reading: Reading, faulty: bool) -> int:
    if reading.damage is not None:
        say(told_fault(reading.damage))
    return CONTENT if faulty or reading.damage is not None else DONE
