"""The widget tree for screen readers, through AccessKit: what is focused, what can be done, and what was just said."""

from __future__ import annotations

import sys
from collections import deque
from typing import Any

from game.desktop.widget import Widget

ROOT = 1

ROLES = {
    "window": "WINDOW",
    "group": "GROUP",
    "sheet": "GROUP",
    "heading": "HEADING",
    "text": "PARAGRAPH",
    "figure": "FIGURE",
    "image": "IMAGE",
    "button": "BUTTON",
    "choice": "RADIO_BUTTON",
    "switch": "SWITCH",
    "link": "LINK",
    "field": "GROUP",
    "status": "STATUS",
}


class Tree:
    """Tells a screen reader what is shown, once there is one.

    The adapter asks for the tree on a thread of its own, and holds its lock as it does. Whoever calls it then, with
    Python's lock in hand, waits for ever: so nothing is called before it has asked, and the loop answers.
    """

    def __init__(self, title: str) -> None:
        import accesskit  # type: ignore[import-untyped]  # it ships none

        self._kit: Any = accesskit
        self._title = title
        self._names: dict[int, str] = {}
        self._screen = ""
        self._numbers: dict[tuple[str, str, int], int] = {}
        """Of the widgets of this screen. What stays keeps its number; another screen has others, so that a reader hears
        of a focus that has come to the same place there."""
        self._count = ROOT
        self._waiting: deque[tuple[str, str]] = deque(maxlen=64)
        self._adapter: Any = None
        self._active = self._new = False
        """Whether a reader listens; whether it has been told nothing yet."""
        self._focused = True

    def open(self) -> None:
        """Meet the system; raises where there is no way to."""
        kit = self._kit
        platform: str = sys.platform
        if platform.startswith("linux"):
            self._adapter = kit.unix.Adapter(self._initial, self._act, self._off)
            return
        import pygame

        handle = pygame.display.get_wm_info().get("window")
        if platform == "win32":
            self._adapter = kit.windows.SubclassingAdapter(handle, self._initial, self._act)
        else:
            self._adapter = kit.macos.SubclassingAdapter.for_window(handle, self._initial, self._act)

    def asked(self) -> list[tuple[str, str]]:
        """What a screen reader has asked for since the last call: ("focus" | "act", id of a widget)."""
        out = []
        while self._waiting:
            out.append(self._waiting.popleft())
        return out

    @property
    def listening(self) -> bool:
        return self._active

    @property
    def new(self) -> bool:
        """Whether a reader has come since the last call: it wants to be told everything."""
        new, self._new = self._new, False
        if new:
            self.window(self._focused)
        return new

    def window(self, focused: bool) -> None:
        self._focused = focused
        if self._active and hasattr(self._adapter, "update_window_focus_state"):
            self._adapter.update_window_focus_state(focused)

    def update(self, root: Widget, focus: Widget | None, scale: float, remark: str = "") -> None:
        """The screen has changed; `remark` is what the program itself has just said."""
        if not self._active:
            return
        made = self.made(root, focus, scale, remark)
        events = self._adapter.update_if_active(lambda: made)
        if events is not None and hasattr(events, "raise_events"):
            events.raise_events()

    def made(self, root: Widget, focus: Widget | None, scale: float, remark: str = "") -> Any:
        """The whole tree as the adapter takes it."""
        kit = self._kit
        update = kit.TreeUpdate(ROOT)
        update.tree = kit.Tree(ROOT)
        names: dict[int, str] = {}
        numbers: dict[int, int] = {}
        nodes = []
        if root.label != self._screen:
            self._screen, self._numbers = root.label, {}
        met: dict[tuple[str, str], int] = {}
        places = {id(one): (x, y) for one, x, y in root.placed()}
        shown = [
            one for one in root.walk() if one is not root and (one.focusable or (one.label and one.role != "group"))
        ]
        children = []
        if remark:
            shown.append(Widget("status", remark))
        for one in shown:
            called = (one.role, one.id or one.label)
            met[called] = met.get(called, 0) + 1
            number = self._number(*called, met[called])
            numbers[id(one)] = number
            names[number] = one.id
            children.append(number)
            nodes.append((number, self._node(one, places.get(id(one), (0.0, 0.0)), scale)))
        window = kit.Node(kit.Role.WINDOW)
        window.set_label(self._called(root))
        window.set_children(children)
        update.nodes += [(ROOT, window), *nodes]
        if focus is not None and id(focus) in numbers:
            update.focus = numbers[id(focus)]
        self._names = names
        return update

    def _number(self, role: str, name: str, place: int) -> int:
        key = (role, name, place)
        if key not in self._numbers:
            self._count += 1
            self._numbers[key] = self._count
        return self._numbers[key]

    def _called(self, root: Widget) -> str:
        """The window's name: what the screen is called, and the game's title."""
        return f"{root.label} – {self._title}" if root.label and root.label != self._title else self._title

    def _node(self, one: Widget, at: tuple[float, float], scale: float) -> Any:
        kit = self._kit
        node = kit.Node(getattr(kit.Role, ROLES.get(one.role, "GROUP"), kit.Role.UNKNOWN))
        node.set_label(one.label)
        said = ", ".join(part for part in (one.value, one.disabled) if part)
        if said and sys.platform.startswith("linux"):
            node.set_description(said)  # AT-SPI has no words for the value of a control
        elif said:
            node.set_value(said)
        x, y = at
        node.set_bounds(kit.Rect(x * scale, y * scale, (x + one.w) * scale, (y + one.h) * scale))
        if one.focusable:
            node.add_action(kit.Action.FOCUS)
        if one.act is not None:
            node.add_action(kit.Action.CLICK)
        if one.disabled:
            node.set_disabled()
        if one.chosen is not None:
            node.set_toggled(kit.Toggled.TRUE if one.chosen else kit.Toggled.FALSE)
        if one.role == "status":
            node.set_live(kit.Live.POLITE)
        return node

    def _initial(self) -> None:
        """A reader has come: the loop answers, and no tree is given here."""
        self._active = self._new = True

    def _act(self, request: Any) -> None:
        """Comes on a thread of the system: put it by for the loop."""
        target = getattr(request, "target", None)
        if target is None:
            target = getattr(request, "target_node", 0)
        name = self._names.get(int(target or 0), "")
        if name:
            self._waiting.append(("act" if request.action == self._kit.Action.CLICK else "focus", name))

    def _off(self) -> None:
        """Nobody listens any more."""
        self._active = self._new = False


def adapter(title: str) -> Tree:
    """A tree that the system's screen reader can see."""
    tree = Tree(title)
    tree.open()
    return tree
