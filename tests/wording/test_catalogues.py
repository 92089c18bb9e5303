"""Catalogues: every sentence is in the template, and every translation can stand in its place."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import replace
from gettext import c2py
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.pseudo import OPEN, SHUT, pseudo
from game.wording import catalogue, po
from game.wording.catalogue import FOLDER, _, grouped, meant, several, speaking
from game.wording.template import TEMPLATE, Loose, sentences, template
from tests.strange import plain_words, unstrange

GAME = Path(__file__).parents[2] / "game"
CODES = catalogue.languages()
PLACE = re.compile(r"\{\w+\}|`[^`]*`")
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\0\x04\x1c\x1d\x1e\x85\u2028\u2029\x0b\x0c"))


def test_the_template_is_up_to_date() -> None:
    written = (FOLDER / TEMPLATE).read_text(encoding="utf-8")
    assert written == po.written(template()), "`october words` writes it anew"


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_says_the_sentences_of_the_template_and_no_others(code: str) -> None:
    found = po.read((FOLDER / f"{code}.po").read_text(encoding="utf-8"))
    assert [entry.key for entry in found] == [entry.key for entry in template()], "`october words` brings it up to date"
    info = catalogue.catalogue(code).info()
    assert info["language"] == code and info["x-name"]


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_places_of_its_original(code: str) -> None:
    found = po.read((FOLDER / f"{code}.po").read_text(encoding="utf-8"))
    plural = c2py(catalogue.catalogue(code).info()["plural-forms"].split("plural=")[1].rstrip(";\n "))
    forms = len({plural(number) for number in range(200)})
    for entry in found:
        if not entry.done or entry.header:
            continue
        assert len(entry.said) == (forms if entry.plural else 1), entry.message
        for number, said in enumerate(entry.said):
            wanted, there = Counter(PLACE.findall(entry.message)), Counter(PLACE.findall(said))
            if entry.plural and number == 0:
                wanted["{count}"] = there["{count}"]  # `one` may be said without a number
            assert wanted == there, f"{entry.message} | {said}"
            assert said.isspace() == entry.message.isspace() and said[:1].isspace() == entry.message[:1].isspace()


def test_german_is_spoken() -> None:
    with speaking("de"):
        assert _("The desk") == "Der Schreibtisch"
        assert several("{count} turn", "{count} turns", 1) == "ein Zug"
        assert several("{count} turn", "{count} turns", 3) == "drei Züge"
        assert meant("number", "two") == "zwei" and grouped(2500) == "2.500"
        assert _("{low} to {high}", low="1", high="2") == "1 bis 2"
    assert _("The desk") == "The desk" and grouped(2500) == "2,500"


def test_only_our_own_setting_chooses_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "de")
    assert _("The desk") == "The desk"
    with speaking("xx"):
        assert _("The desk") == "The desk"
    with speaking("../catalogues/de"):
        assert _("The desk") == "The desk"


def test_a_sentence_that_is_not_done_falls_back() -> None:
    entries = [
        po.Entry("", said=("Content-Type: text/plain; charset=UTF-8\n",)),
        po.Entry("yes", said=("ja",)),
        po.Entry("no", said=("nein",), flags=frozenset(("fuzzy",))),
        po.Entry("perhaps"),
        po.Entry("yes", context="of a ship", said=("jawohl",)),
    ]
    from gettext import GNUTranslations
    from io import BytesIO

    made = GNUTranslations(BytesIO(po.compiled(entries)))
    assert [made.gettext(word) for word in ("yes", "no", "perhaps")] == ["ja", "no", "perhaps"]
    assert made.pgettext("of a ship", "yes") == "jawohl"


@given(TEXT.filter(bool), TEXT, TEXT, TEXT)
def test_a_catalogue_reads_as_it_was_written(message: str, plural: str, context: str, said: str) -> None:
    both = (said, said) if plural else (said,)
    entry = po.Entry(message, plural, context, both if said else ())
    assert po.read(po.written([entry])) == [entry]


def test_an_old_translation_stays_with_its_sentence() -> None:
    fresh = [po.Entry("one"), po.Entry("two", plural="twos"), po.Entry("new")]
    old = [po.Entry("two", said=("zwei",)), po.Entry("gone", said=("weg",)), po.Entry("one", said=("eins",))]
    merged = po.merged(old, fresh)
    assert [(entry.message, entry.done) for entry in merged] == [("one", True), ("two", False), ("new", False)]
    assert po.merged(merged, fresh) == merged
    assert merged[0] == replace(fresh[0], said=("eins",))


@pytest.mark.parametrize(
    "source", ['_(f"{seat} moves")', '_("a" + b)', 'meant("x", name + "s")', 'several(one, "{count} two", 2)', "_()"]
)
def test_a_sentence_put_together_in_the_source_is_no_sentence_for_a_catalogue(source: str) -> None:
    with pytest.raises(Loose):
        list(sentences(source))


def test_sentences_that_are_said_later_are_in_the_template() -> None:
    found = list(sentences('A = phrase("Hold")\nB = meanings("number", "one", "two")\n_(A)\nmeant("number", B[0])'))
    assert [entry.key for entry in found] == [("", "Hold"), ("number", "one"), ("number", "two")]


# -- words outside the catalogues -----------------------------------------------------------------------------------

ROOMS = ("papers", "terminal", "desktop", "cli/start.py", "cli/content.py", "cli/call.py")
HANDED = {"_", "several", "meant", "phrase", "meanings"}
SENTENCE = re.compile(r"[^\W\d_]{2,}[ ,;:]+[^\W\d_]|[A-Z][a-z]+|[^\W\d_]{3,}[.!?:]( |\Z)")
NO_WORDS = re.compile(r"[a-z0-9_]*(\.[a-z0-9_]*)+|#[0-9A-Fa-f]{3,8}|[\w-]+\.(json|png|ttf|yaml)|[ \-=]*")
IDS = {
    "above caption", "above cover", "above foot", "above guesses", "above guide", "above note", "above pencil",
    "above readings",
    "above strip", "above thread", "all letters", "brief sheet", "choices sheet", "danger whole", "front page",
    "guide on", "guide skip", "hand over", "last view", "no chart", "open night", "said view", "strength offer",
    "title view", "war sheet",
}  # fmt: skip
"""Ids of parts of a screen, of two words."""
KEPT = {
    "there is no ": "of what only authors name",
    "october play": "what is typed",
    "; `october check ": "what is typed",
    "Painter": "a type",
    "Found": "a type",
    "October": "the program's name, where a scenario has none",
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya": "Cyrillic in ASCII",
}


def _loose(tree: ast.AST) -> list[tuple[int, str]]:
    """Texts that read like words for a player, and pass through no catalogue."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            passed |= {
                id(part.value) for part in body if isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
            }
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            passed |= {id(part) for part in ast.walk(node.annotation)}
        handed = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in HANDED
        typed = isinstance(node, ast.Assign) and any(getattr(one, "id", "") == "__all__" for one in node.targets)
        raised = isinstance(node, ast.Assert)
        if handed or typed or raised:
            passed |= {id(part) for part in ast.walk(node)}
    out = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            text = node.value
            if SENTENCE.search(text) and not NO_WORDS.fullmatch(text) and text not in IDS and text not in KEPT:
                out.append((node.lineno, text))
    return sorted(out)


