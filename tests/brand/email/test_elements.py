"""Tags of e-mails are taken apart, each once."""

from __future__ import annotations

import pytest

from segsite.brand.email.elements import element, elements


@pytest.mark.parametrize(
    ("tag", "name", "attributes"),
    [
        ("<p>", "p", {}),
        ("<br/>", "br", {}),
        ('<IMG SRC="a.png" alt="">', "img", {"src": "a.png", "alt": ""}),
        ("<a href='b' title=c hidden>", "a", {"href": "b", "title": "c", "hidden": ""}),
        ('<a href="?a=1&amp;b=2" title="a > b">', "a", {"href": "?a=1&b=2", "title": "a > b"}),
        ('<v:fill src = "c.png" />', "v:fill", {"src": "c.png"}),
    ],
)
def test_a_tag_has_a_name_and_attributes(tag, name, attributes):
    found = element(tag)
    assert (found.name, dict(found.attributes)) == (name, attributes)


def test_what_clients_show_is_found_in_order_and_each_tag_once():
    markup = "<p><b>a</b></p><p><i>b</i></p><!-- <u> -->"
    markup += "<!--[if mso]><v:rect><![endif]--><!--[if !mso]><!--><em><!--<![endif]-->"
    assert [one.name for one in elements(markup)] == ["p", "b", "i", "v:rect", "em"]
