"""The program `october`: what was asked for on the command line, checked, and handed to the room that does it.

Exit codes: 0 done, 1 the content is at fault, 2 the call is at fault. Whatever is wrong is said in one plain sentence.
Rooms are imported when they are needed: a game starts without pydantic, yaml or any web library.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import game

if TYPE_CHECKING:
    from game.engine.rulebook import Rulebook
    from game.engine.tables import Tables
    from game.journal.file import Reading
    from game.scenario.texts import Texts

DONE, CONTENT, CALL, BROKEN = 0, 1, 2, 70
DEFAULT = "october-1962"
HUMAN, HISTORY = "human", "history"


class AtFault(Exception):
    """One plain sentence for whoever typed the command, and the exit code that goes with it."""

    def __init__(self, sentence: str, code: int = CALL) -> None:
        super().__init__(sentence)
        self.code = code


class Scenario(NamedTuple):
    """A scenario ready to play: its rules running, its words, and where it lies."""

    rulebook: Rulebook
    texts: Texts
    folder: Path


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and never abbreviates."""

    def __init__(self, **how: Any) -> None:
        super().__init__(allow_abbrev=False, **how)

    def error(self, message: str) -> NoReturn:
        raise AtFault(f"{self.prog}: {message}")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        found, rest = self.parse_known_args(list(words))
        for word in rest:
            if word.startswith("-") and len(word) > 1:
                options = [option for option in self._option_string_actions if option.startswith("--")]
                raise AtFault(f"{self.prog}: there is no option `{word}`{close(word.partition('=')[0], options)}")
            raise AtFault(f"{self.prog}: `{word}` is one word too many")
        return found


def close(name: str, known: Iterable[str]) -> str:
    """`; nearest ...` where a known name is near, else what there is to choose from."""
    from game.scenario.problems import nearest

    names = list(known)
    found = nearest(name, names)
    return f"; nearest `{found}`" if found else f"; there is {', '.join(names)}" if 0 < len(names) <= 16 else ""


def one_of(name: str, known: Iterable[str], what: str) -> str:
    """`name` where it is known, else a sentence that says what is nearest."""
    names = list(dict.fromkeys(known))
    if name not in names:
        raise AtFault(f"there is no {what} `{name}`{close(name, names)}")
    return name


def whole(name: str, low: int = -(2**63) + 1, high: int = 2**63 - 1) -> Callable[[str], int]:
    """Reads a whole number between two ends."""

    def read(text: str) -> int:
        try:
            value = int(text) if len(text) < 30 else None
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            ends = f" from {low} up" if high > 2**62 and low >= 0 else ""
            raise AtFault(f"{name} takes a whole number{ends}, not `{text}`")
        return value

    return read


def say(text: str = "") -> None:
    print(text)


# -- scenarios and files --------------------------------------------------------------------------------------------


def folder_of(name: str) -> Path:
    """The folder of a scenario given by name, id or path."""
    from game.scenario import library

    try:
        return library.find(name)
    except library.NotFound as error:
        shelf = list(library.available())
        raise AtFault(f"there is no scenario `{name}`{close(name.replace('_', '-'), shelf) or f'; {error}'}") from None


def scenario_of(name: str) -> Scenario:
    """A scenario ready to play, from its compiled form where that is up to date."""
    from game.engine.rulebook import Rulebook
    from game.scenario import library

    folder = folder_of(name)
    loaded = library.compiled(folder)
    if loaded.tables is None:
        wrong = [problem for problem in loaded.problems if problem.severity == "error"]
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        first = f": {wrong[0]}" if wrong else ""
        raise AtFault(f"the scenario in {folder} cannot be played{first}{more}; `october check {folder}`", CONTENT)
    return Scenario(Rulebook(loaded.tables), loaded.texts, folder)


