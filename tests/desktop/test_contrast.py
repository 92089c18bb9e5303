"""Words stand out from what they lie on: 4.5 to 1, controls 3 to 1; both rooms, high contrast, under the lamp."""

import pytest

from game.desktop.lamp import _dim
from game.desktop.theme import Theme, mix

TEXT, CONTROL = 4.5, 3.0
PAPER = ("ink", "second_ink", "accent", "warning")


def luminance(colour):
    def part(value):
        value /= 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(value) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def rooms(scenario):
    content = scenario.texts.content
    seats = tuple(seat["id"] for seat in content["seats"])
    for high in (False, True):
        theme = Theme(content.get("theme") or {}, seats, high)
        for seat in range(2):
            yield high, theme.room(seat)


@pytest.mark.parametrize("which", ["tiny", "october"])
def test_words_stand_out(which, request):
    for high, room in rooms(request.getfixturevalue(which)):
        where = (which, room.seat, "high contrast" if high else "")
        for ground in ("paper", "second_paper"):
            for ink in PAPER:
                assert ratio(room[ink], room[ground]) >= TEXT, (*where, ink, ground)
        for ink in ("text", "second_text", "brass"):
            assert ratio(room[ink], room["strip"]) >= TEXT, (*where, ink, "strip")
        assert ratio(room["ink"], room["folder"]) >= TEXT, (*where, "folder")
        assert ratio(room["ink"], room["brass"]) >= TEXT, (*where, "brass")
        assert ratio(room["paper"], room["ink"]) >= TEXT, where
        for ink in ("night_map.ours", "night_map.theirs"):
            assert ratio(room[ink], room["room"]) >= TEXT, (*where, ink)
        if high:
            for ground in ("night_map.sea", "night_map.land"):
                for ink in ("night_map.ours", "night_map.theirs", "night_map.coast", "text"):
                    assert ratio(room[ink], room[ground]) >= TEXT, (*where, ink, ground)


@pytest.mark.parametrize("which", ["tiny", "october"])
def test_the_ring_is_seen_on_every_surface(which, request):
    for high, room in rooms(request.getfixturevalue(which)):
        for ground in room.stops[2:]:
            assert ratio(room["brass"], ground) >= CONTROL, (which, room.seat, high, ground)
        for ground in (*room.stops[:2], room["paper"], room["second_paper"]):  # there its dark edge carries it
            either = max(
                ratio(room["brass"], ground), min(ratio(room["room"], ground), ratio(room["brass"], room["room"]))
            )
            assert either >= CONTROL, (which, room.seat, high, ground)


@pytest.mark.parametrize("which", ["tiny", "october"])
def test_words_on_paper_stand_out_under_the_lamp_too(which, request):
    deepest = _dim(0.98) / 255
    assert deepest <= 0.20
    for high, room in rooms(request.getfixturevalue(which)):
        if high:
            continue  # no lamp there
        for ground in ("paper", "second_paper"):
            for ink in PAPER:
                dark = room["room"]
                found = ratio(mix(room[ink], dark, deepest), mix(room[ground], dark, deepest))
                assert found >= TEXT, (which, room.seat, ink, ground, round(found, 2))
