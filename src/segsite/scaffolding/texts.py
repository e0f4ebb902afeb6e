"""The texts that `segsite new` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.model.component import Body
from segsite.model.touchpoint import Channel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.inheritance import Touchpoint
    from segsite.model.site import Component


def segment_text(name: str, depth: int) -> str:
    """A `segment.yaml` for a new segment, a draft until somebody says otherwise.

    Args:
        name: What people call it.
        depth: How many folders it is below `content/segments`.
    """
    schema = "../" * (depth + 2) + "schemas/segment.json"
    return f"""\
# yaml-language-server: $schema={schema}
# What is not said here is inherited. `segsite show` tells what that is; unknown keys are errors.
name: {quoted(name)}
status: draft            # draft | live | sunset
# owner: "@your-team"
# audience: owners of …  # whom we speak to, in the plural
# needs:
#   - what they want, in their own words
# message:
#   headline: The one line that must stick
#   promise: What they get, in one or two sentences.
# keywords+: [what they search for]
# data:                  # whatever else your texts need: {{{{ data.city }}}}
#   city: …
"""


def inheriting_text(touchpoint: Touchpoint, ancestor: str) -> str:
    """A page or e-mail that changes nothing yet of the one it inherits."""
    ids = "\n".join(f"   #{section_id}" for section_id in touchpoint.ids)
    return f"""\
---
inherits: true
---

{{# Only what differs from the {touchpoint.key} of {ancestor or "the root"} stands here. Its sections:
{ids}
   To replace one in place:   ::: component #id … :::
   To take one away:          ::: remove #id :::
   To add one after another:  ::: keep #id :::  and then the new section
#}}
"""


def whole_text(channel: Channel, name: str, components: Mapping[str, Component]) -> str:
    """A page or e-mail that stands alone."""
    title = name.replace("-", " ").replace("_", " ")
    title = title[:1].upper() + title[1:]
    opening = _opening(channel, components, title)
    if channel is Channel.WEB:
        return f"""\
---
title: {quoted(title)}
# description: What search engines show below the title, in 70 to 155 characters.
---

{opening}
Write what the reader came for. Markdown does it: **bold**, [a link](segment:/), lists, tables.
"""
    return f"""\
---
subject: {quoted(title)}
preheader: What inboxes show after the subject, in 40 to 90 characters.
---

{opening}
Hello {{{{ merge.first_name | fallback("there") }}}},

write what you would say if you met the reader.
"""


def block_text(name: str) -> str:
    """A block with one section."""
    title = name.rpartition("/")[2].replace("-", " ")
    return f"""\
---
title: {quoted(title[:1].upper() + title[1:])}
# description: When to use it.
---

Write the text here. Every page and e-mail that says `::: use {name} :::` shows it.
"""


def quoted(text: str) -> str:
    """A text as a YAML scalar that nothing in it can upset."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _opening(channel: Channel, components: Mapping[str, Component], title: str) -> str:
    """A hero, where the theme has one that needs nothing but a heading; else the heading alone."""
    hero = components.get("hero")
    heading = f"# {title}"
    if hero is None or channel not in hero.contract.channels or hero.contract.body is not Body.PROSE:
        return f"{heading}\n"
    limit = hero.contract.limits.heading
    if any(option.required for option in hero.contract.options.values()) or (limit and len(title) > limit):
        return f"{heading}\n"
    return f"::: hero\n{heading}\n\nSay in one sentence what the reader gets.\n:::\n"
