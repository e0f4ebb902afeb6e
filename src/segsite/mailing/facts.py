"""What the pages of a preview say of an e-mail."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from segsite.mailing.inboxes import INBOXES, line_of
from segsite.mailing.reading import as_read
from segsite.model.merge_fields import placeholder
from segsite.model.recipients import NOBODY
from segsite.model.segment import Status
from segsite.rendering.plaintext import strip_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from segsite.building.mails import MadeEmail, Mails
    from segsite.inheritance import Node
    from segsite.mailing.reading import Read
    from segsite.model.recipients import Recipient
    from segsite.rendering.packages import Mail
    from segsite.rendering.platforms import Platform

_FIRST_WORDS = 200
_UNSEEN = re.compile(r"<!--.*?-->|<(style|title)\b.*?</\1>", re.DOTALL)


def about(made: MadeEmail, mails: Mails, system: Mapping[str, str]) -> dict[str, Any]:
    """What both the index and the e-mail's own page say of it."""
    touchpoint, node = made.touchpoint, made.node
    subjects = as_read(made.mail, NOBODY, system).subjects
    return {
        "full_name": made.name,
        "name": touchpoint.name,
        "segment": segment_of(node, mails),
        "subject": subjects[0] if subjects else "",
        "variants": len(subjects),
        "draft": Status.DRAFT in {touchpoint.front.status, node.segment.status},
        "owner": None if touchpoint.owner == node.id else touchpoint.owner or "/",
        "file": touchpoint.document.place.file,
        "sequence": made.mail.sequence,
        "sender": made.mail.sender,
        "reply_to": made.mail.reply_to,
        "size": made.size,
        "found": [str(finding.severity) for finding in made.findings],
    }


def segment_of(node: Node, mails: Mails) -> dict[str, Any]:
    """A segment's path and name."""
    name = mails.renderer.words(node).names["segment"]["name"]
    return {"path": node.id.split("/") if node.id else [], "name": str(name)}


def fields_of(made: MadeEmail) -> list[dict[str, Any]]:
    """The merge fields of an e-mail, each with its fallbacks."""
    first = next(iter(made.packages.values()), None)
    return list(json.loads(first.files[".json"])["fields"]) if first is not None else []


def tags(fields: Iterable[Mapping[str, Any]], platform: Platform) -> list[str]:
    """How a platform writes each of these fields."""
    return [_tag(field["name"], next(iter(field["fallbacks"]), ""), platform) for field in fields]


def _tag(name: str, fallback: str, platform: Platform) -> str:
    tag, _ = platform.put_in(placeholder(name, fallback), markup=True)
    return tag.removeprefix(platform.profile.head or "")


def shown_to(
    mail: Mail, recipients: Mapping[str, Recipient], system: Mapping[str, str], local: Callable[[str], str]
) -> str:
    """What each recipient sees, as JSON that may stand in a page; what several see alike is there once.

    Args:
        mail: The e-mail.
        recipients: The sample recipients by id.
        system: What stands for the fields that are the platform's own.
        local: Gives the addresses of the site's pictures their place beside the preview.
    """
    html, text = _Once(), _Once()
    seen = {}
    for name, recipient in recipients.items():
        read = as_read(mail, recipient, system)
        inbox = [list(_lines(mail, read, subject)) for subject in read.subjects or ("",)]
        seen[name] = {
            "html": html.number(local(read.html)),
            "text": text.number(read.text),
            "subjects": read.subjects,
            "inbox": inbox,
        }
    plain = {"html": html.values, "text": text.values, "recipients": seen}
    return json.dumps(plain, ensure_ascii=False).replace("<", "\\u003c")


class _Once:
    """Values by number, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, value: str) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    @property
    def values(self) -> list[str]:
        return list(self._numbers)


def _lines(mail: Mail, read: Read, subject: str) -> Iterator[dict[str, str | bool]]:
    after = read.preheader or _first_words(read.html)
    for inbox in INBOXES:
        line = line_of(inbox, mail.sender, subject, after)
        yield {
            "name": inbox.name,
            "sender": line.sender,
            "subject": line.subject,
            "preheader": line.preheader,
            "one": bool(inbox.line),
        }


def _first_words(html: str) -> str:
    """What inboxes show of an e-mail without a preheader: how its HTML begins."""
    body = _UNSEEN.sub("", html.partition("<body")[2].partition(">")[2])
    return " ".join(strip_tags(body).split())[:_FIRST_WORDS]
