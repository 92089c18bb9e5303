"""What can be typed, and what it does."""

from __future__ import annotations

from game.wording.catalogue import _

HELP = (
    ("a number", "take that option, see what it may bring, and sign"),
    ("desk", "the seven things that matter now"),
    ("more", "what each option means"),
    ("long", "the longer text behind the decision"),
    ("council", "what your advisers claim, and your question to them"),
    ("order", "the order sheet: see it, sign it"),
    ("clear", "take everything off the order sheet"),
    ("riders", "what may be signed beside the order"),
    ("standing", "standing orders, which others carry out"),
    ("letters", "read, answer, write"),
    ("question", "put a question to the other side"),
    ("reply", "answer a question that the other side has put to you"),
    ("agreement", "name an agreement for the time being"),
    ("man", "the man over there; `man 2` sets your marker on the second sketch"),
    ("map", "what is where, as far as you know"),
    ("night", "what happened last, and the papers"),
    ("again", "the decision once more"),
    ("library", "what can be looked up; `look WORD` looks it up"),
    ("history", "everything you have read so far"),
    ("save", "where the game is kept"),
    ("quit", "leave; the game is kept"),
)


def help_lines() -> tuple[str, ...]:
    wide = max(len(name) for name, _text in HELP)
    return tuple(f"  {name.ljust(wide)}  {_(text)}" for name, text in HELP)
