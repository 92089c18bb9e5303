"""What a screen reader is told: every control by its name, where the focus is, and what it may ask for."""

import pytest

from tests.desktop.pilot import Pilot

accesskit = pytest.importorskip("accesskit")


def test_the_tree_that_is_shown_is_the_tree_that_is_read(tiny):
    from game.desktop.access import Tree

    pilot = Pilot(tiny)
    tree = Tree("title")
    tree.update(pilot.tree, pilot.app.focus, pilot.app.ui.scale, "title")
    labels = {node.label for _number, node in tree._last.nodes}
    for one in pilot.tree.walk():
        if one.focusable:
            assert one.label in labels
    assert pilot.app.focus is not None
    focused = dict(tree._last.nodes)[tree._last.focus]
    assert focused.label == pilot.app.focus.label


def test_what_a_reader_asks_for_is_done_by_the_loop(tiny):
    from game.desktop.access import Tree

    pilot = Pilot(tiny)
    tree = Tree("title")
    tree.update(pilot.tree, pilot.app.focus, pilot.app.ui.scale, "title")
    pilot.app._reader_tree = tree
    number = next(number for number, name in tree._names.items() if name == "delta")

    class Request:
        action = accesskit.Action.CLICK
        target_node = number

    tree._act(Request())
    pilot.step()
    assert pilot.scene == "setup"
