"""The lamp darkens only where its mask is not clear, and what it lays there is the whole mask."""

import pygame
import pytest

from game.desktop import lamp

SIZES = ((1024, 640), (1280, 720), (1920, 1080), (1111, 903))


@pytest.fixture(autouse=True)
def display():
    pygame.display.init()
    pygame.display.set_mode((1024, 640))


@pytest.mark.parametrize("size", SIZES)
def test_all_that_is_dim_lies_in_the_bands_and_they_leave_a_good_part_out(size):
    mask = lamp.mask((40, 50, 60), size)
    for band in lamp.dimmed(size):
        mask.fill((0, 0, 0, 0), band)
    assert pygame.mask.from_surface(mask, 0).count() == 0
    bands = lamp.dimmed(size)
    assert sum(one.w * one.h for one in bands) < 0.75 * size[0] * size[1]
    assert not any(one.colliderect(other) for number, one in enumerate(bands) for other in bands[number + 1 :])


def test_a_part_is_shaded_as_it_would_be_by_the_whole_mask():
    size, part = (1280, 720), pygame.Rect(100, 50, 900, 600)
    mask = lamp.mask((40, 50, 60), size)
    one = pygame.Surface(size).convert()
    one.fill((200, 190, 170))
    other = one.copy()
    lamp.shade(one, mask, part)
    other.blit(mask, part, part)
    assert pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")
