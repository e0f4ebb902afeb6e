"""Metric and readability."""

from __future__ import annotations

import pytest
from voices import rule_file

from segsite.brand.passages import Block
from segsite.brand.voice.metrics import counts_of
from segsite.brand.voice.points import point_of
from segsite.brand.voice.readings import Reading, formula_faults, unknown_grades
from segsite.model.voice import MetricFile, ReadabilityFile

HARD = Block("Notwithstanding organisational considerations, stakeholders institutionalise accountability.", ("text",))
EASY = Block("We do it for you. It is not hard.", ("text",))


def said(rule: str, *blocks: Block) -> str | None:
    point = point_of(rule_file(rule), ())
    assert isinstance(point, Reading)
    return point.breach(counts_of(blocks), blocks)


@pytest.mark.parametrize(
    ("rule", "hard", "easy"),
    [
        ("formula: words / sentences\ncondition: '> 5'", "It is 6.00.", None),
        ("formula: |\n  (words / sentences)\n  + 100 * (long_words / words)\ncondition: '> 35'", "It is 106.00.", None),
        ("formula: heading.h2\ncondition: < 1", "It is 0.00.", "It is 0.00."),
        ("formula: list / paragraphs\ncondition: '> 1 || value < 0'", None, None),
    ],
)
def test_a_metric_is_a_breach_where_its_condition_holds(rule, hard, easy):
    metric = f"extends: metric\nmessage: It is %s.\n{rule}"
    assert (said(metric, HARD), said(metric, EASY)) == (hard, easy)
    assert said(metric) is None


def test_readability_is_the_mean_of_grades():
    rule = "extends: readability\nmessage: Grade %s.\ngrade: 8\nmetrics: [Flesch-Kincaid, Gunning Fog]"
    message = said(rule, HARD)
    assert message is not None
    assert message.startswith("Grade ")
    assert said(rule, EASY) is None
    assert said("extends: readability\nmessage: Grade %s.\ngrade: 8", HARD) is not None


def test_formulas_that_fail_are_found_with_their_keys():
    file = rule_file("extends: metric\nmessage: x\nformula: words /\ncondition: '> characters.real'")
    assert isinstance(file, MetricFile)
    assert [key for key, _ in formula_faults(file)] == ["formula", "condition"]
    assert point_of(file, ()) is None


def test_unknown_grades_are_found():
    file = rule_file("extends: readability\nmessage: x\nmetrics: [SMOG, Flesh-Kincaid]")
    assert isinstance(file, ReadabilityFile)
    assert unknown_grades(file) == [1]
