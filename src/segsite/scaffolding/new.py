"""Where new files go, and that they overwrite nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import UsageError, did_you_mean
from segsite.model.touchpoint import Channel
from segsite.reading.files import slug, slug_problem
from segsite.reading.segments import DEFINITION, LIBRARY, RESERVED, SEGMENTS
from segsite.scaffolding.texts import block_text, inheriting_text, segment_text, whole_text

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.inheritance import Node
    from segsite.portfolio.survey import Survey


def new_segment(root: Path, survey: Survey, segment_id: str, name: str | None = None) -> Path:
    """A new segment's `segment.yaml`; gives its path.

    Raises:
        UsageError: If the id is taken, cannot be an address, or its parent does not exist.
    """
    wanted = segment_id.strip("/")
    _check_names(wanted)
    if wanted in survey.tree.nodes:
        place = survey.tree.nodes[wanted].source.place
        if (root / place.file).exists():  # else it is a folder that lacks its definition
            raise UsageError(f"The segment `{wanted}` exists already, in {place.file}.", "Choose another id.")
    parent = wanted.rpartition("/")[0]
    if parent not in survey.tree.nodes:
        hint = did_you_mean(parent, survey.tree.nodes, otherwise=f"Create it first: segsite new segment {parent}")
        raise UsageError(f"Its parent `{parent}` does not exist.", hint)
    label = name or _label(wanted.rpartition("/")[2])
    text = segment_text(label, wanted.count("/") + 1)
    return _write(root, f"{SEGMENTS}/{wanted}/{DEFINITION}", text)


def new_page(root: Path, survey: Survey, name: str) -> Path:
    """A new page, named `SEGMENT/PAGE`; where an ancestor has one of the name, it inherits that. Gives its path.

    Raises:
        UsageError: If the segment does not exist, or has the page already.
    """
    return _touchpoint(root, survey, name, Channel.WEB)


def new_email(root: Path, survey: Survey, name: str) -> Path:
    """A new e-mail, named `SEGMENT/EMAIL`; gives its path. Raises as `new_page` does."""
    return _touchpoint(root, survey, name, Channel.EMAIL)


def new_block(root: Path, survey: Survey, name: str, segment: str | None = None) -> Path:
    """A new block in a segment's library, or in the one all share; gives its path.

    Raises:
        UsageError: If it exists already, or the segment does not.
    """
    wanted = name.strip("/").removesuffix(".md")
    _check_names(wanted)
    folder = LIBRARY if segment is None else f"{_folder(survey.node(segment))}/library"
    return _write(root, f"{folder}/{wanted}.md", block_text(wanted))


def _touchpoint(root: Path, survey: Survey, name: str, channel: Channel) -> Path:
    segment_id, _, stem = name.strip("/").removesuffix(".md").rpartition("/")
    segment_id = segment_id.removesuffix("/emails").removesuffix("emails") if channel is Channel.EMAIL else segment_id
    _check_names(stem)
    node = survey.node(segment_id)
    key = f"emails/{stem}" if channel is Channel.EMAIL else stem
    inherited = node.touchpoints.get(key)
    if inherited is not None and inherited.owner != node.id:
        text = inheriting_text(inherited, inherited.owner)
    else:
        text = whole_text(channel, stem, survey.site.theme.components)
    return _write(root, f"{_folder(node)}/{key}.md", text)


def _folder(node: Node) -> str:
    return f"{SEGMENTS}/{node.id}".rstrip("/")


def _label(stem: str) -> str:
    words = stem.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def _check_names(name: str) -> None:
    for part in name.split("/"):
        problem = slug_problem(part)
        if problem is not None:
            raise UsageError(
                f"`{part}` cannot be part of a web address: {problem}.", f"Try `{slug(part) or 'a-name'}`."
            )
        if part in RESERVED:
            raise UsageError(f"`{part}` is kept for a folder of its own.", "Choose another name.")


def _write(root: Path, relative: str, text: str) -> Path:
    path = root / relative
    if path.exists():
        raise UsageError(f"`{relative}` exists already.", "Edit it, or choose another name.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
