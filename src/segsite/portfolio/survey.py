"""A site read and resolved for questions: nothing is rendered but the words asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.diagnostics import Findings, SegsiteError, UsageError, did_you_mean
from segsite.inheritance import inherit
from segsite.reading import read_site
from segsite.rendering.renderer import Renderer

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from segsite.inheritance import Node, Tree
    from segsite.model.site import Site

ROOT_NAMES = frozenset({"", "/", "."})
"""How people name the root segment."""


@dataclass(frozen=True, eq=False, slots=True)
class Survey:
    """A site with what its segments have.

    Attributes:
        site: As written.
        tree: As inherited.
        renderer: Fills words.
        findings: What is wrong with the files.
    """

    site: Site
    tree: Tree
    renderer: Renderer
    findings: Findings

    @property
    def caution(self) -> str:
        """What to know before the answers are trusted; empty if all files could be read."""
        return (
            "Some files have errors, so this may not be the whole truth; `segsite check` says which."
            if self.findings.failed
            else ""
        )

    def node(self, name: str) -> Node:
        """The segment of an id; `/` is the root.

        Raises:
            UsageError: If there is none.
        """
        wanted = "" if name in ROOT_NAMES else name.strip("/")
        node = self.tree.nodes.get(wanted)
        if node is None:
            hint = did_you_mean(wanted, self.tree.nodes, otherwise="`segsite list` shows all segments.")
            raise UsageError(f"There is no segment `{wanted}`.", hint)
        return node


def survey(root: Path, date: datetime.date) -> Survey:
    """The site in a folder, ready to be asked.

    Raises:
        SegsiteError: If the folder holds no site, or one whose foundations cannot be read.
    """
    findings = Findings()
    site = read_site(root, findings)
    if site is None:
        raise SegsiteError("The site cannot be read.", "`segsite check` says what is wrong with it.")
    tree = inherit(site, findings)
    return Survey(site, tree, Renderer(site, tree, date, drafts=True), findings)
