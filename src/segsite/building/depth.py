"""Room for templates that walk the segment tree."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.inheritance import Tree


@contextmanager
def deep_enough(tree: Tree) -> Iterator[None]:
    """Let templates that walk the tree go as deep as it is."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit + 20 * max(name.count("/") for name in tree.nodes))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
