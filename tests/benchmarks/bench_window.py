"""How fast the window is, one JSON line a measure; beside it a bare pygame-ce window of the same size in the same run.

    python -m tests.benchmarks.bench_window

Milliseconds for frames, seconds for starts, by the clock; beside them what the processor itself has worked, without
the time in which others had it. Without a display SDL's dummy driver is used.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("OCTOBER_HOME", tempfile.mkdtemp(prefix="october-bench-"))

Line = dict[str, Any]
SIZE = (1920, 1080)
SCENARIO = "october-1962"
STARTS = 7
IDLE = 5.0

BARE = """
import pygame
pygame.display.init(); pygame.font.init()
screen = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
screen.fill((12, 19, 25)); screen.blit(pygame.font.Font(None, 96).render("October", True, (233, 228, 214)), (300, 250))
pygame.display.flip()
"""
TITLE = """
from game.desktop.app import App, start
from game.desktop.settings import Settings
import pygame
from game.scenario import shelf
pygame.display.init(); pygame.font.init()
app = App(shelf.words(shelf.find("october-1962")), settings=Settings())
start(app); app.step()
"""


def lines() -> Iterator[Line]:
    yield from starts()
    pilot = at_desk()
    yield from changes(pilot)
    yield from reading(pilot)
    yield from charting(pilot)
    yield from thinking(pilot)
    yield from resting(pilot)
    yield from memory(pilot)


def starts() -> Iterator[Line]:
    """From the start of the interpreter to the first picture; each the best of several, one after the other."""
    from game.scenario import library

    library.compiled(library.find(SCENARIO))  # what the first start of all leaves behind
    taken: dict[str, list[tuple[float, float]]] = {"bare": [], "title": []}
    with tempfile.TemporaryDirectory(prefix="october-bench-") as folder:  # and its byte code, wherever that may be kept
        env = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        for _time in range(STARTS + 1):
            for name, code in (("bare", BARE), ("title", TITLE)):
                taken[name].append(_started(code, env))
    bare, title = (min(clock for clock, _spent in taken[name][1:]) for name in ("bare", "title"))
    worked = {f"{name} s of processor": min(spent for _clock, spent in of[1:]) for name, of in taken.items()}
    yield {
        "measure": "start to title",
        "s": title,
        "bare s": bare,
        "ratio": title / bare,
        **worked,
        "goal s": 0.3,
        "goal": 2.5,
    }


def _started(code: str, env: dict[str, str]) -> tuple[float, float]:
    """Seconds of the clock from the start of an interpreter to its end, and of the processor where that is known."""
    began, spent = time.perf_counter(), _children()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, env=env)
    return time.perf_counter() - began, _children() - spent


def _children() -> float:
    found = os.times()
    return found.children_user + found.children_system


def at_desk() -> Any:
    """A window of 1920 by 1080 at the desk of the first day."""
    from game.desktop.settings import Settings
    from game.engine.rulebook import Rulebook
    from game.scenario import library
    from tests.desktop.pilot import Pilot

    loaded = library.compiled(library.find(SCENARIO))
    assert loaded.tables is not None
    rules = Rulebook(loaded.tables)

    class Ready:
        rulebook, texts = rules, loaded.texts

    pilot = Pilot(Ready(), size=SIZE, settings=Settings(guided=False, at_once=True, captions=False))
    pilot.take(Ready.texts.content["seats"][0]["name"])
    pilot.take("Sit down")
    while pilot.scene != "desk":
        pilot.do(pilot.offered("option ")[0]) if pilot.offered("option ") else pilot.press("enter")
    return pilot


def changes(pilot: Any) -> Iterator[Line]:
    """Other screens for the first time, after a second and a half at the desk and with none; the focus moved; a bare
    frame.
    """
    import pygame

    app, screen = pilot.app, pilot.app.screen
    ground = pygame.Surface(SIZE).convert()

    def bare() -> None:
        screen.blit(ground, (0, 0))
        pygame.display.flip()

    yield {"measure": "bare frame", **spread(bare, 200)}
    app.settings.motion = False
    for key, name in (("v", "map"), ("d", "drawer"), ("c", "council"), ("o", "order"), ("l", "letters"), ("m", "man")):
        yield {"measure": f"change of screen, first time: {name}", **_pressed(pilot, key), "goal ms": 50.0}
        pilot.press("escape")
        _rest(pilot, 1.5)
        yield {"measure": f"change of screen: {name}", **_pressed(pilot, key), "goal ms": 50.0}

        def redraw() -> None:
            app.canvas.forget()
            app.draw()

        yield {"measure": f"all of it drawn: {name}", **spread(redraw, 60)}
        pilot.press("escape")

    def change() -> None:
        from game.desktop import focus

        app.move_to(focus.step(app.root, app.focus, 1))
        if app._ring_moved and not app._dirty and not app._scrolled:
            app._draw_ring()

    change()
    yield {"measure": "one change: the focus moves", **spread(change, 300), "goal ms": 0.8}


def _pressed(pilot: Any, key: str) -> Line:
    clock, spent = _timed(lambda: pilot.press(key))
    return {"ms": clock, "ms of processor": spent}


def _rest(pilot: Any, seconds: float) -> None:
    """Nobody moves for so long."""
    pilot.watch.time += 1.1
    for _turn in range(int(seconds * 60)):
        pilot.step(1)


def reading(pilot: Any) -> Iterator[Line]:
    """Somebody reads: Tab, the wheel, a remark that comes and goes, a card chosen, most frames still."""
    app = pilot.app
    app.settings.motion = True

    def frames(keys: Sequence[str], times: int) -> Iterator[tuple[float, float]]:
        for turn in range(times):
            if turn % 5 == 0:
                pilot.hands.waiting.append(event_of(keys[turn // 5 % len(keys)]))
            if turn % 60 == 30:
                app.say("Somebody says something.", 0.5)
            yield _frame(pilot)

    from game.desktop.keys import event_of

    taken: list[tuple[float, float]] = []
    for way, keys in (
        ("", ("tab", "down", "right", "tab")),
        ("c", ("a", "tab", "2", "b", "1")),
        ("m", ("pagedown", "tab", "pageup")),
    ):
        if way:
            pilot.press(way)
            _rest(pilot, 0.5)
        taken += frames(keys, 300)
        if way:
            pilot.press("escape")
            _rest(pilot, 0.5)
    yield {"measure": "frames while reading", **turns(taken), "goal p99 ms": 8.0}


def charting(pilot: Any) -> Iterator[Line]:
    """The chart glides: nearer, to all sides, and back."""
    from game.desktop.keys import event_of

    pilot.app.settings.motion = True
    pilot.press("v")
    _rest(pilot, 0.5)
    taken, keys = [], ("z", "z", "left", "up", "right", "down", "x", "x")
    for turn in range(480):
        if turn % 15 == 0:
            pilot.hands.waiting.append(event_of(keys[turn // 15 % len(keys)]))
        taken.append(_frame(pilot))
    pilot.press("escape")
    yield {"measure": "frames while the chart moves", **turns(taken), "goal p99 ms": 8.0}


def thinking(pilot: Any) -> Iterator[Line]:
    """A mind thinks in its own process, again and again, while the desk is read."""
    from game.desktop.keys import event_of
    from game.opponent.decide import decide
    from game.referee.worker import Worker

    session = pilot.app.session
    mind = Worker(session.book.rulebook.tables, decide)
    view = session.view(1)
    taken, keys, thoughts = [], ("tab", "down", "right", "tab"), 0
    try:
        mind.ask(view, session.skill, bytes(32))
        mind.poll(20.0)
        for turn in range(480):
            if not mind.thinking:
                mind.ask(view, session.skill, bytes(32))
            if turn % 5 == 0:
                pilot.hands.waiting.append(event_of(keys[turn // 5 % len(keys)]))
            taken.append(_frame(pilot))
            thoughts += mind.poll() is not None
            time.sleep(0.004)
    finally:
        mind.close()
    yield {"measure": "frames while a mind thinks", **turns(taken), "thoughts": thoughts, "goal p99 ms": 8.0}


def _frame(pilot: Any) -> tuple[float, float]:
    """One turn of the loop, in milliseconds of the clock and of the processor."""
    pilot.watch.time += 1 / 60
    return _timed(pilot.app.step)


def turns(taken: list[tuple[float, float]]) -> Line:
    """By the clock; and by the processor alone, which is what they take where nobody else is at work."""
    spent = sorted(one for _clock, one in taken)
    return {**figures([one for one, _spent in taken]), "p99 ms of processor": spent[int(len(spent) * 0.99)]}


def spread(work: Callable[[], object], times: int) -> Line:
    return turns([_timed(work) for _time in range(times)])


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the clock and of the processor."""
    began, spent = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - spent) * 1000


