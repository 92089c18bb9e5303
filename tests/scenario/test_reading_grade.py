"""What must be read at a decision is plain: Flesch and Kincaid's grade 9 or below, by a measure that is measured too.

The formula is ours and not a library's: the known one (textstat) fetches its word list from the net when it first runs,
and no test of this game may need the net.
"""

from __future__ import annotations

import pytest

from game.papers import brief
from tests.papers.every import october_book
from tests.papers.test_aftermath import ENDS, standing
from tests.rulebooks import october
from tests.scenario.october import document, grade, syllables

COUNTED = {
    1: "the boats fired passed stopped asked ships tried placed line noise built signed knows guns pledge strike",
    2: "answer missile Cuba Moscow Turkey order letter promise island bombers waiting public secret ended counted army",
    3: "Kennedy alliance remember decision president allowing admiral Havana whatever tomorrow enemy photograph",
    4: "negotiate information political American inspection's ultimatum democracy independence reconnoitring",
    5: "communication university immediately opportunity unforgettable organisation",
}
"""Words of these texts and others, by syllables as a dictionary parts them."""


def test_syllables_are_counted_to_one_in_twenty() -> None:
    found = sum(syllables(word) for words in COUNTED.values() for word in words.split())
    true = sum(count * len(words.split()) for count, words in COUNTED.items())
    assert abs(found - true) <= true / 20
    wrong = [(w, syllables(w)) for count, words in COUNTED.items() for w in words.split() if syllables(w) != count]
    assert len(wrong) <= 6, wrong


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The cat sat on the mat.", -1.45),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.3),
    ],
)
def test_the_grade_is_the_one_that_is_printed_for_a_known_text(text: str, printed: float) -> None:
    assert grade(text) == pytest.approx(printed, abs=0.95)


def test_a_text_that_is_too_hard_would_be_seen() -> None:
    hard = (
        "Notwithstanding considerable uncertainty concerning operational availability of intermediate-range systems, "
        "the intelligence community's assessment emphasised the inadvisability of precipitate military retaliation."
    )
    assert grade(hard) > 20


@pytest.mark.parametrize("seat", [0, 1], ids=list(october().seats))
@pytest.mark.parametrize("pace", [pace.id for pace in october().tables.paces])
def test_a_brief_as_it_is_shown_reads_at_grade_nine_or_below(seat: int, pace: str) -> None:
    seen = standing(seat, october().tables.paces[0].turns[-1].entries[0], {})
    number = october().pace_of[pace]
    read = 0
    for turn, one in enumerate(october().tables.paces[number].turns):
        if (seat, one.asks[seat]) not in october().dated:
            continue
        for registers in ENDS.values():
            exact = list(seen.exact)
            for name, value in registers.items():
                exact[october().index[name]] = value
            paper = brief.brief(october_book(), seen._replace(pace=number, turn=turn, exact=tuple(exact)))
            found = grade(" ".join(f"{text.rstrip('.')}." for text in paper.prose()))
            assert found <= 9, f"{pace}, turn {turn}: {found:.1f}"
            read += 1
    assert read >= 5


def test_every_question_and_every_variant_reads_at_grade_nine_or_below() -> None:
    for decision in document()["decisions"]:
        for shown in (decision, *decision.get("variants", [])):
            told = f"{shown.get('question') or decision['question']} {shown.get('short') or decision['short']}"
            assert grade(told) <= 9, f"{decision['id']}: {grade(told):.1f}"
