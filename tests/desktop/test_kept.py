"""What is kept stays within its bytes; what was not used for longest goes first."""

import pygame

from game.desktop.kept import Kept


def picture() -> pygame.Surface:
    return pygame.Surface((10, 10), pygame.SRCALPHA)


def test_the_one_not_used_for_longest_goes_first():
    kept = Kept(1_000)
    first = kept.found("a", picture)
    kept.found("b", picture)
    assert kept.found("a", picture) is first
    kept.found("c", picture)
    assert kept.known("b") is None
    assert kept.known("a") is first
    assert len(kept) == 2
    assert kept.size == 800


def test_one_that_is_too_large_is_kept_alone():
    kept = Kept(100)
    one = kept.found("a", picture)
    assert kept.found("a", picture) is one
    kept.found("b", picture)
    assert len(kept) == 1
