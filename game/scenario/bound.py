"""Where `content` holds a text that also has an id: laid over with the words of another language.

`content` shows lists as wholes (people, papers, chronicle ...), so the prose in it is the same prose as in the texts by
id. Here stands which is which; a test walks all of it and finds what is not said here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

LISTED: dict[str, tuple[str, tuple[str, ...]]] = {
    "seats": ("seat", ("name", "adjective", "brief")),
    "calendar": ("calendar", ("label", "note")),
    "criteria": ("criterion", ("name", "text")),
    "people": ("person", ("name", "post", "stance", "blind", "look")),
    "audiences": ("audience", ("name", "voice")),
    "papers": ("paper", ("masthead", "text")),
    "intelligence": ("intelligence", ("title", "text", "dated", "truth", "known")),
    "audience_lines": ("line", ("name",)),
    "counterfactuals": ("counterfactual", ("choice", "likely", "who", "against")),
}
"""Lists of things with an `id`: the stem of their texts, and which parts are prose."""

NAMED: dict[str, tuple[str, tuple[str, ...]]] = {
    "paces": ("pace", ("name", "text")),
    "lenses": ("lens", ("name", "text")),
    "dials": ("dial", ("name", "meaning")),
    "flags": ("flag", ("meaning",)),
    "essay": ("essay", ("says", "record", "debrief")),
}
"""The same for maps by name."""

THEME_WORDS = ("month", "days", "city", "stamps", "form_heads", "paper_price", "views")
"""What of a theme is read; all else in it is how things look."""

Say = Callable[[str, str], str]
"""(id, what stands there) to what is to stand there."""


def rebound(content: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    """`content` with each text in it as `words` has it by its id; what has no id there stays."""
    say: Say = words.get
    out = dict(content)
    for name in ("title", "subtitle", "about"):
        if name in out:
            out[name] = say(name, out[name])
    for top, (stem, parts) in LISTED.items():
        if top in out:
            out[top] = [_said(one, f"{stem}.{one['id']}", parts, say) for one in out[top]]
    for top, (stem, parts) in NAMED.items():
        if top in out:
            out[top] = {name: _said(one, f"{stem}.{name}", parts, say) for name, one in out[top].items()}
    for top, change in _SHAPED.items():
        if top in out:
            out[top] = change(out[top], say)
    if "wording" in out:
        out["wording"] = _free(out["wording"], "wording", say)
    if "theme" in out:
        theme = out["theme"]
        out["theme"] = theme | {key: _free(theme[key], f"theme.{key}", say) for key in THEME_WORDS if key in theme}
    return out


def _said(one: Mapping[str, Any], stem: str, parts: tuple[str, ...], say: Say) -> dict[str, Any]:
    return {
        key: say(f"{stem}.{key}", value) if key in parts and isinstance(value, str) else value
        for key, value in one.items()
    }


def _scale(words: Mapping[str, str], stem: str, say: Say) -> dict[str, str]:
    return {level: say(f"{stem}.words.{level}", word) for level, word in words.items()}


def _dials(dials: Mapping[str, Any], say: Say) -> dict[str, Any]:
    return {
        name: one
        | {
            "words": _scale(one["words"], f"dial.{name}", say),
            "own_words": {seat: _scale(words, f"dial.{seat}.{name}", say) for seat, words in one["own_words"].items()},
        }
        for name, one in dials.items()
    }


def _audiences(listed: list[dict[str, Any]], say: Say) -> list[dict[str, Any]]:
    return [one | {"words": _scale(one["words"], f"audience.{one['id']}", say)} for one in listed]


def _clocks(clocks: Mapping[str, list[dict[str, Any]]], say: Say) -> dict[str, Any]:
    return {
        place: [part | {"label": say(f"clock.{place}.{number}", part["label"])} for number, part in enumerate(parts)]
        for place, parts in clocks.items()
    }


def _sketches(sketches: Mapping[str, list[dict[str, Any]]], say: Say) -> dict[str, Any]:
    parts = ("fears", "wants", "breaks")
    return {seat: [_said(one, f"type.{one['id']}", parts, say) for one in kinds] for seat, kinds in sketches.items()}


def _headlines(listed: list[dict[str, Any]], say: Say) -> list[dict[str, Any]]:
    return [
        one
        | {
            "headline": say(f"headline.{one['id']}", one["headline"]),
            "line": say(f"headline.{one['id']}.line", one["line"]),
        }
        for one in listed
    ]


def _glossary(listed: list[dict[str, Any]], say: Say) -> list[dict[str, Any]]:
    return [
        one
        | {
            "term": say(f"glossary.{one['id']}.term", one["term"]),
            "text": say(f"glossary.{one['id']}", one["text"]),
        }
        for one in listed
    ]


_SHAPED: dict[str, Callable[[Any, Say], Any]] = {
    "dials": _dials,
    "audiences": _audiences,
    "clocks": _clocks,
    "ladder": lambda rungs, say: [
        one | {"name": say(f"ladder.{number}.name", one["name"])} for number, one in enumerate(rungs)
    ],
    "bands": lambda bands, say: [say(f"band.{number + 1}", band) for number, band in enumerate(bands)],
    "sketches": _sketches,
    "headlines": _headlines,
    "chronicle": lambda entries, say: [one | {"text": say(f"chronicle.{one['id']}", one["text"])} for one in entries],
    "glossary": _glossary,
    "sources": lambda sources, say: {
        id: one | {"text": say(f"source.{id}", one["text"])} for id, one in sources.items()
    },
}


def _free(value: Any, stem: str, say: Say) -> Any:
    if isinstance(value, dict):
        return {key: _free(inner, f"{stem}.{key}", say) for key, inner in value.items()}
    if isinstance(value, list):
        return [_free(inner, f"{stem}.{number}", say) for number, inner in enumerate(value)]
    return say(stem, value) if isinstance(value, str) else value
