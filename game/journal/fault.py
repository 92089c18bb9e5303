"""What may be wrong with a journal: values with a kind, a place and one plain sentence."""

from __future__ import annotations

import errno
from typing import NamedTuple

ABSENT = "absent"
UNREADABLE = "unreadable"
FOREIGN = "foreign"
NEWER = "newer"
DAMAGED = "damaged"
OTHER_SCENARIO = "other_scenario"
OTHER_RULES = "other_rules"
REFUSED = "refused"
DIFFERS = "differs"
OPTIONS = "options"
FULL = "full"
UNWRITABLE = "unwritable"
CHANGED = "changed"
EXISTS = "exists"


def phrase(sentence: str) -> str:
    """For the program's catalogue of sentences, which is kept in a room above this one."""
    return sentence


SENTENCES = {
    ABSENT: phrase("There is no file {file}."),
    UNREADABLE: phrase("{file} cannot be read: {detail}."),
    FOREIGN: phrase("{file} is not a recorded game: {detail}."),
    NEWER: phrase("{file} was written by a newer edition of this game (format {detail}); this one cannot read it."),
    DAMAGED: phrase("{file} is damaged in line {line}: {detail}."),
    OTHER_SCENARIO: phrase("{file} is a game of the scenario `{detail}`, which is not here."),
    OTHER_RULES: phrase("{file} was played under other rules of this scenario than the present ones."),
    REFUSED: phrase("Under the present rules the move in line {line} of {file} is not possible ({detail})."),
    DIFFERS: phrase("From line {line} on, the game in {file} no longer comes out as it was recorded."),
    OPTIONS: phrase("{file} begins in a way the present rules do not know: {detail}."),
    FULL: phrase("There is no room left on the disk: {file} could not be written, and nothing happened."),
    UNWRITABLE: phrase("{file} cannot be written: {detail}."),
    CHANGED: phrase("{file} was changed from outside while it was being played: nothing more is written to it."),
    EXISTS: phrase("{file} is already there, and is not written over."),
}


class Fault(NamedTuple):
    """`kind` says what is wrong, `line` where (from 1; 0 for the whole file), `detail` is the particular."""

    kind: str
    file: str
    line: int = 0
    detail: str = ""

    @property
    def sentence(self) -> str:
        """As it reads in English; `game.wording.faults` says it in the language spoken."""
        return SENTENCES[self.kind].format(file=self.file, line=self.line, detail=self.detail)


def of_system(error: OSError, file: str, *, writing: bool) -> Fault:
    """What the system would not do, as a fault."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Fault(FULL, file)
    if isinstance(error, FileNotFoundError) and not writing:
        return Fault(ABSENT, file)
    if isinstance(error, FileExistsError):
        return Fault(EXISTS, file)
    detail = (error.strerror or phrase("the system would not")).lower()
    if isinstance(error, PermissionError):
        detail = phrase("you may not")
    if error.errno == errno.EROFS:
        detail = phrase("the disk is read-only")
    return Fault(UNWRITABLE if writing else UNREADABLE, file, 0, detail)
