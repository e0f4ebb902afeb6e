"""Content attacks: nothing it says runs, reaches out, leads out of the site or takes the machine's time and memory."""

from __future__ import annotations

import base64
import datetime
import os
import time

import pytest

from segsite.building import BuildOptions, build

DATE = datetime.date(2026, 11, 21)
SECONDS = 10


def built(folder):
    started = time.monotonic()
    report = build(BuildOptions(folder, DATE), lambda _: None)
    assert time.monotonic() - started < SECONDS
    return report, {finding.rule.name for finding in report.findings}


def page(body, head="title: Page"):
    return f"-- content/segments/about.md --\n---\n{head}\n---\n{body}\n"


def email(body):
    return f"-- content/segments/emails/news.md --\n---\nsubject: News\n---\n{body}\n"


def segment(more):
    return f"-- content/segments/segment.yaml --\nname: Everyone\naudience: all\n{more}\n"


def placeholder(name, fallback=""):
    coded = base64.b32encode(f"{name}\0{fallback}".encode()).decode().rstrip("=")
    return f"SEGSITEMT{coded}0ENDMT"


ADDRESSES = (
    "javascript:alert(1)", "JaVaScript:alert(1)", " javascript:alert(1)", "java\\tscript:alert(1)",
    "\\x01javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "{{ 'java' }}script:alert(1)",
)  # fmt: skip


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_cta_cannot_lead_to_code(site, url):
    cta = 'message: {headline: H, promise: P}\nctas:\n  demo: {label: Go, url: "%s"}' % url  # noqa: UP031 - braces
    _, rules = built(site(segment(cta) + page("[x](cta:demo)")))
    assert rules & {"link/scheme", "schema/syntax"}


@pytest.mark.parametrize(
    "link",
    [
        "{{ merge.u | fallback('javascript:alert(1)') }}",
        "{{ merge.u | fallback('java') }}script:alert(1)",
        "{{ merge.u }}:alert(1)",
        placeholder("u", "javascript:alert(1)"),
    ],
)
def test_a_merge_field_cannot_stand_for_code(site, link):
    assert "link/scheme" in built(site(email(f"[x]({link})")))[1]


def test_a_merge_field_cannot_be_forged(site):
    folder = site(email(f"{placeholder('<script>alert(1)</script>')} [x](https://a.example/{placeholder('q } onx=')})"))
    built(folder)
    markup = (folder / "dist/email/generic/news.html").read_text("utf-8")
    assert "<script" not in markup
    assert "onx=" not in markup


def nested(levels, inner="1"):
    for _ in range(levels):
        inner = f"([{inner}]*1000)"
    return inner


@pytest.mark.parametrize(
    "expression",
    [
        f"{nested(3)} | join", f"{nested(3)} ~ ''", f"{nested(3)} | lower", f"{nested(3)} | number",
        f"1 if {nested(4)} == {nested(4)} else 2", f"data[{nested(3)}]", "(['x' * 99999] * 99999) | join",
    ],
)  # fmt: skip
def test_lists_of_lists_stay_small(site, expression):
    assert built(site(page(f"{{{{ {expression} }}}}")))[1] == {"template/limit"}


def test_a_text_stays_small(site):
    assert "template/limit" in built(site(page("{{ 'x' * 99999 }}\n" * 5000)))[1]


def test_the_values_of_a_segment_stay_small(site):
    values = "".join(f"  v{at}: \"{{{{ 'x' * 99999 }}}}\"\n" for at in range(5000))
    more = f"message: {{headline: H, promise: P}}\nctas: {{demo: {{label: Go, url: /}}}}\ndata:\n{values}"
    assert "template/limit" in built(site(segment(more)))[1]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000, "![" * 40_000, "[a](" * 20_000, "[a][" * 20_000,
        "<a " * 30_000, "<![CDATA[" * 10_000, "&lt;" * 20_000,
        "<b>" * 30_000, "[\n" * 100_000, "# a\n" * 60_000, "<div>a</div>\n" * 30_000, "&lt;\n" * 100_000,
        "::: prose\n" * 20_000, "::: prose\na\n:::\n" * 10_000,
    ],
)  # fmt: skip
def test_markdown_does_not_take_for_ever(site, text):
    report, _ = built(site(page(text)))
    assert report.findings.failed


LINKS = (
    ("content/library", "../.."),
    ("content/segments/assets/key.txt", "../../../.git/config"),
    ("content/segments/key.md", "../../.env"),
    ("content/segments/assets/loop.txt", "loop.txt"),
)


@pytest.mark.parametrize(("link", "target"), LINKS)
def test_a_link_does_not_publish_what_is_no_content(site, link, target):
    folder = site()
    for name in (".git/config", ".env"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("secret", "utf-8")
    (folder / link).parent.mkdir(parents=True, exist_ok=True)
    (folder / link).symlink_to(target)
    report, rules = built(folder)
    assert rules == {"file/outside"}
    assert report.committed is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("name", ["a.md", "segments.csv", "assets/a.svg", "assets/a.txt"])
def test_a_pipe_does_not_hold_up_a_build(site, name):
    folder = site()
    (folder / "content/segments/assets").mkdir()
    os.mkfifo(folder / "content/segments" / name)
    assert built(folder)[1] == {"file/unreadable"}


@pytest.mark.parametrize("name", [b"a\\b.txt", b"a\nb.txt", b"a\xff.txt"])
def test_a_strange_name_is_a_finding(site, name):
    folder = site()
    assets = folder / "content/segments/assets"
    assets.mkdir()
    try:
        with open(os.fsencode(assets) + b"/" + name, "wb"):  # noqa: PTH123 - not a name Path can hold
            pass
    except OSError:
        pytest.skip("the file system refuses the name")
    assert built(folder)[1] == {"file/name"}


PICTURES = (
    '<svg xmlns:x="http://www.w3.org/2000/svg"><x:script>alert(1)</x:script></svg>',
    '<svg><a href="java&#115;cript:alert(1)"/></svg>',
    '<svg><a href="java\tscript:alert(1)"/></svg>',
    '<svg><h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="x"/></svg>',
    '<svg><animate attributeName="href" values="x"/></svg>',
    '<svg><image href="https://evil.example/x.png"/></svg>',
    "<svg><style>@import url(https://evil.example)</style></svg>",
    '<?xml-stylesheet href="https://evil.example/x.xsl"?><svg/>',
    '<?xml version="1.0" encoding="utf-7"?><svg/>',
)


@pytest.mark.parametrize("picture", [*PICTURES, "\ufeff<svg><script>1</script></svg>".encode("utf-16-le")])
def test_a_picture_does_not_run_or_load_anything(site, picture):
    folder = site()
    assets = folder / "content/segments/assets"
    assets.mkdir()
    (assets / "a.svg").write_bytes(picture if isinstance(picture, bytes) else picture.encode())
    assert built(folder)[1] == {"asset/type"}


@pytest.mark.parametrize("picture", ["<svg " * 100_000, f'<svg width="{"9" * 400}" height="{"9" * 400}"/>'])
def test_a_picture_is_measured_in_no_time(site, picture):
    folder = site()
    (folder / "content/segments/assets").mkdir()
    (folder / "content/segments/assets/a.svg").write_text(picture, "utf-8")
    assert built(folder)[1] == set()


@pytest.mark.parametrize("line", ["```\nbad\n```\n", "~~~ " * 10 + "\n", "# bad\n\n", "![bad](page:/x)\n\n"])
def test_a_long_text_of_marks_takes_no_time(site, line):
    built(site(page(line * (4800 // line.count("\n")))))
