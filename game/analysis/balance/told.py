"""A study as the JSON that `balance` writes: games, seed, digest of the rules, every figure with its 95 % interval."""

from __future__ import annotations

from typing import Any

from game.analysis.balance.danger import HOW, KINDS, rows, tenth
from game.analysis.balance.figure import of_share
from game.analysis.balance.match import Games
from game.analysis.balance.measures import gain, incidents, links, never_used, usage, worth_of
from game.analysis.balance.reply import Table, depending, dominated, spreads
from game.analysis.balance.study import (
    FREE,
    LISTENED,
    PARTS,
    READERS,
    ROWS,
    Study,
    at_pace,
    line,
    reading,
)
from game.analysis.balance.target import verdicts
from game.analysis.table import groups_of

Json = dict[str, Any]


def as_json(study: Study, digest: str = "") -> Json:
    """Everything measured, as plain values."""
    tables, plan = study.rulebook.tables, study.plan
    out: Json = {
        "scenario": tables.id,
        "rulebook": digest,
        "seed": plan.seed,
        "pace": plan.options.pace or tables.paces[0].id,
        "lens": plan.options.lens or (tables.lenses[0].id if tables.lenses else ""),
        "games": {"forced": plan.games, "other": plan.others},
        "targets": [
            {
                "id": one.id, "text": one.text, "measure": one.measure, "at_least": one.at_least,
                "at_most": one.at_most, **one.figure.as_json(), "verdict": one.verdict, "sure": one.sure,
            }
            for one in verdicts(study)
        ],
    }  # fmt: skip
    makers = {
        "forced": forced, "doctrines": doctrines, "endings": endings, "usage": used, "danger": danger, "line": lines,
        "council": council,
    }  # fmt: skip
    return out | {part: makers[part](study) for part in PARTS if part in plan.parts}


def forced(study: Study) -> Json:
    """Every decision point; by seat what is dominated, how wide decisions are, and how many depend on the rival."""
    out: Json = {"decisions": [_table(study, table) for table in study.tables], "seats": {}}
    for seat, name in enumerate(study.rulebook.seats):
        told, found = depending(study.tables, seat)
        out["seats"][name] = {
            "dominated": [
                {"option": one.name, "lacks": one.lacks.as_json(), "pairs_told": one.told, "pairs": one.of}
                for one in dominated(study.tables, seat)
            ],
            "spreads": [
                {"decision": one.decision, "types": pair(study, one.pair), "points": one.points.as_json()}
                for one in spreads(study.tables, seat)
            ],
            "depends": {
                "decisions": [table.decision for table in found],
                "by_mean": sum(table.depends_by_mean for table in told),
                "of": len(told),
            },
        }
    return out


def pair(study: Study, types: tuple[int, int]) -> list[str]:
    """Two types by name."""
    return [study.rulebook.types[seat][types[seat]].id for seat in range(2)]


def _table(study: Study, table: Table) -> Json:
    rulebook = study.rulebook
    seat, entry = table.point
    return {
        "seat": rulebook.seats[seat],
        "entry": rulebook.tables.entries[entry].id,
        "decision": table.decision,
        "games": table.games,
        "met": of_share(table.games, study.forks.games).as_json(),
        "depends": table.depends,
        "depends_by_mean": table.depends_by_mean,
        "spread": [{"types": pair(study, one), "points": gap.as_json()} for one, gap in table.spread.items()],
        "options": [
            {
                "option": f"{choice.decision}.{choice.id}",
                "open": choice.open.as_json(),
                "right_against": len(choice.replies),
                "of": len(choice.told),
                "lacks": choice.least_gap.as_json() if choice.least_gap else None,
                "cells": [
                    {
                        "types": pair(study, one), "worth": cell.worth.as_json(), "gap": cell.gap.as_json(),
                        "best": table.best[one] == choice.id, "best_reply": cell.best_reply, "told": cell.told,
                    }
                    for one, cell in choice.cells.items()
                ],
            }
            for choice in table.choices
        ],
    }  # fmt: skip


