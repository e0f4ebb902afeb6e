"""Shares of a site made side by side, in processes that start with everything that is read.

A worker is a fork: it has the site, the tree and the templates without reading them again. It gives back what is wrong,
not what it has made, and so serves a check. What comes of it does not depend on how many workers there are.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from segsite.building.collector import Sweeper
from segsite.building.making import Made
from segsite.inheritance import Node, Touchpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from segsite.building.making import Maker, Share
    from segsite.inheritance import Tree

ENOUGH = 100
"""So many outputs are worth a second process."""
_PIECES = 8
"""Each worker is given its shares in so many pieces, so that none is idle for long at the end."""

_Work = tuple["Maker", "Sequence[Share]", "Tree"]
_work: list[_Work] = []
"""What forked workers find: they are told only numbers."""


def cores() -> int:
    """How many processors there are for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a process can be forked safely here: system libraries of macOS forbid it, Windows has no such thing."""
    return sys.platform == "linux"


def check_all(maker: Maker, shares: Sequence[Share], tree: Tree, jobs: int, told: Callable[[int], None]) -> Made:
    """Make shares in order to see what is wrong with them; their bytes are not kept.

    Args:
        maker: Makes them.
        shares: What is to be made.
        tree: The segments.
        jobs: How many processes may be used.
        told: Called with how many outputs have been made so far.
    """
    if jobs > 1 and can_fork() and sum(len(share.outputs) for share in shares) >= ENOUGH:
        # a worker that is killed, perhaps for want of memory, is no reason to give up: one process needs less
        with suppress(BrokenProcessPool):
            return _gathered(_side_by_side(maker, shares, tree, jobs), told)
    return _gathered(_in_turn(maker, shares), told)


def _gathered(pieces: Iterable[tuple[int, Made]], told: Callable[[int], None]) -> Made:
    whole, done = Made(), 0
    for number, made in pieces:
        whole.take(made)
        done += number
        told(done)
    return whole


def make_all(maker: Maker, shares: Sequence[Share], told: Callable[[int], None]) -> Made:
    """Make shares in order, and keep what is made."""
    whole, done, sweeper = Made(), 0, Sweeper()
    for share in shares:
        whole.take(maker.make(share))
        done += len(share.outputs)
        told(done)
        sweeper.made(len(share.outputs))
    return whole


def _in_turn(maker: Maker, shares: Sequence[Share]) -> Iterator[tuple[int, Made]]:
    sweeper = Sweeper()
    for share in shares:
        made = maker.make(share)
        made.outputs.clear()
        yield len(share.outputs), made
        sweeper.made(len(share.outputs))


def _side_by_side(maker: Maker, shares: Sequence[Share], tree: Tree, jobs: int) -> Iterator[tuple[int, Made]]:
    size = -(-len(shares) // (jobs * _PIECES))
    pieces = [(start, min(start + size, len(shares))) for start in range(0, len(shares), size)]
    _work.append((maker, shares, tree))
    try:
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
            for (start, end), result in zip(pieces, pool.map(_piece, pieces), strict=True):
                made, learned = _unpacked(result, tree)
                maker.checker.learn(learned)
                yield sum(len(share.outputs) for share in shares[start:end]), made
    finally:
        _work.pop()


def _piece(span: tuple[int, int]) -> bytes:
    """What a worker does: it makes some shares, and gives back what is wrong with them."""
    maker, shares, _ = _work[-1]
    made = Made()
    for _, one in _in_turn(maker, shares[slice(*span)]):
        made.take(one)
    return _packed((made, maker.checker.learned()))


class _Pickler(pickle.Pickler):
    """Writes segments and touchpoints as their names: whoever reads them has the same ones."""

    def persistent_id(self, obj: Any) -> tuple[str, ...] | None:
        if isinstance(obj, Node):
            return (obj.id,)
        return (obj.owner, obj.key) if isinstance(obj, Touchpoint) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, tree: Tree) -> None:
        super().__init__(io.BytesIO(data))
        self._nodes = tree.nodes

    def persistent_load(self, pid: Any) -> Any:
        node_id, *key = pid
        return self._nodes[node_id].touchpoints[key[0]] if key else self._nodes[node_id]


def _packed(value: object) -> bytes:
    file = io.BytesIO()
    _Pickler(file, pickle.HIGHEST_PROTOCOL).dump(value)
    return file.getvalue()


def _unpacked(data: bytes, tree: Tree) -> Any:
    return _Unpickler(data, tree).load()  # bytes of a process of our own
