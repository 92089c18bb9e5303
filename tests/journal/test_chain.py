"""A line carries a digest of itself and of all before it."""

from hypothesis import given
from hypothesis import strategies as st

from game.journal.chain import START, link, seal, unseal


@given(st.text(), st.sampled_from([START, "ab" * 16]))
def test_a_sealed_line_opens_to_what_it_was(text, previous):
    body = b'{"about":"' + text.encode("utf-8", "replace").replace(b"\n", b"") + b'"}'
    line, digest = seal(previous, body)
    assert line.endswith(b"\n") and b"\n" not in line[:-1]
    assert unseal(line[:-1]) == (body, digest)
    assert link(previous, body) == digest


@given(st.integers(0, 200), st.integers(1, 255))
def test_a_changed_byte_is_seen(at, by):
    line, digest = seal("", b'{"kind":"note","about":"the ships have stopped"}')
    changed = bytearray(line[:-1])
    changed[at % len(changed)] ^= by
    opened = unseal(bytes(changed))
    assert opened is None or link("", opened[0]) != opened[1]
    assert digest == link("", b'{"kind":"note","about":"the ships have stopped"}')


def test_the_same_words_after_another_line_have_another_digest():
    assert link("a" * 32, b"{}") != link("b" * 32, b"{}")


@given(st.binary())
def test_any_bytes_are_a_line_or_none(data):
    opened = unseal(data)
    assert opened is None or len(opened[1]) == 32
