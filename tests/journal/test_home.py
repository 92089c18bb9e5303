"""Whether there are games at all is known by names alone."""

from game.journal import home


def test_a_game_is_seen_by_its_name(tmp_path, monkeypatch):
    monkeypatch.setenv("OCTOBER_HOME", str(tmp_path))
    assert not home.any_games()
    home.folder().mkdir(parents=True)
    (home.folder() / "notes.txt").touch()
    assert not home.any_games()
    (home.folder() / f"one{home.ENDING}").touch()
    assert home.any_games()
