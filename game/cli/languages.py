"""`words`, and `check --lang`: for whoever brings the game into another language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.cli.call import CONTENT, DONE, AtFault, Parser, close, one_of, say
from game.cli.content import folder_of

COLUMNS = ("texts", "done", "stale", "missing", "words", "left")


def language_of(words: Sequence[str]) -> str:
    """The language in which the program answers a call: the one it names, else the one set in the window."""
    listed = list(words)
    if "--lang" in listed[:-1]:
        return listed[listed.index("--lang") + 1]
    named = next((word.partition("=")[2] for word in listed if word.startswith("--lang=")), "")
    return named or _set()


def _set() -> str:
    from game.journal.slots import home

    try:
        found = json.loads((home() / "window.json").read_bytes())["language"]
    except (OSError, ValueError, LookupError, TypeError):
        return "en"
    return found if isinstance(found, str) else "en"


def known(folder: Path, texts: Any) -> list[str]:
    """Codes of the languages in which a scenario can be played: its own, its translations, the program's catalogues."""
    from game.scenario.pseudo import PSEUDO
    from game.scenario.spoken import languages, original
    from game.wording import catalogue

    return list(
        dict.fromkeys((original(texts), catalogue.ORIGINAL, *languages(folder), *catalogue.languages(), PSEUDO))
    )


def chosen(code: str, folder: Path, texts: Any) -> str:
    """A language that was asked for, checked."""
    return one_of(code, known(folder, texts), "language")


def report(folder: Path, loaded: Any, code: str, as_json: bool) -> int:
    """What a translation lacks, what is out of date in it, and the share done: of the scenario, and of the program."""
    from game.scenario import spoken, translation

    listed = spoken.languages(folder)
    if code not in listed and not (folder / translation.LANGUAGES / code).is_dir():
        more = close(code, listed) if listed else ""
        raise AtFault(f"there is no folder {folder / translation.LANGUAGES / code}{more}")
    original = loaded.texts.translatable()
    found = translation.read(folder, code, original)
    held = translation.whole(original, found)
    program = of_program(code)
    if as_json:
        problems = [asdict(problem) for problem in found.problems]
        answer = {"scenario": str(folder), **held, "program": program, "problems": problems}
        say(json.dumps(answer, ensure_ascii=False, indent=2))
        return CONTENT if found.problems else DONE
    for problem in found.problems:
        say(str(problem))
    for name in ("stale", "missing"):
        for id in held[f"{name}_ids"]:
            say(f"{name}: {id}")
    say(f"{'':<18}" + "".join(f"{name:>9}" for name in COLUMNS))
    for kind, row in held["kinds"].items():
        say(f"{kind:<18}" + "".join(f"{row[name]:>9}" for name in COLUMNS))
    say(f"{'all':<18}" + "".join(f"{held[name]:>9}" for name in COLUMNS))
    say(f"{folder}, {code}: {_percent(held['share'])} of the words; {_count(found.problems)}")
    if held["by_place"]:
        found_again = "they are found again by `of`, or by an `id` of their own"
        say(f"{held['by_place']} texts go by their place in a list; {found_again}")
    say(f"the program's own sentences, {code}: {program['done']} of {program['sentences']}")
    return CONTENT if found.problems else DONE


def _count(problems: Sequence[Any]) -> str:
    return f"{len(problems)} error{'s' if len(problems) != 1 else ''}"


def _percent(share: float) -> str:
    """Never a hundred before all is done."""
    return f"{int(share * 1000) / 10:g} %"


def of_program(code: str) -> dict[str, Any]:
    """How many of the program's own sentences a language says."""
    from game.wording import catalogue, po

    template = [entry for entry in po.read(_template()) if not entry.header]
    said = {}
    if code in catalogue.languages():
        said = {entry.key: entry for entry in po.read((catalogue.FOLDER / f"{code}.po").read_text(encoding="utf-8"))}
    done = sum(entry.key in said and said[entry.key].done for entry in template)
    return {"sentences": len(template), "done": done}


def _template() -> str:
    from game.wording import catalogue
    from game.wording.template import TEMPLATE

    return (catalogue.FOLDER / TEMPLATE).read_text(encoding="utf-8")


def words(asked_for: Sequence[str]) -> int:
    """for translators: the catalogues of the program brought up to date, or what is left to translate of a scenario"""
    parser = Parser(prog="october words", description=words.__doc__)
    parser.add_argument("scenario", metavar="PATH|ID", nargs="?", help="without it, the program's own sentences")
    parser.add_argument("--lang", metavar="CODE", help="the language")
    asked = parser.parse(asked_for)
    if asked.scenario is None:
        return _catalogues(asked.lang)
    if not asked.lang:
        raise AtFault("october words: `--lang CODE` says which language is meant")
    from game.scenario import library, translation

    folder = folder_of(asked.scenario)
    original = library.load(folder).texts.translatable()
    for line in translation.left_to_do(original, translation.read(folder, asked.lang, original)):
        say(line)
    return DONE


def _catalogues(code: str | None) -> int:
    """Write the template anew from the source, and bring each catalogue up to it; a new language begins empty."""
    from game.wording import catalogue, po
    from game.wording.template import TEMPLATE, template

    fresh = template()
    codes = [*catalogue.languages(), *([code] if code and code not in catalogue.languages() else [])]
    try:
        (catalogue.FOLDER / TEMPLATE).write_text(po.written(fresh), encoding="utf-8", newline="\n")
        for one in codes:
            path = catalogue.FOLDER / f"{one}.po"
            old = po.read(path.read_text(encoding="utf-8")) if path.is_file() else []
            path.write_text(po.written(po.merged(old, fresh)), encoding="utf-8", newline="\n")
    except OSError as error:
        raise AtFault(f"the catalogues cannot be written: {(error.strerror or str(error)).lower()}") from None
    catalogue.languages.cache_clear()
    say(f"{catalogue.FOLDER / TEMPLATE}: {len(fresh) - 1} sentences")
    for one in codes:
        held = of_program(one)
        say(f"{catalogue.FOLDER / f'{one}.po'}: {held['done']} of {held['sentences']}")
    return DONE
