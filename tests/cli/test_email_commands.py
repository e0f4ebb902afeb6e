"""`segsite email preview`: what people are told, and where the pages are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from segsite.cli import main

MAILS = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
tracking: false
-- brand/brand.yaml --
name: Acme
rules: {"heading/*": "off", "cohesion/*": "off", "email/*": "off"}
-- content/segments/emails/welcome.md --
---
subject: Welcome
---
Hello.
-- content/segments/trades/segment.yaml --
name: Trades
"""
BROKEN = "-- content/segments/emails/welcome.md --\n---\nsubject: Welcome\n---\n[Prices](page:prices)\n"


@pytest.fixture(autouse=True)
def _no_colour(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")


def test_pages_are_made_in_the_sites_own_folder_for_what_can_be_made_again(site, capsys, monkeypatch):
    monkeypatch.chdir(site(MAILS))
    assert main(["email", "preview"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "Previews of 2 e-mails; nothing was found.\nOpen .segsite/preview/index.html\n"
    assert shown.err == ""
    assert (site() / ".segsite/preview/emails/trades/welcome.html").is_file()


def test_one_e_mail_has_one_page(site, capsys, tmp_path):
    arguments = ["email", "preview", "trades/welcome", "--site", str(site(MAILS)), "--out", str(tmp_path / "seen")]
    assert main(arguments) == 0
    assert capsys.readouterr().out == (
        "Previews of 1 e-mail; nothing was found.\n1 other is not shown: name segments or e-mails to see them.\n"
        f"Open {tmp_path}/seen/emails/trades/welcome.html\n"
    )


def test_mistakes_are_counted_and_shown_all_the_same(site, capsys):
    assert main(["email", "preview", "--site", str(site(MAILS + BROKEN))]) == 0
    assert "1 error in 2 of them." in capsys.readouterr().out


def test_a_site_with_broken_files_says_so(site, capsys):
    folder = site(MAILS + "-- content/segments/pricing.md --\n---\ntitel: Prices\n---\nTen.\n")
    assert main(["email", "preview", "--site", str(folder)]) == 0
    assert "caution: Some files of the site have errors; `segsite check` says which." in capsys.readouterr().err


def test_a_name_that_is_not_there_is_wrong_usage(site, capsys):
    assert main(["email", "preview", "trades/welcom", "--site", str(site(MAILS))]) == 2
    assert "Did you mean `trades/welcome`?" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a program that a shell script can be")
def test_the_browser_opens_when_it_is_asked_to(site, tmp_path):
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/opened"\n', "utf-8")
    browser.chmod(0o755)
    environment = {**os.environ, "BROWSER": str(browser), "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    command = [sys.executable, "-m", "segsite", "email", "preview", "--open", "--site", str(site(MAILS))]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    assert (tmp_path / "opened").read_text("utf-8") == (site() / ".segsite/preview/index.html").resolve().as_uri()
