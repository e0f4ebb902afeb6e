"""Every e-mail of the sample site on every platform: sent as it is meant, and with nothing missing."""

from __future__ import annotations

import datetime
import html
import shutil
from pathlib import Path

import pytest
from platforms_tried import PLATFORMS, own, sent

from segsite.building.mails import read_mails
from segsite.diagnostics import Severity
from segsite.rendering.merge import for_recipient
from segsite.rendering.plaintext import lay_out

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def mails(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    for name in ("brand", "themes", "content"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "segsite.yaml").read_text("utf-8")
    listed = next(line for line in config.splitlines() if line.startswith("  platforms: "))
    (folder / "segsite.yaml").write_text(config.replace(listed, f"  platforms: [{', '.join(PLATFORMS)}]"), "utf-8")
    found = read_mails(folder, datetime.date(2026, 11, 21), drafts=True)
    return found.renderer.platforms, [found.made(name) for name in found.every]


def test_every_platform_can_do_what_they_ask(mails):
    platforms, every = mails
    assert {platform.key for platform in platforms} == set(PLATFORMS)
    assert len(every) > 90
    for made in every:
        assert [one.message for one in made.findings if one.severity is Severity.ERROR] == [], made.name


@pytest.mark.parametrize("name", sorted(PLATFORMS))
@pytest.mark.parametrize("recipient", [{"first_name": "Robin & Co."}, {}], ids=["known", "unknown"])
def test_recipients_get_what_is_meant(mails, name, recipient):
    platforms, every = mails
    platform = next(one for one in platforms if one.key == name)
    values = {**recipient, **own(platform)}
    if platform.profile.postal_address is None:
        values["postal_address"] = platform.address
    for made in every:
        files = made.packages[name].files
        text = sent(platform, files[".txt"].decode(), recipient)
        markup = sent(platform, files[".html"].decode(), recipient)
        assert read(text) == read(for_recipient(lay_out(made.mail.text), values)), made.name
        assert read(markup) == read(for_recipient(made.mail.html, values, markup=True)), made.name


def read(sent: str) -> str:
    """A text as people read it: some platforms escape values in texts, too."""
    return html.unescape(sent)
