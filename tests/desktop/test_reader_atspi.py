"""What a screen reader finds of the real window: asked over the accessibility bus, on a display of its own."""

import sys
from pathlib import Path

import pytest

from tests.desktop.pilot import Pilot
from tests.needs import needs

if not sys.platform.startswith("linux"):
    pytest.skip("AT-SPI is Linux's", allow_module_level=True)

from tests.desktop.atspi import Desktop, Node, Silent, wait

pytestmark = needs("xvfb", "at-spi")

TINY = Path(__file__).parent.parent / "scenarios" / "tiny"
PLAY = ("play", "--scenario", str(TINY), "--seed", "7")
ROLES = {
    "button": "button", "choice": "radio button", "switch": "toggle button", "link": "link", "heading": "heading",
    "text": "paragraph", "status": "status bar", "image": "image",
}  # fmt: skip

MUTE = """
import sys
from game.desktop import access
whole = access.Tree._node
def without(self, one, at, scale):
    one.label = "" if one.label == "Delta" else one.label
    return whole(self, one, at, scale)
access.Tree._node = without
from game.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def desktop(tmp_path):
    with Desktop(tmp_path) as made:
        yield made


def read(window: Node) -> set[tuple[str, str]]:
    """Role and name of everything that a reader is told of."""
    return {(one.role, one.label) for one in window.walk()}


def shown(pilot: Pilot) -> set[tuple[str, str]]:
    """Role and name of everything that stands on the same screen of a window that is driven from here."""
    return {(ROLES[one.role], one.label) for one in pilot.tree.walk() if one.role in ROLES and one.label}


def the_same(window: Node, pilot: Pilot) -> None:
    """Nothing of the screen is kept from a reader."""
    wait(lambda: read(window) >= shown(pilot), f"{shown(pilot)} on the accessibility bus")


def take(window: Node, label: str) -> None:
    wait(lambda: window.named("button", label), label).act()


@pytest.fixture
def pilot(tiny, tmp_path, monkeypatch):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path / "home"))
    return Pilot(tiny)


def test_a_reader_finds_the_title_moves_its_focus_and_begins_a_game_by_actions_alone(desktop, pilot):
    window = desktop.start([sys.executable, "-m", "game", *PLAY])
    the_same(window, pilot)
    assert window.label == pilot.app.texts.get("title")
    first = wait(lambda: window.focused, "a focus")
    assert first.label == pilot.app.focus.label

    other = wait(lambda: window.named("button", "Delta"), "Delta")
    assert other.described == pilot.labelled("Delta").value
    assert other.grab()
    wait(lambda: "focused" in other.states, "the focus on Delta")
    assert "focused" not in first.states

    take(window, "Settings")
    size = wait(lambda: window.named("toggle button", "Size of text"), "the settings")
    assert size.described == "100 %"
    assert window.label.startswith("Settings")
    assert size.act()
    wait(lambda: size.described == "110 %", "larger text")

    take(window, "Back")
    for label in ("Delta", "Sit down"):
        take(window, label)
        pilot.take(label)
        the_same(window, pilot)
    assert pilot.scene == "prologue"
    pilot.do(pilot.offered("option ")[0])
    assert next(one for one in window.walk() if one.role == "radio button").act()
    head = next(one.label for one in pilot.tree.walk() if one.role == "heading" and one.label)
    wait(lambda: any(one.label == head for one in window.walk()), head)


def test_a_refusal_of_the_program_is_told_too(desktop, pilot):
    window = desktop.start([sys.executable, "-m", "game", *PLAY])
    take(window, "A class")
    pilot.take("A class")
    assert pilot.app.caption
    wait(lambda: window.named("status bar", pilot.app.caption), pilot.app.caption)


def test_a_name_that_is_missing_is_noticed(desktop, pilot, monkeypatch):
    monkeypatch.setattr("tests.desktop.atspi.LONGEST", 4.0)
    window = desktop.start([sys.executable, "-c", MUTE, *PLAY])
    wait(lambda: window.named("button", "Upland"), "the title")
    with pytest.raises(Silent, match="Delta"):
        the_same(window, pilot)
