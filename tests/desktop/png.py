"""Small pictures: a surface with few colours, written as an indexed PNG. Standard library and pygame only."""

from __future__ import annotations

import struct
import zlib
from collections import Counter

import pygame

Rgb = tuple[int, int, int]
FEWER = ((256, 8), (160, 8), (96, 8), (64, 6), (48, 6), (32, 5), (20, 5), (14, 4), (8, 4), (5, 4))
"""Colours, and the bits of a channel at which they are told apart."""


def small(surface: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The picture at another size, with three bytes a pixel."""
    found = surface if surface.get_size() == size else pygame.transform.smoothscale(surface.convert(32), size)
    return found.convert(24)


def difference(one: pygame.Surface, other: pygame.Surface) -> pygame.Surface:
    """How far two pictures of one size lie apart, channel by channel."""
    out, back = one.copy(), other.copy()
    out.blit(other, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    back.blit(one, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    out.blit(back, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return out


def calm(surface: pygame.Surface, grain: int = 18, times: int = 3) -> pygame.Surface:
    """Without the grain of paper and cloth, which fills a file and says nothing: edges stay as they are."""
    out = surface.convert(32)
    for time in range(times):
        soft = pygame.transform.box_blur(out, 2 + 2 * time)
        within = pygame.mask.from_threshold(difference(out, soft), (0, 0, 0), (grain, grain, grain, 255))
        out = within.to_surface(out, setsurface=soft, unsetcolor=None)
    return out.convert(24)


def data(surface: pygame.Surface, most: int, near: int = 1) -> bytes:
    """The whole file of a PNG that takes no more than `most` bytes: as many colours as that allows, and as true to them
    as it allows, but for what is no further off than `near`.
    """
    made = b""
    finer = [(256, 8, less) for less in range(1, near, 2)]
    for colours, bits, unlike in (*finer, *((colours, bits, near) for colours, bits in FEWER)):
        made = indexed(surface, colours, bits, unlike)
        if len(made) <= most:
            return made
    return made


def indexed(surface: pygame.Surface, colours: int, bits: int, near: int = 1) -> bytes:
    """A PNG of at most so many colours, each channel read at so many bits.

    A pixel takes the colour to its left or above it where that is no further off than `near`.
    """
    width, height = surface.get_size()
    raw = pygame.image.tobytes(surface, "RGB")
    keep = (0xFF << (8 - bits)) & 0xFF
    table = bytes(value & keep for value in range(256))
    coarse = raw.translate(table)
    pixels = list(zip(coarse[0::3], coarse[1::3], coarse[2::3], strict=True))
    counts = Counter(pixels)
    boxes = _cut(counts, colours)
    palette: list[Rgb] = []
    number: dict[Rgb, int] = {}
    half = (1 << (8 - bits)) >> 1
    for at, box in enumerate(boxes):
        weight = sum(counts[one] for one in box)
        mean = tuple(min(255, half + sum(one[k] * counts[one] for one in box) // weight) for k in range(3))
        palette.append((mean[0], mean[1], mean[2]))
        number.update(dict.fromkeys(box, at))
    flat = _run_on(pixels, number, palette, width, near)
    rows = b"".join(b"\0" + flat[row * width : (row + 1) * width] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    shades = b"".join(bytes(one) for one in palette)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"PLTE", shades),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _run_on(pixels: list[Rgb], number: dict[Rgb, int], palette: list[Rgb], width: int, near: int) -> bytes:
    """The colour of each pixel by number; long runs are short in a file."""
    close: dict[tuple[Rgb, int], bool] = {}

    def like(one: Rgb, at: int) -> bool:
        known = close.get((one, at))
        if known is None:
            other = palette[at]
            known = close[one, at] = all(abs(one[k] - other[k]) <= near for k in range(3))
        return known

    out = bytearray()
    for place, one in enumerate(pixels):
        if place >= width and like(one, out[place - width]):
            out.append(out[place - width])
        elif place and like(one, out[place - 1]):
            out.append(out[place - 1])
        else:
            out.append(number[one])
    return bytes(out)


def _cut(counts: Counter[Rgb], most: int) -> list[list[Rgb]]:
    """Median cut: the box with the widest spread, weighed by its pixels, is parted in two until there are enough."""
    boxes = [list(counts)]
    sizes = [_spread(boxes[0], counts)]
    while len(boxes) < most:
        at = max(range(len(boxes)), key=lambda number: sizes[number][0])
        score, axis = sizes[at]
        if score <= 0:
            break
        box = sorted(boxes[at], key=lambda one: one[axis])
        total, run, cut = sum(counts[one] for one in box), 0, 1
        for place, one in enumerate(box[:-1], 1):
            run += counts[one]
            cut = place
            if run * 2 >= total:
                break
        boxes[at : at + 1] = [box[:cut], box[cut:]]
        sizes[at : at + 1] = [_spread(box[:cut], counts), _spread(box[cut:], counts)]
    return boxes


def _spread(box: list[Rgb], counts: Counter[Rgb]) -> tuple[float, int]:
    if len(box) < 2:
        return 0.0, 0
    wide = [max(one[k] for one in box) - min(one[k] for one in box) for k in range(3)]
    axis = max(range(3), key=wide.__getitem__)
    return wide[axis] ** 2 * sum(counts[one] for one in box) ** 0.5, axis


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
