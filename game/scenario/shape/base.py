"""Words every part of the format shares: ids, prose, amounts in thousandths, expressions, effects."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

ID = r"^[a-z][a-z0-9_]*$"
NAME = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"


class Shape(BaseModel):
    """A map of the format: unknown keys are faults, nothing is guessed."""

    model_config = ConfigDict(extra="forbid", strict=True)


def thousandths(value: object) -> int:
    """A decimal with at most three places, as an integer of thousandths."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("number", "this should be a number")
    amount = Decimal(value) * 1000
    if amount != int(amount):
        raise PydanticCustomError("places", "a number has at most three decimal places")
    if abs(amount) > 10_000_000:
        raise PydanticCustomError("size", "this number is too large: ten thousand is the most")
    return int(amount)


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise PydanticCustomError("whole", "this should be a whole number")
    if abs(value) > 10_000:
        raise PydanticCustomError("size", "this number is too large: ten thousand is the most")
    return value


def _expression(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if not isinstance(value, str):
        raise PydanticCustomError("expression", "this should be an expression: a number or a line of text")
    if not value.strip():
        raise PydanticCustomError("empty", "this expression is empty")
    return value


def paragraphs(value: str) -> str:
    """Lines joined, paragraphs kept: what the author wrapped at column 100 is one paragraph."""
    blank = r"\n[ \t]*\n"
    # In a folded block (`>-`) YAML leaves one line end where the author left an empty line.
    blocks = re.split(blank if re.search(blank, value.strip()) else r"(?<=[.?!:\"”’)])\n", value.strip())
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def listed(value: object) -> object:
    """One text is a list of one."""
    return [value] if isinstance(value, str) else value


def _effects(value: object) -> object:
    if not isinstance(value, dict):
        raise PydanticCustomError("effects", "effects are a map of dials and amounts")
    return value


def _by_seat(value: object) -> object:
    return value if isinstance(value, dict) else {"": value}


ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_NUMBER = {"type": "number", "multipleOf": 0.001}
Milli = Annotated[int, BeforeValidator(thousandths), WithJsonSchema(_NUMBER)]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
Expression = Annotated[str, BeforeValidator(_expression), WithJsonSchema({"type": ["string", "number", "boolean"]})]
Id = Annotated[str, StringConstraints(pattern=ID)]
Name = Annotated[str, StringConstraints(pattern=NAME)]
Prose = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), AfterValidator(paragraphs)]
Ids = Annotated[list[Id], BeforeValidator(listed), WithJsonSchema(ONE_OR_MORE)]
Sources = Annotated[list[str], BeforeValidator(listed), WithJsonSchema(ONE_OR_MORE)]
Effects = Annotated[dict[str, Any], BeforeValidator(_effects), WithJsonSchema({"type": "object"})]
BySeat = BeforeValidator(_by_seat)
ONE_OR_MAP = WithJsonSchema({"anyOf": [{"type": ["string", "number"]}, {"type": "object"}]})
"""One value for both seats, or a map from seat to value; kept as a map, with key '' for both."""
Free = Annotated[dict[str, Any], WithJsonSchema({"type": "object"})]


class Factual(Shape):
    """Anything that says what was so: where it is known from, and which claims of the essay it serves."""

    source: Sources = Field(default_factory=list)
    claims: Sources = Field(default_factory=list)
    mark: str = ""


class Shared(Shape):
    """Effects by whose they are: `own` is the seat that acted, `other` the one across."""

    own: Effects = Field(default_factory=dict)
    other: Effects = Field(default_factory=dict)


class Reports(Shape):
    """What each viewer reads of it; a viewer without a text gets no report."""

    model_config = ConfigDict(extra="allow", strict=True)
    __pydantic_extra__: dict[str, Prose] = Field(init=False)

    def by(self) -> dict[str, str]:
        """Viewer to text."""
        return dict(self.__pydantic_extra__ or {})
