"""A folder of YAML checked and compiled: read, gather, shape, resolve, build, lint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path as Folder

from game.engine.tables import Tables
from game.scenario.build import build
from game.scenario.build.keep import kept
from game.scenario.content import content_of
from game.scenario.files import contents
from game.scenario.gather import Document, gather
from game.scenario.lint import lint
from game.scenario.loaded import Loaded
from game.scenario.names import names_of
from game.scenario.problems import Problem
from game.scenario.prose import words_of
from game.scenario.resolve import Resolver
from game.scenario.shape.whole import Scenario
from game.scenario.shaped import shape
from game.scenario.texts import Texts


@dataclass(slots=True)
class Compilation:
    """Everything known of a scenario after reading it; the lints and the inventory look here."""

    document: Document
    scenario: Scenario | None = None
    resolver: Resolver | None = None
    draft: Tables | None = None
    """Tables as far as they could be built; the checks look at them."""
    tables: Tables | None = None
    texts: Texts = field(default_factory=Texts)
    whole: bool = False
    """Nothing had to be left out as malformed."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def loaded(self) -> Loaded:
        problems = tuple(sorted(set(self.problems), key=Problem.order))
        faulty = any(problem.severity == "error" for problem in problems)
        return Loaded(None if faulty else self.tables, self.texts, problems)


def compile_files(files: Iterable[tuple[str, bytes]]) -> Compilation:
    """Compile files given as (name, bytes). Never raises for what stands in them."""
    document = gather(files)
    out = Compilation(document)
    try:
        _compile(out)
    except RecursionError:
        out.problems.append(Problem(*document.first, "error", "this scenario is nested too deeply to be checked"))
    return out


def _compile(out: Compilation) -> None:
    document = out.document
    out.problems += document.problems
    if not document.value:
        if not document.problems:
            out.problems.append(
                Problem(*document.first, "error", "there is no scenario here: no *.yaml with anything in it")
            )
        return
    shaped = shape(document)
    out.problems += shaped.problems
    out.scenario = shaped.scenario
    if shaped.scenario is None:
        return
    out.whole = not any(problem.severity == "error" for problem in out.problems)
    resolver = Resolver(document, names_of(shaped.scenario, shaped.dropped))
    out.resolver = resolver
    tables = build(resolver, shaped.scenario)
    out.texts = Texts(words_of(shaped.scenario), content_of(resolver, shaped.scenario))
    out.draft = tables = kept(resolver, tables)
    out.tables = tables if out.whole and not resolver.problems else None
    out.problems += resolver.problems
    out.problems += lint(out)
    if document.lost:  # what is missing may stand in the file that cannot be read
        out.problems = [problem for problem in out.problems if " is missing" not in problem.sentence]


def compile_folder(folder: Folder) -> Compilation:
    """Compile the scenario in a folder."""
    try:
        return compile_files(list(contents(folder)))
    except OSError as error:
        out = Compilation(Document())
        out.problems.append(Problem(str(folder), 1, 1, "error", f"this cannot be read: {error.strerror or error}"))
        return out


def load(folder: Folder) -> Loaded:
    """Tables (None where there is an error), texts, and every problem in the order of the files."""
    return compile_folder(folder).loaded
