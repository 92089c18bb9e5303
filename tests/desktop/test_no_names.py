"""The window knows seat one and seat two, and no name of any crisis."""

import re
from pathlib import Path

import game.desktop


def test_no_name_of_a_scenario_stands_in_the_window(tiny, october):
    names: set[str] = set()
    for scenario in (tiny, october):
        content = scenario.texts.content
        names |= {seat["name"] for seat in content["seats"]} | {seat["adjective"] for seat in content["seats"]}
        names |= {person["name"].split()[-1] for person in content["people"]}
    wanted = re.compile(r"\b(" + "|".join(sorted(map(re.escape, names - {"Ball", "Hare", "Rusk"}))) + r")\b")
    for path in sorted(Path(game.desktop.__file__).parent.rglob("*.py")):
        found = wanted.findall(path.read_text(encoding="utf-8"))
        assert not found, f"{path.name} names {found}"
