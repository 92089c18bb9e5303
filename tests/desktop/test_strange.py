"""Every screen in the pseudo-language: nothing stands there untranslated, and nothing is cut or lies over anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from game.scenario import library
from game.scenario.texts import Texts
from game.wording.catalogue import speaking
from tests.desktop import frozen, screens
from tests.desktop.layout import problems
from tests.desktop.test_layout import SIZES
from tests.strange import plain_words


@pytest.fixture(autouse=True)
def present_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The frozen scenario, with what has been put into words since."""
    old, now = frozen.scenario().texts, library.compiled(library.find(frozen.SCENARIO)).texts
    content = {**old.content, "theme": now.content["theme"]}
    monkeypatch.setattr(frozen.scenario(), "texts", Texts({**now.words, **old.words}, content))


def _laid_out(language: str, app: Any, name: str) -> Iterator[str]:
    for size in SIZES:
        app.resize(size)
        app.build()
        yield from (f"{language}, {name}, {size[0]} x {size[1]}: {one}" for one in problems(app.root))
    app.resize((1280, 720))
    app.draw()


def test_no_screen_says_anything_untranslated_or_breaks_at_length() -> None:
    app = screens.window("qps")
    drawn: list[str] = []
    draw = app.faces.word

    def word(style: Any, scale: float, text: str, colour: Any) -> Any:
        drawn.append(text)
        return draw(style, scale, text, colour)

    app.faces.word = word  # type: ignore[assignment,method-assign]
    found: list[str] = []
    seen = 0
    with speaking("qps"):
        for name in screens.every(app):
            drawn.clear()
            app.draw()
            seen += 1
            said = [text for one in app.root.walk() for text in (one.label, one.value)] + [" ".join(drawn)]
            found += [f"{name}: {word!r} in {text[:60]!r}" for text in said for word in plain_words(text)]
            found += _laid_out("qps", app, name)
    assert not found, f"{len(found)} faults:\n" + "\n".join(found[:60])
    assert seen > 40


def test_no_screen_breaks_in_german() -> None:
    app = screens.window("de")
    with speaking("de"):
        found = [fault for name in screens.every(app) for fault in _laid_out("de", app, name)]
    assert not found, f"{len(found)} faults:\n" + "\n".join(found[:60])
