"""Who sees which part of an e-mail."""

from __future__ import annotations

import pytest

from segsite.brand.email.audiences import Audience, is_served, parts


def seen(markup: str) -> list[tuple[str, str]]:
    return [(audience.name, markup[slice(*span)]) for audience, span in parts(markup)]


@pytest.mark.parametrize(
    ("markup", "audience"),
    [
        ("<!--[if mso]>x<![endif]-->", ["OUTLOOK"]),
        ("<!--[if gte mso 9]>x<![endif]-->", ["OUTLOOK"]),
        ("<!--[if (gte mso 9)|(IE)]>x<![endif]-->", ["OUTLOOK"]),
        ("<!--[if mso | IE]>x<![endif]-->", ["OUTLOOK"]),
        ("<!--[if !mso]><!-->x<!--<![endif]-->", ["OTHERS"]),
        ("<!--[if !mso]><!-- -->x<!-- <![endif]-->", ["OTHERS"]),
        ("<!--[if !mso]>-->x<!--<![endif]-->", ["OTHERS"]),
        ("<!--[if !(mso)]><!-->x<!--<![endif]-->", ["OTHERS"]),
        ("<!--[if !gte mso 9]><!-->x<!--<![endif]-->", ["OTHERS"]),
        ("<!--[if gte mso 9]><!-->x<!--<![endif]-->", ["ALL"]),
        ("<!--[if !IE]><!-->x<!--<![endif]-->", ["ALL"]),
        ("<!--[if !mso]>x<![endif]-->", []),
        ("<!--[if IE]>x<![endif]-->", []),
        ("<!-- x -->", []),
        ("x", ["ALL"]),
        ("", []),
    ],
)
def test_a_comment_says_who_sees_what_is_in_it(markup, audience):
    assert seen(markup) == [(name, "x") for name in audience]


def test_what_stands_around_comments_is_for_all():
    markup = "a<!--[if mso]>b<![endif]-->c<!-- d --><!--[if !mso]><!-->e<!--<![endif]-->f"
    assert seen(markup) == [("ALL", "a"), ("OUTLOOK", "b"), ("ALL", "c"), ("OTHERS", "e"), ("ALL", "f")]


@pytest.mark.parametrize(
    ("audience", "clients"),
    [
        (Audience.ALL, ["gmail", "outlook-windows"]),
        (Audience.OUTLOOK, ["outlook-windows"]),
        (Audience.OTHERS, ["gmail"]),
    ],
)
def test_outlook_for_windows_is_the_one_that_reads_comments(audience, clients):
    assert [client for client in ("gmail", "outlook-windows") if audience.has(client)] == clients


@pytest.mark.parametrize(
    ("before", "after", "served"),
    [
        ('<!--[if mso]><table><tr><td width="260"><![endif]-->\n', "", True),
        ("<!--[if mso]></td><td><![endif]-->", "", True),
        ("", " <!--[if gte mso 9]><v:rect><v:fill /><v:textbox><![endif]-->", True),
        ("<!--[if mso]></td></tr></table><![endif]-->", "", False),
        ("<!--[if mso]><p><![endif]-->", "", False),
        ("<!--[if mso]><table><tr><td><![endif]--><p>", "", False),
        ("<!--[if !mso]><!--><table><tr><td><!--<![endif]-->", "", False),
        ("<!-- <td> -->", "<!-- <td> -->", False),
        ("", "<!--[if mso]><td>", False),
        ("", "", False),
    ],
)
def test_a_table_or_vml_for_outlook_right_beside_a_tag_serves_it(before, after, served):
    markup = f"{before}<div>{after}</div>"
    start = markup.index("<div>")
    assert is_served(markup, (start, start + 5)) is served
