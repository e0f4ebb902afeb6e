"""Style sheets that stay in the head of e-mails are no longer than Gmail keeps."""

from __future__ import annotations

import pytest
from sites_held import findings_of

from segsite.brand.email.style_size import DROPPED, LONG

EMAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\n---\nWords.\n"
LAYOUT = """\
-- themes/plain/layouts/email.html --
<!DOCTYPE html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<title>{{ email.subject }}</title>
<style>{{ style }}</style>
%s</head>
<body>{% for section in sections %}{{ section.html }}{% endfor %}
<p>{{ merge.postal_address }} <a href="{{ merge.unsubscribe_url }}">Unsubscribe</a></p></body>
</html>
"""
BRAND = '-- brand/brand.yaml --\nname: Acme\nrules: {"heading/*": "off", "cohesion/*": "off"}\nemail: {clients: %s}\n'


def sheet(size: int, around: str = "%s") -> str:
    """A layout with a style sheet of a size in bytes, which the inliner leaves as it is."""
    text = "[data-ogsc] .ä { color: inherit }"
    return LAYOUT.replace(
        "%s", around.replace("%s", f'<style data-css-inline="keep">{text:<{size - 1}}</style>') + "\n"
    )


def found(site, text):
    return findings_of(site(EMAIL + text), "email/style-size")


@pytest.mark.parametrize(("size", "severity"), [(LONG + 1, "WARNING"), (DROPPED, "WARNING"), (DROPPED + 1, "ERROR")])
def test_a_long_style_sheet_is_found_in_the_layout(site, size, severity):
    (finding,) = found(site, sheet(size))
    assert (finding.severity.name, str(finding.place)) == (severity, "themes/plain/layouts/email.html:6:1")
    assert finding.place.text == "<style"
    assert finding.message.startswith("The style sheets that stay in the head of e-mails with this layout are ")
    assert finding.hint.startswith(f"They have {size:,} bytes; Gmail keeps 16,384. ")


def test_all_that_stays_counts_together(site):
    (finding,) = found(site, sheet(DROPPED // 2, "%s%s<style data-css-inline='keep'>a</style>"))
    assert finding.severity.name == "ERROR"


@pytest.mark.parametrize(
    "text",
    [
        sheet(LONG),
        sheet(DROPPED + 1, "<!--[if mso]>%s<![endif]-->"),
        BRAND % "[apple-mail]" + sheet(DROPPED + 1),
        "-- themes/plain/email/style.css --\n" + ".prose { margin: 0 }\n" * 1000,
    ],
)
def test_what_gmail_keeps_or_never_sees_is_fine(site, text):
    assert found(site, text) == []
