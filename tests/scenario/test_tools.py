"""What authors get beside messages: counts, a scenario to start from, a picture, a schema."""

import json
import xml.etree.ElementTree as ElementTree

import pytest

from game.engine.tables import Tables
from game.scenario import library
from game.scenario.graph import edges, mermaid, svg
from game.scenario.inventory import inventory
from game.scenario.loaded import Loaded
from game.scenario.new import new
from game.scenario.schema import schema, text
from tests.scenario.broken import TINY

TINY_LOADED = library.load(TINY)
TEXTS = TINY_LOADED.texts


def _rules() -> Tables:
    assert TINY_LOADED.tables is not None
    return TINY_LOADED.tables


TABLES = _rules()


def test_the_inventory_counts():
    held = inventory(TINY_LOADED)
    assert held["decisions, upland"] == 6
    assert held["decisions, delta"] == 7
    assert held["options, upland"] == 19
    assert held["riders, upland"] == 2
    assert held["council cards, upland"] == 2
    assert held["incidents"] == 2
    assert held["endings"] == 10
    assert held["people"] == 7
    assert held["sources"] == held["sources cited"] == 2
    assert held["reading"]["brief"]["survey"].keys() == {"upland", "delta"}
    assert held["most words a turn, full"] == max(
        w for seats in held["reading"]["full"].values() for w in seats.values()
    )
    assert json.loads(json.dumps(held)) == held


def test_the_inventory_of_nothing_is_empty():
    held = inventory(Loaded(None))
    assert held["words"] == 0
    assert "reading" not in held


def test_a_new_scenario_is_complete_and_has_its_own_name(tmp_path):
    target = new(tmp_path / "My Crisis 2")
    loaded = library.load(target)
    assert loaded.problems == ()
    assert loaded.tables is not None
    assert loaded.tables.id == "my_crisis_2"
    assert not (target / library.COMPILED).exists()


def test_a_new_scenario_writes_over_nothing(tmp_path):
    (tmp_path / "here.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        new(tmp_path)
    with pytest.raises(FileExistsError):
        new(tmp_path / "here.txt")
    assert new(tmp_path / "empty").is_dir()


def test_the_picture_is_self_contained_svg():
    drawn = svg(TABLES, TEXTS)
    root = ElementTree.fromstring(drawn)
    words = {"".join(element.itertext()) for element in root.iter() if element.tag.endswith("text")}
    assert "What of the survey?" in words
    assert "Keep it in the drawer (+2)" in words
    assert "href" not in drawn
    assert "script" not in drawn


def test_mermaid_names_every_option_and_link():
    drawn = mermaid(TABLES, TEXTS)
    assert drawn.startswith("flowchart LR\n")
    for decision in TABLES.decisions:
        for option in decision.options:
            assert f"option_{decision.id}_{option.id}[" in drawn
    assert "rider_pledge_river --> trigger_t1_pledge" in drawn
    assert drawn.count("subgraph") == drawn.count("  end\n")


def test_arrows_go_from_orders_to_what_reads_them():
    found = {(edge.start, edge.end) for edge in edges(TABLES)}
    assert ("rider.pledge_river", "trigger.t1_pledge") in found
    assert ("option.u_survey.hide_report", "trigger.leak") in found


def test_the_schema_knows_every_key():
    known = schema()
    assert json.loads(text()) == known
    part = known["$defs"]["Part"]
    assert part["additionalProperties"] is False
    assert {"dials", "let_each", "text_of_un", "audience_lines"} <= set(part["properties"])
    assert "required" not in part
    assert "in" in known["$defs"]["Delayed"]["properties"]
    assert known["$defs"]["Decision"]["additionalProperties"] is False
