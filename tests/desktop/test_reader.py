"""What a screen reader is told: every control by its name, where the focus is, and what it may ask for."""

import pytest

from tests.desktop.pilot import Pilot

accesskit = pytest.importorskip("accesskit")


def test_the_tree_that_is_shown_is_the_tree_that_is_read(tiny):
    from game.desktop.access import Tree

    pilot = Pilot(tiny)
    tree = Tree("title")
    made = tree.made(pilot.tree, pilot.app.focus, pilot.app.ui.scale)
    labels = {node.label for _number, node in made.nodes}
    for one in pilot.tree.walk():
        if one.focusable:
            assert one.label in labels
    assert pilot.app.focus is not None
    focused = dict(made.nodes)[made.focus]
    assert focused.label == pilot.app.focus.label


def test_what_a_reader_asks_for_is_done_by_the_loop(tiny):
    from game.desktop.access import Tree

    pilot = Pilot(tiny)
    tree = Tree("title")
    tree.made(pilot.tree, pilot.app.focus, pilot.app.ui.scale)
    pilot.app._reader_tree = tree
    number = next(number for number, name in tree._names.items() if name == "delta")

    class Request:
        action = accesskit.Action.CLICK
        target_node = number

    tree._act(Request())
    pilot.step()
    assert pilot.scene == "setup"


class Deaf:
    """An adapter of the system's that counts what it is told."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def update_window_focus_state(self, focused: bool) -> None:
        self.calls.append("focus")

    def update_if_active(self, made: object) -> None:
        self.calls.append("tree")


def test_the_adapter_is_told_nothing_before_it_asks_and_everything_once_it_has(tiny):
    from game.desktop.access import Tree

    pilot = Pilot(tiny)
    tree = Tree("title")
    tree._adapter = adapter = Deaf()
    pilot.app._reader_tree = tree
    pilot.press("tab")
    tree.window(True)
    assert adapter.calls == [], "it may hold its lock just now, and wait for ours"
    tree._initial()
    pilot.step()
    assert adapter.calls == ["focus", "tree"]
    pilot.press("tab")
    assert adapter.calls == ["focus", "tree", "tree"]
    tree._off()
    pilot.press("tab")
    assert len(adapter.calls) == 3


def test_a_control_keeps_its_number_as_long_as_its_screen_stands(tiny):
    from game.desktop.access import Tree

    pilot = Pilot(tiny)
    tree = Tree("title")

    def numbers():
        tree.made(pilot.tree, pilot.app.focus, pilot.app.ui.scale)
        return {name: number for number, name in tree._names.items() if name}

    before = numbers()
    pilot.take("A class")
    assert numbers() == before
    pilot.press("f10")
    assert not set(numbers().values()) & set(before.values())
