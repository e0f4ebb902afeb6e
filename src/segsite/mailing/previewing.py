"""Previews made and written to a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.building.commit import commit
from segsite.building.dist import read_manifest
from segsite.building.mails import read_mails
from segsite.diagnostics import Findings, UsageError
from segsite.mailing.choosing import chosen
from segsite.mailing.preview import INDEX, Preview, page_of
from segsite.reporting.events import Progress, Stage

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from segsite.reporting.events import Listener

FOLDER = ".segsite/preview"
"""Where previews go in a site's folder: what segsite makes again at any time."""
ENOUGH = 200
"""So many e-mails are shown unless somebody asks for more: a folder of tens of megabytes, in a few seconds."""


@dataclass(frozen=True, eq=False, slots=True)
class Previewed:
    """What was made.

    Attributes:
        names: The e-mails that are shown.
        left: How many others there are.
        findings: What is wrong with those shown.
        flawed: How many of them have findings.
        first: The page to open: the index, or that of the only e-mail.
        whole: All files of the site could be read.
    """

    names: tuple[str, ...]
    left: int
    findings: Findings
    flawed: int
    first: Path
    whole: bool


def make_previews(
    root: Path, date: datetime.date, asked: Sequence[str], folder: Path, listener: Listener, *, drafts: bool
) -> Previewed:
    """Make a preview, and write it to a folder that holds nothing else.

    Args:
        root: The site's folder.
        date: The day it is taken to be.
        asked: Segments and e-mails by name; none: the first e-mails there are.
        folder: Where to.
        listener: Is told how far it is.
        drafts: Whether drafts are among them.

    Raises:
        SegsiteError: If the site cannot be read, something asked for is not there, or the folder cannot take it.
    """
    _refuse_build(folder)
    listener(Stage("Reading"))
    mails = read_mails(root, date, drafts=drafts)
    names = chosen(mails, asked)
    if not names:
        raise UsageError("The site has no e-mails.", "`segsite new email SEGMENT/NAME` starts one.")
    if not asked:
        names = names[:ENOUGH]
    preview, findings, flawed = Preview(mails, names), Findings(), 0
    listener(Stage("Rendering", len(names)))
    for done, name in enumerate(names, 1):
        made = mails.made(name)
        preview.add(made)
        findings.extend(made.findings)
        flawed += bool(len(made.findings))
        listener(Progress(done, len(names)))
    outputs = preview.outputs()
    listener(Stage("Writing", len(outputs)))
    commit(folder, outputs)
    first = folder / (page_of(names[0]) if len(names) == 1 else INDEX)
    return Previewed(tuple(names), len(mails.every) - len(names), findings, flawed, first, not mails.findings.failed)


def _refuse_build(folder: Path) -> None:
    """See that a folder does not hold a built site, whose place the preview would take."""
    ours = read_manifest(str(folder))
    if ours and INDEX not in ours:
        raise UsageError(f"{folder} holds a built site.", "Name another folder with `--out`.")
