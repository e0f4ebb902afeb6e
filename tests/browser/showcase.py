"""A site with one e-mail that shows all of the sample theme, what no e-mail of the sample site uses included."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from pathlib import Path

_CONFIG = """\
name: Halfday
base_url: https://www.halfday.example
theme: halfday
locale: en
external_paths: ["/app/"]
"""
_BRAND = """\
name: Halfday
legal_name: Halfday Ltd.
address: {street: 14 Tannery Lane, postcode: T12 HD14, city: Cork, country: Ireland}
variation:
  accent: {group: color.accents, replaces: color.accent}
"""
_SEGMENT = """\
name: Everybody
status: live
owner: "@studio"
audience: everybody
message:
  headline: All of it
  promise: One of each.
  value_props:
    - {title: One, text: The first thing.}
    - {title: Two, text: The second thing.}
ctas:
  trial: {label: Try it free for 30 days, url: /app/}
  demo: {label: See a day at reception, url: /app/demo/}
"""
_FROM_RIGHT = """\
name: Everybody, from right to left
locale: ar
variation: {accent: dusk}
"""
_FRONT = """\
---
subject: Everything the theme can show
preheader: One of each, so that nothing is forgotten.
---
"""
_PICTURE = "image: asset:scene.png\nalt: An invoice leaving its envelope\n"
_CTA, _CTAS = "cta: trial\n", "cta: trial\nsecond_cta: demo\n"
_OPTIONS = {
    "argument": "cta: demo\n",
    "cta-band": _CTAS,
    "features": _CTA,
    "hero": _CTAS + _PICTURE,
    "prose": _CTA,
    "split": "cta: demo\n",
    "steps": _CTA,
    "testimonial": "portrait: asset:scene.png\n",
    "timeline": _CTA,
}
"""What the contracts' examples leave out."""
_MORE = """\
::: argument #by-day
tone: day
---
## By day

On paper, with a claim.[^1]

[^1]: With its evidence.
:::

::: features #own
:::

::: features #two-and-two
layout: columns
---
### One
Words.

### Two
Words.

### Three
Words.

### Four
Words.
:::

::: features #three-and-two
layout: columns
---
### One
Words.

### Two
Words.

### Three
Words.

### Four
Words.

### Five
Words.
:::

::: prose #markdown
## All of Markdown

*Emphasis*, **strength**, `code` and [a link](page:index).

> A quotation of somebody.

1. First
2. Second
   - within
   - it

| What | Many | Few |
|---|---|---|
| Words | 1 | 2 |

---

Last words.
:::
"""


def make_showcase(root: Path, folder: Path) -> None:
    """Write the site.

    Args:
        root: The repository.
        folder: Where the site shall be.
    """
    segments = folder / "content/segments"
    for path in ("brand/assets", "content/segments/assets", "content/segments/emails", "content/segments/from-right"):
        (folder / path).mkdir(parents=True)
    shutil.copytree(root / "themes", folder / "themes")
    shutil.copyfile(root / "brand/tokens.json", folder / "brand/tokens.json")
    shutil.copyfile(root / "content/segments/assets/scene.png", segments / "assets/scene.png")
    (folder / "segsite.yaml").write_text(_CONFIG, "utf-8")
    (folder / "brand/brand.yaml").write_text(_BRAND, "utf-8")
    (segments / "segment.yaml").write_text(_SEGMENT, "utf-8")
    (segments / "from-right/segment.yaml").write_text(_FROM_RIGHT, "utf-8")
    (segments / "index.md").write_text("---\ntitle: All of it\ndescription: All.\n---\n# All of it\n", "utf-8")
    contracts = sorted((root / "themes/halfday/components").glob("*/component.yaml"))
    sections = sorted(map(_section, contracts), key=lambda section: not section.startswith("::: hero"))
    (segments / "emails/all.md").write_text("\n".join([_FRONT, *filter(None, sections), _MORE]), "utf-8")


def _section(contract: Path) -> str:
    """The section that a contract gives as its example, with the options it leaves out."""
    told = yaml.safe_load(contract.read_text("utf-8"))
    if "email" not in told["channels"]:
        return ""
    opening, _, rest = told["example"].replace("asset:the-pile.svg", "asset:scene.png").partition("\n")
    options = _OPTIONS.get(told["name"], "")
    if options and "\n---\n" not in rest:
        options += "---\n"
    return f"{opening}\n{options}{rest}"
