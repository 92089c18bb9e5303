"""The program `october`: what was asked for on the command line, checked, and handed to the room that does it.

Exit codes: 0 done, 1 the content is at fault, 2 the call is at fault. Whatever is wrong is said in one plain sentence.
Rooms are imported when they are needed: a game starts without pydantic, yaml or any web library.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

import game
from game.cli.author import check, graph, learn, library, new
from game.cli.call import BROKEN, DONE, STOPPED, AtFault, close, say
from game.cli.languages import language_of
from game.cli.languages import words as words_of
from game.cli.start import play
from game.cli.study import odds, replay, simulate
from game.cli.weigh import balance
from game.wording.catalogue import _, speaking

COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "play": play,
    "check": check,
    "simulate": simulate,
    "replay": replay,
    "odds": odds,
    "balance": balance,
    "new": new,
    "graph": graph,
    "learn": learn,
    "words": words_of,
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
        raise AtFault(f"{_('there is no command {name}', name=f'`{first}`')}{close(first, COMMANDS)}")
    return COMMANDS[first](rest)


def main(words: Sequence[str] | None = None) -> int:
    """The program: exit code out, no traceback ever."""
    given = sys.argv[1:] if words is None else words
    with speaking(language_of(given)):
        return _main(given)


def _main(words: Sequence[str]) -> int:
    try:
        code = run(words)
        sys.stdout.flush()
        return code
    except AtFault as fault:
        return _tell(str(fault), fault.code)
    except (KeyboardInterrupt, EOFError):
        return _tell(_("stopped"), STOPPED)
    except BrokenPipeError:
        _hush()
        return DONE
    except SystemExit as done:  # argparse after --help
        return done.code if isinstance(done.code, int) else DONE
    except Exception as error:
        if os.environ.get("OCTOBER_TRACE"):
            raise
        told = f"{type(error).__name__}: {error}".split("\n")[0]
        return _tell(_("the program itself went wrong ({told}); OCTOBER_TRACE=1 shows where", told=told), BROKEN)


def _tell(sentence: str, code: int) -> int:
    try:
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
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
