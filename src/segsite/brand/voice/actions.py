"""Actions: what could stand in place of the words a voice rule has found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from segsite.brand.patterns import SECONDS, compiled, fault
from segsite.brand.voice.messages import choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from segsite.brand.passages import Span
    from segsite.model.voice import Action

Results = tuple[str, ...]
"""Texts to choose from; the empty text stands for nothing at all."""

_MOST = 5
_REACH = 200
"""No word is longer; to look further back for its start would take its time."""
_SIGNS = frozenset("()[]{}|*+?^$\\")
_BEFORE = re.compile(r"[\w-]+$")
_AFTER = re.compile(r"[\w-]+")
_TRIMMING = frozenset({"trim", "trim_left", "trim_right", "remove"})
_DOLLAR = re.compile(r"\$(?:(\d+)|\{(\w+)\}|([A-Za-z_]\w*))|\\")


def results(action: Action, found: str) -> Results | None:
    """What an action makes of the words found; None if it says nothing that can be used."""
    if action.name == "replace" and action.params:
        return tuple(action.params)
    if action.name == "remove":
        return ("",)
    if action.name == "convert" and action.params[:1] == ["simple"]:
        return (_simple(found),)
    if action.name == "edit" and action.params:
        edited = _edited(action.params, found)
        return (edited.strip(),) if edited is not None and edited.strip() != found else None
    return None


def expanded(template: str, match: regex.Match[str]) -> str:
    """A replacement with `$1` and `${name}` filled from a match; as it is written if there is no such group."""
    try:
        return str(match.expand(_DOLLAR.sub(_group, template)))
    except (IndexError, regex.error):
        return template


def recased(found: str, result: str) -> str:
    """A result with a capital where the words found have one at the start, unless the capital is what is wrong."""
    capital = found[:1].isupper() and (found[1:].islower() or found.istitle())
    kept = capital and result.islower() and result.casefold() != found.casefold()
    return result[:1].upper() + result[1:] if kept else result


def is_safe(action: Action, found: str, result: str) -> bool:
    """Whether a result can be put in as it is: it is no pattern, and no space that parts words is lost."""
    return not set(result) & _SIGNS and keeps_apart(action, found)


def keeps_apart(action: Action, found: str) -> bool:
    """Whether the words around a result stay apart from it, or are meant to touch it."""
    trims = action.name == "edit" and action.params[:1] and action.params[0] in _TRIMMING
    return found == found.strip() or bool(trims)


def is_whole(text: str, span: Span) -> bool:
    """Whether a stretch of a text ends where words end."""
    return not (_BEFORE.search(text[max(span[0] - _REACH, 0) : span[0]]) or _AFTER.match(text, span[1]))


def completed(text: str, span: Span, choices: Results) -> Results:
    """Results with the rest of the words that the stretch begins or ends in, as one would read them."""
    before, after = _BEFORE.search(text[max(span[0] - _REACH, 0) : span[0]]), _AFTER.match(text, span[1])
    if not (before or after) or choices == ("",):
        return choices
    return tuple(f"{before[0] if before else ''}{one}{after[0] if after else ''}" for one in choices)


def hint(choices: Results | None) -> str:
    """What to write, in a sentence; empty if there is nothing to say."""
    if not choices:
        return ""
    if choices == ("",):
        return "Remove it."
    more = ", for example" if len(choices) > _MOST else ""
    return f"Write {choice(choices[:_MOST], '“”')}{more}."


def _group(match: re.Match[str]) -> str:
    name = match[1] or match[2] or match[3]
    return rf"\g<{name}>" if name else r"\\"


def _simple(text: str) -> str:
    """Words in lower case, apart: `auto-detect` and `autoDetect` become `auto detect`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(re.sub(r"[\W_]+", " ", spaced).lower().split())


def _edited(params: list[str], text: str) -> str | None:
    edit = _EDITS.get(params[0])
    try:
        return edit(text, params[1:]) if edit is not None else None
    except (IndexError, ValueError, TimeoutError, MemoryError, regex.error):
        return None


def _substituted(text: str, params: list[str]) -> str:
    pattern, template = params
    if fault(pattern) is not None:
        raise ValueError
    replaced = compiled(pattern).sub(lambda match: _apart(match, expanded(template, match)), text, timeout=SECONDS)
    return str(replaced)


def _apart(match: regex.Match[str], words: str) -> str:
    """Words for a sign, with spaces where the sign has parted others from it: `9–5` becomes `9 to 5`, not `9to5`."""
    sign, before, after = match[0], match.string[: match.start()], match.string[match.end() :]
    led = sign and words[:1].isalnum() and before[-1:].isalnum() and not sign[0].isalnum()
    followed = sign and words[-1:].isalnum() and after[:1].isalnum() and not sign[-1].isalnum()
    return f"{' ' if led else ''}{words}{' ' if followed else ''}"


def _replaced(text: str, params: list[str]) -> str:
    old, new = params
    return text.replace(old, new) if old else text


def _piece(text: str, sign: str, at: int) -> str:
    """The first or the last piece of a text; one that leaves words out on both sides, or is empty, is not meant."""
    pieces = text.split(sign)
    if at not in {0, len(pieces) - 1} or not pieces[at].strip():
        raise ValueError
    return pieces[at]


_EDITS: dict[str, Callable[[str, list[str]], str]] = {
    "regex": _substituted,
    "trim": lambda text, params: text.strip(params[0]),
    "trim_left": lambda text, params: text.lstrip(params[0]),
    "trim_right": lambda text, params: text.rstrip(params[0]),
    "remove": lambda text, params: text.replace(params[0], ""),
    "replace": _replaced,
    "truncate": lambda text, params: _piece(text, params[0], 0),
    "split": lambda text, params: _piece(text, params[0], int(params[1])),
}
