"""Every line ends with a digest of itself and of the line before: none can be changed, moved or left out unseen."""

from __future__ import annotations

from hashlib import blake2b

START = ""
"""What the first line is chained to."""

_KEY = b',"chain":"'
_END = b'"}'
_HEX = 32
_TAIL = len(_KEY) + _HEX + len(_END)


def link(previous: str, body: bytes) -> str:
    """The chain digest of a line whose JSON, without it, is `body`."""
    return blake2b(previous.encode() + b"\n" + body, digest_size=_HEX // 2).hexdigest()


def seal(previous: str, body: bytes) -> tuple[bytes, str]:
    """A JSON object as a line of the chain (LF included), and the digest that the next line is chained to."""
    digest = link(previous, body)
    return body[:-1] + _KEY + digest.encode() + _END + b"\n", digest


def unseal(line: bytes) -> tuple[bytes, str] | None:
    """The JSON of a line (LF taken off) and the digest it carries, or None where it carries none."""
    if len(line) <= _TAIL or not line.endswith(_END) or line[-_TAIL : len(_KEY) - _TAIL] != _KEY:
        return None
    digest = line[-_HEX - len(_END) : -len(_END)]
    if any(letter not in b"0123456789abcdef" for letter in digest):
        return None
    return line[:-_TAIL] + b"}", digest.decode()
