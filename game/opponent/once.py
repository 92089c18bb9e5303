"""A part of a value that is worked out when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Whole = TypeVar("Whole")
Part = TypeVar("Part")


class once(Generic[Whole, Part]):  # noqa: N801
    """As `functools.cached_property`, without its lock, which costs more than most parts do."""

    def __init__(self, work_out: Callable[[Whole], Part]) -> None:
        self.work_out = work_out
        self.name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, whole: None, owner: type[Any]) -> once[Whole, Part]: ...

    @overload
    def __get__(self, whole: Whole, owner: type[Any]) -> Part: ...

    def __get__(self, whole: Whole | None, owner: type[Any]) -> once[Whole, Part] | Part:
        if whole is None:
            return self
        found = whole.__dict__[self.name] = self.work_out(whole)
        return found
