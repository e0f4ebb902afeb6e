"""One e-mail as every platform gets it, to be read beside the platform's documentation.

`WRITE_GOLDEN=1 pytest tests/email_platforms/test_golden.py` writes the files of `golden/` again.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from platforms_tried import PLATFORMS, sent

from segsite.building.pipeline import BuildOptions, build
from segsite.diagnostics import Severity

GOLDEN = Path(__file__).parent / "golden"
SITE = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
email: {{platforms: [{platforms}]}}
-- brand/brand.yaml --
name: Acme
legal_name: Acme Ltd.
address: {{street: 1 Main Street, postcode: "12345", city: Springfield, country: USA}}
rules: {{"heading/*": "off", "cohesion/*": "off"}}
-- themes/plain/components/prose/email.html --
{{{{ section.body }}}}
-- themes/plain/layouts/email.html --
<!DOCTYPE html>
<html lang="{{{{ lang }}}}">
<head><meta charset="utf-8"><title>Acme</title></head>
<body>
{{% for section in sections %}}{{{{ section.html }}}}{{% endfor %}}
<p><a href="{{{{ merge.unsubscribe_url }}}}">Unsubscribe</a></p>
<p>{{{{ merge.postal_address }}}}</p>
</body>
</html>
-- themes/plain/layouts/email.txt --
{{% for section in sections %}}{{{{ section.text }}}}{{% endfor %}}

Unsubscribe: {{{{ merge.unsubscribe_url }}}}
{{{{ merge.postal_address }}}}
-- content/segments/emails/welcome.md --
---
subject: Welcome to Acme
preheader: It takes two minutes to begin.
---
"""
WORDS = """\
# Hello {{ merge.first_name | fallback("there") }}

How is {{ merge.company | fallback("your firm") }}?
"""
CONDITION = """
{% if merge.plan == "trial" %}

Your trial has begun, {{ merge.first_name | fallback("dear reader") }}.

{% elif merge.plan %}

Thank you for staying.

{% else %}

There is a plan for you.

{% endif %}
"""
VIEW = """
{% if merge.view_url %}

[Read this in the browser]({{ merge.view_url }})

{% endif %}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The e-mail on every platform; Marketo, which has no conditions, gets one without."""
    from sites import BASE, write_site

    folders = {}
    for keys, words in (
        ([key for key in PLATFORMS if key != "marketo"], WORDS + CONDITION + VIEW),
        (["marketo"], WORDS + VIEW),
    ):
        folder = tmp_path_factory.mktemp("site")
        write_site(write_site(folder, BASE), SITE.format(platforms=", ".join(keys)) + words)
        report = build(BuildOptions(folder, datetime.date(2026, 11, 22)), lambda _: None)
        errors = [
            f"{one.place} {one.rule.name} {one.message}" for one in report.findings if one.severity is Severity.ERROR
        ]
        assert not errors
        folders |= {key: folder / "dist/email" / key for key in keys}
    return folders


@pytest.mark.parametrize("ending", ["html", "txt"])
@pytest.mark.parametrize("key", PLATFORMS)
def test_an_email_is_what_readers_have_compared_with_the_documentation(key, ending, built):
    made = (built[key] / f"welcome.{ending}").read_text("utf-8")
    golden = GOLDEN / f"{key}.{ending}"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(made, "utf-8", newline="\n")
    assert made == golden.read_text("utf-8")


@pytest.mark.parametrize("ending", ["html", "txt"])
@pytest.mark.parametrize("key", PLATFORMS)
def test_a_golden_file_is_sent_as_it_is_meant(key, ending):
    template = (GOLDEN / f"{key}.{ending}").read_text("utf-8")
    ada = sent(PLATFORMS[key], template, {"first_name": "Ada", "company": "Lovelace", "plan": "trial"})
    nobody = sent(PLATFORMS[key], template, {})
    ada, nobody = " ".join(ada.split()), " ".join(nobody.split())
    assert all(words in ada for words in ("Hello Ada", "How is Lovelace?", "https://mail.example/out"))
    assert ("Your trial has begun, Ada." in ada) is (key != "marketo")
    assert "Thank you for staying." not in ada
    assert all(words in nobody for words in ("Hello there", "How is your firm?", "Springfield"))
    assert ("There is a plan for you." in nobody) is (key != "marketo")
    assert ("Read this in the browser" in nobody) is (key != "braze")
