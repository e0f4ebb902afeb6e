"""The documents say what is so: generated pages are current, names are complete, links resolve, examples run."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from segsite.diagnostics import Findings
from segsite.rendering import expressions, filters
from segsite.rulebook import RULES

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))

import examples  # noqa: E402 - its folder is known only now
import generate  # noqa: E402 - likewise

DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"(?<!`)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
NAMES = re.compile(r"`([^`]+)`")


def text_of(document: Path) -> str:
    """What a reader sees of a document but for its examples, in which links are content's."""
    return re.sub(r"^(```+|~~~+).*?^\1", "", document.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def anchors(document: Path) -> set[str]:
    """The ids that code hosts give to a document's headings."""
    titles = re.findall(r"^#+ (.+)$", text_of(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


def first_column(document: Path, heading: str) -> set[str]:
    """The names in the first column of the table below a heading."""
    below = document.read_text("utf-8").partition(f"\n{heading}\n")[2].partition("\n#")[0]
    rows = [line for line in below.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in NAMES.findall(row.split(" | ")[0])}


@pytest.mark.parametrize("name", sorted(generate.pages()))
def test_a_generated_page_is_what_the_code_says(name):
    assert (generate.REFERENCE / name).read_text("utf-8") == generate.pages()[name], "run `make docs`"


def test_every_command_is_documented():
    told = re.findall(r"^## (.+)$", text_of(generate.REFERENCE / "commands.md"), re.MULTILINE)
    assert told == list(generate.commands())
    assert {"build", "check", "init", "list", "new segment", "rule", "schema", "show"} <= set(told)


def test_every_rule_is_documented():
    told = re.findall(r"^### (\S+)$", text_of(generate.REFERENCE / "rules.md"), re.MULTILINE)
    assert told == sorted(RULES)


def test_every_component_of_the_sample_theme_is_documented():
    told = re.findall(r"^## (\S+)$", text_of(generate.REFERENCE / "components.md"), re.MULTILINE)
    assert told == sorted(path.name for path in (ROOT / "themes/halfday/components").iterdir())


def test_the_filters_of_content_are_those_of_the_code():
    assert first_column(DOCS / "reference/content.md", "### Filters") == set(filters.for_content("en"))


def test_the_tests_of_content_are_those_of_the_code():
    assert first_column(DOCS / "reference/content.md", "### Tests") == set(expressions._TESTS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(document):
    for match in LINK.finditer(text_of(document)):
        path, _, part = match["target"].partition("#")
        if ":" in path or match["target"] in {"pricing.md", "page:pricing"}:
            continue
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), match[0]
        assert not part or part in anchors(target), match[0]


@pytest.mark.parametrize("picture", sorted(DOCS.glob("pictures/*")), ids=lambda path: path.name)
def test_pictures_are_used_and_small(picture):
    assert any(picture.name in document.read_text("utf-8") for document in DOCUMENTS)
    assert picture.stat().st_size < 200_000


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are those of a POSIX shell")
@pytest.mark.parametrize("document", examples.DOCUMENTS, ids=lambda path: path.name)
def test_examples_come_out_as_they_are_shown(document, tmp_path):
    shown = document.read_text("utf-8")
    assert examples.played(shown, tmp_path) == shown, "run `.venv/bin/python docs/generate.py examples`"


def test_an_example_that_shows_something_else_is_noticed(tmp_path):
    shown = "```console\n$ segsite rule link/anchr\nAll is well.\n```\n"
    assert "There is no rule `link/anchr`." in examples.played(shown, tmp_path)


def test_a_change_to_lines_that_are_not_there_is_noticed(tmp_path):
    document = "```text file=a.txt\none\n```\n\n```diff file=a.txt\n-two\n+three\n```\n"
    with pytest.raises(examples.ExampleError, match="holds these lines 0 times"):
        examples.played(document, tmp_path)


@pytest.mark.parametrize("name", sorted(generate.components()))
def test_the_example_of_a_component_is_one_section_of_it(name):
    from segsite.diagnostics import Source
    from segsite.reading.sections import parse_sections

    findings = Findings()
    contract = generate.components()[name].contract
    sections = parse_sections(Source("example.md", contract.example), 0, findings)
    assert not list(findings)
    assert [section.name for section in sections] == [name]
