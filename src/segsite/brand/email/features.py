"""Which features a finished e-mail uses: its styles are on its elements, its media queries in the head.

What stands in a media query, or in any other at-rule, comes on top of what all clients get: it is not looked at, and
neither is that a client passes it over. Tags are taken apart once, since most are alike in ten thousand e-mails.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from segsite.brand.email.catalogue import FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.email.catalogue.feature import Feature
    from segsite.brand.passages import Span


class Use(NamedTuple):
    """A feature in use.

    Attributes:
        feature: The key of the feature.
        words: What shows it: a declaration, the name of a tag, the address of a picture.
        eased: Whether a fallback stands beside it, so that only decoration can be lost.
    """

    feature: str
    words: str
    eased: bool = False


class Declaration(NamedTuple):
    """A property, its value, and the stretch of the text where both are written."""

    name: str
    value: str
    span: Span


TAG = re.compile(r"<[a-zA-Z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
"""An opening tag."""
SHEET = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
"""A style sheet in the HTML."""
STYLE = re.compile(r"\sstyle\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
"""The `style` of a tag, in the first group or the second."""
_ADDRESS = re.compile(r"(\shref=\"[^\"#])[^\"]*")
_DECLARATION = re.compile(
    r"(?<![-\w])(-{0,2}[a-zA-Z_][-\w]*)\s*:\s*((?:\"[^\"]*\"|'[^']*'|url\([^)]*\)|[^;\"'{}])*)", re.IGNORECASE
)
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_AT_RULE = re.compile(r"@[-\w]+[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_AIMED = re.compile(
    r":(?:hover|focus|active|visited|checked|target)|::|\[(?:data-og|owa|class)|\+|#(?:outlook|Message)"
)
"""A selector for one client, or for a state that readers bring about: what it says comes on top."""
_BRACKETS = re.compile(r"\([^()]*\)")
_HIDDEN = re.compile(r"(?<![-\w])display\s*:\s*none", re.IGNORECASE)


_IN_PROPERTIES = [
    (feature, re.compile(feature.properties), re.compile(feature.values, re.IGNORECASE))
    for feature in FEATURES.values()
    if feature.properties
]
_IN_TAGS = [
    (feature, re.compile(feature.tag, re.IGNORECASE | re.DOTALL)) for feature in FEATURES.values() if feature.tag
]
_IN_SHEETS = [(feature, re.compile(feature.sheet, re.IGNORECASE)) for feature in FEATURES.values() if feature.sheet]
_EASED = {feature.key: re.compile(feature.eased) for feature in FEATURES.values() if feature.eased}


def uses_of_tag(tag: str) -> tuple[Use, ...]:
    """The features that a tag uses; none if it hides its element."""
    return _uses_of(_ADDRESS.sub(r"\1", tag))  # where a link leads differs from e-mail to e-mail


@lru_cache(maxsize=16_384)
def _uses_of(tag: str) -> tuple[Use, ...]:
    style = STYLE.search(tag)
    text = html.unescape(style[1] if style[1] is not None else style[2]) if style is not None else ""
    if _HIDDEN.search(text):
        return ()
    found = [Use(one.key, _shown(match, tag), _is_eased(one, tag)) for one, match in _in_tag(tag)]
    return (*found, *(use for use, _ in uses_of_style(text, tag)))


def _in_tag(tag: str) -> Iterator[tuple[Feature, re.Match[str]]]:
    for feature, pattern in _IN_TAGS:
        match = pattern.match(tag)
        if match is not None:
            yield feature, match


def _shown(match: re.Match[str], tag: str) -> str:
    return html.unescape(match["words"]) if "words" in match.re.groupindex else re.split(r"[\s/>]", tag, maxsplit=1)[0]


def uses_of_style(style: str, context: str = "") -> list[tuple[Use, Span]]:
    """The features that declarations use, each with where its declaration stands.

    Args:
        style: The declarations.
        context: The tag they stand on, which may have a fallback of its own.
    """
    found: dict[str, list[tuple[Use, Span]]] = {}
    plain: set[str] = set()
    for name, value, span in declarations(style):
        features = _in_declaration(name, value)
        if not features:
            plain.add(name)
        uses = [Use(one.key, f"{name}: {value}", name in plain or _is_eased(one, context or style)) for one in features]
        found[name] = [(use, span) for use in uses]  # the last one of a property holds
    return [use for uses in found.values() for use in uses]


@lru_cache(maxsize=4096)
def _in_declaration(name: str, value: str) -> tuple[Feature, ...]:
    if name.startswith(("--", "mso-")):
        return ()
    return tuple(one for one, names, values in _IN_PROPERTIES if names.fullmatch(name) and values.search(value))


def _is_eased(feature: Feature, context: str) -> bool:
    pattern = _EASED.get(feature.key)
    if pattern is None:
        return False
    bare = _BRACKETS.sub("", _BRACKETS.sub("", html.unescape(context)))
    return pattern.search(bare) is not None


def declarations(style: str) -> Iterator[Declaration]:
    """The declarations in a style attribute, or in the block of a rule."""
    for match in _DECLARATION.finditer(_blank(_CSS_COMMENT, style)):
        value = match[2].strip()
        yield Declaration(match[1].lower(), value, (match.start(), match.start(2) + len(match[2].rstrip())))


@lru_cache(maxsize=256)
def uses_of_sheet(sheet: str) -> tuple[tuple[Use, Span], ...]:
    """The features that a style sheet uses outside its at-rules, each with where it stands."""
    text = _blank(_CSS_COMMENT, sheet)
    named = [(one, pattern.search(text)) for one, pattern in _IN_SHEETS]
    found = [(Use(one.key, match[0]), match.span()) for one, match in named if match is not None]
    for rule in _RULE.finditer(_blank(_AT_RULE, text)):
        if not _AIMED.search(rule[1]) and not _HIDDEN.search(rule[2]):
            start = rule.start(2)
            found += [(use, (start + at, start + end)) for use, (at, end) in uses_of_style(rule[2])]
    return tuple(found)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """A text with spaces for what a pattern finds, so that places stay true."""
    return pattern.sub(lambda found: " " * len(found[0]), text)
