"""Fixtures that all tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sites import BASE, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """A maker of sites: `site(text)` writes the files in `text` over the base site, and gives its folder."""

    def make(text: str = "", *, base: str = BASE) -> Path:
        folder = tmp_path / "site"
        return write_site(write_site(folder, base), text)

    return make
