"""Every word that a player reads is English, or one of the names and British spellings kept in `spelling.txt`."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spellchecker import SpellChecker

from tests.rulebooks import ROOT
from tests.scenario import october

KEPT = Path(__file__).with_name("spelling.txt")
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*")
MARKED = re.compile(r"`[^`]*`|\{[^}]*\}|https?://\S+|\b\w+[._]\w[\w.]*|\brules [0-9a-f]{8}\b")
"""Code, values, addresses, the names of dials in a rule, and the digest of the rules."""
FORMULAS = (".sources", ".worth", ".let")
PAGES = ("README.md", "CHANGELOG.md")
SPEAKING = {"_", "several", "N_"}


@cache
def kept() -> frozenset[str]:
    """Names and British words, one a line; a line that begins with `#` says what follows."""
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def dictionary() -> SpellChecker:
    return SpellChecker(language="en")


def misspelt(text: str) -> set[str]:
    """Words of a text that are neither English, nor kept, nor in another alphabet."""
    words = {re.sub(r"['’]s?$", "", found.replace("’", "'")) for found in WORD.findall(MARKED.sub(" ", text))}
    return {word for word in words if not known(word)}


@cache
def known(word: str) -> bool:
    if len(word) < 2 or word.isupper() or not re.search(r"[A-Za-z]", word):
        return True
    if word in kept() or word.lower() in kept() or word.lower() in dictionary():
        return True
    return all(len(part) < 2 or part.lower() in dictionary() for part in word.split("'"))


def sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """(where, sentence) of everything that the program says itself: arguments of `_`, and whole tables of such."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield where, argument.value


def test_a_slip_would_be_seen() -> None:
    assert misspelt("He recieved the the mesage") == {"recieved", "mesage"}
    assert misspelt("The harbour's defences, isn't it: Khrushchev’s `xqzw` {xqzw}, ПУТЬ, U-2 and DEFCON") == set()


def test_the_texts_of_october_are_spelt_as_they_should_be() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for text in october.all_texts():
        if not text.where.startswith(FORMULAS):
            for word in misspelt(text.text):
                found[word].append(text.where)
    assert not found, dict(found)


def test_what_the_program_says_is_spelt_as_it_should_be() -> None:
    said = list(sentences(ROOT / "game"))
    assert len(said) > 700
    found = {(where, word) for where, text in said for word in misspelt(text)}
    assert not found, sorted(found)


def test_the_pages_for_readers_are_spelt_as_they_should_be() -> None:
    for name in PAGES:
        prose = re.sub(r"```.*?```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)
        found = misspelt(re.sub(r"\]\([^)]*\)|<[^>]*>", " ", prose))
        assert not found, f"{name}: {sorted(found)}"


def test_every_kept_word_is_used_and_none_is_in_the_dictionary() -> None:
    read = " ".join(text.text for text in october.all_texts())
    read += " ".join(text for _, text in sentences(ROOT / "game"))
    read += " ".join((ROOT / name).read_text(encoding="utf-8") for name in PAGES)
    words = {re.sub(r"['’]s?$", "", word) for word in WORD.findall(read)}
    words |= {word.lower() for word in words}
    assert sorted(kept() - words) == []
    assert sorted(word for word in kept() if word.lower() in dictionary()) == []
