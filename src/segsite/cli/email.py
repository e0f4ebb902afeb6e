"""`segsite email`: what is done with e-mails besides building them."""

import typer

from segsite.cli.preview import preview
from segsite.cli.send import send

email = typer.Typer(
    name="email",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="See e-mails as their recipients will, and send one to look at.",
)
for command in (preview, send):
    email.command()(command)
