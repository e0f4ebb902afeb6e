"""`segsite init`."""

from pathlib import Path
from typing import Annotated

import typer

from segsite.cli.console import out


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new or an empty folder.", show_default=False)],
) -> None:
    """Start a site: a complete sample to rewrite in your own words."""
    import shlex

    from segsite.cli.starter import start_site

    start_site(folder)
    here = folder.resolve() == Path.cwd().resolve()
    out(f"A site is in {folder}.\n\nWhat next:\n")
    out("" if here else f"  cd {shlex.quote(str(folder))}\n")
    out(
        "  segsite build       makes the pages and e-mails in dist/\n"
        "  segsite check       finds mistakes without writing anything\n"
        "  segsite schema      lets your editor complete and check the YAML files\n"
        "\n"
        "Make it yours: brand/brand.yaml says who you are, content/segments/segment.yaml what you say to\n"
        "everyone, and each folder below it what you say to one audience.\n"
    )