def doctrines(study: Study) -> Json:
    """The matrix of worths, and each seat's no-regret mix."""
    found = study.doctrines
    if found is None:
        return {}
    out: Json = {}
    for seat, name in enumerate(study.rulebook.seats):
        rival = found.names[1 - seat]
        worth: Json = {}
        for place, own in enumerate(found.names[seat]):
            row = found.cells[seat][place] if seat == 0 else tuple(line[place] for line in found.cells[seat])
            worth[own] = {other: cell.as_json() for other, cell in zip(rival, row, strict=True)}
        out[name] = {
            "mix": {own: share.as_json() for own, share in zip(found.names[seat], found.mix[seat], strict=True)},
            "against_mix": {
                own: mean.as_json() for own, mean in zip(found.names[seat], found.against[seat], strict=True)
            },
            "worth": worth,
        }
    return out


def endings(study: Study) -> Json:
    """Each row of games: groups and kinds of ending, incidents a game, links that bite, worth."""
    rows_ = {name: study.games(match) for name, match in ROWS.items()}
    rows_ |= {f"history, {pace.id}": study.games(at_pace(pace.id)) for pace in study.rulebook.tables.paces}
    return {name: row(study, games) for name, games in rows_.items()}


def row(study: Study, games: Games) -> Json:
    """How one row of games went."""
    count, rulebook = len(games.games), study.rulebook
    return {
        "games": count,
        "endings": {group: of_share(games.count(group), count).as_json() for group in groups_of(rulebook)},
        "kinds": {
            ending.id: of_share(games.tally.kinds[ending.id], count).as_json() for ending in rulebook.tables.endings
        },
        "worth": {seat: worth_of(games, number).as_json() for number, seat in enumerate(rulebook.seats)},
        "incidents": incidents(games).as_json(),
        "incident": {
            incident.id: round(games.tally.incidents[incident.id] / max(1, count), 4)
            for incident in rulebook.tables.incidents
        },
        "links": {link: share.as_json() for link, share in links(study, games).items()},
    }


def used(study: Study) -> Json:
    """Where two minds choose freely: the most-used headline of each decision, and what is never used."""
    return {
        name: {
            "most": [
                {"decision": decision, "option": option, "share": share.as_json()}
                for decision, option, share in usage(study, seat)
            ],
            "never": never_used(study, seat),
        }
        for seat, name in enumerate(study.rulebook.seats)
    }


def danger(study: Study) -> Json:
    """Stated chances beside what came: by who played, seat, when it was said, and of what."""
    out: Json = {}
    for match in LISTENED:
        heard = study.games(match).heard
        out[match.one] = {
            name: {
                how: {
                    "near_a_tenth": tenth(heard, seat, how).as_json(),
                    **{
                        kind: [
                            {"from": one.low, "to": one.high, "stated": round(one.stated, 5), **one.came.as_json()}
                            for one in rows(heard, seat, how, (kind,))
                        ]
                        for kind in KINDS
                    },
                }
                for how in HOW
            }
            for seat, name in enumerate(study.rulebook.seats)
        }
    return out


def lines(study: Study) -> Json:
    """A seat's record against each type across."""
    return {
        name: {kind.id: row(study, study.games(line(seat, kind.id))) for kind in study.rulebook.types[1 - seat]}
        for seat, name in enumerate(study.rulebook.seats)
    }


def council(study: Study) -> Json:
    """Asking well and asking anything, against asking nothing, under the same seeds."""
    free = study.games(FREE)
    out: Json = {}
    for seat, name in enumerate(study.rulebook.seats):
        out[name] = {"unread": worth_of(free, seat).as_json()}
        for asker in READERS:
            games = study.games(reading(seat, asker))
            out[name][asker] = {
                "games": len(games.games),
                "gain": gain(study, seat, asker).as_json(),
                "questions": round(games.tally.asks / max(1, len(games.games)), 3),
                "endings": {
                    group: of_share(games.count(group), len(games.games)).as_json()
                    for group in groups_of(study.rulebook)
                },
            }
    return out
