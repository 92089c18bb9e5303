"""What a mind holds of the other leader: the view's belief, and what his answers to probes add."""

from __future__ import annotations

from game.engine.guess import as_seen, likely_values
from game.engine.knowledge import Knowledge
from game.engine.observe import card_weights
from game.engine.rulebook import Rulebook

MILLION = 1_000_000


def of_rival(rulebook: Rulebook, view: Knowledge, *, frozen: bool, reads: bool = False) -> tuple[float, ...]:
    """Chance of each type of the other seat, summing to 1.

    `frozen` keeps the prior whatever has been seen; who `reads` counts the cards on the table, asked about or not.
    """
    if frozen:
        return _shares(tuple(float(weight) for weight in rulebook.priors(view.lens, 1 - view.viewer)))
    belief = tuple(one / MILLION for one in view.belief)
    if reads and view.dossier.cards:
        belief = _read(rulebook, view, belief)
    if not view.reports:
        return belief
    return _probed(rulebook, view, belief)


def _shares(weights: tuple[float, ...]) -> tuple[float, ...]:
    total = 0.0
    for weight in weights:
        total += weight
    return tuple(weight / total for weight in weights) if total > 0.0 else tuple(1.0 / len(weights) for _ in weights)


def _read(rulebook: Rulebook, view: Knowledge, belief: tuple[float, ...]) -> tuple[float, ...]:
    """Bayes on report cards that another man across the water would have made read otherwise."""
    guessed = likely_values(rulebook, view)
    weights = list(belief)
    counted = [card for _, card, right in view.dossier.asked if right]
    for card, shown in view.dossier.cards:
        if card not in counted:
            told = card_weights(rulebook, 1 - view.viewer, card, shown, guessed)
            weights = [one * share for one, share in zip(weights, told, strict=True)] if told else weights
    return _shares(tuple(weights))


def _probed(rulebook: Rulebook, view: Knowledge, belief: tuple[float, ...]) -> tuple[float, ...]:
    """Bayes on answers to probes: a type's true answer is likelier than smoke. One that was doubted counts nothing."""
    answers = [
        report
        for report in view.reports
        if report.kind == "probe_answered" and report.subject in rulebook.probe_of and not report.value("doubted")
    ]
    if not answers:
        return belief
    seat, other = view.viewer, 1 - view.viewer
    values = as_seen(rulebook, view)
    weights = list(belief)
    honest = min(0.98, max(0.02, rulebook.honest[seat](values)))
    for report in answers:
        number = rulebook.probe_of[report.subject]
        said = rulebook.tables.negotiation.probes[number].answers
        for kind in range(len(weights)):
            values[rulebook.type_at[other]] = kind * 1000
            true = min(max(int(rulebook.probe_truth[number](values)), 0), len(said) - 1)
            right = said[true] == report.value("answer")
            weights[kind] *= honest if right else (1.0 - honest) / max(1, len(said) - 1)
    floor = rulebook.tables.beliefs.floor * 0.001
    return _shares(tuple(max(floor, share) for share in _shares(tuple(weights))))


def likeliest(belief: tuple[float, ...]) -> int:
    """The type thought likeliest, the first of equals."""
    best = 0
    for kind, share in enumerate(belief):
        if share > belief[best]:
            best = kind
    return best


def doubt(belief: tuple[float, ...]) -> float:
    """How little is known of him, from 0 (sure) to near 1."""
    return 1.0 - max(belief) if belief else 0.0
