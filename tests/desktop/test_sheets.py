"""Papers: their edges lie as they are told to, their shadow round them, and nothing beyond their margin."""

import pygame
import pytest

from game.desktop.sheets import Slant, margin
from game.desktop.surfaces import Surfaces

CREAM, BLUE = (234, 228, 211), (31, 76, 120)


@pytest.fixture(autouse=True)
def window():
    pygame.display.init()
    pygame.display.set_mode((64, 64))


@pytest.mark.parametrize("kind", ["plain", "teletype", "typed", "telegram", "board"])
@pytest.mark.parametrize("tilt", [0.0, 0.6, -2.0])
def test_a_paper_is_whole_within_its_edges_and_dark_round_them(kind, tilt):
    scale = 1.5
    out = Surfaces().paper((300, 200), CREAM, scale, tilt, kind, BLUE)
    room = margin(scale)
    assert out.get_size() == (300 + 2 * room, 200 + 2 * room)
    slant = Slant(room, 300, 200, tilt)
    for x, y in ((20, 100), (150, 60), (280, 100), (150, 180)):
        px, py = slant.at(x, y)
        assert out.get_at((round(px), round(py))).a == 255
    below = out.get_at((room + 150, room + 200 + round(6 * scale) + 6))
    assert 0 < below.a < 255
    assert below[:3] == (0, 0, 0)
    assert out.get_at((0, 0)).a < 16


def test_a_tilted_edge_runs_as_far_down_as_its_angle_says():
    left, right = Slant(0, 400, 100, 1.0).at(0, 0), Slant(0, 400, 100, 1.0).at(400, 0)
    assert left[1] - right[1] == pytest.approx(400 * 0.01745, abs=0.1)


@pytest.mark.parametrize("kind", ["plain", "teletype", "typed", "telegram", "board"])
@pytest.mark.parametrize("tilt", [0.0, 0.6, -2.2])
def test_a_sheet_laid_by_its_rim_is_the_whole_paper(kind, tilt):
    surfaces, size, scale = Surfaces(), (520, 430), 1.5
    whole = surfaces.paper(size, CREAM, scale, tilt, kind, BLUE, True)
    one, other = pygame.Surface((700, 600)).convert(), pygame.Surface((700, 600)).convert()
    for on in (one, other):
        on.fill((40, 70, 60))
    one.blit(whole, (13, 7))
    for part in (pygame.Rect(0, 0, 700, 250), pygame.Rect(0, 250, 700, 350)):
        other.set_clip(part)
        surfaces.lay(other, (13, 7), size, CREAM, scale, tilt, kind, BLUE, True)
    assert pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")


def test_an_edge_that_lies_aslant_fades_over_one_pixel():
    out = Surfaces().paper((400, 100), CREAM, 1.0, 1.0)
    room = margin(1.0)
    shades = {tuple(out.get_at((x, round(Slant(room, 400, 100, 1.0).at(x - room, 0)[1]) - 1))) for x in range(60, 400)}
    assert len(shades) > 30, "in steps it has two"
