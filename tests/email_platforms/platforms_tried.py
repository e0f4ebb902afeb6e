"""Every platform as a site uses it, its interpreter, and texts with merge fields as e-mails have them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from interpreters.reading import ADDRESS

from segsite.diagnostics import Findings
from segsite.model.merge_fields import Comparison, choice_placeholders, placeholder
from segsite.model.platform import PlatformFile
from segsite.reading.platforms import _shipped
from segsite.reading.validate import as_mapping, validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rendering.platforms import Platform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.model.merge_fields import Test


def _profiles() -> dict[str, PlatformFile]:
    findings = Findings()
    read = {
        name: validate(PlatformFile, as_mapping(parse_yaml(source, findings)), findings) for name, source in _shipped()
    }
    assert not findings
    return {name: profile for name, profile in read.items() if profile is not None}


PLATFORMS = {name: Platform(name, profile, {}, ADDRESS) for name, profile in _profiles().items()}
TYPED = frozenset({"hubspot", "klaviyo", "sendgrid", "braze", "iterable", "brevo"})
"""Platforms on which a field for numbers holds a number or nothing, and never an empty text."""

ESCAPES_IN_TEXTS = frozenset({"klaviyo", "marketo"})
"""Platforms that escape values, and do not say whether they do so in subjects and text parts."""


def sent(platform: Platform, text: str, recipient: Mapping[str, Any]) -> str:
    """What a platform sends to a recipient whose values go by segsite's names."""
    values = {platform.name_of(name): value for name, value in recipient.items()}
    return str(import_module(f"interpreters.{platform.key}").sent(text, values))


def own(platform: Platform) -> dict[str, str]:
    """What the platform itself gives, by segsite's names."""
    given = dict(import_module(f"interpreters.{platform.key}").OWN)
    return given if platform.profile.postal_address is not None else {**given, "postal_address": ADDRESS}


def choice(test: Test | str, then: str, otherwise: str = "") -> str:
    """A choice; a test that is a text is a field that is asked for a value."""
    asked = Comparison(test) if isinstance(test, str) else test
    begin, turn, end = choice_placeholders(asked)
    return f"{begin}{then}{turn}{otherwise}{end}" if otherwise else f"{begin}{then}{end}"


def field(name: str, fallback: str = "") -> str:
    """A field."""
    return placeholder(name, fallback)
