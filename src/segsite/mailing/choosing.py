"""Which e-mails are meant by the names that people give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import UsageError, did_you_mean
from segsite.model.segment import Status
from segsite.model.touchpoint import Channel
from segsite.portfolio.flows import in_flow
from segsite.portfolio.survey import ROOT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.building.mails import Mails

_FOLDER = "emails/"
_LISTED = "`segsite list --emails` shows all e-mails."


def chosen(mails: Mails, asked: Iterable[str]) -> list[str]:
    """The e-mails that are asked for by their names, or by the name of a segment above them; all, if nothing is.

    They come in the order of the tree, and in a segment in that of its flows.

    Raises:
        UsageError: If one is not there.
    """
    names = {name for one in asked for name in _meant(mails, one)} or set(mails.every)
    order = {node: at for at, node in enumerate(mails.tree.nodes)}

    def place(name: str) -> tuple[object, ...]:
        node, touchpoint = mails.every[name]
        return order[node.id], in_flow(touchpoint)

    return sorted(names, key=place)


def the_one(mails: Mails, asked: str) -> str:
    """The e-mail of a name: `trades/roofing/welcome`; `welcome` or `/welcome` is the root's.

    Raises:
        UsageError: If it is not there.
    """
    name = _plain(asked)
    if name in mails.every:
        return name
    if name in mails.tree.nodes:
        own = (known for known in mails.every if known.rpartition("/")[0] == name)
        hint = f"Name one of its e-mails, such as `{next(own, 'trades/welcome')}`."
        raise UsageError(f"`{name or '/'}` is a segment, not one e-mail.", hint)
    raise _missing(mails, name)


def _meant(mails: Mails, asked: str) -> list[str]:
    name = _plain(asked)
    segment = "" if asked in ROOT_NAMES else name
    if segment in mails.tree.nodes and not (asked.startswith("/") and name in mails.every):
        folder = f"{segment}/".lstrip("/")
        below = [known for known, (node, _) in mails.every.items() if f"{node.id}/".startswith(folder)]
        if not below:
            raise _empty(mails, segment)
        return below
    return [the_one(mails, asked)]


def _plain(asked: str) -> str:
    """A name without slashes around it, and without the folder that e-mails stand in."""
    segment, _, name = asked.strip("/").rpartition("/")
    return f"{f'{segment}/'.removesuffix(_FOLDER).rstrip('/')}/{name}".lstrip("/")


def _missing(mails: Mails, name: str) -> UsageError:
    segment, _, touchpoint = name.rpartition("/")
    node = mails.tree.nodes.get(segment)
    if node is not None and f"{_FOLDER}{touchpoint}" in node.touchpoints:
        return _unmade(name, node.segment.status) if not node.broken else _broken(name)
    hint = did_you_mean(name, [*mails.every, *mails.tree.nodes], otherwise=_LISTED)
    return UsageError(f"There is no e-mail `{name}`.", hint)


def _empty(mails: Mails, segment: str) -> UsageError:
    node = mails.tree.nodes[segment]
    if any(touchpoint.channel is Channel.EMAIL for touchpoint in node.touchpoints.values()):
        return _unmade(segment, node.segment.status) if not node.broken else _broken(segment)
    return UsageError(f"`{segment or '/'}` has no e-mails.", _LISTED)


def _unmade(name: str, status: Status) -> UsageError:
    if status is Status.SUNSET:
        return UsageError(f"The segment of `{name}` is sunset, and sends nothing.", _LISTED)
    return UsageError(f"`{name}` is a draft.", "Add `--drafts`.")


def _broken(name: str) -> UsageError:
    return UsageError(f"`{name}` cannot be made: a file of its segment has errors.", "`segsite check` says which.")
