"""What a seat of simulated play would see, worked out when somebody looks.

Most states of a thousand replays are never looked at: only what the moves need is worked out. A value here equals the
plain tuple it stands for, and is that tuple once it leaves the engine (pickled, or in a digest).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, SupportsIndex, TypeVar, overload

Item = TypeVar("Item")


class Unlooked(Sequence[Item], Generic[Item]):
    """A tuple whose maker has not been called yet."""

    __slots__ = ("_found", "_make", "_of")

    def __init__(self, make: Callable[..., tuple[Item, ...]], of: tuple[Any, ...]) -> None:
        self._make = make
        self._of = of
        self._found: tuple[Item, ...] | None = None

    def look(self) -> tuple[Item, ...]:
        """The tuple itself."""
        found = self._found
        if found is None:
            found = self._found = self._make(*self._of)
            self._of = ()  # what it was made of need not be kept
        return found

    def __iter__(self) -> Iterator[Item]:
        return iter(self.look())

    def __len__(self) -> int:
        return len(self.look())

    @overload
    def __getitem__(self, at: SupportsIndex) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Item | tuple[Item, ...]:
        return self.look()[at]

    def __eq__(self, other: object) -> bool:
        return self.look() == (other.look() if isinstance(other, Unlooked) else other)

    def __hash__(self) -> int:
        return hash(self.look())

    def __repr__(self) -> str:
        return repr(self.look())

    def __reduce__(self) -> tuple[type[tuple[Any, ...]], tuple[tuple[Item, ...]]]:
        return tuple, (self.look(),)
