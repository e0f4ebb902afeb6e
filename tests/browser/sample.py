"""The sample site as built: its files, and what each says, read with the standard library alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import yaml

if TYPE_CHECKING:
    from pathlib import Path

REFERRING = {"href", "src", "action", "background", "poster", "data", "formaction"}
MERGE_FIELD = re.compile(r"^\{\{.*\}\}$")


@dataclass
class Document(HTMLParser):
    """What one HTML file says: its parts, its links, its pictures, its shape."""

    path: Path
    references: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    images: list[dict[str, str]] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    refresh: str = ""

    def __post_init__(self):
        super().__init__()
        self._inside = ""
        self.source = self.path.read_text("utf-8")
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        self._inside = tag
        self.elements.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "img":
            self.images.append(given)
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.refresh = given["content"].partition("url=")[2]
            self.references.append(self.refresh)
        if tag == "meta" and given.get("property") in {"og:image", "og:url"}:
            self.references.append(given["content"])
        self.references += [value for name, value in given.items() if name in REFERRING]
        if "srcset" in given:
            self.references += [one.split()[0] for one in given["srcset"].split(",") if one.strip()]

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside == "style":
            self.styles.append(data)

    @property
    def pictures(self) -> set[str]:
        """The addresses of the pictures it shows, those behind words included."""
        return {image["src"] for image in self.images} | {
            given["background"] for _, given in self.elements if "background" in given
        }

    @cached_property
    def shape(self) -> frozenset[tuple[str, str]]:
        """Which element follows which, and which heading; pages of one shape differ in words and numbers only."""
        names = [f"{tag}.{given.get('class', '')}" for tag, given in self.elements]
        headings = [name for name in names if re.match(r"h[1-6]\.", name)]
        return frozenset([*pairwise(names), *pairwise(headings)])

    def has(self, tag: str, name: str) -> bool:
        """Whether there is an element with this class."""
        return any(found == tag and name in given.get("class", "").split() for found, given in self.elements)


class Built:
    """A built site."""

    def __init__(self, site: Path, dist: Path):
        self.site, self.dist = site, dist
        # for other platforms only the tags differ, of which a browser knows nothing: `tests/email_platforms` reads them
        self.web, self.email = dist / "web", dist / "email/generic"
        self.config = yaml.safe_load((site / "segsite.yaml").read_text("utf-8"))
        self.base = str(self.config["base_url"]).rstrip("/")
        self.elsewhere = tuple(self.config.get("external_paths", ()))

    @cached_property
    def pages(self) -> dict[str, Document]:
        """Every page by its address, the page for misses included, redirects included."""
        return {
            f"/{path.relative_to(self.web).as_posix()}".removesuffix("index.html"): Document(path)
            for path in sorted(self.web.rglob("*.html"))
        }

    @cached_property
    def emails(self) -> dict[str, Document]:
        """Every e-mail by its path from `dist`."""
        return {path.relative_to(self.dist).as_posix(): Document(path) for path in sorted(self.email.rglob("*.html"))}

    @property
    def redirects(self) -> dict[str, Document]:
        """The pages that lead elsewhere."""
        return {address: page for address, page in self.pages.items() if page.refresh}

    def file(self, address: str) -> Path | None:
        """The file that hosting gives for a path of the site, None for a miss."""
        path = self.web / unquote(address).lstrip("/")
        if address.endswith("/"):
            path /= "index.html"
        return path if path.is_file() and path.resolve().is_relative_to(self.web.resolve()) else None

    def broken(self, reference: str, page: str) -> str:
        """Why a reference leads nowhere; "" if it leads somewhere, or out of the site.

        Args:
            reference: What stands in the markup.
            page: The address it stands on.
        """
        target = urlsplit(urljoin(f"{self.base}{page}", reference))
        if target.scheme in {"mailto", "tel", "data"}:
            return "" if target.path else "leads nowhere"
        if f"{target.scheme}://{target.netloc}" != self.base:
            return "" if target.scheme == "https" else f"is not https: {target.geturl()}"
        if target.path.startswith(self.elsewhere):
            return ""
        file = self.file(target.path or "/")
        if file is None:
            return f"no file at {target.path}"
        if target.fragment and file.suffix == ".html":
            address = f"/{file.relative_to(self.web).as_posix()}".removesuffix("index.html")
            if unquote(target.fragment) not in self.pages[address].ids:
                return f"no part #{target.fragment} on {address}"
        return ""


def distinct(documents: dict[str, Document]) -> dict[str, Document]:
    """The first document of each shape."""
    first: dict[frozenset[tuple[str, str]], str] = {}
    for name, document in documents.items():
        first.setdefault(document.shape, name)
    return {name: documents[name] for name in first.values()}
