"""The language of the window: what can be chosen, and the scenario's texts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.scenario import spoken
from game.scenario.texts import Texts
from game.wording import catalogue

if TYPE_CHECKING:
    from game.desktop.app import App


def texts(scenario: Any, language: str) -> Texts:
    """A scenario's texts in a language, where it is translated; as they are written, where it is not."""
    found: Texts = scenario.texts
    folder = getattr(scenario, "folder", None)
    return found if folder is None else spoken.spoken(folder, found, language)


def terms(found: Texts) -> dict[str, str]:
    """Ids of the glossary's terms, by how they are written."""
    return {one["term"].lower(): one["id"] for one in found.content.get("glossary", ()) if one.get("term")}


def listed(app: App) -> tuple[str, ...]:
    """Codes of what can be chosen: the scenario's own language first, then by code."""
    folder = getattr(app.scenario, "folder", None)
    own = spoken.languages(folder) if folder is not None else ()
    first = (spoken.original(app.scenario.texts), catalogue.ORIGINAL)
    return tuple(dict.fromkeys((*first, *sorted({*own, *catalogue.languages()}), app.language)))


def turn(app: App, by: int) -> None:
    """The next language, in the middle of a game too; kept with what else is set."""
    from game.desktop.begin import book_of

    codes = listed(app)
    app.settings.language = codes[(codes.index(app.language) + by) % len(codes)]
    app.speak(app.settings.language)
    if app.session is not None:
        app.session.book = book_of(app)
    with catalogue.speaking(app.language):
        for scene in app.scenes:
            scene.reword()
    app.apply_settings()
