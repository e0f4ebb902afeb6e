"""The pages of a preview: what they hold, for whom, and that they hold together."""

from __future__ import annotations

import datetime
import json
import re
from html.parser import HTMLParser

import pytest
from mail_site import MAILS

from segsite.building.mails import read_mails
from segsite.mailing.choosing import chosen
from segsite.mailing.preview import Preview

PICTURE = """\
-- content/segments/trades/emails/offer.md --
---
subject: An offer
---
![A roof](asset:roof%20tiles.png)
"""
PLATFORMS = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
email: {platforms: [mine, generic]}
-- brand/platforms/mine.yaml --
name: Mine & Co
head: <!-- mine -->
field: {plain: "<<<field>>>", fallback: "<<<field>|<fallback>>>"}
"""
SHOWN = re.compile(r'<script type="application/json" id="shown">(.*?)</script>', re.DOTALL)


class Links(HTMLParser):
    """The addresses on a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in {"href", "src"}]


@pytest.fixture
def previewed(site):
    def make(text="", asked=(), *, drafts=False):
        mails = read_mails(site(MAILS + text), datetime.date(2026, 12, 1), drafts=drafts)
        names = chosen(mails, asked)
        preview = Preview(mails, names)
        for name in names:
            preview.add(mails.made(name))
        return preview.outputs()

    return make


def shown(page: bytes):
    """What the script of a page has."""
    return json.loads(SHOWN.search(page.decode())[1])


def test_there_is_a_page_for_each_e_mail_and_an_index_that_leads_to_them(previewed):
    outputs = previewed()
    pages = [name for name in outputs if name.startswith("emails/")]
    assert pages == [
        f"emails/{name}.html"
        for segment in ("", "trades/", "trades/roofing/")
        for name in (f"{segment}welcome", f"{segment}later", *([f"{segment}offer"] if segment else []))
    ]
    assert [link for link in Links(outputs["index.html"].decode()).found if link.startswith("emails/")] == pages


def test_pages_lead_to_files_of_the_preview_and_nowhere_else(previewed):
    outputs = previewed()
    for name, page in outputs.items():
        if name.endswith(".html"):
            folder = name.rpartition("/")[0].split("/") if "/" in name else []
            for link in Links(page.decode()).found:
                if not link.startswith(("#", "data:")):
                    ups = link.count("../")
                    path = "/".join([*folder[: len(folder) - ups], link.replace("../", "")])
                    assert path in outputs, f"{name}: {link}"


def test_each_recipient_sees_their_own_and_what_is_the_same_is_there_once(previewed):
    outputs = previewed()
    welcome = shown(outputs["emails/welcome.html"])
    assert list(welcome["recipients"]) == ["robin", "kim", "unknown"]
    html = [welcome["html"][one["html"]] for one in welcome["recipients"].values()]
    assert ["Hello Robin" in html[0], "Hello Kim &amp; Co" in html[1], "Hello there" in html[2]] == [True] * 3
    assert welcome["recipients"]["robin"]["subjects"] == ["Hello there", "Robin, begin today"]
    later = shown(outputs["emails/later.html"])
    assert len(later["html"]) == len(later["text"]) == 1
    assert "SEGSITE" not in outputs["emails/welcome.html"].decode()


def test_inboxes_show_the_preheader_or_else_the_first_words(previewed):
    outputs = previewed()
    welcome, later = (shown(outputs[f"emails/{name}.html"])["recipients"]["robin"] for name in ("welcome", "later"))
    assert {line["preheader"] for line in welcome["inbox"][0]} == {"Three things to do first"}
    assert [lines[0]["subject"] for lines in welcome["inbox"]] == welcome["subjects"]
    assert later["inbox"][0][0]["preheader"].startswith("Some words. ")
    assert {line["sender"] for line in later["inbox"][0]} == {"Acme"}


def test_nothing_that_content_says_is_markup_of_the_page(previewed):
    text = '-- content/segments/emails/later.md --\n---\nsubject: "</script><script>alert(1)</script>"\n---\nWords.\n'
    outputs = previewed(text)
    for page in (outputs["index.html"], outputs["emails/later.html"]):
        assert b"<script>alert" not in page
        assert page.count(b"</script>") == (2 if b'id="shown"' in page else 1)
    assert "A &lt;customer&gt;" in outputs["emails/later.html"].decode()


def test_pictures_of_the_site_come_along(previewed, site):
    path = site() / "content/segments/trades/assets/roof tiles.png"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\x89PNG")
    outputs = previewed(PICTURE, ["trades/offer"])
    assert outputs["pictures/trades/assets/roof tiles.png"] == path
    (html,) = shown(outputs["emails/trades/offer.html"])["html"]
    assert 'src="../../pictures/trades/assets/roof%20tiles.png"' in html
    assert "https://www.acme.example/trades/assets" not in html


def test_findings_are_shown_with_place_and_remedy(previewed):
    text = "-- content/segments/trades/emails/offer.md --\n---\nsubject: An offer\n---\n[Prices](page:prices)\n"
    page = previewed(text, ["trades/offer"])["emails/trades/offer.html"].decode()
    assert '<span class="mark error">1 error</span>' in page
    assert "<code>content/segments/trades/emails/offer.md:4:" in page
    assert "link/unresolved" in page


def test_what_is_wrong_with_the_front_matter_is_shown_too(previewed):
    text = "-- content/segments/trades/emails/offer.md --\n---\nsubject: An offer\nsujbect: No\n---\nHello.\n"
    page = previewed(text, ["trades/roofing/offer"])["emails/trades/roofing/offer.html"].decode()
    assert "schema/unknown-key" in page
    assert "Did you mean <code>subject</code>?" in page


def test_the_index_says_where_each_e_mail_stands(previewed):
    index = previewed(asked=["trades/roofing"])["index.html"].decode()
    assert "3 e-mails of 1 segment; 5 more are not here." in " ".join(index.split())
    assert "from trades" in index
    assert index.count('class="mail"') == 3
    assert "start, <span" in index


def test_drafts_say_that_they_are(previewed):
    outputs = previewed(asked=["drafts/later"], drafts=True)
    assert '<span class="mark draft">draft</span>' in outputs["emails/drafts/later.html"].decode()


def test_each_platform_is_there_with_its_size_and_its_tags(previewed):
    page = previewed(PLATFORMS, ["welcome"])["emails/welcome.html"].decode()
    assert "Mine &amp; Co" in page
    assert "<code>&lt;&lt;first_name|there&gt;&gt;</code>" in page
    assert page.count("<meter ") == 2


def test_an_e_mail_that_cannot_be_made_still_has_its_page(previewed):
    outputs = previewed("-- themes/plain/layouts/email.html --\n{{ nothing.there }}\n", ["welcome"])
    assert "theme/" in outputs["emails/welcome.html"].decode()
    assert shown(outputs["emails/welcome.html"])["html"] == [""]