def reading_of(name: str) -> Reading:
    """The intact part of a recorded game; a fault that leaves none ends the program."""
    from game.journal.fault import DAMAGED, Fault
    from game.journal.file import read

    found = read(Path(name))
    if isinstance(found, Fault):
        raise AtFault(found.sentence, CONTENT if found.kind == DAMAGED else CALL)
    return found


def scenario_for(reading: Reading, named: str | None) -> tuple[Scenario, bool]:
    """The scenario of a recorded game, and whether its rules are still the ones it was played under."""
    from game.engine.fingerprint import rulebook_digest
    from game.journal.fault import OTHER_SCENARIO
    from game.journal.fold import belongs

    try:
        found = scenario_of(named or reading.header.scenario)
    except AtFault as error:
        if named or error.code == CONTENT:
            raise
        raise AtFault(f"{reading.path} is a game of the scenario `{reading.header.scenario}`, which is not here; "
                      "`--scenario PATH` says where it lies") from None  # fmt: skip
    tables = found.rulebook.tables
    fault = belongs(reading.header, tables.id, rulebook_digest(tables), str(reading.path))
    if fault is not None and fault.kind == OTHER_SCENARIO:
        raise AtFault(f"{reading.path} is a game of the scenario `{reading.header.scenario}`, not of `{tables.id}`")
    return found, fault is None


def kinds_of(tables: Tables, seat: int | None = None) -> list[str]:
    return [kind.id for kind in tables.types if seat in (None, kind.seat)]


def paced(tables: Tables, pace: str | None, lens: str | None) -> tuple[str, str]:
    """Pace and lens, checked; '' leaves the scenario's first."""
    if pace:
        one_of(pace, (one.id for one in tables.paces), "pace")
    if lens:
        one_of(lens, (one.id for one in tables.lenses), "lens")
    return pace or "", lens or ""


# -- commands -------------------------------------------------------------------------------------------------------


def play(words: Sequence[str]) -> int:
    """play the game: in its window, or with --text in the terminal"""
    parser = Parser(prog="october play", description=play.__doc__)
    parser.add_argument("--as", dest="seat", metavar="SEAT", help="the side you play")
    parser.add_argument("--against", metavar="TYPE|human|history", help="who sits opposite")
    parser.add_argument("--pace", help="full, lesson or brief")
    parser.add_argument("--lens", metavar="NAME", help="how the scenario reads the record")
    parser.add_argument("--seed", type=whole("--seed"), metavar="N", help="play the same chances again")
    parser.add_argument("--scenario", metavar="ID|PATH", help="another crisis")
    parser.add_argument("--text", action="store_true", help="play in the terminal")
    parser.add_argument("--resume", metavar="FILE", help="go on with a recorded game")
    asked = parser.parse(words)
    if asked.resume is not None:
        reading = reading_of(asked.resume)
        scenario, _ = scenario_for(reading, asked.scenario)
    else:
        scenario = scenario_of(asked.scenario or DEFAULT)
    tables = scenario.rulebook.tables
    if asked.seat:
        one_of(asked.seat, tables.seats, "side")
    if asked.against:
        other = 1 - tables.seats.index(asked.seat) if asked.seat else None
        one_of(asked.against, (*kinds_of(tables, other), HUMAN, HISTORY), "opponent")
    pace, lens = paced(tables, asked.pace, asked.lens)
    windowed = not asked.text and built("game.desktop.app")
    if windowed and not has_display():
        raise AtFault("there is no display here for the window; `october play --text` plays in the terminal")
    room = _room("game.desktop.app" if windowed else "game.terminal.app", "play")
    wanted = room.Wanted(
        seat=asked.seat or "", against=asked.against or "", pace=pace, lens=lens, seed=asked.seed,
        resume=Path(asked.resume) if asked.resume is not None else None,
    )  # fmt: skip
    return int(room.play(scenario, wanted))


