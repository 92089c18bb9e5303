"""October 1962: where it is known from."""

from __future__ import annotations

from tests.scenario.october import (
    document,
    elements,
    words,
)


def test_every_source_named_exists_and_is_a_full_reference() -> None:
    known = {source["id"]: source for source in document()["sources"]}
    assert len(known) == len(document()["sources"])
    cited: set[str] = set()
    for name, element in elements().items():
        named = set(element.get("source", []))
        assert named <= set(known), name
        cited |= named
    assert cited == set(known), "and every source is cited"
    for source in known.values():
        assert source["mark"] in ("V", "K", "D")
        assert words(source["text"]) >= 8, source["id"]


def test_whatever_says_what_was_so_says_where_it_is_known_from() -> None:
    for name, element in elements().items():
        kind, id = name.split(":")
        if kind in ("chronicle", "finding", "person", "glossary", "incident", "circumstance", "ending"):
            assert element.get("source") or (kind == "glossary" and element["mark"] == "ours"), name
        if kind == "card" and element["kind"] == "record":
            assert element.get("source"), name
        if kind == "option" and element.get("in_fact"):
            decision = elements()[f"decision:{id.split('.')[0]}"]
            assert element.get("source") or decision.get("source"), name
        if kind == "decision" and element["id"] != "w_strikes":
            assert element.get("source"), name
        if kind == "claim" and element.get("claims"):
            assert element["claims"], name


def test_marks_are_those_of_the_notes() -> None:
    for name, element in elements().items():
        assert element.get("mark", "ours") in ("V", "K", "D", "ours"), name
