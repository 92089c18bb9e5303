"""What came in is shown whole, however long it is: the slips grow, then the letters shrink, then they are scrolled."""

from itertools import pairwise

import pygame
import pytest

from game.desktop.app import App
from game.desktop.screens import incoming
from game.desktop.settings import Settings
from game.desktop.ui import Ui

HEIGHT = 552.0
WORDS = "Ships are under way, and nobody knows who speaks for whom. "


@pytest.fixture
def ui(tiny):
    pygame.display.init()
    pygame.font.init()
    return App(tiny, settings=Settings()).layout()


def pieces(times):
    return [
        incoming.Piece(f"Piece {number}", "Monday", (WORDS * many).strip(), lambda: None)
        for number, many in enumerate(times)
    ]


@pytest.mark.parametrize("times", [(1, 1, 1), (4, 1, 1), (1, 5, 1), (1, 1, 5), (5, 3, 2), (9, 9, 9), (2,), (1, 4)])
def test_no_word_is_cut_and_nothing_lies_over_words(ui, monkeypatch, times):
    monkeypatch.setattr(Ui, "shortened", lambda *_all: pytest.fail("a slip ends in an ellipsis"))
    made = incoming.incoming(ui, pieces(times), 352.0, HEIGHT)
    assert made.h <= HEIGHT + 0.5
    slips = sorted((one for one in made.walk() if one.id.startswith("slip ")), key=lambda one: one.id)
    assert len(slips) == len(times)
    for slip in slips:
        words = slip.children[0]
        assert words.y + words.h + 8 <= slip.h
    if not made.view:
        for above, below in pairwise(slips):
            assert above.y + above.children[0].y + above.children[0].h <= below.y
            assert above.y + above.h <= below.y + below.children[0].y


def test_short_slips_share_the_desk_equally_and_only_too_much_is_scrolled(ui):
    short = incoming.incoming(ui, pieces((1, 1, 1)), 352.0, HEIGHT)
    assert [round(one.y) for one in short.children] == [0, 184, 368]
    assert not short.view
    assert incoming.incoming(ui, pieces((9, 9, 9)), 352.0, HEIGHT).view