def has_display() -> bool:
    """Whether a window could open here."""
    if os.environ.get("SDL_VIDEODRIVER"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check(words: Sequence[str]) -> int:
    """every problem of a scenario with its place, and what it holds"""
    import json
    from dataclasses import asdict

    from game.scenario import library

    parser = Parser(prog="october check", description=check.__doc__)
    parser.add_argument("scenario", metavar="PATH|ID")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    asked = parser.parse(words)
    folder = folder_of(asked.scenario)
    loaded = library.load(folder)
    held = _inventory(folder, loaded)
    wrong = [problem for problem in loaded.problems if problem.severity == "error"]
    if asked.json:
        problems = [asdict(problem) for problem in loaded.problems]
        whole_answer = {"scenario": str(folder), "problems": problems, "inventory": held}
        say(json.dumps(whole_answer, ensure_ascii=False, indent=2))
        return CONTENT if wrong or loaded.tables is None else DONE
    for problem in loaded.problems:
        say(str(problem))
    for kind, count in held.items():
        if isinstance(count, int):
            say(f"{kind:<32}{count:>7}")
    say(f"{folder}: {_counted(loaded.problems)}")
    return CONTENT if wrong or loaded.tables is None else DONE


def _inventory(folder: Path, loaded: Any) -> dict[str, Any]:
    """How many of each kind of thing a scenario holds."""
    if not built("game.scenario.inventory"):
        return {}
    return dict(importlib.import_module("game.scenario.inventory").inventory(loaded))


def _counted(problems: Iterable[Any]) -> str:
    severities = [problem.severity for problem in problems]
    counts = {name: severities.count(name) for name in ("error", "warning", "note")}
    return ", ".join(f"{count} {name}{'s' if count != 1 else ''}" for name, count in counts.items())


def simulate(words: Sequence[str]) -> int:
    """many games between two minds, counted"""
    import json

    from game.analysis import minds
    from game.analysis.many import Run, many
    from game.analysis.table import as_json, as_text
    from game.engine.begin import Options
    from game.engine.fingerprint import rulebook_digest

    first = Parser(prog="october simulate", add_help=False)
    first.add_argument("--scenario", default=DEFAULT)
    wants_help = bool({"-h", "--help"} & set(words))
    scenario = scenario_of(first.parse_known_args(list(words))[0].scenario)
    rulebook, tables = scenario.rulebook, scenario.rulebook.tables
    parser = Parser(prog="october simulate", description=simulate.__doc__)
    parser.add_argument("--games", type=whole("--games", 1, 10_000_000), default=400, metavar="N")
    parser.add_argument("--seed", type=whole("--seed"), default=1, metavar="N")
    for number, seat in enumerate(tables.seats):
        known = ", ".join(minds.names(rulebook, number))
        parser.add_argument(f"--{seat}", dest=f"seat{number}", metavar="MIND", default="history", help=known)
    parser.add_argument("--pace")
    parser.add_argument("--lens")
    parser.add_argument("--scenario", metavar="ID|PATH", default=DEFAULT)
    parser.add_argument("--workers", type=whole("--workers", 1, 512), metavar="N", help="processes to play on")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    if wants_help:
        parser.print_help()
        return DONE
    asked = parser.parse(words)
    pace, lens = paced(tables, asked.pace, asked.lens)
    chosen = []
    for number, name in enumerate((asked.seat0, asked.seat1)):
        found = minds.mind(rulebook, number, name, scenario.texts.content)
        if found is None:
            known_names = minds.names(rulebook, number)
            raise AtFault(f"there is no mind `{name}` for {tables.seats[number]}{close(name, known_names)}")
        chosen.append(found)
    run = Run((chosen[0], chosen[1]), Options(pace, lens), asked.seed, asked.games)
    tally = many(rulebook, run, asked.workers)
    if asked.json:
        say(json.dumps(as_json(rulebook, run, tally, rulebook_digest(tables)), ensure_ascii=False, indent=2))
    else:
        say(as_text(rulebook, run, tally).rstrip("\n"))
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
        raise AtFault(start.sentence, CONTENT)
    ended = fold(rulebook, reading.header, reading.records, file)
    over = ended.state is not None and ended.state.stage == OVER
    told = account(rulebook, start, reading.records, scenario.texts.get, file, told=over or asked.reveal)
    head = reading.header
    sides = ", ".join(f"{seat} {who}" for seat, who in zip(rulebook.seats, head.seats, strict=True))
    parent = f"; it goes on from line {head.parent.line} of {head.parent.file}" if head.parent else ""
    say(f"{scenario.texts.get('title', head.scenario)}: {sides}{parent}")
    if not same:
        say("It was played under other rules; it is replayed under the present ones.")
    if told.text:
        say(told.text)
    elif not over:
        say(f"The game stands at {told.last.knowledge[2].phase}. What is hidden in it is told with --reveal.")
    if over and told.last.ended is not None:
        end = told.last.ended
        say(f"\nIt ended as {scenario.texts.get(f'ending.{end.ending}.title', end.ending)} ({end.group}; {end.cause}).")
    return _verdict(reading, told.fault, len(reading.chains))


def _verdict(reading: Reading, fault: Any, lines: int) -> int:
    """Whether a recorded game is whole and came out as it was recorded."""
    if reading.torn:
        say("The last line broke off while it was written and is left out: that move never happened.")
    if reading.damage is not None:
        say(f"{reading.damage.sentence} What stands before it is intact (lines: {lines}).")
    if fault is not None:
        say(fault.sentence)
    if reading.damage is not None or fault is not None:
        return CONTENT
    say(f"The file is intact (lines: {lines}), and every state was reached again.")
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
    scenario, _ = scenario_for(reading, asked.scenario)
    rulebook, file = scenario.rulebook, str(reading.path)
    one_of(asked.mind, minds.skills(), "mind")
    ended = fold(rulebook, reading.header, reading.records, file).state
    if not asked.reveal and (ended is None or ended.stage != OVER):
        raise AtFault("this game is not over, and its odds would tell what is hidden in it; --reveal tells them")
    found = crossroads(rulebook, reading.header, reading.records, file)
    places = [place for place in found if isinstance(place, Crossroads)]
    faults = [place for place in found if not isinstance(place, Crossroads)]
    mind = minds.Mind(asked.mind, minds.skill(asked.mind, rulebook, scenario.texts.content))
    groups = groups_of(rulebook)
    rows = of_game(rulebook, places, Replays((mind, mind), asked.games, asked.seed), asked.workers)
    if asked.json:
        import json

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
        say(fault.sentence)
    return _damaged(reading, bool(faults))


def _damaged(reading: Reading, faulty: bool) -> int:
    if reading.damage is not None:
        say(reading.damage.sentence)
    return CONTENT if faulty or reading.damage is not None else DONE


def new(words: Sequence[str]) -> int:
    """a small complete scenario to start from"""
    parser = Parser(prog="october new", description=new.__doc__)
    parser.add_argument("path", metavar="PATH")
    asked = parser.parse(words)
    room = _room("game.scenario.new", "new")
    path = Path(asked.path)
    try:
        room.new(path)
    except FileExistsError:
        raise AtFault(f"{path} is already there, and is not written over") from None
    except OSError as error:
        raise AtFault(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from None
    say(f"A small scenario lies in {path}: `october check {path}`, then `october play --scenario {path}`.")
    return DONE


def graph(words: Sequence[str]) -> int:
    """decisions, options and links of a scenario as a drawing"""
    parser = Parser(prog="october graph", description=graph.__doc__)
    parser.add_argument("scenario", metavar="PATH")
    parser.add_argument("--form", default="mermaid", metavar="FORM", help="mermaid or svg")
    asked = parser.parse(words)
    form = one_of(asked.form, ("mermaid", "svg"), "form")
    room = _room("game.scenario.graph", "graph")
    found = scenario_of(asked.scenario)
    say(str(getattr(room, form)(found.rulebook.tables, found.texts)).rstrip("\n"))
    return DONE


def learn(words: Sequence[str]) -> int:
    """fit the mind's values by self-play"""
    parser = Parser(prog="october learn", description=learn.__doc__)
    parser.add_argument("scenario", metavar="PATH")
    games = whole("--games", 1, 10_000_000)
    parser.add_argument("--games", type=games, default=2000, metavar="N", help="games a round")
    parser.add_argument("--rounds", type=whole("--rounds", 1, 1000), default=6, metavar="N")
    parser.add_argument("--seed", type=whole("--seed"), default=1, metavar="N")
    parser.add_argument("--workers", type=whole("--workers", 1, 512), metavar="N")
    asked = parser.parse(words)
    room = _room("game.analysis.learn", "learn")
    return int(room.learn(scenario_of(asked.scenario), asked.games, asked.rounds, asked.seed, asked.workers) or DONE)


def library(words: Sequence[str]) -> int:
    """the scenarios on the shelf, and your own recorded games"""
    from game.journal import slots
    from game.scenario import library as shelf

    Parser(prog="october library", description=library.__doc__).parse(words)
    for name, folder in shelf.available().items():
        loaded = shelf.compiled(folder)
        state = "" if loaded.tables is not None else "  (cannot be played; `october check` says why)"
        say(f"{name:<24}{loaded.texts.get('title', name)}{state}")
    place = slots.folder()
    for slot in slots.games(place):
        say(f"{slot.path}" if slot.header else f"{slot.path}  (not a game that this edition can read)")
    return DONE


def built(name: str) -> bool:
    """Whether this edition has a room, or a part of one."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _room(name: str, command: str) -> Any:
    """A module that does what a command asks."""
    if not built(name):
        raise AtFault(f"this edition cannot do `october {command}` yet")
    return importlib.import_module(name)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "play": play,
    "check": check,
    "simulate": simulate,
    "replay": replay,
    "odds": odds,
    "new": new,
    "graph": graph,
    "learn": learn,
    "library": library,
}


def _usage() -> str:
    lines = ["october [COMMAND]: the crisis of October 1962, to play and to study", ""]
    lines += [f"  october {name:<10}{command.__doc__}" for name, command in COMMANDS.items()]
    return "\n".join([*lines, "", "`october COMMAND --help` says more; without a command the game starts."])


def run(words: Sequence[str]) -> int:
    """Do what the words ask for; may raise `AtFault`."""
    if not words:
        return play(())
    first, *rest = words
    if first in ("-h", "--help", "help"):
        say(_usage())
        return DONE
    if first in ("-V", "--version"):
        say(f"october {game.__version__}")
        return DONE
    if first.startswith("-"):
        return play(words)
    if first not in COMMANDS:
        raise AtFault(f"there is no command `{first}`{close(first, COMMANDS)}")
    return COMMANDS[first](rest)


def main(words: Sequence[str] | None = None) -> int:
    """The program: exit code out, no traceback ever."""
    try:
        code = run(sys.argv[1:] if words is None else words)
        sys.stdout.flush()
        return code
    except AtFault as fault:
        return _tell(str(fault), fault.code)
    except (KeyboardInterrupt, EOFError):
        return _tell("stopped", 130)
    except BrokenPipeError:
        _hush()
        return DONE
    except SystemExit as done:  # argparse after --help
        return done.code if isinstance(done.code, int) else DONE
    except Exception as error:
        if os.environ.get("OCTOBER_TRACE"):
            raise
        told = f"{type(error).__name__}: {error}".split("\n")[0]
        return _tell(f"the program itself went wrong ({told}); OCTOBER_TRACE=1 shows where", BROKEN)


def _tell(sentence: str, code: int) -> int:
    try:
        print(sentence, file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _hush()
    return code


def _hush() -> None:
    """Nobody reads what we write: write no more, not even at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue


if __name__ == "__main__":
    sys.exit(main())
