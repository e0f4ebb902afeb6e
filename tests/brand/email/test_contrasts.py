"""Words of e-mails that cannot be told from their ground are found where the theme colours them."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

MAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\n---\nWords with a [link](https://a.example/).\n"
STYLE = "-- themes/plain/email/style.css --\n"
BRAND = """\
-- brand/brand.yaml --
name: Acme
rules: {"heading/*": "off", "cohesion/*": "off", "style/*": "off", email/preheader: "off"}
"""


def found(site, text):
    return findings_of(site(BRAND + MAIL + text), "email/contrast")


def test_a_rule_of_the_style_sheet_is_named(site):
    (finding,) = found(site, STYLE + "p { margin: 0 }\n.prose p { color: {{ '#999999' }} }\n")
    assert places([finding]) == [("email/contrast", "themes/plain/email/style.css:2:1")]
    assert finding.place.text == ".prose"
    assert finding.message == "In the e-mail, `#999999` on `#ffffff` has a contrast of 2.84; text needs 4.5."


def test_a_ground_is_named_that_came_under_the_words(site):
    (finding,) = found(site, STYLE + ".prose { background-color: #0b0b0b }\n.prose a { color: #ffffff }\n")
    assert finding.place.text == ".prose"
    assert finding.message.startswith("In the e-mail, `#000000` on `#0b0b0b`")


def test_a_rule_of_an_element_is_named(site):
    (finding,) = found(site, STYLE + "table { margin: 0 }\np { color: #aaaaaa }\n")
    assert (str(finding.place), finding.place.text) == ("themes/plain/email/style.css:2:1", "p")


def test_a_template_is_named_that_colours_words_itself(site):
    face = "-- themes/plain/components/prose/email.html --\n{{ section.body }}\n"
    (finding,) = found(site, face + '<p class="grey" style="color: #cccccc">Quiet</p>\n')
    assert (str(finding.place), finding.place.text) == (
        "themes/plain/components/prose/email.html:2:4",
        'class="grey',
    )


@pytest.mark.parametrize(
    "style",
    [
        ".prose p { color: #767676 }",
        ".prose p { color: #949494; font-size: 24px }\n.prose a { color: #00529b }",
        ".prose { background: #111111; color: #eeeeee }\n.prose a { color: #eeeeee }",
        "@media (prefers-color-scheme: dark) { .prose p { color: #ffffff } }",
        ".prose p { color: oklch(90% 0.1 20) }",
        ".prose { background: navy } .prose p, .prose a { color: #ffffff }",
    ],
)
def test_enough_contrast_and_what_is_not_known_are_passed_over(site, style):
    assert found(site, STYLE + style + "\n") == []


def test_a_pair_that_the_theme_already_knows_to_be_low_is_told_once(site):
    tokens = """\
-- brand/tokens.json --
{"color": {"$type": "color",
  "page": {"$value": {"colorSpace": "srgb", "components": [1, 1, 1]}},
  "quiet": {"$value": {"colorSpace": "srgb", "components": [0.6, 0.6, 0.6]}}}}
-- themes/plain/theme.yaml --
name: plain
strings: {skip: {en: Skip to content}}
contrast: [{text: color.quiet, on: color.page}]
"""
    folder = site(BRAND + MAIL + tokens + STYLE + ".prose p { color: {{ tokens.color.quiet }} }\n")
    assert {finding.rule.name for finding in findings_of(folder, "email/contrast", "contrast/")} == {"contrast/too-low"}


def test_many_emails_are_one_finding(site):
    more = MAIL.replace("hi.md", "you.md")
    (finding,) = found(site, more + STYLE + ".prose p { color: #999999 }\n")
    assert len({output for output in finding.outputs if output.endswith(".html")}) == 2
