"""How long titles, descriptions, subjects and preheaders are, and how many calls to action there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.fields import field_text, front_place
from segsite.brand.standard import Standard
from segsite.model.merge_fields import has_wide, seen_length
from segsite.model.touchpoint import Channel
from segsite.rulebook import channel as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Passage, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.model.standards import Bounds, ChannelStandard

_FIELDS = {Channel.WEB: ("title", "description"), Channel.EMAIL: ("subject", "preheader")}


class Lengths(Standard):
    """Holds touchpoints to the bounds that `brand.yaml` sets for their channel."""

    def __init__(self, grounds: Grounds) -> None:
        self._channels = grounds.site.brand.file.channels

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Fields that are too long, too short or missing; too many or too few calls to action."""
        standard = self._channels.standard(spoken.channel)
        return [*_of_fields(spoken, standard), *_of_ctas(spoken, standard.ctas)]


def _of_fields(spoken: Spoken, standard: ChannelStandard) -> Iterator[Finding]:
    for name in _FIELDS[spoken.channel]:
        bounds: Bounds = getattr(standard, name)
        passages = [passage for key, passage in spoken.fields.items() if key.partition(" ")[0] == name]
        for passage in passages:
            yield from _of_field(name, passage, bounds, spoken)
        if bounds.min and not passages:
            place = front_place(spoken)
            message = f"`{name}` is missing; brand.yaml asks for one of at least {_counted(bounds.min, 'character')}."
            yield rules.LENGTH.at(place, message, f"Add `{name}: …` to the lines between `---` at the top of the file.")


def _of_field(name: str, passage: Passage, bounds: Bounds, spoken: Spoken) -> Iterator[Finding]:
    length = seen_length(" ".join(passage.wording.source.split()))
    place = passage.home
    text = field_text(passage)
    wide = ", those as wide as two counted as two" if has_wide(text) else ""
    here = f"{_whose(spoken)} it has {_counted(length, 'character')}: “{text}”{wide}."
    if bounds.max is not None and length > bounds.max:
        message = f"The {name} is longer than the {_counted(bounds.max, 'character')} that brand.yaml allows."
        yield rules.LENGTH.at(place, message, f"{here} Shorten it by {length - bounds.max}.")
    if bounds.min is not None and length < bounds.min:
        message = f"The {name} is shorter than the {_counted(bounds.min, 'character')} that brand.yaml asks for."
        yield rules.LENGTH.at(place, message, f"{here} It needs {bounds.min - length} more.")


def _of_ctas(spoken: Spoken, bounds: Bounds) -> Iterator[Finding]:
    if bounds.min is None and bounds.max is None:
        return
    shown = {cta.name: cta for cta in reversed(spoken.ctas)}  # each where it is shown first
    ids = list(dict.fromkeys(cta.name for cta in spoken.ctas))
    what = "page" if spoken.channel is Channel.WEB else "e-mail"
    listed = f"{_whose(spoken)} it shows {', '.join(f'`{name}`' for name in ids)}." if ids else ""
    if bounds.max is not None and len(ids) > bounds.max:
        message = f"The {what} shows more than the {_counted(bounds.max, 'call')} to action that brand.yaml allows."
        yield rules.CTAS.at(shown[ids[bounds.max]].place, message, f"{listed} Leave the weakest out.".strip())
    if bounds.min is not None and len(ids) < bounds.min:
        message = f"The {what} shows fewer than the {_counted(bounds.min, 'call')} to action that brand.yaml asks for."
        hint = f"{listed} Show one with `cta: ID` in a section's options.".strip()
        yield rules.CTAS.at(front_place(spoken), message, hint)


def _whose(spoken: Spoken) -> str:
    return f"For `{spoken.node.id}`" if spoken.node.id else "Here"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
