"""Expressions: the same tree gives a value, an interval that holds it, and its own text back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import compile as build
from game.engine.expression import ExpressionError, Tree, Vocabulary, interval, parse, text

NAMES = ("fear", "own.word", "ships", "deal.out")
VOCABULARY = Vocabulary({name: number for number, name in enumerate(NAMES)}, {"let.k": parse("1.9 - .5*fear")})

leaves = st.one_of(
    st.integers(-40, 40).map(lambda tenths: Tree("number", value=tenths / 8)),
    st.sampled_from((*NAMES, "let.k")).map(lambda name: Tree("name", name=name)),
)


def _grown(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        st.tuples(
            st.sampled_from(["+", "-", "*", "<", "<=", ">", ">=", "==", "!=", "and", "or", "min", "max"]), pairs
        ).map(lambda made: Tree(made[0], made[1])),
        inner.map(lambda part: Tree("not", (part,))),
        st.tuples(inner, st.integers(-3, 3), st.integers(4, 9)).map(
            lambda made: Tree("clamp", (made[0], Tree("number", value=made[1]), Tree("number", value=made[2])))
        ),
        st.tuples(inner, inner, inner, inner).map(lambda parts: Tree("pick", parts)),
    )


trees = st.recursive(leaves, _grown, max_leaves=12)
vectors = st.tuples(*[st.integers(-5000, 10000)] * len(NAMES))


def stripped(tree: Tree) -> Tree:
    return Tree(tree.op, tuple(stripped(part) for part in tree.parts), tree.value, tree.name)


@given(trees)
def test_an_expression_reads_back_from_its_own_text(tree: Tree) -> None:
    assert text(parse(text(tree))) == text(tree)


@given(trees, vectors, vectors, st.data())
def test_the_interval_holds_the_value_of_every_vector_between(
    tree: Tree, one: tuple[int, ...], two: tuple[int, ...], data: st.DataObject
) -> None:
    low = tuple(min(pair) for pair in zip(one, two, strict=True))
    high = tuple(max(pair) for pair in zip(one, two, strict=True))
    inside = tuple(data.draw(st.integers(a, b)) for a, b in zip(low, high, strict=True))
    value = build.number(VOCABULARY, text(tree))(inside)
    least, most = interval(tree, VOCABULARY)(low, high)
    assert least - 1e-9 <= value <= most + 1e-9


@pytest.mark.parametrize(
    ("written", "vector", "value"),
    [
        ("1 + 2*3", (0, 0, 0, 0), 7.0),
        ("pick(ships, .1, .5, 1.2)", (0, 0, 1000, 0), 0.5),
        ("pick(ships, .1, .5, 1.2)", (0, 0, 9000, 0), 1.2),
        ("clamp(fear, 0, 2)", (5000, 0, 0, 0), 2.0),
        ("max(.45, let.k)", (10000, 0, 0, 0), 0.45),
        ("1 <= fear <= 2", (1500, 0, 0, 0), 1.0),
        ("fear and not ships", (1, 0, 0, 0), 1.0),
    ],
)
def test_values(written: str, vector: tuple[int, ...], value: float) -> None:
    assert build.number(VOCABULARY, written)(vector) == value


@pytest.mark.parametrize(
    "written",
    ["", "1 +", "fear / 2", "fear ** 2", "fear[0]", "'text'", "lambda: 1", "abs(fear)", "min(fear)", "pick(fear, k=1)",
     "fear if ships else 1", "fear is ships", "x := 3", "__import__('os')", "(" * 300, "1" * 2000],
)  # fmt: skip
def test_anything_outside_the_language_is_refused_with_a_column(written: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(written)
    assert caught.value.column >= 1
    assert caught.value.message


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(ExpressionError) as caught:
        build.number(VOCABULARY, "fear + feer")
    assert caught.value.name == "feer"
