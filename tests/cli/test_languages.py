"""The program's answers in the languages there are, and what a translation lacks."""

import io
import json

from game.cli import call
from tests.cli.program import TINY, only_sentence


def test_check_says_what_a_translation_lacks(october, tmp_path):
    folder = tmp_path / "dam"
    assert october("new", folder)[0] == call.DONE
    place = folder / "lang" / "fr"
    place.mkdir(parents=True)
    (place / "a.yaml").write_text("texts:\n  title: {of: '00000000', text: Le barrage}\n", encoding="utf-8")
    code, out, _ = october("check", folder, "--lang", "fr")
    assert code == call.DONE and "stale: title\n" in out and "missing: ending.flood.last\n" in out
    assert "stale: " not in out.replace("stale: title", "") and "0 errors" in out
    code, out, _ = october("check", folder, "--lang", "fr", "--json")
    told = json.loads(out)
    assert code == call.DONE and told["stale_ids"] == ["title"] and told["missing"] == len(told["missing_ids"]) > 400
    assert 0 <= told["share"] < 0.01 and told["program"]["sentences"] > 800 and told["program"]["done"] == 0
    (place / "a.yaml").write_text("texts:\n  titel: Le barrage\n", encoding="utf-8")
    says = "lang/fr/a.yaml:2:3: error: there is no text `titel`; nearest `title`"
    code, out, _ = october("check", folder, "--lang", "fr")
    assert code == call.CONTENT and says in out
    code, out, _ = october("check", folder)
    assert code == call.CONTENT and says in out and "language fr, % of the words" in out


def test_check_of_a_language_that_nobody_has_begun(october):
    code, _, err = october("check", TINY, "--lang", "dee")
    assert code == call.CALL and "there is no folder" in only_sentence(err) and "nearest `de`" in err


def test_the_tiny_scenario_is_german(october):
    code, out, _ = october("check", TINY, "--lang", "de", "--json")
    told = json.loads(out)
    assert code == call.DONE and told["share"] > 0.9 and told["name"] == "Deutsch"
    assert told["program"]["done"] > 900


def test_words_prints_what_is_left_to_translate(october, tmp_path):
    folder = tmp_path / "dam"
    october("new", folder)
    code, out, _ = october("words", folder, "--lang", "fr")
    assert code == call.DONE and out.startswith("texts:\n  # The Dam at Marrow\n  title: {of: ")
    code, _, err = october("words", folder)
    assert code == call.CALL and "--lang CODE" in only_sentence(err)


def test_a_language_is_checked_and_answers_are_given_in_it(october):
    code, _, err = october("play", "--text", "--scenario", TINY, "--lang", "xx")
    assert code == call.CALL and "there is no language `xx`" in only_sentence(err)
    code, _, err = october("play", "--text", "--scenario", TINY, "--lang", "de", "--as", "dleta")
    assert code == call.CALL and only_sentence(err) == "es gibt keine Seite `dleta`; am nächsten kommt `delta`"


def test_what_is_set_in_the_window_holds_in_the_terminal(october, monkeypatch, tmp_path):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    (tmp_path / "window.json").write_text('{"language": "de"}', encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, _ = october("play", "--text", "--scenario", TINY)
    assert code == call.DONE and "Der Damm von Marrow" in out and "Es wurde kein Spiel begonnen." in out
    for torn in ("{", "[]", '{"language": 5}', '{"language": "../.."}'):
        (tmp_path / "window.json").write_text(torn, encoding="utf-8")
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        assert "The Dam at Marrow" in october("play", "--text", "--scenario", TINY)[1]
