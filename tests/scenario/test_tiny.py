"""The tiny scenario: complete, without a problem, and compiled to the numbers it says."""

import pytest

from game.engine.rulebook import Rulebook
from game.scenario import library
from game.scenario.load import compile_folder
from tests.scenario.broken import TINY


@pytest.fixture(scope="module")
def loaded():
    return library.load(TINY)


@pytest.fixture(scope="module")
def tables(loaded):
    return loaded.tables


def test_it_has_no_problem_of_any_kind(loaded):
    assert [str(problem) for problem in loaded.problems] == []


def test_the_engine_takes_its_tables(tables):
    rulebook = Rulebook(tables)
    assert rulebook.names.index("water") >= 0


def test_it_has_one_of_everything(tables, loaded):
    assert len(tables.paces) == 2
    assert len(tables.lenses) == 2
    assert [entry.kind for entry in tables.entries].count("turn") == 4
    assert {"prologue", "turn", "aftermath"} == {entry.kind for entry in tables.entries}
    assert {rule.kind for rule in tables.triggers} >= {"secret", "link", "threshold", "rule", "dispute", "circumstance"}
    assert {register.sees[0] for register in tables.registers if register.kind == "dial"} == {"exact", "estimate"}
    assert any(channel.back for channel in tables.negotiation.channels)
    assert any(channel.un for channel in tables.negotiation.channels)
    assert any(channel.public for channel in tables.negotiation.channels)
    assert all(channel.leak for channel in tables.negotiation.channels)
    assert {incident.direct != "" for incident in tables.incidents} == {True, False}
    assert any(decision.extra for decision in tables.decisions)
    assert any(option.delayed for decision in tables.decisions for option in decision.options)
    assert any(rider.unlisted for rider in tables.riders)
    assert any(order.recall for order in tables.standing)
    assert tables.war.strikes
    assert tables.accords
    assert tables.negotiation.probes
    assert any(card.bears for card in tables.council.cards)
    assert all(len([kind for kind in tables.types if kind.seat == seat]) == 2 for seat in range(2))
    special = {op for decision in tables.decisions for option in decision.options for op, _, _ in option.effects}
    assert special >= {"move", "set", "strike", "deadline", "cancel_deadline", "close_clause", "grant_question"}
    assert special >= {"delay_cabinet", "uses_channel"}


def test_names_are_canonical_and_amounts_in_thousandths(tables):
    decision = next(decision for decision in tables.decisions if decision.id == "u_day1")
    shut = next(option for option in decision.options if option.id == "shut_gates")
    assert shut.effects == (
        ("set", "gates", 0), ("move", "upland.pressure", -1000), ("move", "delta.pressure", 1000),
        ("move", "anger", 1000), ("set", "in_papers", 1000),
    )  # fmt: skip
    assert decision.options[decision.unasked].id == "keep_gates"
    lets = dict(tables.lets)
    assert lets["let.thirst"] == "(0.4 + (0.1 * anger))"
    assert "share.delta.anger" in lets["let.upland.dread"]
    assert "share.upland.anger" in lets["let.delta.dread"]
    assert lets["let.upland.cost"] == "max(0.5, (1.5 - let.upland.dread))"


def test_dials_of_each_seat_become_two(tables):
    registers = {register.name: register for register in tables.registers}
    up, down = registers["upland.pressure"], registers["delta.pressure"]
    assert (up.start, down.start) == (2000, 3000)
    assert up.sees == ("exact", "estimate", "hidden")
    assert down.sees == ("estimate", "exact", "hidden")
    assert (up.owner, down.owner) == (0, 1)
    assert registers["gates"].late == 1
    assert registers["gates"].owner == 0
    assert registers["crack_known"].sees == ("exact", "hidden", "hidden")


def test_the_ledger_keeps_what_danger_and_dread_read(tables):
    assert set(tables.ledgered) == {
        "water", "patrols", "anger", "upland.pressure", "delta.pressure", "upland.trust", "delta.trust",
    }  # fmt: skip
    names = {register.name for register in tables.registers}
    assert {f"share.{seat}.{dial}" for seat in tables.seats for dial in tables.ledgered} <= names
    assert not any(name.startswith("share.") and name.endswith(".gates") for name in names)


def test_acts_that_nothing_reads_are_not_kept(tables):
    names = {register.name for register in tables.registers}
    assert "did.upland.hide_report" in names
    assert "now.upland.shut_gates" in names
    assert "did.upland.lower_water" not in names
    assert "now.incident.shots" in names


def test_effects_by_the_acting_seat(tables):
    assert tables.tests.answered[0] == (
        ("move", "upland.pressure", -400), ("move", "upland.trust", 500), ("move", "delta.trust", 500),
    )  # fmt: skip
    assert tables.accords[0].broken[1] == (("move", "delta.trust", -1500), ("move", "upland.pressure", 500))
    assert tables.accords[0].kept == (("move", "upland.trust", 1000), ("move", "delta.trust", 1000))
    strengths = tables.negotiation.strengths
    assert strengths.refused[0] == (("move", "upland.pressure", 400), ("move", "delta.trust", -200))
    letter, ferry, radio, _ = tables.negotiation.channels
    assert letter.ratchet[1] == (("move", "delta.trust", -600),)
    assert ferry.ratchet[0] == (("move", "upland.trust", -300),)
    assert radio.effects[0] == (("move", "anger", 500), ("move", "upland.pressure", -200))
    assert (letter.rank, radio.rank) == (3, 1)


