"""Random texts with merge fields and choices, on every platform: each recipient is sent what is meant."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platforms_tried import ESCAPES_IN_TEXTS, PLATFORMS, TYPED, choice, field, sent

from segsite.model.merge_fields import Both, Comparison, Either, Not
from segsite.rendering.merge import for_recipient

LIMITED = frozenset({"campaignmonitor", "marketo"})
"""Platforms that lack more than odd fallbacks."""
NAMES = ("first_name", "company", "country", "plan")
VALUES = ("", "trial", "pro", "Zoë", "O'Brien & Söhne")

words = st.sampled_from(
    [
        "Hello",
        " hello ",
        "20%",
        "%",
        "2 * 3",
        "|",
        "#1",
        "{x}",
        "[x](y)",
        "$5",
        "€ 🎉",
        "R&amp;D",
        "<b>now</b>",
        "a\n\nb",
    ]
)
fallbacks = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=8)
values = st.sampled_from(VALUES[1:4])
singles = st.one_of(
    st.builds(Comparison, st.sampled_from(NAMES)),
    st.builds(Comparison, st.sampled_from(NAMES), st.sampled_from(["==", "!="]), values),
    st.builds(
        Comparison,
        st.just("points"),
        st.sampled_from(["==", "!=", ">", ">=", "<", "<="]),
        st.sampled_from([-1, 0, 3, 7.5]),
    ),
)
tests = st.recursive(
    singles,
    lambda inner: st.one_of(st.builds(Not, inner), st.builds(Both, inner, inner), st.builds(Either, inner, inner)),
    max_leaves=4,
)
fields = st.builds(field, st.sampled_from(NAMES), fallbacks)
together = st.one_of(words, fields)
apart = st.one_of(words.map(" {} ".format), fields)
"""In a text part, nothing can keep a brace and the tag after it apart."""


def texts(depth, pieces):
    """Texts in which choices are so deep."""
    inner = texts(depth - 1, pieces) if depth else None
    one = pieces if inner is None else st.one_of(pieces, st.builds(choice, tests, inner, inner))
    return st.lists(one, min_size=1, max_size=3).map("".join)


recipients = st.fixed_dictionaries(
    {},
    optional={name: st.sampled_from(VALUES) for name in NAMES} | {"points": st.sampled_from([-2, 0, 3, 5, 7.5, ""])},
)


def _may_be_lacking(what):
    return what.startswith("the fallback") or what == "so many conditions"


@pytest.mark.parametrize("key", PLATFORMS)
@given(text=texts(3, together), recipient=recipients)
@settings(max_examples=50, deadline=None)
def test_html_says_what_is_meant(key, text, recipient):
    template, lacks = PLATFORMS[key].put_in(text, markup=True)
    if lacks:
        assert key in LIMITED or all(_may_be_lacking(lack.what) for lack in lacks)
    elif not (key in TYPED and recipient.get("points") == ""):
        meant = for_recipient(text, recipient, markup=True)
        assert html.unescape(sent(PLATFORMS[key], template, recipient)) == html.unescape(meant)


@pytest.mark.parametrize("key", PLATFORMS)
@given(text=texts(2, apart), recipient=recipients)
@settings(max_examples=50, deadline=None)
def test_a_text_part_says_what_is_meant(key, text, recipient):
    template, lacks = PLATFORMS[key].put_in(text)
    if lacks:
        assert key in LIMITED or all(_may_be_lacking(lack.what) for lack in lacks)
    elif not (key in TYPED and recipient.get("points") == ""):
        came, meant = sent(PLATFORMS[key], template, recipient), for_recipient(text, recipient)
        assert came == meant if key not in ESCAPES_IN_TEXTS else html.unescape(came) == html.unescape(meant)
