"""Titles, descriptions and subjects that are the same where each should be of one page or e-mail alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.brand.channels.fields import field_place, field_text
from segsite.brand.channels.markup import spelled
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel, PageFile
from segsite.rulebook import cohesion as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Rule
    from segsite.inheritance import Node

_SHOWN = 3


class Sameness(Standard):
    """Looks for fields that several touchpoints share."""

    def __init__(self, grounds: Grounds) -> None:
        pass

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """Subjects that two e-mails of a segment share."""
        mails = [one for one in spoken if one.channel is Channel.EMAIL]
        return _of_field("subject", rules.SAME_SUBJECT, mails) if len(mails) > 1 else ()

    def of_site(self, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """Titles and descriptions that several pages share."""
        pages = [one for one in spoken if one.channel is Channel.WEB and not _is_hidden(one)]
        yield from _of_field("title", rules.SAME_TITLE, pages)
        yield from _of_field("description", rules.SAME_DESCRIPTION, pages)


def _is_hidden(page: Spoken) -> bool:
    return isinstance(page.touchpoint.front, PageFile) and page.touchpoint.front.noindex


def _of_field(name: str, rule: Rule, spoken: Sequence[Spoken]) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[Spoken]] = defaultdict(list)
    for one in spoken:
        if name in one.fields:
            wording = one.fields[name].wording
            groups[wording.locale, spelled(wording.source)].append(one)
    for (_, words), group in groups.items():
        if words and len(group) > 1:
            yield from _of_group(name, rule, group)


def _of_group(name: str, rule: Rule, group: list[Spoken]) -> Iterator[Finding]:
    """One finding at each place where the words are written; the first place is not to blame if there are others."""
    text = field_text(group[0].fields[name])
    places: dict[tuple[str, int, int], list[Spoken]] = defaultdict(list)
    for one in group:
        places[field_place(one, name).key].append(one)
    blamed = list(places.values())
    for said in blamed[1:] or blamed:
        kind = "pages" if said[0].channel is Channel.WEB else "e-mails"
        # the words differ from segment to segment where they are inherited, the fault does not
        message = f"Several {kind} have this {name}."
        outputs = frozenset(one.path for one in said)
        yield replace(rule.at(field_place(said[0], name), message, _hint(text, group, rule)), outputs=outputs)


def _hint(text: str, group: list[Spoken], rule: Rule) -> str:
    names = [f"`{one.address or one.touchpoint.key}`" for one in group[:_SHOWN]]
    rest = len(group) - len(names)
    return f"{rule.mend} “{text}” is that of {', '.join(names)}{f' and {rest} more' if rest else ''}."
