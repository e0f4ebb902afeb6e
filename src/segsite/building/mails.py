"""E-mails made one by one, to be seen and sent: read, resolved, rendered and held to the standards as in a build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.brand.exceptions.excuses import unexcused
from segsite.building.depth import deep_enough
from segsite.building.making import Made, maker_of
from segsite.building.plan import email_name, emails
from segsite.diagnostics import Findings, SegsiteError
from segsite.inheritance import inherit
from segsite.reading import read_site
from segsite.rendering.renderer import Renderer

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from pathlib import Path

    from segsite.inheritance import Node, Touchpoint, Tree
    from segsite.model.site import Site
    from segsite.rendering.packages import Mail, Package


@dataclass(frozen=True, eq=False, slots=True)
class MadeEmail:
    """An e-mail as made.

    Attributes:
        node: The segment it speaks to.
        touchpoint: Where it comes from.
        mail: What it is, before a platform's syntax is put in.
        packages: Its files by platform.
        findings: What is wrong with it and not excused; what can be seen only beside other touchpoints is not here.
    """

    node: Node
    touchpoint: Touchpoint
    mail: Mail
    packages: Mapping[str, Package]
    findings: Findings

    @property
    def name(self) -> str:
        """How people name it: `trades/roofing/welcome`."""
        return email_name(self.node, self.touchpoint)

    @property
    def size(self) -> int:
        """The bytes of its HTML, on the platform where they are most."""
        return max((one.size for one in self.packages.values()), default=len(self.mail.html.encode()))


class Mails:
    """The e-mails of a site, to be made one by one.

    Attributes:
        site: The site as written.
        tree: What its segments have.
        renderer: Renders them.
        findings: What is wrong with its files.
        every: Every e-mail by its name.
    """

    def __init__(self, site: Site, findings: Findings, date: datetime.date, *, drafts: bool) -> None:
        self.site, self.findings = site, findings
        self.tree: Tree = inherit(site, findings)
        self.renderer = Renderer(site, self.tree, date, drafts=drafts)
        self.every = {email_name(*one): one for one in emails(self.renderer)}
        self._date = date
        self._maker = maker_of(self.renderer, date)

    def made(self, name: str) -> MadeEmail:
        """The e-mail of a name."""
        node, touchpoint = self.every[name]
        with deep_enough(self.tree):
            rendered, packages = self._maker.email(node, touchpoint, name, Made())
        files = _files(node, touchpoint)
        rendered.findings.extend(finding for finding in self.findings if finding.place.file in files)
        findings = unexcused(rendered.findings, self.site.brand, self._date)
        return MadeEmail(node, touchpoint, rendered.mail, packages, findings)


def _files(node: Node, touchpoint: Touchpoint) -> set[str]:
    """The files that an e-mail is written in, from the segment's own up to the root's."""
    versions = (ancestor.touchpoints.get(touchpoint.key) for ancestor in node.lineage)
    return {version.document.place.file for version in versions if version is not None}


def read_mails(root: Path, date: datetime.date, *, drafts: bool) -> Mails:
    """The e-mails of the site in a folder.

    Args:
        root: The site's folder.
        date: The day it is taken to be.
        drafts: Whether drafts are among them.

    Raises:
        SegsiteError: If the folder holds no site, or one whose foundations cannot be read.
    """
    findings = Findings()
    site = read_site(root, findings)
    if site is None:
        raise SegsiteError("The site cannot be read.", "`segsite check` says what is wrong with it.")
    return Mails(site, findings, date, drafts=drafts)
