"""Previews on the disk: where they go, what stays, what is in the way."""

from __future__ import annotations

import datetime

import pytest
from mail_site import MAILS

from segsite.cli import main
from segsite.diagnostics import SegsiteError, UsageError
from segsite.mailing import previewing
from segsite.mailing.previewing import make_previews
from segsite.reporting.events import Progress

DAY = datetime.date(2026, 12, 1)


@pytest.fixture
def made(site, tmp_path):
    def make(*asked, text=MAILS, folder=None, listener=lambda _: None):
        return make_previews(site(text), DAY, asked, folder or tmp_path / "seen", listener, drafts=False)

    return make


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def test_a_preview_holds_what_was_asked_for_last(made, tmp_path):
    assert made().first == tmp_path / "seen/index.html"
    assert "emails/trades/roofing/offer.html" in files(tmp_path / "seen")
    one = made("trades/offer")
    assert (one.names, one.left) == (("trades/offer",), 7)
    assert one.first == tmp_path / "seen/emails/trades/offer.html"
    assert files(tmp_path / "seen") == {"index.html", "emails/trades/offer.html"}


def test_the_same_e_mails_have_the_same_preview(made, tmp_path):
    made(folder=tmp_path / "one")
    made(folder=tmp_path / "two")
    for name in files(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_without_names_there_are_not_more_than_enough(made, monkeypatch):
    monkeypatch.setattr(previewing, "ENOUGH", 3)
    few = made()
    assert (few.names, few.left) == (("welcome", "later", "trades/welcome"), 5)
    assert len(made("/").names) == 8


def test_findings_are_counted_and_keep_nothing_from_being_shown(made):
    broken = (
        MAILS + "-- content/segments/trades/emails/offer.md --\n---\nsubject: An offer\n---\n[Prices](page:prices)\n"
    )
    seen = made(text=broken)
    assert seen.findings.failed
    assert (len(seen.findings), seen.flawed, seen.whole) == (1, 2, True)


def test_files_with_errors_elsewhere_are_said_to_be_there(made):
    seen = made(text=MAILS + "-- content/segments/pricing.md --\n---\ntitel: Prices\n---\nTen.\n")
    assert not seen.whole
    assert not seen.findings.failed


def test_somebody_is_told_how_far_it_is(made):
    told = []
    made("trades", listener=told.append)
    assert [event.done for event in told if isinstance(event, Progress)] == [1, 2, 3, 4, 5, 6]


def test_a_folder_of_somebody_elses_is_refused(made, tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/thesis.doc").write_text("mine")
    with pytest.raises(SegsiteError, match="did not make"):
        made(folder=tmp_path / "thesis")
    assert files(tmp_path / "thesis") == set()


def test_a_built_site_is_not_replaced(made, site, tmp_path):
    assert main(["build", "--site", str(site(MAILS)), "--out", str(tmp_path / "dist"), "--date", str(DAY)]) == 0
    before = files(tmp_path / "dist")
    with pytest.raises(UsageError, match="holds a built site"):
        made(folder=tmp_path / "dist")
    assert files(tmp_path / "dist") == before


def test_a_site_without_e_mails_says_how_to_start_one(site, tmp_path):
    with pytest.raises(UsageError, match="The site has no e-mails") as caught:
        make_previews(site(), DAY, (), tmp_path / "seen", lambda _: None, drafts=False)
    assert "segsite new email" in caught.value.hint


def test_a_site_that_cannot_be_read_says_so(made):
    with pytest.raises(SegsiteError, match="The site cannot be read"):
        made(text=MAILS + "-- segsite.yaml --\nname: [\n")
