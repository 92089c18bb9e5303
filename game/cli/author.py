"""`check`, `new`, `graph`, `learn` and `library`: for whoever writes scenarios."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli.call import CONTENT, DONE, AtFault, Parser, one_of, room, say, whole
from game.cli.content import folder_of, scenario_of

if TYPE_CHECKING:
    from game.scenario.problems import Problem


def check(words: Sequence[str]) -> int:
    """every problem of a scenario with its place, and what it holds"""
    from dataclasses import asdict

    from game.scenario import library

    parser = Parser(prog="october check", description=check.__doc__)
    parser.add_argument("scenario", metavar="PATH|ID")
    parser.add_argument("--lang", metavar="CODE", help="how much of it is said in a language, and what is missing")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    parser.add_argument("--minutes", action="store_true", help="play each pace, and say how long its reading takes")
    asked = parser.parse(words)
    folder = folder_of(asked.scenario)
    loaded = library.load(folder)
    if asked.lang:
        from game.cli.languages import report

        return report(folder, loaded, asked.lang, asked.json)
    held, faults = _inventory(folder, loaded)
    if asked.minutes and loaded.tables is not None:
        held |= _minutes(loaded)
    found = [*loaded.problems, *faults]
    wrong = [problem for problem in found if problem.severity == "error"]
    if asked.json:
        problems = [asdict(problem) for problem in found]
        whole_answer = {"scenario": str(folder), "problems": problems, "inventory": held}
        say(json.dumps(whole_answer, ensure_ascii=False, indent=2))
        return CONTENT if wrong or loaded.tables is None else DONE
    for problem in found:
        say(str(problem))
    for kind, count in held.items():
        if isinstance(count, int | float):
            say(f"{kind:<44}{count:>7}")
    for code, share in held["languages"].items():
        say(f"{f'language {code}, % of the words':<44}{100 * share:>7.0f}")
    say(f"{folder}: {_counted(found)}")
    return CONTENT if wrong or loaded.tables is None else DONE


def _inventory(folder: Path, loaded: Any) -> tuple[dict[str, Any], list[Problem]]:
    """How much a scenario holds by kind, under `languages` the share of each; and what is wrong with translations."""
    from game.scenario import spoken, translation
    from game.scenario.inventory import inventory

    original = loaded.texts.translatable()
    spoken_here = {code: translation.read(folder, code, original) for code in spoken.languages(folder)}
    shares = {code: translation.whole(original, found)["share"] for code, found in spoken_here.items()}
    faults = [problem for found in spoken_here.values() for problem in found.problems]
    return inventory(loaded) | {"languages": shares}, faults


def _minutes(loaded: Any) -> dict[str, float]:
    """Minutes a game takes at each pace, of what must be read and done, and with half of the rest."""
    from game.cli.reading_time import minutes
    from game.engine.rulebook import Rulebook
    from game.wording.book import Book

    out = {}
    book = Book(Rulebook(loaded.tables), loaded.texts)
    for pace in loaded.tables.paces:
        required, half = minutes(book, pace.id)
        out[f"minutes, {pace.id}, what must be read"] = round(required, 1)
        out[f"minutes, {pace.id}, and half of the rest"] = round(half, 1)
    return out


def _counted(problems: Iterable[Any]) -> str:
    severities = [problem.severity for problem in problems]
    counts = {name: severities.count(name) for name in ("error", "warning", "note")}
    return ", ".join(f"{count} {name}{'s' if count != 1 else ''}" for name, count in counts.items())


def new(words: Sequence[str]) -> int:
    """a small complete scenario to start from"""
    parser = Parser(prog="october new", description=new.__doc__)
    parser.add_argument("path", metavar="PATH")
    asked = parser.parse(words)
    part = room("game.scenario.new", "new")
    path = Path(asked.path)
    try:
        part.new(path)
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
    part = room("game.scenario.graph", "graph")
    found = scenario_of(asked.scenario)
    say(str(getattr(part, form)(found.rulebook.tables, found.texts)).rstrip("\n"))
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
    part = room("game.analysis.learn", "learn")
    return int(part.learn(scenario_of(asked.scenario), asked.games, asked.rounds, asked.seed, asked.workers) or DONE)


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
