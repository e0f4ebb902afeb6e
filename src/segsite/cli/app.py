"""The commands. Their modules hold options and a few lines; what does the work is imported when it runs."""

from typing import Annotated

import typer

from segsite.cli.build import build
from segsite.cli.check import check
from segsite.cli.console import out
from segsite.cli.email import email
from segsite.cli.init import init
from segsite.cli.list import list_segments
from segsite.cli.new import new
from segsite.cli.rule import rule
from segsite.cli.schema import schema
from segsite.cli.show import show

COMMANDS = (init, new, build, check, email, list_segments, show, rule, schema)
"""In the order in which `segsite --help` lists them."""

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

# without rich: help that is calm, and the same in a terminal, a pipe and a log
app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=_SETTINGS,
)


def _version(wanted: bool) -> None:
    if wanted:
        import segsite

        out(f"segsite {segsite.__version__}\n")
        raise typer.Exit


@app.callback()
def segsite(
    *,
    _wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Landing pages and e-mails for every audience, held to one brand."""


for command in COMMANDS:
    if isinstance(command, typer.Typer):
        app.add_typer(command)
    else:
        app.command(name=command.__name__.partition("_")[0])(command)
