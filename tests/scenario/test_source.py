"""YAML as written: strict words, exact numbers, and where everything stands."""

from decimal import Decimal

import pytest

from game.scenario.gather import gather
from game.scenario.source import read


def value(text: str):
    file, problems = read("f.yaml", text.encode())
    assert problems == []
    assert file is not None
    return file.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True), ("false", False), ("True", True), ("yes", "yes"), ("no", "no"), ("on", "on"),
        ("off", "off"), ("y", "y"), ("22:30", "22:30"), ("1962-10-16", "1962-10-16"), ("0x1f", "0x1f"),
        ("1_000", "1_000"), ("1e3", "1e3"), ("=2", "=2"), ("7", 7), ("+7", 7), ("-7", -7), ("007", 7),
        ("1.5", Decimal("1.5")), ("+.5", Decimal("0.5")), ("2.", Decimal("2")), ("'7'", "7"), ('"true"', "true"),
        ("null", None), ("~", None), ("", None),
        ("None", "None"), ("a: b", {"a": "b"}),
    ],
)  # fmt: skip
def test_words_mean_what_they_look_like(written, meant):
    found = value(f"key: {written}" if ":" not in written or written == "22:30" else f"key: {{{written}}}")["key"]
    assert found == meant
    assert type(found) is type(meant)


def test_every_node_has_its_place():
    document = gather([
        ("scenario.yaml", b"title: One\npeople:\n  - {id: a, name: A}\n  - id: b\n    name: B\n"),
        ("z.yaml", b"people:\n  - {id: c}\nwording:\n  north: {opening: Hello}\n"),
        ("zz.yaml", b"wording:\n  north: {closing: Bye}\n"),
    ])  # fmt: skip
    assert document.problems == []
    assert [person["id"] for person in document.value["people"]] == ["a", "b", "c"]
    assert document.spot(("title",)) == ("scenario.yaml", 1, 8)
    assert document.spot(("title",), key=True) == ("scenario.yaml", 1, 1)
    assert document.spot(("people", 1, "name")) == ("scenario.yaml", 5, 11)
    assert document.spot(("people", 1, "name"), key=True) == ("scenario.yaml", 5, 5)
    assert document.spot(("people", 2, "id")) == ("z.yaml", 2, 10)
    assert document.spot(("people", 2, "missing")) == ("z.yaml", 2, 5)
    assert document.spot(("wording", "north", "opening")) == ("z.yaml", 4, 20)
    assert document.spot(("wording", "north", "closing")) == ("zz.yaml", 2, 20)
    assert document.spot(("nothing", "at", "all")) == ("scenario.yaml", 1, 1)


def test_a_file_with_options_is_one_decision():
    document = gather([
        ("decisions/a.yaml", b"id: a\nseat: north\noptions: [{id: x}]\n"),
        ("decisions/b.yaml", b"id: b\nseat: south\noptions: [{id: y}]\n"),
        ("more.yaml", b"decisions: [{id: c, options: [{id: z}]}]\n"),
    ])  # fmt: skip
    assert [decision["id"] for decision in document.value["decisions"]] == ["a", "b", "c"]
    assert document.spot(("decisions", 1, "options", 0, "id")) == ("decisions/b.yaml", 3, 16)
    assert document.spot(("decisions", 2, "options", 0, "id")) == ("more.yaml", 1, 36)


@pytest.mark.parametrize(
    "bomb",
    [
        b"a: &a [1,2,3]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n",
        b"a: &a [*a]\n",
        b"a: " + b"[" * 100_000,
        b"- " * 100_000,
        b"? " * 100_000,
        b"\n".join(b" " * depth + b"a:" for depth in range(2_000)),
        b"a: " + b"{a: " * 5_000,
        b"!!python/object/apply:os.system ['true']",
        b"x: " + b"9" * 100_000,
        b"a" * 5_000_000,
    ],
)
def test_bombs_are_refused_quietly(bomb):
    file, problems = read("bomb.yaml", bomb)
    assert problems or (file is not None and file.value is not None)
