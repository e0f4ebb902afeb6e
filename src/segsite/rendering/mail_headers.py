"""Headers of messages, written so that no value can become a second header.

The standard library's way of folding and encoding them differs between versions of Python, and equal builds are to have
equal bytes; what RFC 2047 and RFC 5322 ask for is little.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from segsite.model.mailbox import Mailbox

_LINE = 76
"""How long a line with encoded words may be; other lines keep to it where they can."""
_LONGEST_WORD = 50
_LONGEST_LINE = 998
_FRAME = len("=?utf-8?q?" + "?=")
_BREAKING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_PLAIN = re.compile(rf"[!-~]{{1,{_LONGEST_WORD}}}(?: [!-~]{{1,{_LONGEST_WORD}}})*")
_AS_IT_IS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/ ")
"""What stands for itself among quoted words, in names as well; a space is written `_`."""
_LINKED = re.compile(r"https://[ -;=?-~]+|\{\{[ -;=?-~]+\}\}")


def header(name: str, value: str) -> str:
    """A header whose value is machine-made: ASCII on one line."""
    return f"{name}: {value}\r\n"


def text_header(name: str, value: str) -> str:
    """A header whose value is a text for people, such as a subject; line breaks and control characters are spaces."""
    text = one_line(value)
    return _folded(name, text.split(" ") if _is_plain(text) else _encoded_words(text, _LINE - len(name) - 2))


def mailbox_header(name: str, mailboxes: Iterable[Mailbox]) -> str:
    """A header that holds mailboxes, such as `From`; one that holds none is no header."""
    lists = [_mailbox(mailbox, _LINE - len(name) - 2) for mailbox in mailboxes]
    pieces = [piece for pieces in lists for piece in (*pieces[:-1], f"{pieces[-1]},")]
    return _folded(name, [*pieces[:-1], pieces[-1][:-1]]) if pieces else ""


def unsubscribe_headers(address: str) -> str:
    """The headers that give mail programs a button to unsubscribe (RFC 8058); none, if there is no safe address.

    Args:
        address: An https address, or what a platform writes for it, such as `{{ unsubscribe_url }}`.
    """
    target = quote(one_line(address), safe=_PRINTABLE)
    if not _LINKED.fullmatch(target) or len(target) > _LONGEST_LINE - len("List-Unsubscribe: <>"):
        return ""
    return header("List-Unsubscribe", f"<{target}>") + header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")


def one_line(text: str) -> str:
    """A text without line breaks, control characters and halves of characters; a space stands for each run of them."""
    return text.strip() if text.isprintable() else _BREAKING.sub(" ", text).strip()


_PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))


def _is_plain(text: str) -> bool:
    """Whether a text can stand in a header as it is: folding and unfolding gives it back."""
    return not text or (_PLAIN.fullmatch(text) is not None and "=?" not in text)


def _mailbox(mailbox: Mailbox, room: int) -> list[str]:
    name, address = " ".join(one_line(mailbox.name).split()), mailbox.routed  # mail programs show it like this anyway
    if not name:
        return [address]
    if name.isascii() and len(name) <= _LONGEST_WORD and "=?" not in name:
        quoted = re.sub(r'([\\"])', r"\\\1", name)
        return [f'"{quoted}"', f"<{address}>"]
    return [*_encoded_words(name, room), f"<{address}>"]


def _folded(name: str, pieces: list[str]) -> str:
    """A header of pieces with a space between them, or a line break and a space where a line would be too long."""
    lines = [f"{name}: {pieces[0]}"]
    for piece in pieces[1:]:
        if len(lines[-1]) + 1 + len(piece) <= _LINE:
            lines[-1] += f" {piece}"
        else:
            lines.append(f" {piece}")
    return "\r\n".join(lines) + "\r\n"


def _encoded_words(text: str, room: int) -> list[str]:
    """A text as encoded words of RFC 2047 that take up to `room` characters each: legible if most of it is ASCII."""
    budget = room - _FRAME
    if sum(map(_quoted_length, text)) <= 2 * _bytes(text):
        return [f"=?utf-8?q?{_quoted(chunk)}?=" for chunk in _chunks(text, _quoted_length, budget)]
    chunks = _chunks(text, _bytes, budget // 4 * 3)
    return [f"=?utf-8?b?{base64.b64encode(chunk.encode()).decode()}?=" for chunk in chunks]


def _chunks(text: str, length: Callable[[str], int], budget: int) -> Iterator[str]:
    """A text cut between characters, so that no piece is longer than the budget."""
    start, used = 0, 0
    for at, character in enumerate(text):
        needed = length(character)
        if used + needed > budget:
            yield text[start:at]
            start, used = at, 0
        used += needed
    yield text[start:]


def _quoted(text: str) -> str:
    return "".join(
        character.replace(" ", "_")
        if character in _AS_IT_IS
        else "".join(f"={byte:02X}" for byte in character.encode())
        for character in text
    )


def _quoted_length(character: str) -> int:
    return 1 if character in _AS_IT_IS else 3 * _bytes(character)


def _bytes(text: str) -> int:
    return len(text.encode())
