"""Sites of any size, the same every time: the sample's brand and theme, and segments by the thousand.

`python benchmarks/generate.py /tmp/large --segments 2000 --emails 1` writes one.
"""

from __future__ import annotations

import argparse
import csv
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARENT = "customers"

CONFIG = """\
name: Halfday
base_url: https://www.halfday.example
theme: halfday
locale: en
email: {platforms: [{platforms}]}
navigation:
  header:
    - {label: Customers, url: "segment:customers"}
    - {label: Privacy, url: "page:/privacy"}
  footer:
    - {label: Privacy, url: "page:/privacy"}
external_paths: ["/app/"]
"""

SEGMENT = """\
name: Everyone
audience: people who finish work
message:
  headline: The job is done. So is the invoice.
  promise: Halfday turns finished work into a sent invoice the same half-day.
  value_props:
    - {title: Sent the same half-day, text: "Mark a job as done and the invoice is there to read."}
    - {title: Written from what you noted, text: "Hours, prices and details come out of your notes."}
    - {title: Followed up politely, text: "Reminders that you need not write."}
ctas:
  trial: {label: Try it free, url: /app/}
  privacy: {label: How we handle data, url: "page:/privacy"}
"""

PRIVACY = """\
---
title: Privacy at Halfday
description: What we keep about you and the people you invoice, for how long, and why.
inheritable: false
---

# What we keep

What an invoice needs, and nothing else.
"""

PAGE = """\
---
title: Invoices for {{ segment.audience }}
description: "What {{ brand.name }} does for {{ segment.audience }}: invoices that leave the half-day the work ends."
---

::: hero
eyebrow: For {{ segment.audience }}
cta: trial
second_cta: privacy
---
# {{ message.headline }}

{{ message.promise }}
:::

::: stats
### {{ facts.customers }}
businesses send their invoices this way, and most of them still finish early
### 90 seconds
is what an ordinary invoice takes
:::

::: features #why
## What Halfday does for {{ segment.audience }}
:::

::: steps
## From finished job to sent invoice
### Say that it is done
Whoever did the work taps *Done*, from anywhere with a phone.
### Read what Halfday wrote
The lines are there, at **your prices**: hours, materials and extras.
### Send it
It reaches the customer the half-day the work ends.
:::

{own}{% if data.season %}
In {{ data.season }}, {{ segment.audience }} send most of what they send all year. The rest of the year is quieter,
and [what we keep](page:/privacy) stays the same.
{% endif %}

::: use faq/common :::

::: cta-band
cta: trial
---
## The next job ends soon

Send its invoice before {{ segment.audience }} have packed up.
:::
"""

FAQ = """\
---
title: What everybody asks
---
::: faq
## Asked before, answered once
### Do I have to change how I work?
No. You finish the work and say so. The rest is *writing*, and Halfday does that.
### What if somebody does not pay at all?
Then you have a clean paper trail. See [what we keep](page:/privacy).
### Does it replace my accounting?
No. It feeds it.
:::
"""

EMAIL = """\
---
subject: "Step {step}: {{ segment.audience }}"
preheader: The quickest test is the job you have just finished.
---

::: hero
cta: trial
---
# Hello {{ merge.first_name | fallback("there") }}, send one today

{{ message.promise }} You could look around for an hour. Or you could send one real invoice.
:::

::: features
## What Halfday does for {{ segment.audience }}
:::

::: steps
## Number {step}, in three steps
### Say that it is done
From anywhere with a phone.
### Read what Halfday wrote
At **your prices**.
### Send it
The half-day the work ends.
:::

[What we keep](page:/privacy) is not much.
"""

