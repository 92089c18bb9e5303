"""Translations of a scenario: laid over by id, counted, and every fault told with its place."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from game.scenario import library, spoken, translation
from game.scenario.files import LANGUAGES
from game.scenario.pseudo import OPEN, PSEUDO, pseudo
from game.scenario.texts import Texts
from tests.rulebooks import OCTOBER, TINY, compiled

ORIGINAL = {
    "title": "The dam",
    "option.one.text": "Wait for {count} days.",
    "option.two.text": "Type `wait`.",
    "person.orrin.name": "Orrin Vale",
    "source.R1": "A survey.",
}


def read(text: str, *more: str) -> translation.Translation:
    files = [(f"lang/xx/{number}.yaml", part.encode()) for number, part in enumerate((text, *more))]
    return translation.read_files("xx", files, ORIGINAL)


def faults(text: str, *more: str) -> list[str]:
    return [str(problem) for problem in read(text, *more).problems]


def test_what_is_translated_is_laid_over_and_the_rest_stays() -> None:
    found = read(
        "name: Xx\ntexts:\n  title: Der Damm\n  option.one.text: {of: 0123abcd, text: '{count} Tage warten.'}\n"
    )
    assert not found.problems and found.name == "Xx"
    assert found.texts == {"title": "Der Damm", "option.one.text": "{count} Tage warten."}
    assert found.stale(ORIGINAL) == ["option.one.text"]
    assert found.missing(ORIGINAL) == ["option.two.text"]  # names and sources may stay as they are
    held = translation.whole(ORIGINAL, found)
    assert (held["texts"], held["done"], held["stale"], held["missing"]) == (3, 1, 1, 1)
    assert held["share"] == pytest.approx(2 / 8)


def test_a_digest_does_not_mind_line_ends() -> None:
    assert translation.digest("one two\nthree") == translation.digest("one  two three") != translation.digest("one two")
    of = translation.digest(ORIGINAL["title"])
    assert not read(f"texts:\n  title: {{of: '{of}', text: Der Damm}}\n").stale(ORIGINAL)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("texts:\n  titel: Der Damm\n", "lang/xx/0.yaml:2:3: error: there is no text `titel`; nearest `title`"),
        ("texts:\n  option.one.txt: x\n", ":2:3: error: there is no text `option.one.txt`; nearest `option.one.text`"),
        ("text:\n  title: x\n", ":1:1: error: `text` is not a key here; nearest `texts`"),
        ("texts:\n  title: 5\n", ":2:10: error: this should be text; put it in quotes"),
        ("texts:\n  title: ''\n", ":2:10: error: this text is empty"),
        ("texts:\n  title: {of: aa}\n", ":2:3: error: `text` is missing"),
        ("texts:\n  title: {off: aa, text: x}\n", ":2:11: error: `off` is not a key here; nearest `of`"),
        ("texts:\n  option.one.text: Warten.\n",
         ":2:20: error: `{count}` of the original is missing in `option.one.text`"),
        ("texts:\n  option.one.text: 'Warten, {cuont} Tage.'\n",
         ":2:20: error: the original of `option.one.text` has no `{cuont}`; nearest `{count}`"),
        ("texts:\n  option.two.text: Tippen Sie `warte`.\n",
         ":2:20: error: the original of `option.two.text` has no `warte`; nearest `wait`"),
        ("texts:\n  - title\n", ":2:3: error: this should be a map from ids to texts"),
        ("- title\n", ":1:1: error: a file of a translation is a map with `texts`"),
        ("texts:\n  title: yes: no\n", "this is not YAML"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(text: str, says: str) -> None:
    found = faults(text)
    assert len(found) == 1 and says in found[0], found


def test_a_text_is_translated_once() -> None:
    assert faults("texts:\n  title: a\n", "texts:\n  title: b\n") == [
        "lang/xx/1.yaml:2:3: error: `title` is already translated in another file"
    ]


def test_every_text_of_a_scenario_is_reached_by_an_id() -> None:
    """In another language no sentence of the original is left, neither among the texts nor in the content."""
    for folder in (TINY, OCTOBER):
        texts = compiled(folder)[1]
        strange = spoken.spoken(folder, texts, PSEUDO)
        left = [id for id, text in strange.words.items() if OPEN not in text and any(map(str.isalpha, text))]
        assert not left
        assert not list(_prose(strange.content))


CODES = frozenset(("score", "when", "weights", "at", "unleashed"))
LOOKS = frozenset(("fonts", "rooms", "marks", "clocks", "drawings", "colours", "paper", "desk", "seat_order"))


def _prose(content: Any) -> Any:
    """Strings of the content that read like prose, and are not in the pseudo-language."""

    def walk(value: Any, path: tuple[str, ...]) -> Any:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from walk(inner, (*path, str(key)))
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner, path)
        elif isinstance(value, str) and OPEN not in value and (" " in value or value[:1].isupper()):
            yield path, value

    for top, value in content.items():
        if top in ("variants", "cited", "history", "historical", "stable", "values", "war", "doctrines"):
            continue
        for path, text in walk(value, (top,)):
            known = path[-1] in CODES | {"mark", "source", "claims"} or (path[:1] == ("theme",) and path[1] in LOOKS)
            if not known:
                yield path, text


def test_a_name_keeps_a_translation_with_its_text_wherever_it_stands() -> None:
    texts = compiled(TINY)[1]
    assert (
        texts.words["decision.u_repair.v0.question"]
        == texts.translatable()["decision.u_repair.nothing_signed.question"]
    )
    german = spoken.spoken(TINY, texts, "de")
    assert german["decision.u_repair.v0.question"].startswith("Setzen Sie den Pfeiler instand")
    assert german["card.uk_habits.text.0"] == "Sie reden vom Morgengrauen und von Booten."
    assert german["channel.letter"] == german["channel.letter.name"] == "Brief durch Boten"


def test_a_text_that_goes_by_its_place_is_found_again_by_its_digest() -> None:
    old = {"card.a.text.0": "One.", "card.a.text.1": "Two."}
    new = {"card.a.text.0": "Nought.", "card.a.text.1": "One."}
    lines = [f"  {id}: {{of: '{translation.digest(text)}', text: {text.upper()}}}" for id, text in old.items()]
    found = translation.read_files("xx", [("a.yaml", "\n".join(["texts:", *lines[:1]]).encode())], new)
    assert not found.problems and found.texts == {"card.a.text.1": "ONE."} and not found.stale(new)
    found = translation.read_files("xx", [("a.yaml", "\n".join(["texts:", *lines[1:]]).encode())], new)
    assert found.stale(new) == ["card.a.text.1"]  # its original is gone


def test_the_tiny_scenario_is_german_whole() -> None:
    texts = compiled(TINY)[1]
    original = texts.translatable()
    found = translation.read(TINY, "de", original)
    held = translation.whole(original, found)
    assert not found.problems and held["share"] == 1.0 and not held["by_place"]
    assert held["missing_ids"] == held["stale_ids"] == []
    german = spoken.spoken(TINY, texts, "de")
    people = {one["id"]: one for one in german.content["people"]}
    assert people["orrin"]["name"] == "Orrin Vale" and people["orrin"]["post"] == "Wasserminister des Oberlands"
    assert german.content["wording"]["delta"]["clauses"]["release"]["half"] == "Lassen Sie den halben Fluss laufen."


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns("compiled*"))
    return folder


def test_a_translation_is_read_again_when_it_has_changed(copied: Path) -> None:
    texts = library.load(copied).texts
    assert spoken.languages(copied) == ("de",) and spoken.original(texts) == "en"
    assert spoken.spoken(copied, texts, "de")["title"] == "Der Damm von Marrow"
    assert (copied / "compiled.de.json").is_file()
    (copied / "compiled.de.json").write_text("torn")
    file = copied / LANGUAGES / "de" / "scene.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Der Damm von Marrow", "Der Damm"), encoding="utf-8")
    assert spoken.spoken(copied, texts, "de")["title"] == "Der Damm"
    assert spoken.spoken(copied, texts, "fr") is texts and spoken.spoken(copied, texts, "en") is texts


def test_a_faulty_entry_is_left_out_and_the_rest_is_spoken(copied: Path) -> None:
    texts = library.load(copied).texts
    place = copied / LANGUAGES / "fr"
    place.mkdir()
    (place / "a.yaml").write_text("texts:\n  title: Le barrage\n  titel: x\n  about: 5\n", encoding="utf-8")
    french = spoken.spoken(copied, texts, "fr")
    assert french["title"] == "Le barrage" and french["about"] == texts["about"]


def test_what_is_left_to_do_reads_as_a_file_of_the_translation() -> None:
    texts = Texts({"title": "The dam", "about": 'Two lines,\n\nand a "quotation".'})
    original = texts.translatable()
    lines = list(translation.left_to_do(original, translation.Translation("xx")))
    empty = translation.read_files("xx", [("a.yaml", "\n".join(lines).encode())], original)
    assert [problem.sentence for problem in empty.problems] == ["this text is empty"] * 2
    filled = "\n".join(lines).replace('text: ""', 'text: "x"').encode()
    found = translation.read_files("xx", [("a.yaml", filled)], original)
    assert not found.problems and not found.stale(original) and not found.missing(original)
    assert not list(translation.left_to_do(original, found))[1:]


def test_forms_have_names_of_their_own(copied: Path) -> None:
    file = copied / "council.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("id: careful, when", "id: proud, when"), encoding="utf-8")
    assert any("another form is called `proud` already" in str(one) for one in library.load(copied).problems)


def test_the_pseudo_language_is_made_and_not_read() -> None:
    texts = compiled(TINY)[1]
    assert spoken.spoken(Path("nowhere"), texts, PSEUDO)["title"] == pseudo("The Dam at Marrow")