@pytest.mark.parametrize("room", ROOMS)
def test_every_word_for_a_player_passes_through_a_catalogue(room: str) -> None:
    found = [
        f"{path.relative_to(GAME)}:{line}: {text!r}"
        for path in (sorted((GAME / room).rglob("*.py")) if "." not in room else [GAME / room])
        for line, text in _loose(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "\n".join(found)


def test_the_search_finds_words() -> None:
    source = (
        'def f(x):\n    "Told."\n    a("Sign it")\n    b(f"{x} is angry")\n    c = "hold it, please"\n    d(_("fine"))'
    )
    assert [text for _line, text in _loose(ast.parse(source))] == ["Sign it", " is angry", "hold it, please"]


# -- the pseudo-language --------------------------------------------------------------------------------------------


@given(st.text("abcdefghij ABC.,!?'{x}`y`\n", max_size=200))
def test_the_pseudo_language_keeps_what_programs_read(text: str) -> None:
    assert PLACE.findall(pseudo(text)) == PLACE.findall(text) or "``" in text or "{" in text.replace("{x}", "")
    assert pseudo(text).count("\n\n") == text.count("\n\n")


def test_the_pseudo_language_is_longer_and_shows_itself() -> None:
    for entry in template():
        if len(entry.message) > 12 and any(letter.isalpha() for letter in PLACE.sub("", entry.message)):
            strange = pseudo(entry.message)
            assert len(strange) >= len(entry.message) * 1.34 - 1, entry.message
            assert strange.startswith(OPEN) and strange.endswith(SHUT)
            assert not list(plain_words(re.sub(r"\{\w+\}", " ", strange))), strange
    assert unstrange(pseudo("A number, and Enter.")) == "A number, and Enter."
