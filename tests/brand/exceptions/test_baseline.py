"""The baseline: it knows findings by their words and not by their lines, counts them, and survives being read."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.exceptions.baseline import baseline_json, recorded, split
from segsite.diagnostics import Finding, Findings, Rule, Severity, Source
from segsite.reading.baseline import read_baseline
from segsite.reading.files import SiteFiles

if TYPE_CHECKING:
    from segsite.model.baseline import Baseline

RULE = Rule("voice/Acme.Plain", Severity.ERROR, "", "", "")
TITLE = Rule("channel/length", Severity.ERROR, "", "", "")


def findings(text: str, word: str = "best", file: str = "content/a.md") -> list[Finding]:
    """A finding at each place of a word."""
    source = Source(file, text)
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return [RULE.at(source.place(at, at + len(word)), "No.") for at in starts]


def places(found: list[Finding]) -> list[str]:
    return [str(finding.place) for finding in found]


def baseline(*found: Finding) -> Baseline:
    return recorded(found, drafts=False)


def test_what_was_there_is_old_wherever_it_has_moved_to():
    known = baseline(*findings("The best.\n"))
    new, old = split(findings("New words.\n\nThe best.\n"), known)
    assert (new, places(old)) == ([], ["content/a.md:3:5"])


def test_what_is_added_is_new():
    known = baseline(*findings("The best.\n"))
    new, old = split(findings("Simply the best of all.\nThe best.\n"), known)
    assert (places(new), places(old)) == (["content/a.md:1:12"], ["content/a.md:2:5"])


def test_what_is_edited_around_the_words_is_old_still():
    new, old = split(findings("By far the best you get.\n"), baseline(*findings("The best.\n")))
    assert (new, len(old)) == ([], 1)


def test_the_same_words_are_counted():
    known = baseline(*findings("best\nbest\n"))
    assert [one.count for one in known.known] == [2]
    assert [len(part) for part in split(findings("best\nbest\nbest\n"), known)] == [1, 2]


def test_another_file_another_rule_and_other_words_are_new():
    known = baseline(*findings("The best.\n"))
    assert len(split(findings("The best.\n", file="content/b.md"), known)[0]) == 1
    assert len(split(findings("The best.\n", "The"), known)[0]) == 1
    other = [TITLE.at(finding.place, "No.") for finding in findings("The best.\n")]
    assert len(split(other, known)[0]) == 1


def test_a_finding_about_no_words_is_counted_by_rule_and_file():
    nothing = Source("content/a.md", "Words.\n").place()
    known = baseline(TITLE.at(nothing, "It has 80 characters."))
    assert split([TITLE.at(nothing, "It has 70 characters.")], known)[0] == []
    both = [TITLE.at(nothing, "It has 70 characters."), TITLE.at(nothing, "It has 80 characters.")]
    assert [finding.message for finding in split(both, known)[0]] == ["It has 70 characters."]


def test_what_keeps_a_site_from_being_built_is_not_recorded():
    syntax = Rule("schema/syntax", Severity.ERROR, "", "", "")
    assert len(baseline(syntax.at(Source("a.yaml", "a").place(), "No."))) == 0


def test_the_file_is_sorted_and_has_a_line_for_each_finding():
    text = baseline_json(baseline(*findings("best\nthe best\n", file="content/b.md"), *findings("ü best\n")))
    lines = text.splitlines()
    assert lines[0] == '{"version": 1, "drafts": false, "findings": ['
    assert [line[:24] for line in lines[1:-1]] == ['{"file": "content/a.md",', *['{"file": "content/b.md",'] * 2]
    assert lines[-1] == "]}"


@given(st.lists(st.tuples(st.text(max_size=90), st.sampled_from(["content/ä b.md", "brand/x.yaml"])), max_size=6))
def test_what_is_written_is_read_again_and_knows_all_it_was_made_of(texts):
    found = [RULE.at(Source(file, text).place(0, len(text)), "No.") for text, file in texts]
    known = recorded(found, drafts=True)
    assert len(known) == len(found)
    assert split(found, known)[0] == []
    assert reread(baseline_json(known)) == known


def reread(text: str) -> Baseline | None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "brand").mkdir()
        (Path(folder) / "brand/baseline.json").write_bytes(text.encode())
        return read_baseline(SiteFiles(Path(folder), Findings()), Findings())
