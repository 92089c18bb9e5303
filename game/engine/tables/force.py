"""What nobody ordered and what war brings: incidents, last decisions, strikes, six-hour turns."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.tables.effects import Expr, Ops


@dataclass(frozen=True, slots=True)
class Incident:
    id: str
    chance: Expr
    outruns: Expr
    holder: int
    """The seat that holds the trigger; -1 for the higher alert."""
    still: Ops
    direct: str
    """Ending or strike it goes to with no last decision, or ''."""
    knows: tuple[bool, bool, bool]
    general: Expr


@dataclass(frozen=True, slots=True)
class LastDecision:
    hold: tuple[Expr, Expr]
    call: tuple[Expr, Expr]
    alerts: tuple[str, str]
    """The dial that decides who holds the trigger when nobody is named."""


@dataclass(frozen=True, slots=True)
class Strike:
    id: str
    seat: int
    works: Expr
    nuclear: Expr
    ending: str
    """What a strike that worked comes to."""
    fails: str
    effects: Ops
    softens: int = 0
    """Share of the answering side's other choices that goes to its first one, thousandths."""
    halted: str = ""
    """What it comes to when its own side stops it in its first six hours; empty where that changes nothing."""
    goes_on: bool = False
    """Whether a cease-fire after it ends the firing only, and the crisis goes on."""


@dataclass(frozen=True, slots=True)
class WarChoice:
    id: str
    seat: int
    hardness: int
    ceasefire: bool


@dataclass(frozen=True, slots=True)
class WarRow:
    choices: tuple[str, str]
    """Choice of seat one, of seat two."""
    chances: tuple[Expr, Expr, Expr, Expr, Expr]
    """next turn, cease-fire, limited war, local nuclear use, general war; they sum to 1."""


@dataclass(frozen=True, slots=True)
class War:
    strikes: tuple[Strike, ...]
    choices: tuple[WarChoice, ...]
    table: tuple[WarRow, ...]
    turns: int
    opens: str
    """Strike id that a failed last decision counts as."""
    nuclear_general: Expr
    """Chance that local nuclear use becomes general war."""
    endings: tuple[str, str, str, str]
    """Endings: cease-fire, limited war, local nuclear use, general war."""
    ceasefire: Ops
