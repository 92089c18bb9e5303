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
    """Keeps what was last shown; the system asks for it on a thread of its own."""

    def __init__(self, title: str) -> None:
        import accesskit  # type: ignore[import-untyped]  # it ships none

        self._kit: Any = accesskit
        self._title = title
        self._names: dict[int, str] = {}
        self._waiting: deque[tuple[str, str]] = deque(maxlen=64)
        self._last: Any = self._empty()
        self._adapter: Any = None

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

    def window(self, focused: bool) -> None:
        if self._adapter is not None and hasattr(self._adapter, "update_window_focus_state"):
            self._adapter.update_window_focus_state(focused)

    def update(self, root: Widget, focus: Widget | None, scale: float, title: str) -> None:
        """The screen has changed."""
        self._last = self._made(root, focus, scale)
        if self._adapter is None:
            return
        events = self._adapter.update_if_active(lambda: self._last)
        if events is not None and hasattr(events, "raise_events"):
            events.raise_events()

    def _empty(self) -> Any:
        return self._made(Widget("window", self._title), None, 1.0)

    def _made(self, root: Widget, focus: Widget | None, scale: float) -> Any:
        kit = self._kit
        update = kit.TreeUpdate(ROOT)
        update.tree = kit.Tree(ROOT)
        names: dict[int, str] = {}
        numbers: dict[int, int] = {}
        nodes = []
        count = ROOT
        places = {id(one): (x, y) for one, x, y in root.placed()}
        shown = [
            one for one in root.walk() if one is not root and (one.focusable or (one.label and one.role != "group"))
        ]
        children = []
        for one in shown:
            count += 1
            numbers[id(one)] = count
            names[count] = one.id
            children.append(count)
            nodes.append((count, self._node(one, places[id(one)], scale)))
        window = kit.Node(kit.Role.WINDOW)
        window.set_label(root.label or self._title)
        window.set_children(children)
        update.nodes += [(ROOT, window), *nodes]
        if focus is not None and id(focus) in numbers:
            update.focus = numbers[id(focus)]
        self._names = names
        return update

    def _node(self, one: Widget, at: tuple[float, float], scale: float) -> Any:
        kit = self._kit
        node = kit.Node(getattr(kit.Role, ROLES.get(one.role, "GROUP"), kit.Role.UNKNOWN))
        node.set_label(one.label)
        said = ", ".join(part for part in (one.value, one.disabled) if part)
        if said:
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

    def _initial(self) -> Any:
        return self._last

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


def adapter(title: str) -> Tree:
    """A tree that the system's screen reader can see."""
    tree = Tree(title)
    tree.open()
    return tree
