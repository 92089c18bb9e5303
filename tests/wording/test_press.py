"""The front page is made from what the public knows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.engine.api import PUBLIC, view
from game.wording.press import front_page, public_values
from tests.papers.every import october_book
from tests.rulebooks import october
from tests.strategies import random_moves


@given(st.integers(0, 2_000))
def test_every_paper_of_a_side_has_a_story_that_is_true_to_the_public(seed: int) -> None:
    made = october_book()
    when = {headline["id"]: headline["when"] for headline in made.content("headlines", ())}
    for before, _move, after in random_moves(october(), seed):
        phase = before.knowledge[PUBLIC].phase
        if phase == after.knowledge[PUBLIC].phase:
            continue
        public = view(after, PUBLIC)
        values = public_values(made, public, phase)
        for seat in range(2):
            stories = front_page(made, public, seat, phase)
            own = [paper for paper in made.content("papers", ()) if paper["seat"] == made.rulebook.seats[seat]]
            assert len(stories) == len(own)
            for story in stories:
                holds = october().truth(when[story.id])
                assert holds is None or holds(values)
