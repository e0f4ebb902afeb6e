"""`segsite new`: what it writes passes as it is, and it overwrites nothing."""

from __future__ import annotations

import pytest

from segsite.cli import main


@pytest.fixture
def run(site, monkeypatch, capsys):
    """Run a command in the base site; gives its exit code and what it said."""
    monkeypatch.chdir(site())

    def command(*arguments: str) -> tuple[int, str]:
        code = main(list(arguments))
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    return command


@pytest.mark.parametrize(
    ("command", "path"),
    [
        (("segment", "trades"), "content/segments/trades/segment.yaml"),
        (("page", "about"), "content/segments/about.md"),
        (("page", "/about-us"), "content/segments/about-us.md"),
        (("email", "welcome"), "content/segments/emails/welcome.md"),
        (("block", "proof/iso"), "content/library/proof/iso.md"),
        (("block", "proof/iso", "--segment", "/"), "content/segments/library/proof/iso.md"),
        (("page", "über-uns"), "content/segments/über-uns.md"),
    ],
)
def test_what_is_written_passes_and_is_not_overwritten(run, site, command, path):
    code, said = run("new", *command)
    assert (code, said.splitlines()[0]) == (0, f"Created {path}")
    assert run("check", "--drafts")[0] == 0
    before = (site() / path).read_bytes()
    code, said = run("new", *command)
    assert code == 2
    assert "exists already" in said
    assert (site() / path).read_bytes() == before


def test_a_new_segment_is_a_draft_that_has_its_parents_pages(run, site):
    run("new", "segment", "trades", "--name", 'Trades: "all"')
    assert run("build")[0] == 0
    assert not (site() / "dist/web/trades").exists()
    run("build", "--drafts")
    assert (site() / "dist/web/trades/index.html").exists()
    assert 'Trades: "all"' in run("show", "trades", "name")[1]


def test_a_page_that_an_ancestor_has_begins_as_the_same(run, site):
    run("new", "segment", "trades")
    run("build", "--drafts", "--out", "before")
    assert run("new", "page", "trades/index")[0] == 0
    assert "inherits: true" in (site() / "content/segments/trades/index.md").read_text()
    run("build", "--drafts", "--out", "after")
    pages = [(site() / folder / "web/trades/index.html").read_text() for folder in ("before", "after")]
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        (("segment", "a b"), "Try `a-b`"),
        (("segment", "trades/roofing"), "segsite new segment trades"),
        (("segment", "library"), "kept for a folder"),
        (("page", "nowhere/about"), "There is no segment `nowhere`"),
        (("block", "../escape"), "cannot be part of a web address"),
        (("block", "x", "--segment", "nowhere"), "There is no segment"),
    ],
)
def test_what_cannot_be_is_wrong_usage_with_a_remedy(run, command, advice):
    code, said = run("new", *command)
    assert code == 2
    assert advice in said
