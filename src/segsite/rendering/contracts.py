"""Sections held to their component's contract: channel, options, body and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Place, did_you_mean
from segsite.model.component import Body, Contract, Option, OptionType
from segsite.model.merge_fields import seen_length
from segsite.model.values import Mapping, Scalar, Sequence, Value
from segsite.reading.sections import looks_like_options
from segsite.rulebook import content as rules

if TYPE_CHECKING:
    from segsite.diagnostics import Findings
    from segsite.model.site import Component, Theme
    from segsite.model.touchpoint import Channel, Section

_KINDS = {
    OptionType.TEXT: "a text",
    OptionType.MARKDOWN: "a text",
    OptionType.NUMBER: "a number",
    OptionType.BOOLEAN: "true or false",
    OptionType.CTA: "the id of a cta",
    OptionType.LINK: "a link",
    OptionType.ASSET: "the name of a file in `assets/`",
    OptionType.LIST: "a list of texts",
}


def component_of(section: Section, theme: Theme, channel: Channel, findings: Findings) -> Component | None:
    """The component that shows a section on a channel; None, and a finding, if there is none."""
    component = theme.components.get(section.name)
    if component is None:
        place = section.place if section.plain else section.place.within(section.name)
        message = f"The theme `{theme.name}` has no component `{section.name}`."
        findings.add(rules.UNKNOWN_COMPONENT.at(place, message, did_you_mean(section.name, theme.components)))
        return None
    if channel not in component.contract.channels:
        known = sorted(name for name, one in theme.components.items() if channel in one.contract.channels)
        message = f"The component `{section.name}` has no {'e-mail' if channel == 'email' else channel} face."
        hint = f"Components with one: {', '.join(f'`{name}`' for name in known)}."
        findings.add(rules.CHANNEL.at(section.place.within(section.name), message, hint))
        return None
    return component


def check_shape(section: Section, component: Component, findings: Findings) -> None:
    """Hold a section to what its contract says whatever the values are: option names and kinds, body or none."""
    contract = component.contract
    check_options(f"`{section.name}`", section.options, contract.options, section.place, findings)
    body = section.body.text.strip()
    if contract.body is Body.NONE and body:
        message = f"The component `{section.name}` takes no text."
        findings.add(rules.SECTION_BODY.at(section.body, message, "Remove the text; use its options."))
    if contract.body is not Body.NONE and contract.required and not body:
        message = f"The section `{section.name}` has no text."
        wanted = "Write its items, each below a line `### Title`." if contract.body is Body.ITEMS else "Write its text."
        findings.add(rules.SECTION_BODY.at(section.place, message, wanted))
    if not section.options.entries:
        option = looks_like_options(body, set(contract.options))
        if option is not None:
            place = section.body.within(f"{option}:")
            findings.add(
                rules.OPTIONS_UNCLOSED.at(place, f"`{option}` is an option, but no line `---` ends the options.")
            )


def check_options(what: str, given: Mapping, options: dict[str, Option], place: Place, findings: Findings) -> None:
    """Hold given options to a contract's; `what` names what they are given to."""
    for key, entry in given.entries.items():
        option = options.get(key)
        if option is None:
            hint = did_you_mean(key, options, otherwise="" if options else "It has none.")
            findings.add(rules.UNKNOWN_OPTION.at(entry.key_place, f"{_capital(what)} has no option `{key}`.", hint))
        else:
            _check_value(f"`{key}` of {what}", entry.value, option, findings)
    for key, option in options.items():
        if option.required and key not in given.entries:
            hint = f"Add `{key}: …`. {option.description}".strip()
            findings.add(rules.MISSING_OPTION.at(place, f"{_capital(what)} needs the option `{key}`.", hint))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _check_value(what: str, value: Value, option: Option, findings: Findings) -> None:
    if option.type is OptionType.CHOICE:
        if not (isinstance(value, Scalar) and str(value.value) in option.choices):
            choices = ", ".join(f"`{choice}`" for choice in option.choices)
            hint = did_you_mean(str(getattr(value, "value", "")), option.choices)
            findings.add(rules.OPTION_VALUE.at(value.place, f"{what} is one of {choices}.", hint))
    elif not _fits(value, option.type):
        findings.add(rules.OPTION_VALUE.at(value.place, f"{what} takes {_KINDS[option.type]}."))


def _fits(value: Value, kind: OptionType) -> bool:
    if kind is OptionType.LIST:
        return isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items)
    if not isinstance(value, Scalar) or value.value is None:
        return False
    if kind is OptionType.BOOLEAN:
        return isinstance(value.value, bool)
    if kind is OptionType.NUMBER:
        is_number = isinstance(value.value, int | float) and not isinstance(value.value, bool)
        return is_number or (isinstance(value.value, str) and "{{" in value.value)
    return not isinstance(value.value, bool)


def check_limit(what: str, readable: str, limit: int | None, place: Place, findings: Findings) -> None:
    """Hold a text to the most characters readers may see of it."""
    length = seen_length(readable)
    if limit is not None and length > limit:
        over = length - limit
        message = f"{what} is {length} characters long; the limit is {limit}."
        hint = f"Shorten it by {over} character{'s' if over > 1 else ''}."
        findings.add(rules.SECTION_LIMIT.at(place, message, hint))


def check_count(section: Section, contract: Contract, count: int, findings: Findings) -> None:
    """Hold a section to how many items it may have."""
    limit = contract.limits.items
    if not section.body.text.strip():
        return
    if count < limit.min:
        message = f"`{section.name}` needs at least {limit.min} item{'s' if limit.min > 1 else ''}; this has {count}."
        rule = rules.SECTION_BODY if count == 0 else rules.SECTION_LIMIT
        findings.add(rule.at(section.place, message, "Start each item with a line `### Title`."))
    if limit.max is not None and count > limit.max:
        message = f"`{section.name}` takes at most {limit.max} items; this has {count}."
        findings.add(rules.SECTION_LIMIT.at(section.place, message, "Remove some, or use two sections."))