TRADES = ("Roofers", "Plumbers", "Vets", "Tilers", "Joiners", "Glaziers", "Surveyors", "Tutors", "Florists", "Pilots")
PLACES = ("in the north", "on the coast", "in town", "on islands", "in the hills", "on canals", "at the border")
WHO = (
    "The office", "Whoever did the work", "The tenant upstairs", "Your bookkeeper", "A good customer", "The team",
    "Somebody in accounts", "The site manager", "A neighbour of theirs", "The landlord", "The tenant", "Your partner",
)  # fmt: skip
DOES = (
    "reads the invoice", "checks the hours", "looks up the price", "finds the photo", "agrees the extra line",
    "asks about the parts", "remembers the visit", "signs the slip", "pays the first part", "keeps the receipt",
)  # fmt: skip
WHERE = (
    "at the kitchen table", "between two visits", "on the way home", "before the van is loaded", "at the counter",
    "while the kettle boils", "in the yard", "on the stairs", "in a quiet minute", "at the end of the street",
)  # fmt: skip
AFTER = (
    "and nobody has to ask twice", "because the details are still fresh", "so the evening stays free",
    "as it was agreed in the morning", "and the books are up to date", "with every line in plain words",
    "and the next visit can begin", "though the week has been a long one", "which takes a moment", "and that is all",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")


PLATFORMS = ("generic", "mailchimp", "hubspot", "braze", "klaviyo", "salesforce")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a generated site is like.

    Attributes:
        segments: How many there are below the one parent.
        folders: A folder each, with a segment.yaml; else all are rows of one table.
        own: Each writes its own page; else all have their parent's. Only with folders.
        emails: How many e-mails each segment has.
        platforms: For how many platforms they are made.
        words: About so many words on each page that no other page has.
    """

    segments: int
    folders: bool = False
    own: bool = False
    emails: int = 0
    platforms: int = 1
    words: int = 0

    def __str__(self) -> str:
        """As a row of the results says it."""
        kind = "folders" if self.folders else "rows of one table"
        pages = ", a page of their own" if self.own else ""
        pages += f" with {self.words} own words" if self.words else ""
        emails = f", {self.emails} e-mail{'s' if self.emails > 1 else ''} each" if self.emails else ""
        emails += f" for {self.platforms} platforms" if self.platforms > 1 else ""
        return f"{self.segments:,} segments, {kind}{pages}{emails}"


def generate(folder: Path, shape: Shape) -> Path:
    """Write a site into a new folder; the folder is given back."""
    if shape.own and not shape.folders:
        raise ValueError("Rows of a table have no pages of their own: ask for folders.")
    for name in ("brand", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    _free_of_the_sample(folder / "brand")
    segments = folder / "content/segments"
    parent = segments / PARENT
    files = {
        folder / "segsite.yaml": CONFIG.replace("{platforms}", ", ".join(PLATFORMS[: shape.platforms])),
        folder / "content/library/faq/common.md": FAQ,
        segments / "segment.yaml": SEGMENT,
        segments / "index.md": PAGE.replace("{own}", ""),
        segments / "privacy.md": PRIVACY,
        parent / "segment.yaml": "name: Customers\naudience: customers of every kind\n",
        parent / "index.md": PAGE.replace("{own}", ""),
    }
    for number in range(1, shape.emails + 1):
        files[parent / f"emails/step-{number}.md"] = EMAIL.replace("{step}", str(number))
    for path, text in files.items():
        _write(path, text)
    rows = [_row(number) for number in range(shape.segments)]
    if shape.folders:
        for row in rows:
            page = PAGE.replace("{own}", _prose(row["id"], shape.words)) if shape.own else ""
            _write_folder(parent / row["id"], row, page)
    else:
        with (parent / "segments.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


VOICE_RULES = 30


def _free_of_the_sample(brand: Path) -> None:
    """Take what is about the sample's own segments and files out of its brand, and keep thirty of its voice rules."""
    rules = sorted((brand / "voice/Halfday").glob("*.yml"))
    kept = {rules[number * len(rules) // VOICE_RULES] for number in range(VOICE_RULES)}
    for rule in rules:
        if rule not in kept:
            rule.unlink()
    (brand / "waivers.yaml").unlink()
    claims = brand / "claims.yaml"
    lines = claims.read_text("utf-8").splitlines(keepends=True)
    _write(claims, "".join(line for line in lines if not line.startswith("  segments:")))


def _row(number: int) -> dict[str, str]:
    trade = TRADES[number % len(TRADES)]
    place = PLACES[number // len(TRADES) % len(PLACES)]
    name = f"{trade} {place} {number}"
    return {
        "id": f"segment-{number:05}",
        "name": name,
        "audience": f"{trade.lower()} {place}, group {number}",
        "message.headline": f"{name}: paid before supper",
        "message.promise": f"Invoices for {trade.lower()} {place} leave the half-day the work ends, {number} times.",
        "ctas.trial.label": f"Try it as {trade.lower()} do",
        "keywords": f"invoices for {trade.lower()} {number};invoicing {place} {number}",
        "data.season": SEASONS[number % 5] if number % 5 < len(SEASONS) else "",
    }


def _prose(seed: str, words: int) -> str:
    """Paragraphs of about so many words, the same for the same seed and different for another."""
    chance, paragraphs, count = random.Random(seed), [], 0
    while count < words:
        sentences = [
            f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHERE)}, {chance.choice(AFTER)}."
            for _ in range(chance.randint(2, 4))
        ]
        paragraphs.append(" ".join(sentences) + "\n\n")
        count += sum(len(sentence.split()) for sentence in sentences)
    return "".join(paragraphs)


def _write_folder(folder: Path, row: dict[str, str], page: str) -> None:
    lines = [
        f'name: "{row["name"]}"',
        f'audience: "{row["audience"]}"',
        "message:",
        f'  headline: "{row["message.headline"]}"',
        f'  promise: "{row["message.promise"]}"',
        f'ctas: {{trial: {{label: "{row["ctas.trial.label"]}"}}}}',
        f"keywords: [{', '.join(row['keywords'].split(';'))}]",
    ]
    if row["data.season"]:
        lines.append(f"data: {{season: {row['data.season']}}}")
    _write(folder / "segment.yaml", "\n".join(lines) + "\n")
    if page:
        _write(folder / "index.md", page.replace("packed up", f"packed up at {row['name']}"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Generate one site, as the command line asks."""
    parser = argparse.ArgumentParser(description="Generate a site of many segments.")
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--segments", type=int, default=200, metavar="N")
    parser.add_argument("--folders", action="store_true", help="a folder each, not rows of one table")
    parser.add_argument("--own", action="store_true", help="each with a page of its own; only with --folders")
    parser.add_argument("--words", type=int, default=0, metavar="N", help="own words on each page; only with --own")
    parser.add_argument("--emails", type=int, default=0, metavar="N", help="e-mails for each segment")
    parser.add_argument("--platforms", type=int, default=1, metavar="N", help="platforms they are made for, up to 6")
    given = parser.parse_args()
    if given.segments < 1 or (given.own and not given.folders) or given.folder.exists():
        parser.error("name a folder that is not there yet, at least 1 segment, and --own only with --folders")
    shape = Shape(given.segments, given.folders, given.own, given.emails, given.platforms, given.words)
    print(f"{generate(given.folder, shape)}: {shape}")


if __name__ == "__main__":
    main()
