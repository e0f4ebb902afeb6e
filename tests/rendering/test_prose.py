"""Markdown becomes safe HTML and plain text: what stays, what goes, and what readers see."""

from __future__ import annotations

import re
import time

import pytest

from segsite.rendering.plaintext import lay_out
from segsite.rendering.prose import Converter

EN = Converter("en")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")

ATTACKS = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil></SCRIPT>", "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>", '<svg onload="alert(1)">', "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<style>@import 'javascript:alert(1)';</style>", "<form action=javascript:alert(1)><input type=submit></form>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>", '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#x6a;avascript:alert(1)">x</a>', "<a href=' javascript:alert(1)'>x</a>",
    '<a href="\x01javascript:alert(1)">x</a>', "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))",
    "[x](<java script:alert(1)>)", "[x](data:text/html,<script>alert(1)</script>)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)", "[x][1]\n\n[1]: javascript:alert(1)",
    "[x][1]\n\n[1]: &#106;avascript:alert(1)", "<javascript:alert(1)>", '![x]("onerror="alert(1))',
    "# Title {onclick=alert(1)}", "text {: onmouseover=alert(1) }", "para\n{: style='background:url(javascript:x)' }",
    '<p style="position:fixed;top:0">x</p>', "<td style='text-align:center;position:fixed'>x</td>",
    "<details open ontoggle=alert(1)>x</details>", "<base href=//evil>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<object data=x></object><embed src=x>",
    "<link rel=stylesheet href=x>", "`<script>`{onclick=x}", "```html onclick=x\n<script>alert(1)</script>\n```",
    "``` {onclick=alert(1)}\nx\n```", "<!-- <script> --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?><script>x</script>",
    '<p title="<script>alert(1)</script>">x</p>', "<a href=\"x\" title='\"onmouseover=alert(1)'>x</a>",
    "*[A]: <script>alert(1)</script>\n\nA", "[^1]\n\n[^1]: <script>alert(1)</script>",
    "| <script>alert(1)</script> | b |\n|---|---|\n| <img onerror=x> | d |", "<div\x0conclick=alert(1)>x</div>",
    "<img/src=x/onerror=alert(1)>", "<video><source onerror=alert(1)></video>", "<a/onclick=alert(1)>x",
    "<xss style=behavior:url(x)>", "<p id=\"x\" id='y' onfocus=alert(1) tabindex=0>x</p>",
    "\x02klzzwxh:0000\x03<script>x</script>", "<b/><script>alert(1)</script", "<script",
    "<img src=x onerror=alert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>alert(1)\\</script>",
]  # fmt: skip


def dangers(html):
    """Every tag and attribute of a piece of HTML that could run, load or disguise something."""
    for closing, tag, rest in _TAG.findall(html):
        if tag.lower() in {
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "form",
            "input",
            "base",
            "meta",
            "link",
            "video",
        }:
            yield tag
        for name, value in _ATTRIBUTE.findall(rest) if not closing else []:
            plain = value.strip("\"'")
            if name.lower().startswith("on") or name.lower() in {"srcdoc", "xlink:href", "action"}:
                yield f"{tag} {name}"
            if name.lower() == "style" and not plain.startswith("text-align"):
                yield f"{tag} {name} {plain}"
            if name.lower() in {"href", "src"} and re.match(r"(?i)[\s\x00-\x20]*(javascript|data|vbscript):", plain):
                yield f"{tag} {name} {plain}"


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_runs_or_loads_is_left(attack):
    for text in (attack, f"Words {attack} words", f"- {attack}", f"> {attack}\n\n<div>\n{attack}\n</div>"):
        assert list(dangers(EN.convert(text).html)) == []
        assert list(dangers(EN.inline(text).html)) == []


@pytest.mark.parametrize("attack", ATTACKS[:9] + ATTACKS[10:15] + ATTACKS[16:18] + ATTACKS[19:21])
def test_what_is_taken_out_is_told(attack):
    prose = EN.convert(attack)
    assert prose.removed or prose.forbidden


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** *it* `code`", "<p><strong>bold</strong> <em>it</em> <code>code</code></p>"),
        ("[x](page:pricing#a)", '<p><a href="page:pricing#a">x</a></p>'),
        ("<mark>x</mark> <sup>2</sup>", "<p><mark>x</mark> <sup>2</sup></p>"),
        ("# Title {#id .class}", '<h1 class="class" id="id">Title</h1>'),
        ("5 < 6 & 7 > 3", "<p>5 &lt; 6 &amp; 7 &gt; 3</p>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
        ("a@b.example and x_y_z", "<p>a@b.example and x_y_z</p>"),
    ],
)
def test_text_keeps_what_text_needs(text, html):
    prose = EN.convert(text)
    assert (prose.html, prose.removed, prose.forbidden) == (html, (), ())


@pytest.mark.parametrize("indent", [2, 3, 4])
def test_lists_nest_by_two_three_or_four_spaces(indent):
    html = EN.convert(f"Text\n- one\n{' ' * indent}- two\n{' ' * 2 * indent}- three\n- four").html
    assert (
        re.sub(r"\s", "", html)
        == "<p>Text</p><ul><li>one<ul><li>two<ul><li>three</li></ul></li></ul></li><li>four</li></ul>"
    )


@pytest.mark.parametrize(
    ("locale", "quoted"),
    [
        ("en", "“Hi” it’s – so…"),
        ("de", "„Hi“ it’s – so…"),
        ("fr", "«\u00a0Hi\u00a0» it’s – so…"),
        ("de-CH", "«Hi» it’s – so…"),
        ("pl", "„Hi” it’s – so…"),
        ("sv", "”Hi” it’s – so…"),
    ],
)
def test_quotes_and_dashes_are_those_of_the_locale(locale, quoted):
    assert Converter(locale).convert('"Hi" it\'s -- so...').html.replace("&nbsp;", "\u00a0") == f"<p>{quoted}</p>"
    assert Converter(locale).smarten('"Hi" it\'s -- so...') == quoted


def test_code_is_not_smartened():
    assert EN.convert('`"x" -- y`').html == '<p><code>"x" -- y</code></p>'


def test_the_plain_text_has_headings_lists_and_addresses():
    text = lay_out(EN.convert("# Title\n\nSee [us](https://acme.example).\n\n- one\n- two\n\n> said").text)
    assert text.strip() == "Title\n=====\n\nSee us (https://acme.example).\n\n- one\n- two\n\n> said"


def test_readers_see_words_not_markup():
    prose = EN.convert("## **Big** <b>news</b> &amp; more\n\nText with a [link](https://x.example).")
    assert (prose.heading, prose.readable) == ("Big news & more", "Big news & more Text with a link.")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_500,
        "*" * 50_000,
        "_a" * 20_000,
        "> " * 5_000 + "x",
        "`" * 30_001,
        "<" * 50_000,
        "![" * 1_000,
        "- " * 5_000 + "x",
        "&" * 50_000,
        "<a " * 2_000,
        "[a](" * 700,
        "(" * 50_000,
        "\\" * 50_000,
        "|" * 20_000 + "\n" + "|-" * 20_000,
        "[^1]" * 500 + "\n\n[^1]: x",
        "#" * 50_000,
        "<p " + "a=" * 20_000,
        "<!--" * 10_000,
    ],
    ids=lambda text: text[:6],
)
def test_adversarial_markdown_is_read_in_time(text):
    # Python-Markdown takes quadratic time for brackets that are never closed, so there are fewer of those
    start = time.process_time()
    prose = Converter("en").convert(text)
    assert list(dangers(prose.html)) == []
    assert time.process_time() - start < 10
