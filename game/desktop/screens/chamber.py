"""The room of the council: a panelled wall, and a long table seen from its end."""

from __future__ import annotations

import pygame

from game.desktop.theme import mix
from game.desktop.ui import Ui


def chamber(ui: Ui, size: tuple[int, int]) -> pygame.Surface:
    """A panelled wall, a long table seen from its end: wood at the rim, the room's own surface within."""
    room = ui.room
    width, height = size
    sx, sy = width / 1280, height / 720
    out = pygame.Surface(size)
    wall = mix(room["strip"], room.stops[2], 0.42)
    out.blit(
        ui.surfaces.glow(size, mix(wall, room.stops[1], 0.6), mix(room["room"], wall, 0.25), (420, 190), (600, 340)),
        (0, 0),
    )
    for x in range(40, 1280, 136):
        pygame.draw.line(
            out,
            mix(room["room"], (0, 0, 0), 0.35),
            (round(x * sx), 0),
            (round(x * sx), round(330 * sy)),
            max(1, round(2 * sx)),
        )
        pygame.draw.line(
            out, mix(wall, (255, 255, 255), 0.06), (round((x + 3) * sx), 0), (round((x + 3) * sx), round(330 * sy))
        )
    wood = mix((104, 66, 40), room.stops[1], 0.1)
    rim = pygame.Rect(0, 0, round(1180 * sx), round(1100 * sy))
    rim.midtop = (round(420 * sx), round(262 * sy))
    pygame.draw.ellipse(out, mix(wood, (0, 0, 0), 0.45), rim.inflate(8, 8))
    pygame.draw.ellipse(out, wood, rim)
    cloth = pygame.Surface(size, pygame.SRCALPHA)
    inner = rim.inflate(-round(150 * sx), -round(116 * sy))
    surface = ui.surfaces.leather(room, size) if room.blotter else ui.surfaces.room(room, size)
    mask = pygame.Surface(size, pygame.SRCALPHA)
    pygame.draw.ellipse(mask, (255, 255, 255, 255), inner)
    cloth.blit(surface, (0, 0))
    cloth.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    pygame.draw.ellipse(out, mix(wood, (0, 0, 0), 0.55), inner.inflate(6, 6))
    out.blit(cloth, (0, 0))
    fade = pygame.Surface((64, 1), pygame.SRCALPHA)
    for x in range(64):
        fade.set_at((x, 0), (*mix(room["room"], (0, 0, 0), 0.2), min(255, int(255 * (x / 30) ** 1.5))))
    out.blit(pygame.transform.smoothscale(fade, (max(1, round(130 * sx)), height)), (round(770 * sx), 0))
    pygame.draw.rect(out, mix(room["room"], (0, 0, 0), 0.2), (round(896 * sx), 0, width, height))
    return out.convert()
