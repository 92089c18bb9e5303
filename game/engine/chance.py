"""Keyed chance: a draw depends on what it is for and when, never on how many came before.

Every purpose is used once a game; another option on one day does not reshuffle the weather of a later one.
"""

from __future__ import annotations

from hashlib import blake2b
from struct import Struct

WHOLE = 1 << 53
_one = Struct(">Q").unpack
_eight = Struct(">8Q").unpack


def key_of(seed: int | str) -> bytes:
    """The chance key of a game, 32 bytes."""
    return blake2b(f"seed:{seed}".encode(), digest_size=32).digest()


def chance(key: bytes, *what: object) -> int:
    """An integer in [0, 2**53), uniform, for exactly this purpose."""
    purpose = "\x1f".join(map(str, what)).encode()
    return _one(blake2b(purpose, digest_size=8, key=key).digest())[0] >> 11  # type: ignore[no-any-return]


def unit(key: bytes, *what: object) -> float:
    """A draw in [0, 1)."""
    return chance(key, *what) / WHOLE


def one(key: bytes, purpose: str) -> float:
    """A draw in [0, 1) for a purpose written out: its parts with "\x1f" between them, as `unit` joins them."""
    return (_one(blake2b(purpose.encode(), digest_size=8, key=key).digest())[0] >> 11) / WHOLE  # type: ignore[no-any-return]


def eight(key: bytes, purpose: str) -> tuple[int, ...]:
    """Eight draws of 64 bits for one purpose, from one hash; the upper 53 bits of each are a draw in [0, 2**53)."""
    return _eight(blake2b(purpose.encode(), digest_size=64, key=key).digest())


def block(key: bytes, *what: object) -> tuple[float, ...]:
    """Eight draws in [0, 1) for one purpose, from one hash."""
    return tuple([(draw >> 11) / WHOLE for draw in eight(key, "\x1f".join(map(str, what)))])


def weighted(draw: float, weights: tuple[int, ...]) -> int:
    """The index that a draw in [0, 1) picks from integer weights, the last where all are zero."""
    total = 0
    for weight in weights:
        total += weight
    mark = draw * total
    for index, weight in enumerate(weights):
        mark -= weight
        if mark < 0:
            return index
    return len(weights) - 1


def sub_key(key: bytes, *what: object) -> bytes:
    """A one-way key for a mind: from it no draw of the game can be foreseen."""
    purpose = "\x1f".join(map(str, ("mind", *what))).encode()
    return blake2b(purpose, digest_size=32, key=key).digest()
