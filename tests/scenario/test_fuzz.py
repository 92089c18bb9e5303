"""Whatever bytes stand in a scenario's files, the answer is a list of problems, never a traceback."""

from hypothesis import given
from hypothesis import strategies as st

from game.scenario.files import contents
from game.scenario.load import compile_files
from tests.scenario.broken import TINY

FILES = sorted(contents(TINY))
NAMES = [name for name, _ in FILES]
WORDS = sorted({word for _, data in FILES for word in data.split() if 0 < len(word) < 40})
NASTY = [
    b"{", b"}", b"[", b"]", b":", b" - ", b"'", b'"', b"&a ", b"*a", b"!t ", b"? ", b"|", b">", b"\t", b"\x00",
    b"\xff", b"#", b"%", b"<<: ", b"---\n", b"...\n", b"null", b"true", b"-1e9", b"1_000", b"0x10", b".inf", b"own.",
    b"other.", b"mine.", b"'=9'", b"[" * 50, b"- " * 50, b"(" * 50, b"9" * 40, "\u2028\u00e9\U0001f4a7".encode(),
]  # fmt: skip


def checked(files: list[tuple[str, bytes]]) -> None:
    loaded = compile_files(files).loaded
    for problem in loaded.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.sentence
        assert "could not be made" not in problem.sentence, str(problem)
    assert (loaded.tables is None) == any(problem.severity == "error" for problem in loaded.problems)


@st.composite
def mutated(draw):
    """The tiny scenario with a few bytes cut out, put in or swapped for other words of it."""
    files = dict(FILES)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(NAMES))
        data = files[name]
        at = draw(st.integers(0, len(data)))
        upto = min(len(data), at + draw(st.integers(0, 30)))
        new = draw(st.one_of(st.sampled_from(NASTY), st.sampled_from(WORDS), st.binary(max_size=6), st.just(b"")))
        files[name] = data[:at] + new + data[upto:]
    return sorted(files.items())


@given(mutated())
def test_mutated_files_never_raise(files):
    checked(files)


@st.composite
def word_swaps(draw):
    """One word of the tiny scenario swapped for another: still YAML more often than not."""
    name, data = draw(st.sampled_from(FILES))
    words = data.split(b" ")
    places = [place for place, word in enumerate(words) if word.strip()]
    for _ in range(draw(st.integers(1, 3))):
        words[draw(st.sampled_from(places))] = draw(st.sampled_from(WORDS))
    files = dict(FILES)
    files[name] = b" ".join(words)
    return sorted(files.items())


@given(word_swaps())
def test_swapped_words_never_raise(files):
    checked(files)


@given(st.binary(max_size=300))
def test_any_bytes_never_raise(data):
    checked([("scenario.yaml", data)])


WORD = st.one_of(
    st.text(max_size=8), st.sampled_from(["anger", "own.trust", "=2", "day1", "water >= 3", "pick(water, 1)"])
)
LEAF = st.one_of(st.none(), st.booleans(), st.integers(-20, 20), WORD)
LIST = st.lists(LEAF, max_size=3)
PLAIN = st.one_of(LEAF, LIST, st.dictionaries(WORD, st.one_of(LEAF, LIST), max_size=3), st.lists(LIST, max_size=2))


@given(st.sampled_from(NAMES), st.data())
def test_any_value_anywhere_never_raises(name, data):
    """A whole part of the format replaced by some other value."""
    import yaml

    read = yaml.safe_load(dict(FILES)[name])
    holder = read
    key = data.draw(st.sampled_from(sorted(holder)))
    for _ in range(data.draw(st.integers(0, 4))):
        inner = holder[key]
        if isinstance(inner, dict) and inner:
            holder, key = inner, data.draw(st.sampled_from(sorted(inner, key=str)))
        elif isinstance(inner, list) and inner:
            holder, key = inner, data.draw(st.integers(0, len(inner) - 1))
    holder[key] = data.draw(PLAIN)
    files = dict(FILES)
    files[name] = yaml.safe_dump(read, allow_unicode=True).encode()
    checked(sorted(files.items()))
