"""Previews: a page for each e-mail as its recipients will see it, and an index of them all, to be opened from disk."""

from __future__ import annotations

import re
from functools import partial
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from segsite.brand.email.sizes import CUT_OFF, LARGE
from segsite.mailing.facts import about, fields_of, segment_of, shown_to, tags
from segsite.mailing.local_pictures import LocalPictures
from segsite.mailing.reading import NO_ADDRESS
from segsite.reporting.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from segsite.building.mails import MadeEmail, Mails

INDEX = "index.html"
"""The page that lists all e-mails of a preview."""
_SHARED = ("preview.css", "preview.js")
_CODE = re.compile(r"`([^`]+)`")


def page_of(name: str) -> str:
    """Where the page of an e-mail is, from the preview's folder."""
    return f"emails/{name}.html"


class Preview:
    """A preview that grows e-mail by e-mail.

    Args:
        mails: The e-mails.
        names: Those it is for, in order.
    """

    def __init__(self, mails: Mails, names: Sequence[str]) -> None:
        self._mails = mails
        self._before = {name: before for before, name in pairwise(names)}
        self._after = dict(pairwise(names))
        self._pages = _environment(mails)
        self._pictures = LocalPictures(mails.renderer.addresses)
        self._system = {**NO_ADDRESS, "postal_address": mails.site.brand.file.address.one_line}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._made: dict[str, bytes] = {}

    def add(self, made: MadeEmail) -> None:
        """Make the page of an e-mail."""
        up = "../" * (made.name.count("/") + 1)
        platforms = self._mails.renderer.platforms
        fields = fields_of(made)
        row = about(made, self._mails, self._system)
        page = self._pages.get_template("email.html").render(
            row,
            up=up,
            before=self._before.get(made.name),
            after=self._after.get(made.name),
            recipients=self._mails.site.recipients,
            findings=list(made.findings),
            fields=fields,
            platforms=[(one.profile.name, made.packages[one.key].size, tags(fields, one)) for one in platforms],
            shown=shown_to(made.mail, self._mails.site.recipients, self._system, partial(self._pictures.beside, up=up)),
        )
        self._made[page_of(made.name)] = page.encode()
        self._rows.setdefault(made.node.id, []).append(row)

    def outputs(self) -> dict[str, bytes | Path]:
        """All files of the preview, by their path in its folder."""
        nodes = self._mails.tree.nodes
        index = self._pages.get_template(INDEX).render(
            up="",
            segments=[(segment_of(nodes[name], self._mails), rows) for name, rows in self._rows.items()],
            count=len(self._made),
            more=len(self._mails.every) - len(self._made),
            example=next(iter(self._mails.every), ""),
        )
        folder = resources.files("segsite.mailing") / "pages"
        shared = {name: (folder / name).read_bytes() for name in _SHARED}
        return {INDEX: index.encode(), **shared, **self._made, **self._pictures.shown}


def _environment(mails: Mails) -> Environment:
    environment = Environment(
        loader=PackageLoader("segsite.mailing", "pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals |= {
        "site": mails.site.config.name,
        "cut_off": CUT_OFF,
        "large": LARGE,
        "counted": counted,
        "page_of": page_of,
    }
    environment.filters |= {"kilobytes": _kilobytes, "code": _code}
    return environment


def _kilobytes(size: int) -> str:
    """A number of bytes as people say it; 1 KB is 1,024 bytes, as it is where Gmail cuts."""
    return f"{size / 1024:,.1f} KB"


def _code(text: str) -> Markup:
    """A message with what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped just before
