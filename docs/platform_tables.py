"""The page of e-mail platforms: what each gets for what content says, worked out by the code that writes it."""

# ruff: noqa: INP001 - a folder of documents, not a package

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.model.merge_fields import SYSTEM_FIELDS, Both, Comparison, choice_placeholders, placeholder
from segsite.rendering.platforms import Platform

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from segsite.model.merge_fields import Test
    from segsite.model.platform import PlatformFile

NAMES = ("first_name", "last_name", "email", "company", "phone", "city", "country", "trial_days")
"""Fields whose names are told."""


def _choice(test: Test, then: str, otherwise: str = "") -> str:
    begun, other, ended = choice_placeholders(test)
    return f"{begun}{then}{other}{otherwise}{ended}" if otherwise else f"{begun}{then}{ended}"


_TRIAL, _PRO = Comparison("plan", "==", "trial"), Comparison("plan", "==", "pro")
_AUSTRIAN = Comparison("country", "==", "Austria")
_SAID = {
    "{{ merge.first_name }}": placeholder("first_name"),
    '{{ merge.company | fallback("your firm") }}': placeholder("company", "your firm"),
    "{% if merge.plan %}A{% else %}B{% endif %}": _choice(Comparison("plan"), "A", "B"),
    '{% if merge.plan == "trial" %}A{% elif merge.plan == "pro" %}B{% endif %}': _choice(
        _TRIAL, "A", _choice(_PRO, "B")
    ),
    "{% if merge.orders >= 3 %}A{% endif %}": _choice(Comparison("orders", ">=", 3), "A"),
    '{% if merge.plan == "pro" and merge.country == "Austria" %}A{% endif %}': _choice(Both(_PRO, _AUSTRIAN), "A"),
}
"""What content says, and the same with placeholders."""


def platforms_page(profiles: Mapping[str, PlatformFile]) -> str:
    """The page below its head, for profiles by name."""
    return "\n\n".join(_platform(name, profile) for name, profile in _in_order(profiles))


def _in_order(profiles: Mapping[str, PlatformFile]) -> Iterator[tuple[str, PlatformFile]]:
    yield "generic", profiles["generic"]
    yield from ((name, profile) for name, profile in profiles.items() if name != "generic")


def _platform(name: str, profile: PlatformFile) -> str:
    platform = Platform(name, profile)
    return "\n\n".join(
        [
            f"## {profile.name}",
            f"In segsite.yaml: `{name}`. Its syntax: {profile.language}.",
            _table([("content", "template"), ("---", "---"), *_rows(platform)]),
            f"Fields are called {_names(platform)}. {profile.naming.hint}".strip(),
            "\n".join(f"- {note}" for note in profile.notes),
            f"Documented at {', '.join(f'<{source}>' for source in profile.sources)}.",
        ]
    )


def _names(platform: Platform) -> str:
    return ", ".join(f"`{platform.name_of(name)}`" for name in NAMES)


def _table(rows: list[tuple[str, str]]) -> str:
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


def _rows(platform: Platform) -> Iterator[tuple[str, str]]:
    for said, text in _SAID.items():
        template, lacks = platform.put_in(text)
        yield f"`{said}`", "–" if lacks else f"`{template}`"
    for name in SYSTEM_FIELDS:
        yield f"`{{{{ merge.{name} }}}}`", _own(platform, name)


def _own(platform: Platform, name: str) -> str:
    """How a platform writes what is its own, in HTML and, where that differs, in the text part."""
    if not platform.has(name):
        return "the `address` of brand.yaml" if name == "postal_address" else "–"
    element = getattr(getattr(platform.profile, name), "element", None)
    html = f"<{element}>…</{element}>" if element else platform.system(name, markup=True)
    text = platform.system(name, markup=False)
    return f"`{html}`" if text == html else f"`{html}`, in the text part `{text}`"
