"""A screen reader without a voice: a display, a session bus and an accessibility bus of their own, and what can be read
there of the window.

    with Desktop(tmp_path) as desktop:
        window = desktop.start([sys.executable, "-m", "game", "play"])
        desktop.wait(lambda: window.child("button", "Leave"))
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from jeepney import (  # type: ignore[import-untyped]  # it ships none
    DBusAddress,
    MessageType,
    Properties,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # type: ignore[import-untyped]

LONGEST = 40.0
"""Seconds after which nothing more is waited for: a slow machine is no failure, a window that never answers is."""

ACCESSIBLE, ACTION, COMPONENT = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Action", "Component"))
STATES = {7: "checked", 8: "enabled", 11: "focusable", 12: "focused", 24: "sensitive", 25: "showing", 30: "visible"}
"""Bits of a state set, as AT-SPI numbers them: those that are asked for."""

ROLES = {
    23: "frame",
    27: "image",
    29: "label",
    39: "panel",
    43: "button",
    44: "radio button",
    54: "status bar",
    62: "toggle button",
    69: "window",
    73: "paragraph",
    75: "application",
    83: "heading",
    88: "link",
    98: "grouping",
}

Found = TypeVar("Found")


class Silent(AssertionError):
    """Something that was waited for never came."""


def wait(asked: Callable[[], Found | None], what: str) -> Found:
    """The first answer that is not empty."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        with suppress(Gone):  # a screen that changes while it is read
            found = asked()
            if found:
                return found
        time.sleep(0.05)
    raise Silent(f"{what} never came")


class Gone(Exception):
    """What was asked is not there (any more)."""


class Bus:
    """One message bus, asked and answered."""

    def __init__(self, address: str) -> None:
        self._line: DBusConnection = open_dbus_connection(address)

    def call(self, name: str, path: str, interface: str, verb: str, form: str = "", body: tuple[Any, ...] = ()) -> Any:
        message = new_method_call(DBusAddress(path, name, interface), verb, form or None, body)
        return self._asked(message)

    def get(self, name: str, path: str, interface: str, what: str) -> Any:
        """A property."""
        return self._asked(Properties(DBusAddress(path, name, interface)).get(what))[1]

    def set(self, name: str, path: str, interface: str, what: str, form: str, value: object) -> None:
        self._asked(Properties(DBusAddress(path, name, interface)).set(what, form, value))

    def _asked(self, message: Any) -> Any:
        answer = self._line.send_and_get_reply(message, timeout=LONGEST)
        if answer.header.message_type == MessageType.error:
            raise Gone(str(answer.body))
        return answer.body[0] if len(answer.body) == 1 else answer.body

    def close(self) -> None:
        self._line.close()


@dataclass(frozen=True)
class Node:
    """Something on the accessibility bus: an application, a window, a control."""

    bus: Bus
    name: str
    path: str

    def _call(self, interface: str, verb: str, form: str = "", body: tuple[Any, ...] = ()) -> Any:
        return self.bus.call(self.name, self.path, interface, verb, form, body)

    @property
    def label(self) -> str:
        return str(self.bus.get(self.name, self.path, ACCESSIBLE, "Name"))

    @property
    def described(self) -> str:
        return str(self.bus.get(self.name, self.path, ACCESSIBLE, "Description"))

    @property
    def role(self) -> str:
        number = int(self._call(ACCESSIBLE, "GetRole"))
        return ROLES.get(number, str(number))

    @property
    def states(self) -> set[str]:
        low, high = self._call(ACCESSIBLE, "GetState")
        return {name for bit, name in STATES.items() if (low | high << 32) >> bit & 1}

    @property
    def children(self) -> list[Node]:
        return [Node(self.bus, name, path) for name, path in self._call(ACCESSIBLE, "GetChildren")]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def named(self, role: str, label: str) -> Node | None:
        return next((one for one in self.walk() if one.role == role and one.label == label), None)

    @property
    def focused(self) -> Node | None:
        return next((one for one in self.walk() if "focused" in one.states), None)

    def act(self) -> bool:
        """Do what it is for, as a screen reader does."""
        return bool(self._call(ACTION, "DoAction", "i", (0,)))

    def grab(self) -> bool:
        """Ask for the focus."""
        return bool(self._call(COMPONENT, "GrabFocus"))


class Desktop:
    """A display and buses that nobody else uses; ended with everything that was started on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bus: Bus | None = None
        self._running: list[subprocess.Popen[bytes]] = []
        foreign = ("SDL_", "DBUS_", "AT_SPI", "WAYLAND_", "NO_AT_BRIDGE")
        self.env = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        self.env |= {"SDL_AUDIODRIVER": "dummy", "OCTOBER_HOME": str(folder / "home"), "XDG_RUNTIME_DIR": str(folder)}

    def __enter__(self) -> Self:
        try:
            self.env["DISPLAY"] = f":{self._said(['Xvfb', '-displayfd', '{fd}', '-screen', '0', '1280x720x24'])}"
            address = self._said(["dbus-daemon", "--session", "--nofork", "--print-address={fd}"])
            self.env["DBUS_SESSION_BUS_ADDRESS"] = address
            session = Bus(address)
            for name in ("IsEnabled", "ScreenReaderEnabled"):  # what a screen reader sets when it starts
                session.set("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status", name, "b", True)
            self.bus = Bus(session.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"))
            session.close()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_what: object) -> None:
        if self.bus is not None:
            self.bus.close()
        for one in reversed(self._running):
            one.kill()
            one.wait()

    def _said(self, command: list[str]) -> str:
        """Start a service and read the one line with which it says that it stands."""
        inner, outer = os.pipe()
        words = [word.replace("{fd}", str(outer)) for word in command]
        with (self.folder / f"{command[0]}.log").open("wb") as log:
            self._running.append(subprocess.Popen(words, pass_fds=(outer,), env=self.env, stdout=log, stderr=log))
        os.close(outer)
        with os.fdopen(inner, encoding="utf-8") as line:
            said = line.readline().strip()
        assert said, f"{command[0]} did not start: {(self.folder / f'{command[0]}.log').read_text(errors='replace')}"
        return said

    def start(self, command: Sequence[str]) -> Node:
        """A program with one window; the window as it stands on the accessibility bus."""
        with (self.folder / "window.log").open("wb") as log:
            program = subprocess.Popen(command, env=self.env, stdout=log, stderr=log)
        self._running.append(program)
        assert self.bus is not None
        registry = Node(self.bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

        def stands() -> Node | None:
            assert program.poll() is None, (self.folder / "window.log").read_text(errors="replace")
            return next((window for found in registry.children for window in found.children), None)

        return wait(stands, "the window on the accessibility bus")