def test_times_are_minutes_of_the_first_year(tables):
    assert tables.epoch == "2031-01-01 00:00"
    assert tables.entries[0].at == (151 * 24 + 8) * 60
    assert [entry.half_days for entry in tables.entries] == [0, 4, 2, 1, 1, 0]


def test_a_shorter_pace_asks_the_entry_it_names_or_the_last(tables):
    brief = next(pace for pace in tables.paces if pace.id == "brief")
    assert [turn.entries for turn in brief.turns] == [(0, 1), (2, 3), (4,), (5,)]
    assert [turn.asks for turn in brief.turns] == [(1, 1), (2, 2), (4, 4), (5, 5)]
    assert brief.drafts


def test_constants_are_ordinals(tables):
    truths = {probe.id: probe.truth for probe in tables.negotiation.probes}
    assert truths["how_much"] == "(1 * (delta.type == 1))"
    assert tables.triggers[1].when == "((gates == 0) and (date >= 3))"


def test_circumstances_are_triggers_too(tables):
    rain = next(rule for rule in tables.triggers if rule.id == "circumstance.early_rain")
    assert rain.armed == "circumstance.early_rain"
    assert rain.knows == (True, False, False)


def test_rules_for_each_seat_are_two(tables):
    boil = [rule for rule in tables.triggers if rule.id.startswith("boil")]
    assert [rule.id for rule in boil] == ["boil.upland", "boil.delta"]
    assert [rule.knows for rule in boil] == [(True, False, False), (False, True, False)]
    assert boil[1].effects == (("slip", "delta", 1), ("move", "anger", 500))


def test_a_lens_sets_flags_among_its_starts(tables):
    angry = next(lens for lens in tables.lenses if lens.id == "angry")
    assert angry.start == (("anger", 4000), ("in_papers", 1000))
    assert angry.scale == (("anger", 1500),)
    assert dict(angry.priors) == {"proud": 700, "careful": 300}


def test_a_broken_peace_takes_up_the_last_turn_unless_another_is_named(tables):
    assert tables.entries[tables.reopen_entry].id == "day4"


def test_war_weights_come_from_the_type_or_the_table(tables):
    war = {kind.id: dict(kind.war) for kind in tables.types}
    assert war["worried"] == {"yield": 700, "resist": 300}
    assert war["proud"] == {"halt": 400, "press_on": 600}
    assert tables.war.endings == ("truce", "skirmish", "dam_damaged", "flood")
    assert tables.standoff == "standoff"
    assert {ending.id for ending in tables.endings if not ending.aftermath} == {"flood"}
    assert {ending.id for ending in tables.endings if ending.war} == {
        "gatehouse_taken",
        "skirmish",
        "dam_damaged",
        "flood",
    }


def test_texts_have_their_ids(loaded):
    texts = loaded.texts
    assert texts["decision.u_survey.title"] == "What of the survey?"
    assert texts["option.u_day2.fire_warning.refused"] == "The accord forbids it."
    assert texts["option.u_survey.hide_report.because.0"].startswith("Because you kept")
    assert texts["decision.u_repair.v0.question"].startswith("Do you repair the pier, though")
    assert texts["standing.gates.levels.2"] == "Open"
    assert texts["card.uk_habits.text.0"] == "They talk of dawn and of boats."
    assert texts["dial.delta.pressure.words.8"] == "the boatmen act alone"
    assert texts["dial.water.words.3.5"] == "at the brim"
    assert texts["trigger.boil.delta.report.delta"].startswith("An order of yours")
    assert texts["trigger.circumstance.lost_courier.because"].startswith("Because the courier")
    assert texts["incident.shots.last.title"] == "The keepers are loading again"
    assert texts["issue.release.half"] == "the gates stand half open"
    assert texts["wording.delta.clauses.repairs.quiet"] == "We pay for the repairs, quietly."
    assert texts.under("ending.flood")["paid"] == "Everybody paid."
    assert "option.u_day1.keep_gates.refused" not in texts
    assert texts.get("nothing", "otherwise") == "otherwise"
    assert texts.translated({"title": "La presa"})["title"] == "La presa"


def test_because_lines_of_the_tables_have_texts(loaded):
    for decision in loaded.tables.decisions:
        for option in decision.options:
            for late in option.delayed:
                assert not late.because or late.because in loaded.texts


def test_content_is_plain_and_its_conditions_canonical(loaded):
    content = loaded.texts.content
    shots = next(headline for headline in content["headlines"] if headline["id"] == "h_shots")
    assert shots["when"] == "(incident.shots >= 1)"
    assert shots["entries"] == ["day2", "day3", "day4"]
    assert content["variants"] == {"u_repair": ["(not deal)"]}
    assert content["history"]["letters"][0]["terms"] == {"release": "half", "patrols": "out"}
    assert content["history"]["standing"] == {"gates": {"day4": 1}, "patrols": {"day2": 1}}
    assert content["cited"]["card.uk_survey"] == {"source": ["R1"]}
    assert [line["at"] for line in content["chronicle"]] == sorted(line["at"] for line in content["chronicle"])
    assert content["audience_lines"][0]["score"].startswith("((1 - (upland.pressure * 0.2))")


def test_a_check_that_fails_is_one_more_problem(monkeypatch):
    from game.scenario.lint import base

    def broken(ground):
        raise KeyError("oh")

    monkeypatch.setattr(base, "CHECKS", [*base.CHECKS, ("broken", base.ANY, broken)])
    monkeypatch.setattr("game.scenario.lint.CHECKS", base.CHECKS)
    loaded = compile_folder(TINY).loaded
    assert loaded.tables is not None
    assert [problem.sentence for problem in loaded.problems] == ["the check `broken` could not be made: KeyError 'oh'"]
