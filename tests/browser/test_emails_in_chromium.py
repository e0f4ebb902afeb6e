"""The sample site's e-mails, as mail clients show them: narrow and wide, light and dark, and as plain text."""

from __future__ import annotations

import re

import pytest
from chromium import listed, view
from sample import MERGE_FIELD, distinct

# What cannot apply inside a mail client: the message is no page of its own, but an article in the client's.
NOT_FOR_EMAIL = (
    "region",  # landmarks are the client's; they are stripped from messages
    "landmark-one-main",  # same
)
STYLED = {"td", "p", "a", "h1", "h2", "h3"}
FOR_SOME = re.compile(r"\[(?:data-ogs[bc]|x-apple-[a-z-]+)\]|:hover|:focus-visible|^\s*(?:u \+ |#Message)")
GMAIL_CLIPS = 102 * 1024
STYLE_ROOM = 7500  # of the 8,192 characters that Gmail reads

# What an element and its kin look like in some dark, so that two darks can be compared.
COLOURS = """() => [...document.querySelectorAll('body, body *')].map(one => {
  const style = getComputedStyle(one);
  return [one.tagName, one.className, style.color, style.backgroundColor,
    ...['Top', 'Right', 'Bottom', 'Left'].map(side => parseFloat(style[`border${side}Width`])
      ? style[`border${side}Color`] : '')].join(' ');
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_emails_fit_and_ask_for_nothing_but_the_sites_own_pictures(built, mailbox, browser, scheme):
    findings = {}
    with view(browser, mailbox, scheme=scheme, answering=built) as seen:
        for name in built.emails:
            seen.notes.clear()
            seen.page.goto(f"{mailbox}/{name}")
            findings[name] = []
            for width in (600, 390):
                seen.resize(width)
                findings[name] += [f"{width} px: {found}" for found in seen.outside()]
            findings[name] += seen.notes
        asked = set(seen.fetched)
    assert not any(findings.values()), listed(findings)
    assert asked == {picture for email in built.emails.values() for picture in email.pictures}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [600, 390])
def test_every_shape_of_email_is_accessible(built, mailbox, browser, axe, width, scheme):  # noqa: PLR0917 - each is a fixture
    """E-mails that differ in words alone are looked at once."""
    findings = {}
    with view(browser, mailbox, width=width, scheme=scheme, axe=axe, answering=built) as seen:
        for name in distinct(built.emails):
            seen.page.goto(f"{mailbox}/{name}")
            findings[name] = seen.violations(*NOT_FOR_EMAIL)
    assert not any(findings.values()), listed(findings)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [600, 390])
def test_every_component_is_accessible_and_fits(showcase, showroom, browser, axe, width, scheme):  # noqa: PLR0917 - each is a fixture
    findings = {}
    with view(browser, showroom, width=width, scheme=scheme, axe=axe, answering=showcase) as seen:
        for name in showcase.emails:
            seen.notes.clear()
            seen.page.goto(f"{showroom}/{name}")
            findings[name] = [*seen.violations(*NOT_FOR_EMAIL), *seen.outside(), *seen.notes]
    assert not any(findings.values()), listed(findings)


def test_dark_is_the_same_in_outlook_com(showcase, showroom, browser):
    """Outlook.com knows no media query for dark; it marks what it has darkened with attributes."""
    name = next(iter(showcase.emails))
    with view(browser, showroom, scheme="dark", answering=showcase) as dark:
        dark.page.goto(f"{showroom}/{name}")
        wanted = dark.page.evaluate(COLOURS)
    with view(browser, showroom, scheme="light", answering=showcase) as marked:
        marked.page.goto(f"{showroom}/{name}")
        assert marked.page.evaluate(COLOURS) != wanted
        marked.page.evaluate(
            "['data-ogsc', 'data-ogsb'].forEach(name => document.documentElement.setAttribute(name, ''))"
        )
        assert marked.page.evaluate(COLOURS) == wanted


def test_the_preheader_is_for_the_inbox_alone(built, mailbox, browser):
    with view(browser, mailbox, answering=built) as seen:
        for name, email in distinct(built.emails).items():
            seen.page.goto(f"{mailbox}/{name}")
            hidden = seen.page.evaluate("document.querySelector('.preheader').textContent.split('\\u034f')[0]")
            assert hidden in email.source, name
            assert hidden not in seen.page.evaluate("document.body.innerText"), name


def test_emails_can_be_read_at_320_pixels(built, mailbox, browser):
    findings = {}
    with view(browser, mailbox, width=320, answering=built) as seen:
        for name in distinct(built.emails):
            seen.page.goto(f"{mailbox}/{name}")
            findings[name] = seen.outside()
    assert not any(findings.values()), listed(findings)


def test_styles_stand_in_the_elements_they_style(built):
    """Gmail drops a style sheet it does not like; only what makes good better may stand there."""
    findings = {}
    for name, email in built.emails.items():
        findings[name] = [rule for rule in map(_outside_media, email.styles) if rule]
        findings[name] += [
            f"<{tag}>"
            for tag, given in email.elements
            if tag == "link" or (tag in STYLED and "class" in given and not given.get("style"))
        ]
    assert not any(findings.values()), listed(findings)


def _outside_media(css: str) -> str:
    """A style sheet without its @media rules, and those for what single clients add, or for pointers and keys."""
    rest, depth, start = [], 0, 0
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    for index, sign in enumerate(css):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == "}" and depth == 0:
            rule = css[start : index + 1].strip()
            start = index + 1
            selectors = rule.partition("{")[0].split(",")
            if not rule.startswith("@media") and not all(map(FOR_SOME.search, selectors)):
                rest.append(rule)
    return "\n".join([*rest, css[start:].strip()]).strip()


def test_style_sheets_are_as_short_as_gmail_wants_them(built, showcase):
    for email in [*built.emails.values(), *showcase.emails.values()]:
        assert sum(map(len, email.styles)) < STYLE_ROOM, email.path
        assert "var(" not in email.source, email.path


def test_clients_show_all_of_it(built):
    sizes = {name: email.path.stat().st_size for name, email in built.emails.items()}
    assert max(sizes.values()) < GMAIL_CLIPS


def test_clients_know_the_encoding_before_they_meet_a_letter(built):
    for email in built.emails.values():
        assert email.source.encode().index(b"charset") < 1024


def test_links_and_pictures_are_found_from_a_mailbox(built):
    findings = {}
    for name, email in built.emails.items():
        links = [to for to in email.references if not MERGE_FIELD.match(to)]
        findings[name] = [f"{to}: not absolute" for to in links if not to.startswith(("https://", "mailto:", "tel:"))]
        findings[name] += [f"{to}: {why}" for to in links if (why := built.broken(to, "/"))]
        findings[name] += [
            f"picture: {image}"
            for image in email.images
            if "alt" not in image or not {"width", "height"} <= image.keys() or image["src"].endswith(".svg")
        ]
    assert not any(findings.values()), listed(findings)


def test_readers_can_leave(built):
    for name, email in built.emails.items():
        assert "{{ unsubscribe_url }}" in email.references, name


def test_the_text_part_is_text(built):
    findings = {}
    for name, email in built.emails.items():
        text = email.path.with_suffix(".txt").read_text("utf-8")
        hidden = re.search(r'class="preheader"[^>]*>([^<&\u034f\u200c]+)', email.source)
        addresses = [to.rstrip(").,") for to in re.findall(r"\bhttps?://\S+", text)]
        findings[name] = [
            said
            for said, wrong in (
                ("markup", re.search(r"</?[a-z][^>]*>|&[a-z]+;|&#\d+;", text)),
                ("style", re.search(r"\{[^{}]*:[^{}]*;[^{}]*\}|@media|!important", text)),
                ("preheader", hidden and " ".join(hidden[1].split()) in " ".join(text.split())),
                ("invisible signs", re.search(r"[\u034f\u200b-\u200f\ufeff\xad]", text)),
                ("links without a host", re.search(r"\(/|: /", text)),
                ("no way out", "{{ unsubscribe_url }}" not in text),
                ("gaps", "\n\n\n" in text),
                ("spaces at the end of a line", re.search(r"[ \t]$", text, re.MULTILINE)),
            )
            if wrong
        ] + [f"{to}: {why}" for to in addresses if (why := built.broken(to, "/"))]
    assert not any(findings.values()), listed(findings)
