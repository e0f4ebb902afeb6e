"""Words as standards meet them, made by hand: a text that is one block, written just as it reads."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from segsite.brand.passages import Block, Passage, Wording
from segsite.brand.standard import Grounds
from segsite.diagnostics import Findings, Source
from segsite.inheritance import inherit
from segsite.reading import read_site
from segsite.rendering.filled import Filled, Text
from sites import BASE, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.brand.passages import Span

DATE = datetime.date(2026, 11, 21)


def said(
    text: str,
    *parts: str,
    scope: tuple[str, ...] = ("text",),
    quoted: tuple[Span, ...] = (),
    claim: str | None = None,
    file: str = "content/segments/index.md",
    locale: str = "en",
) -> Passage:
    """A text said in a file that holds nothing else."""
    wording = Wording(text, (Block(text, scope, quoted=quoted),), locale, lambda _, start, end: (start, end))
    source = Source(file, text)
    return Passage(wording, frozenset(parts), Filled.of(Text.of_place(source.place(0, len(text)))), claim)


def grounds_of(folder: Path, text: str, *, date: datetime.date = DATE) -> Grounds:
    """What standards judge by: a site in the style of txtar, over the base site."""
    findings = Findings()
    site = read_site(write_site(write_site(folder, BASE), text), findings)
    assert site is not None
    assert not findings.failed, [finding.message for finding in findings]
    return Grounds(site, inherit(site, findings), date)
