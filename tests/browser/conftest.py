"""The sample site, built once for each worker, and the tools it is held to. What is missing is named.

Without Chromium, Java or the packages of package.json the tests that need them are skipped and say so; under
`CI=true` they fail.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from chromium import ARGUMENTS
from hosting import hosted
from sample import Built
from showcase import make_showcase

from segsite.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
MODULES = Path(__file__).parent / "node_modules"
SITE = ("segsite.yaml", "brand", "content", "themes")
DAY = "2026-12-01"


def _missing(what: str) -> NoReturn:
    reason = f"{what}; `sh .ci/browser` installs what the browser tests need"
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _module(path: str) -> Path:
    file = MODULES / path
    if not file.is_file():
        _missing(f"tests/browser/node_modules/{path} is missing")
    return file


def _build(site: Path, dist: Path, *options: str) -> Built:
    # Expired facts are findings: the sample is judged on a day of its own.
    code = main(["build", "--site", str(site), "--out", str(dist), "--date", DAY, *options])
    assert code == 0, "the sample site does not build; the findings stand above"
    return Built(site, dist)


@pytest.fixture(scope="session")
def _copied(tmp_path_factory) -> Path:
    """A copy of the sample site, so that workers never share what a build keeps beside it."""
    folder = tmp_path_factory.mktemp("sample")
    for name in SITE:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / name)
    return folder


@pytest.fixture(scope="session")
def built(_copied, tmp_path_factory) -> Built:
    return _build(_copied, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def with_drafts(_copied, tmp_path_factory) -> Built:
    return _build(_copied, tmp_path_factory.mktemp("with-drafts"), "--drafts")


@pytest.fixture(scope="session")
def showcase(tmp_path_factory) -> Built:
    """One e-mail with every component of the sample theme, from left to right and from right to left."""
    folder = tmp_path_factory.mktemp("showcase")
    make_showcase(ROOT, folder)
    return _build(folder, tmp_path_factory.mktemp("shown"))


@pytest.fixture(scope="session")
def home(built) -> Iterator[str]:
    with hosted(built.web) as address:
        yield address


@pytest.fixture(scope="session")
def home_with_drafts(with_drafts) -> Iterator[str]:
    with hosted(with_drafts.web) as address:
        yield address


@pytest.fixture(scope="session")
def mailbox(built) -> Iterator[str]:
    """Where the e-mails can be opened."""
    with hosted(built.dist) as address:
        yield address


@pytest.fixture(scope="session")
def showroom(showcase) -> Iterator[str]:
    """Where the e-mails with everything can be opened."""
    with hosted(showcase.dist) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        _missing("Chromium is missing")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("the Python package playwright is missing")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe() -> Path:
    return _module("axe-core/axe.min.js")


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The command of the Nu HTML checker, up to its options."""
    jar = _module("vnu-jar/build/dist/vnu.jar")
    java = shutil.which("java")
    if java is None:
        _missing("Java is missing")
    return [java, "-Xss4m", "-jar", str(jar)]
