"""Every turn of every pace finds its acts, riders and council."""

from __future__ import annotations

import pytest

from game.engine.api import Rulebook
from tests.rulebooks import october, tiny


@pytest.mark.parametrize("rulebook", [tiny(), october()], ids=["tiny", "october"])
def test_a_sheet_holds_what_belongs_to_its_seat_and_entry(rulebook: Rulebook) -> None:
    for number, agendas in enumerate(rulebook.agendas):
        for turn, agenda in zip(rulebook.pace(number).turns, agendas, strict=True):
            for seat in range(2):
                sheet = agenda.sheets[seat]
                asked = rulebook.dated.get((seat, turn.asks[seat]))
                assert sheet.acts == (asked.acts if asked else ())
                assert agenda.owed[seat] == (asked is not None)
                assert all(listed.rider.seat == seat for listed in sheet.riders.values())
                assert all(set(listed.rider.entries) & set(turn.entries) for listed in sheet.riders.values())
                assert len(sheet.unasked) == sum(
                    (seat, entry) in rulebook.dated for entry in turn.entries if entry != turn.asks[seat]
                )


@pytest.mark.parametrize("rulebook", [tiny(), october()], ids=["tiny", "october"])
def test_what_the_public_may_order_is_nothing(rulebook: Rulebook) -> None:
    assert not any(agenda.sheets[2].acts for agendas in rulebook.agendas for agenda in agendas)
    assert not any(rulebook.lines[2])
