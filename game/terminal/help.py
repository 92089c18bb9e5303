"""What can be typed, and what it does."""

from __future__ import annotations

from game.wording.catalogue import _, phrase

HELP = (
    (phrase("a number"), phrase("take that option, see what it may bring, and sign")),
    ("desk", phrase("the seven things that matter now")),
    ("more", phrase("what each option means")),
    ("long", phrase("the longer text behind the decision")),
    ("council", phrase("what your advisers claim, and your question to them")),
    ("order", phrase("the order sheet: see it, sign it")),
    ("clear", phrase("take everything off the order sheet")),
    ("riders", phrase("what may be signed beside the order")),
    ("standing", phrase("standing orders, which others carry out")),
    ("letters", phrase("read, answer, write")),
    ("question", phrase("put a question to the other side")),
    ("reply", phrase("answer a question that the other side has put to you")),
    ("agreement", phrase("name an agreement for the time being")),
    ("man", phrase("the man over there; `man 2` sets your marker on the second sketch")),
    ("map", phrase("what is where, as far as you know")),
    ("night", phrase("what happened last, and the papers")),
    ("again", phrase("the decision once more")),
    ("library", phrase("what can be looked up; `look WORD` looks it up")),
    ("history", phrase("everything you have read so far")),
    ("save", phrase("where the game is kept")),
    ("quit", phrase("leave; the game is kept")),
)


def help_lines() -> tuple[str, ...]:
    lines = [(_(name) if " " in name else name, _(text)) for name, text in HELP]
    wide = max(len(name) for name, _text in lines)
    return tuple(f"  {name.ljust(wide)}  {text}" for name, text in lines)
