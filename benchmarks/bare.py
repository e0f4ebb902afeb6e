"""A build that holds nothing to the brand's standards: what checking is measured against."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from segsite.building import BuildOptions, build


def main(site: str, dist: str, day: str) -> None:
    """Build a site for a day into a folder."""
    options = BuildOptions(Path(site), datetime.date.fromisoformat(day), Path(dist), enforce=False)
    if build(options, lambda _: None).findings.failed:
        sys.exit("The site has errors.")
