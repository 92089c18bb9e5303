"""Scenarios found, compiled beside their YAML, and started without yaml or pydantic."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.engine.tables import Tables
from game.scenario import library
from game.scenario.codec import Mismatch, decode, encode, layout
from tests.scenario.broken import TINY

ROOT = Path(__file__).resolve().parent.parent.parent


def rules(folder: Path) -> Tables:
    tables = library.load(folder).tables
    assert tables is not None
    return tables


@pytest.fixture
def copy(tmp_path):
    target = tmp_path / "mine"
    shutil.copytree(TINY, target, ignore=shutil.ignore_patterns("compiled.json"))
    return target


def test_a_scenario_is_found_by_name_id_or_path(copy):
    shelf = library.available()
    assert "october-1962" in shelf
    assert library.find("october-1962") == shelf["october-1962"]
    assert library.find("october_1962") == shelf["october-1962"]
    assert library.find(copy) == copy
    assert library.find(copy / "scenario.yaml") == copy
    assert library.find(copy / "decisions" / "u-day1.yaml") == copy


@pytest.mark.parametrize("name", ["octber-1962", "october_1963", "October-1962"])
def test_a_misspelt_name_gets_the_nearest(name):
    with pytest.raises(library.NotFound, match="nearest `october-1962`"):
        library.find(name)


@pytest.mark.parametrize("name", ["", "nothing/at/all", "x\0y", "a" * 5000])
def test_a_name_that_is_nothing_is_not_found(name):
    with pytest.raises(library.NotFound):
        library.find(name)


def test_a_folder_without_a_scenario_is_one_problem(tmp_path):
    loaded = library.load(tmp_path)
    assert [str(problem) for problem in loaded.problems] == [
        "scenario.yaml:1:1: error: there is no scenario here: no *.yaml with anything in it"
    ]
    assert library.load(tmp_path / "nowhere").tables is None


def test_compiled_equals_loaded(copy):
    fresh = library.load(copy)
    first = library.compiled(copy)
    again = library.compiled(copy)
    assert (copy / library.COMPILED).is_file()
    assert first.tables == again.tables == fresh.tables
    assert again.tables is not None
    assert library.tables_digest(again.tables) == library.tables_digest(rules(copy))
    assert dict(again.texts.words) == dict(fresh.texts.words)
    assert again.texts.content == fresh.texts.content == json.loads(json.dumps(fresh.texts.content))


def test_a_changed_file_is_compiled_anew(copy):
    old = rules(copy)
    path = copy / "endings.yaml"
    path.write_text(path.read_text().replace("title: Dry fields", "title: Dust"))
    new = library.compiled(copy)
    assert new.texts["ending.standoff.title"] == "Dust"
    assert new.tables == old


def test_the_digest_is_of_rules_not_of_files(copy):
    before = library.tables_digest(rules(copy))
    (copy / "rules.yaml").write_text("# a remark\n" + (copy / "rules.yaml").read_text())
    assert library.tables_digest(rules(copy)) == before
    path = copy / "rules.yaml"
    path.write_text(path.read_text().replace("most_unanswered: 3", "most_unanswered: 2"))
    assert library.tables_digest(rules(copy)) != before


@pytest.mark.parametrize(
    "junk", [b"", b"{}", b"[]", b"[1,2,3,4]", b"\xff\xfe", b'[{"files":"x"},[],{},{}]', b"[" * 100_000]
)
def test_a_damaged_compiled_form_is_made_again(copy, junk):
    (copy / library.COMPILED).write_bytes(junk)
    assert library.compiled(copy).tables is not None
    assert json.loads((copy / library.COMPILED).read_bytes())


def test_a_compiled_form_of_another_layout_is_made_again(copy):
    library.compiled(copy)
    place = copy / library.COMPILED
    found = json.loads(place.read_bytes())
    found[1].append("one field more")
    place.write_text(json.dumps(found))
    assert library.compiled(copy).tables is not None


def test_a_folder_that_cannot_be_written_is_no_fault(copy, monkeypatch):
    written = []
    real = library._write

    def write(place, text):
        written.append(place)
        return False if place.parent == copy else real(place, text)

    monkeypatch.setattr(library, "_write", write)
    assert library.compiled(copy).tables is not None
    assert library.compiled(copy).tables is not None
    assert len(written) == 2
    assert not (copy / library.COMPILED).exists()


def test_a_faulty_scenario_is_not_compiled(copy):
    (copy / "war.yaml").unlink()
    loaded = library.compiled(copy)
    assert loaded.tables is None
    assert any(problem.severity == "error" for problem in loaded.problems)
    assert not (copy / library.COMPILED).exists()


def test_a_start_needs_neither_yaml_nor_pydantic(copy):
    library.compiled(copy)
    code = (
        "import sys; from game.scenario import library; found = library.compiled(sys.argv[1]); assert found.tables;"
        "wrong = {'yaml', 'pydantic', 'pydantic_core'} & set(sys.modules); assert not wrong, wrong"
    )
    subprocess.run([sys.executable, "-c", code, str(copy)], cwd=ROOT, check=True)


def test_the_codec_refuses_what_does_not_fit():
    tables = rules(TINY)
    assert decode(Tables, json.loads(encode(tables))) == tables
    junk: list[object] = [None, [], {}, "text", 7, json.loads(encode(tables))[:-1]]
    for wrong in junk:
        with pytest.raises(Mismatch):
            decode(Tables, wrong)
    assert len(layout(Tables)) == 32


def test_the_seed_of_a_scenario_lies_beside_the_shelf(tmp_path):
    folder = tmp_path / "scenarios" / "mine"
    shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns("compiled.json"))
    scene = folder / "scenario.yaml"
    scene.write_text(scene.read_text().replace("version: 1\n", "version: 1\nseed: claims.yaml\n"))
    assert [str(problem) for problem in library.load(folder).problems] == [
        "scenario.yaml:6:7: warning: there is no list of claims `seeds/claims.yaml` next to the shelf"
    ]
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "claims.yaml").write_text(
        "claims:\n"
        "  - {id: E1, says: It holds., verdict: wrong, record: It does not., elements: ['person:brand', debrief]}\n"
        "  - {id: E2, says: It rains., verdict: holds, record: It does., elements: ['option:u_day1.shut_gate']}\n"
    )
    loaded = library.load(folder)
    assert [str(problem) for problem in loaded.problems] == [
        "seeds/claims.yaml:2:5: warning: `E1` is told in the debrief, but has no `debrief` sentence",
        "seeds/claims.yaml:3:76: warning: there is no option `u_day1.shut_gate`; nearest `u_day1.shut_gates`",
    ]
    assert loaded.texts.content["essay"]["E1"]["verdict"] == "wrong"
    (folder / "endings.yaml").write_text(
        (folder / "endings.yaml").read_text().replace("title: Dry fields", "claims: [E3], title: Dry fields")
    )
    assert "the essay has no claim `E3`" in {problem.sentence for problem in library.load(folder).problems}
