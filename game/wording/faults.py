"""What is wrong with a recorded game, in the language spoken."""

from __future__ import annotations

from game.journal.fault import SENTENCES, Fault
from game.wording.catalogue import _


def told(fault: Fault) -> str:
    """The sentence for a fault; what the system itself said stays in the system's words."""
    return _(SENTENCES[fault.kind], file=fault.file, line=fault.line, detail=_(fault.detail) if fault.detail else "")
