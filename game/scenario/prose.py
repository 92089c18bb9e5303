"""From a scenario to its texts by id."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from game.scenario.bound import THEME_WORDS
from game.scenario.shape import orders
from game.scenario.shape.whole import Scenario

Words = dict[str, str]


def words_of(scenario: Scenario) -> Words:
    """Every text of the scenario by id; empty texts have no id."""
    out: Words = {}
    _frame(scenario, out)
    _orders(scenario, out)
    _rules(scenario, out)
    _letters(scenario, out)
    _force(scenario, out)
    _council(scenario, out)
    _reading(scenario, out)
    return {id: text for id, text in out.items() if text}


def stable_ids(scenario: Scenario) -> Words:
    """The id that a translation uses, for texts that have another one here.

    Texts that the rules count by their place go by the name that the author gave them, so that another put before them
    in their list leaves the translation with its original; what stands under two ids is translated once.
    """
    out: Words = {f"channel.{one.id}": f"channel.{one.id}.name" for one in scenario.channels}
    out |= {f"stress.{one.id}": f"stress.{one.id}.text" for one in scenario.stresses}
    for decision in scenario.decisions:
        stem = f"decision.{decision.id}"
        for number, variant in enumerate(decision.variants):
            if variant.id:
                out |= {f"{stem}.v{number}.{part}": f"{stem}.{variant.id}.{part}" for part in VARIED}
        for option in decision.options:
            out |= _late(f"option.{decision.id}.{option.id}", option)
    for rider in scenario.riders:
        out |= _late(f"rider.{rider.id}", rider)
    for card in scenario.cards:
        for number, form in enumerate(card.variants):
            if form.id:
                out |= {
                    f"card.{card.id}.{part}.{number}": f"card.{card.id}.{form.id}.{part}"
                    for part in ("text", "concedes")
                }
    return out


VARIED = ("title", "question", "short", "long")
"""The parts of a decision that a variant may say otherwise."""


def _late(stem: str, order: orders.Order) -> Words:
    return {
        f"{stem}.because.{number}": f"{stem}.{late.id}.because" for number, late in enumerate(order.delayed) if late.id
    }


def _put(out: Words, stem: str, item: BaseModel, *parts: str) -> None:
    for part in parts:
        text = getattr(item, part)
        if text:
            out[f"{stem}.{part}"] = text


def _frame(scenario: Scenario, out: Words) -> None:
    out |= {"title": scenario.title, "subtitle": scenario.subtitle, "about": scenario.about}
    for seat in scenario.seats:
        _put(out, f"seat.{seat.id}", seat, "name", "adjective", "brief")
    for entry in scenario.calendar:
        _put(out, f"calendar.{entry.id}", entry, "label", "note", "again")
    for name, pace in scenario.paces.items():
        _put(out, f"pace.{name}", pace, "name", "text")
    for name, dial in scenario.dials.items():
        _put(out, f"dial.{name}", dial, "name", "meaning")
        for level, word in dial.words.items():
            out[f"dial.{name}.words.{plain(level)}"] = word
        for seat_name, words in dial.own_words.items():
            out |= {f"dial.{seat_name}.{name}.words.{plain(level)}": word for level, word in words.items()}
    for name, flag in scenario.flags.items():
        _put(out, f"flag.{name}", flag, "name", "meaning")
    for number, rung in enumerate(scenario.ladder):
        _put(out, f"ladder.{number}", rung, "name", "text")
    for number, band in enumerate(scenario.bands):
        out[f"band.{number + 1}"] = band
    for name, lens in scenario.lenses.items():
        _put(out, f"lens.{name}", lens, "name", "text")
    for criterion in scenario.criteria:
        _put(out, f"criterion.{criterion.id}", criterion, "name", "text")
    for place, offsets in scenario.clocks.items():
        out |= {f"clock.{place}.{number}": offset.label for number, offset in enumerate(offsets)}
    _free("theme", {key: value for key, value in scenario.theme.items() if key in THEME_WORDS}, out)


def plain(level: int) -> str:
    """A level in thousandths as authors write it: 1500 is 1.5."""
    return f"{level / 1000:g}"


def _order(out: Words, stem: str, order: orders.Order) -> None:
    _put(out, stem, order, "title", "text", "refused", "in_fact")
    for number, late in enumerate(order.delayed):
        if late.because:
            out[f"{stem}.because.{number}"] = late.because


def _orders(scenario: Scenario, out: Words) -> None:
    for decision in scenario.decisions:
        stem = f"decision.{decision.id}"
        _put(out, stem, decision, "title", "question", "short", "long")
        for number, variant in enumerate(decision.variants):
            _put(out, f"{stem}.v{number}", variant, *VARIED)
        for option in decision.options:
            _order(out, f"option.{decision.id}.{option.id}", option)
    for rider in scenario.riders:
        _order(out, f"rider.{rider.id}", rider)
    for standing in scenario.standing:
        _put(out, f"standing.{standing.id}", standing, "name", "text", "refused", "in_fact")
        for number, level in enumerate(standing.levels):
            out[f"standing.{standing.id}.levels.{number}"] = level


def _rules(scenario: Scenario, out: Words) -> None:
    for accord in scenario.accords:
        _put(out, f"accord.{accord.id}", accord, "name", "text")
    for audience in scenario.audiences:
        _put(out, f"audience.{audience.id}", audience, "name", "voice")
        out |= {f"audience.{audience.id}.words.{plain(level)}": word for level, word in audience.words.items()}
    seats = [seat.id for seat in scenario.seats]
    for trigger in scenario.triggers:
        for number, seat in enumerate(seats if trigger.each else [trigger.seat]):
            stem = f"trigger.{trigger.id}.{seat}" if trigger.each else f"trigger.{trigger.id}"
            _put(out, stem, trigger, "because", "in_fact")
            whose = {"own": seat, "other": seats[1 - number] if trigger.each else _across(seats, seat)}
            reports = trigger.report.by().items()
            out |= {f"{stem}.report.{whose.get(viewer, viewer)}": text for viewer, text in reports}
    for chance in scenario.circumstances:
        _put(out, f"circumstance.{chance.id}", chance, "name", "note")
        _put(out, f"trigger.circumstance.{chance.id}", chance, "because")
        reports = chance.report.by().items()
        out |= {f"trigger.circumstance.{chance.id}.report.{viewer}": text for viewer, text in reports}


def _across(seats: list[str], seat: str) -> str:
    return seats[1 - seats.index(seat)] if seat in seats else "other"


def _letters(scenario: Scenario, out: Words) -> None:
    for issue in scenario.issues:
        out[f"issue.{issue.id}"] = issue.name
        out[f"issue.{issue.id}.text"] = issue.text
        out |= {f"issue.{issue.id}.{level.id}": level.text for level in issue.levels}
    for channel in scenario.channels:
        out[f"channel.{channel.id}"] = channel.name
        _put(out, f"channel.{channel.id}", channel, "name", "text", "hears")
    for stress in scenario.stresses:
        out[f"stress.{stress.id}"] = stress.text
        _put(out, f"stress.{stress.id}", stress, "name", "text")
    for probe in scenario.probes:
        _put(out, f"probe.{probe.id}", probe, "question")
        out |= {f"probe.{probe.id}.answer.{answer.id}": answer.text for answer in probe.answers}
    _free("wording", scenario.wording, out)


def _force(scenario: Scenario, out: Words) -> None:
    for incident in scenario.incidents:
        stem = f"incident.{incident.id}"
        _put(out, stem, incident, "name", "in_fact")
        out |= {f"{stem}.report.{viewer}": text for viewer, text in incident.report.by().items()}
        if incident.last:
            _put(out, f"{stem}.last", incident.last, "title", "text", "hold", "call", "answer")
    for strike in scenario.strikes:
        _put(out, f"strike.{strike.id}", strike, "name", "text", "seen")
    for seat, listed in scenario.choices.items():
        for choice in listed:
            _put(out, f"war.{seat}.{choice.id}", choice, "title", "text")
    for kind in scenario.types:
        _put(out, f"type.{kind.id}", kind, "name", "fears", "wants", "breaks", "cabinet_hint")


def _council(scenario: Scenario, out: Words) -> None:
    for claim in scenario.claims:
        out[f"claim.{claim.id}"] = claim.text
    for card in scenario.cards:
        stem = f"card.{card.id}"
        _put(out, stem, card, "title", "text", "dated", "concedes")
        for number, variant in enumerate(card.variants):
            out[f"{stem}.text.{number}"] = variant.text
            out[f"{stem}.concedes.{number}"] = variant.concedes


def _reading(scenario: Scenario, out: Words) -> None:
    for person in scenario.people:
        _put(out, f"person.{person.id}", person, "name", "post", "stance", "blind", "look")
    for item in scenario.items:
        _put(out, f"intelligence.{item.id}", item, "title", "text", "dated", "truth", "known")
    for paper in scenario.papers:
        _put(out, f"paper.{paper.id}", paper, "masthead", "text")
    for headline in scenario.headlines:
        out[f"headline.{headline.id}"] = headline.headline
        out[f"headline.{headline.id}.line"] = headline.line
    for ending in scenario.endings:
        _put(out, f"ending.{ending.id}", ending, "title", "text", "paid", "last")
    for line in scenario.audience_lines:
        _put(out, f"line.{line.id}", line, "name", "carried", "swallowed", "refused")
    for number, moment in enumerate(scenario.entries):
        out[f"chronicle.{moment.id or number}"] = moment.text
    for term in scenario.terms:
        out[f"glossary.{term.id}"] = term.text
        out[f"glossary.{term.id}.term"] = term.term
    for judgement in scenario.counterfactuals:
        _put(out, f"counterfactual.{judgement.id}", judgement, "choice", "likely", "who", "against")
    for source in scenario.sources:
        out[f"source.{source.id}"] = source.text
    for thesis in scenario.essay:
        _put(out, f"essay.{thesis.id}", thesis, "says", "record", "debrief")


def _free(stem: str, value: Any, out: Words) -> None:
    """A free map's texts, by the keys that lead to them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _free(f"{stem}.{key}", inner, out)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _free(f"{stem}.{number}", inner, out)
    elif isinstance(value, str):
        out[stem] = value.strip()
