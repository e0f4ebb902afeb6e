"""Options that several commands share, and what they mean."""

import os
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from segsite.diagnostics import UsageError

CONFIG = "segsite.yaml"


class Format(StrEnum):
    """How results are written."""

    TEXT = "text"
    JSON = "json"


class ReportFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    LINE = "line"


class Least(StrEnum):
    """From which severity on findings are shown."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


Site = Annotated[
    Path | None,
    typer.Option(
        "--site",
        metavar="FOLDER",
        help="The site's folder. Default: this folder, or the nearest one above it with a segsite.yaml.",
        show_default=False,
    ),
]
Drafts = Annotated[bool, typer.Option("--drafts", help="Include segments, pages and e-mails with `status: draft`.")]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        help="The day it is taken to be, for what expires. Default: today.",
        show_default=False,
    ),
]
OutputFormat = Annotated[
    Format, typer.Option("--format", metavar="text|json", help="text for people, json for programs.")
]
FindingsFormat = Annotated[
    ReportFormat,
    typer.Option(
        "--format",
        metavar="|".join(ReportFormat),
        help="text for people; json for programs; sarif, github, junit for services that run checks; line for editors.",
    ),
]
ReportFile = Annotated[
    Path | None,
    typer.Option(
        "--report",
        metavar="FILE",
        help="Write the findings in the given format to a file, and show text here.",
        show_default=False,
    ),
]
MaxFindings = Annotated[
    int,
    typer.Option("--max-findings", metavar="N", help="Show at most so many findings; 0 shows all."),
]


def site_folder(given: Path | None) -> Path:
    """The site's folder: the one named, or the nearest one from here up.

    Raises:
        UsageError: If there is none.
    """
    if given is not None:
        if not (given / CONFIG).is_file():
            raise UsageError(
                f"There is no site in {given}: it holds no `{CONFIG}`.",
                "Name a site's folder, or start one with `segsite init FOLDER`.",
            )
        return given
    found = nearest_site()
    if found is not None:
        return found
    raise UsageError(
        f"There is no site here: neither {Path.cwd()} nor a folder above it holds a `{CONFIG}`.",
        "Go to the site's folder, name it with `--site FOLDER`, or start one with `segsite init FOLDER`.",
    )


def nearest_site() -> Path | None:
    """The nearest folder from here up that holds a site, or None."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / CONFIG).is_file()), None)


def day(given: str | None) -> date:
    """The day of a command: the one named, that of SOURCE_DATE_EPOCH, or today.

    Raises:
        UsageError: If what is given is no day.
    """
    if given is not None:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise UsageError(f"`{given}` is not a day.", "Write it as year-month-day: 2027-06-30.") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is `{epoch}`, which is no time.", "Set it to seconds since 1970, or unset it."
        ) from None
