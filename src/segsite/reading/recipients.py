"""Sample recipients, held to the merge fields that the site lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import did_you_mean
from segsite.model.merge_fields import FIELD_NAME, SYSTEM_FIELDS
from segsite.model.recipients import NOBODY, UNKNOWN, Recipient
from segsite.model.values import EMPTY, Mapping
from segsite.reading.brand import read_mapping
from segsite.reading.validate import validate
from segsite.rulebook import email as rules
from segsite.rulebook.schema import WRONG_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.diagnostics import Finding, Findings
    from segsite.model.config import SiteConfig
    from segsite.reading.files import SiteFiles

RECIPIENTS = "brand/recipients.yaml"
"""The file of the sample recipients."""


def read_recipients(files: SiteFiles, config: SiteConfig, findings: Findings) -> dict[str, Recipient]:
    """The sample recipients by id, last the one of whom nothing is known; mistakes go to `findings`."""
    found: dict[str, Recipient] = {}
    written = read_mapping(files, RECIPIENTS, findings) if files.exists(RECIPIENTS) else None
    for name, entry in (written or EMPTY).entries.items():
        if name == UNKNOWN:
            message = f"`{name}` is there in every site: the recipient of whom nothing is known."
            findings.add(WRONG_TYPE.at(entry.key_place, message, "Call this one something else."))
        elif not isinstance(entry.value, Mapping):
            hint = f"Write `{name}: {{label: …, fields: {{first_name: Robin}}}}`."
            findings.add(WRONG_TYPE.at(entry.value.place, f"`{name}` takes a map of `key: value` lines.", hint))
        else:
            recipient = validate(Recipient, entry.value, findings)
            if recipient is not None:
                findings.extend(_unknown_fields(recipient, config))
                found[name] = recipient
    return {**found, UNKNOWN: NOBODY}


def _unknown_fields(recipient: Recipient, config: SiteConfig) -> Iterator[Finding]:
    fields, known = recipient.as_written.get("fields"), config.email.fields
    for name, entry in fields.entries.items() if isinstance(fields, Mapping) else ():
        place = entry.key_place
        if name in SYSTEM_FIELDS:
            message = f"`{name}` is the platform's own, and no field of a recipient's."
            yield rules.FIELD.at(place, message, "Leave it out; segsite fills it.")
        elif not FIELD_NAME.fullmatch(name):
            message = f"`{name}` cannot be the name of a merge field."
            yield rules.FIELD.at(place, message, "Names are letters, digits and underscores.")
        elif known and name not in known:
            message = f"`{name}` is not a field that segsite.yaml lists."
            hint = did_you_mean(name, known, otherwise="Add it to `email: fields:` in segsite.yaml.")
            yield rules.FIELD.at(place, message, hint)
