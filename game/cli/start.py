"""`october` and `october play`: into the window, or into the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from game.cli import call
from game.cli.call import AtFault, Parser, one_of, whole
from game.cli.content import Scenario, kinds_of, paced, reading_of, scenario_for, scenario_of, words_of
from game.referee.wanted import HISTORY, HUMAN, Wanted
from game.scenario.shelf import Words
from game.wording.catalogue import ORIGINAL, _, phrase, spoken

SHELF = "october-1962"
"""The crisis that is played when none is named."""


PLAY = phrase("play the game: in its window, or with --text in the terminal")


def play(words: Sequence[str]) -> int:
    """play the game: in its window, or with --text in the terminal"""
    parser = Parser(prog="october play", description=_(PLAY))
    parser.add_argument("--as", dest="seat", metavar="SEAT", help=_("the side you play"))
    parser.add_argument("--against", metavar="TYPE|human|history", help=_("who sits opposite"))
    parser.add_argument("--pace", help=_("full, lesson or brief"))
    parser.add_argument("--lens", metavar="NAME", help=_("how the scenario reads the record"))
    parser.add_argument("--seed", type=whole("--seed"), metavar="N", help=_("play the same chances again"))
    parser.add_argument("--scenario", metavar="ID|PATH", help=_("another crisis"))
    parser.add_argument("--lang", metavar="CODE", help=_("the language of the game"))
    parser.add_argument("--text", action="store_true", help=_("play in the terminal"))
    parser.add_argument("--resume", metavar="FILE", help=_("go on with a recorded game"))
    asked = parser.parse(words)
    windowed = not asked.text and call.built("game.desktop.app")
    scenario = checked(asked, windowed)
    if windowed:
        wrong = call.room("game.desktop", "play").trouble()
        if wrong:
            raise AtFault(wrong)
    room = call.room("game.desktop.app" if windowed else "game.terminal.app", "play")
    wanted = Wanted(
        seat=asked.seat or "",
        against=asked.against or "",
        pace=asked.pace or "",
        lens=asked.lens or "",
        seed=asked.seed,
        resume=Path(asked.resume) if asked.resume is not None else None,
        language=asked.lang or "",
    )
    if windowed:
        return int(room.run(scenario, wanted))
    if not wanted.language and spoken() != ORIGINAL:
        wanted = wanted._replace(language=spoken())  # what was set in the window holds here too
    return int(room.play(scenario() if callable(scenario) else scenario, wanted))


def checked(asked: argparse.Namespace, windowed: bool) -> Scenario | Callable[[], Scenario | Words]:
    """The scenario that was asked for, with every name checked; or how to load it, where there is nothing to check."""
    if asked.resume is not None:
        scenario, _same = scenario_for(reading_of(asked.resume), asked.scenario)
    elif asked.scenario or asked.lang or asked.seat or asked.against or asked.pace or asked.lens:
        scenario = scenario_of(asked.scenario or SHELF)
    else:
        return partial(words_of if windowed else scenario_of, SHELF)
    if asked.lang:
        from game.cli.languages import chosen

        chosen(asked.lang, scenario.folder, scenario.texts)
    tables = scenario.rulebook.tables
    other = None
    if asked.seat:
        other = 1 - tables.seats.index(one_of(asked.seat, tables.seats, "side"))
    if asked.against:
        one_of(asked.against, (*kinds_of(tables, other), HUMAN, HISTORY), "opponent")
    paced(tables, asked.pace, asked.lens)
    return scenario
