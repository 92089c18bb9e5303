"""Pictures that are kept as long as there is room for them; those not used for longest go first."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame


class Kept:
    """As many pictures as `most` bytes hold, by their keys."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        """Bytes of what is kept now."""
        self._pictures: dict[Hashable, pygame.Surface] = {}

    def found(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture of that key, made where it is not there; the newest is kept even if it alone is too large."""
        picture = self._pictures.pop(key, None)
        if picture is None:
            picture = make()
            self.size += _bytes(picture)
            while self.size > self.most and self._pictures:
                self.size -= _bytes(self._pictures.pop(next(iter(self._pictures))))
        self._pictures[key] = picture
        return picture

    def known(self, key: Hashable) -> pygame.Surface | None:
        """The picture of that key if it is kept, which counts as a use of it."""
        picture = self._pictures.pop(key, None)
        if picture is not None:
            self._pictures[key] = picture
        return picture

    def __len__(self) -> int:
        return len(self._pictures)


def _bytes(picture: pygame.Surface) -> int:
    return picture.get_width() * picture.get_height() * picture.get_bytesize()
