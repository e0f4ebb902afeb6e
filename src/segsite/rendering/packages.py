"""What a platform is given of an e-mail: HTML, a text part, what is known of it, and for `generic` a message."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from segsite.model.merge_fields import SYSTEM_FIELDS, choices_in, comparisons, fields_in, parts_of, placeholder
from segsite.model.values import Sequence
from segsite.rendering.message import Letter, compose
from segsite.rendering.plaintext import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from segsite.inheritance import Touchpoint
    from segsite.model.mailbox import Mailbox
    from segsite.rendering.lacks import Lack
    from segsite.rendering.platforms import Platform

MESSAGES = "generic"
"""The platform that gets messages, ready to be opened in a mail program."""


@dataclass(frozen=True, eq=False, slots=True)
class Mail:
    """An e-mail as rendered, with placeholders: the same for every platform.

    Attributes:
        segment: The segment's id.
        name: The e-mail's name.
        locale: Its language.
        html: The HTML part.
        text: The text part, not yet laid out.
        subjects: The subject, or its variants.
        preheader: What inboxes show after the subject; empty if it says none.
        sender: Who it is from, if that is said.
        reply_to: Where answers go, if that is said.
        sequence: The flow it belongs to, and when it is sent in it.
        tracking: The parameters of its links.
    """

    segment: str
    name: str
    locale: str
    html: str
    text: str
    subjects: tuple[str, ...]
    preheader: str = ""
    sender: Mailbox | None = None
    reply_to: Mailbox | None = None
    sequence: tuple[str, str] | None = None
    tracking: Mapping[str, str] | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Package:
    """The files of an e-mail for one platform, by what their names end in; and what the platform lacks for it."""

    files: Mapping[str, bytes]
    lacks: tuple[Lack, ...]
    unnamed: tuple[str, ...]
    """Fields whose names the platform's fields cannot have."""

    @property
    def size(self) -> int:
        """The length of the HTML, in bytes."""
        return len(self.files[".html"])


def file_endings(platform: str, touchpoint: Touchpoint) -> tuple[str, ...]:
    """What the names of an e-mail's files end in, such as `.html` and `.txt`."""
    subject = touchpoint.written.get("subject")
    variants = len(subject.items) if isinstance(subject, Sequence) else 1
    messages = [_message_ending(at) for at in range(max(variants, 1))] if platform == MESSAGES else []
    return (".html", ".txt", ".json", *messages)


def _message_ending(variant: int) -> str:
    return f".{variant + 1}.eml" if variant else ".eml"


def package(mail: Mail, platform: Platform) -> Package:
    """The files of an e-mail in a platform's own syntax."""
    html, lacks = platform.put_in(mail.html, markup=True)
    texts = [platform.put_in(text) for text in (lay_out(mail.text), mail.preheader, *mail.subjects)]
    text, preheader, *subjects = (written for written, _ in texts)
    about = _about(mail, platform, html=html, text=text, preheader=preheader, subjects=subjects)
    lacks = tuple(dict.fromkeys([*lacks, *(lack for _, missing in texts for lack in missing)]))
    files = {
        ".html": html.encode(),
        ".txt": text.encode(),
        ".json": (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode(),
    }
    if platform.key == MESSAGES:
        for at, subject in enumerate(subjects or [""]):
            files[_message_ending(at)] = compose(_letter(mail, platform, subject, html, text))
    unnamed = tuple(one["name"] for one in about["fields"] if not platform.can_be_named(one["name"]))
    return Package(files, lacks, unnamed)


def _letter(mail: Mail, platform: Platform, subject: str, html: str, text: str) -> Letter:
    identity = "/".join(part for part in (platform.key, mail.segment, mail.name) if part)
    leaves = placeholder("unsubscribe_url") in mail.html  # an e-mail that nobody leaves promises no way out
    way_out = (platform.system("unsubscribe_url", markup=False) or "") if leaves else ""
    return Letter(identity, subject, html, text, mail.sender, mail.reply_to, way_out)


def _about(
    mail: Mail, platform: Platform, *, html: str, text: str, preheader: str, subjects: list[str]
) -> dict[str, Any]:
    """What a program that imports the e-mail has to know; what it does not say is left out."""
    about = {
        "platform": platform.key,
        "segment": mail.segment,
        "name": mail.name,
        "locale": mail.locale,
        "subject": subjects[0] if subjects else "",
        "subject_variants": subjects if len(subjects) > 1 else None,
        "preheader": preheader or None,
        "from": _mailbox(mail.sender),
        "reply_to": _mailbox(mail.reply_to),
        "sequence": {"name": mail.sequence[0], "after": mail.sequence[1]} if mail.sequence is not None else None,
        "fields": _fields(mail, platform),
        "tracking": dict(mail.tracking or {}),
        "html_bytes": len(html.encode()),
    }
    content = "\0".join((html, text, preheader, *subjects)).encode()
    about["fingerprint"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return {name: value for name, value in about.items() if value is not None}


def _mailbox(mailbox: Mailbox | None) -> dict[str, str] | None:
    return {"name": mailbox.name, "address": mailbox.address} if mailbox is not None else None


def _fields(mail: Mail, platform: Platform) -> list[dict[str, Any]]:
    """Every field of the recipient's that the e-mail uses, what the platform calls it, and its fallbacks."""
    return [
        {"name": name, "called": platform.name_of(name), "fallbacks": list(fallbacks)}
        for name, fallbacks in _used_in(mail)
    ]


@lru_cache(maxsize=1)  # the next platform asks the same
def _used_in(mail: Mail) -> list[tuple[str, tuple[str, ...]]]:
    """The names of the fields that an e-mail uses, in order, each with its fallbacks."""
    fallbacks: dict[str, dict[str, None]] = {}
    for text in (mail.html, mail.text, mail.preheader, *mail.subjects):
        if "SEGSITEM" in text:
            parts = parts_of(text)
            for name, fallback in _used(parts):
                fallbacks.setdefault(name, {}).update({fallback: None} if fallback else {})
    return [(name, tuple(said)) for name, said in sorted(fallbacks.items())]


def _used(parts: tuple[Any, ...]) -> Iterable[tuple[str, str]]:
    for field in fields_in(parts):
        if field.name not in SYSTEM_FIELDS:
            yield field.name, field.fallback
    for choice in choices_in(parts):
        for comparison in comparisons(choice.test):
            if comparison.field not in SYSTEM_FIELDS:
                yield comparison.field, ""