def figures(taken: list[float]) -> Line:
    out = sorted(taken)
    return {"median ms": median(out), "p99 ms": out[int(len(out) * 0.99)], "worst ms": out[-1]}


def resting(pilot: Any) -> Iterator[Line]:
    """Processor time of the real loop over five seconds in which nobody does anything."""
    from game.desktop.edges import RealClock, RealInput

    app = pilot.app
    app.clock, app.reader = RealClock(), RealInput()
    app._awake = 0.0
    until = time.perf_counter() + 2.5  # the papers of the screens that may come next are laid out first
    while time.perf_counter() < until:
        app.step()
        app.clock.rest(15)
    drawn, began, spent = app.frames, time.perf_counter(), time.process_time()
    while time.perf_counter() - began < IDLE:
        app.step()
        app.clock.rest(15)
    share = (time.process_time() - spent) / (time.perf_counter() - began)
    yield {"measure": "idle processor over 5 s", "per cent": share * 100, "frames": app.frames - drawn, "goal": 0.5}


def memory(pilot: Any) -> Iterator[Line]:
    """What the process holds after every screen of the desk was seen at this size."""
    for key in ("c", "o", "l", "m", "d", "v", "f1", "f2", "f10"):
        pilot.app.clock, pilot.app.reader = pilot.watch, pilot.hands
        pilot.press(key, "escape")
    yield {"measure": "memory", "MB": resident() / 1e6, "bare MB": _bare_memory() / 1e6, "goal MB": 200.0}


def resident() -> int:
    """Bytes in use now; the most ever used where the system does not say."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _bare_memory() -> int:
    code = f"{BARE}\nfrom tests.benchmarks.bench_window import resident\nprint(resident())"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return int(found.stdout.split()[-1])


def main() -> None:
    for line in lines():
        print(json.dumps({key: round(one, 3) if isinstance(one, float) else one for key, one in line.items()}))


if __name__ == "__main__":
    main()
