"""What a screen is called to whoever hears it instead of seeing it."""

from __future__ import annotations

from game.wording.catalogue import _, phrase

TITLES = {
    "setup": phrase("Before the game"), "desk": phrase("The desk"), "dossier": phrase("The dossier"),
    "council": phrase("The council"), "order": phrase("The order"), "beside": phrase("Beside the order"),
    "confirm": phrase("Before signing"), "pick": phrase("A choice"), "letters": phrase("Letters"),
    "man": phrase("The man over there"), "drawer": phrase("The drawer"), "map": phrase("The map"),
    "library": phrase("The library"), "history": phrase("All that was said"), "saves": phrase("Saved games"),
    "settings": phrase("Settings"), "wait": phrase("Waiting"), "night": phrase("The night"),
    "open night": phrase("The night"), "hand over": phrase("Hand over"), "war": phrase("War"),
    "debrief": phrase("What lay behind it"), "prologue": phrase("Before it began"), "letter": phrase("A letter"),
    "all letters": phrase("All letters"), "seven": phrase("The desk"), "audiences": phrase("The audiences"),
    "slip": phrase("What came in"), "last": phrase("The last decision"), "ending": phrase("The end"),
    "unsigned": phrase("An order lies here unsigned"), "asked": phrase("They asked"),
}  # fmt: skip


def title(name: str) -> str:
    """The name of a scene in the language spoken; a page behind the end by the name of all of them."""
    found = TITLES.get(name) or TITLES.get(name.partition(" ")[0])
    return _(found) if found else name
