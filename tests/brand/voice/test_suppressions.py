"""Comments that switch voice rules off."""

from __future__ import annotations

import pytest

from segsite.brand.voice.suppressions import Suppressions, is_suppression


def after(*comments: str) -> Suppressions:
    off = Suppressions()
    for comment in comments:
        off = off.after(comment)
    return off


@pytest.mark.parametrize(
    ("comments", "held"),
    [
        ([], []),
        (["vale off"], ["A.B very", "A.B so", "A.C very", "D.E very"]),
        (["segsite off"], ["A.B very", "A.B so", "A.C very", "D.E very"]),
        (["vale off", "vale on"], []),
        (["vale A.B = NO"], ["A.B very", "A.B so"]),
        (["segsite voice/A.B = NO"], ["A.B very", "A.B so"]),
        (["vale A.B=off"], ["A.B very", "A.B so"]),
        (["vale A.B = NO", "vale A.B = YES"], []),
        (["vale A = NO"], ["A.B very", "A.B so", "A.C very"]),
        (["vale style = A"], ["D.E very"]),
        (["vale styles = A, D"], []),
        (['vale A.B["very"] = NO'], ["A.B very"]),
        (["vale A.B['very', \"so\"] = NO"], ["A.B very", "A.B so"]),
        (['vale A.B["very"] = NO', 'vale A.B["very"] = YES'], []),
        (["vale of tears"], []),
        (["A note: vale off"], []),
    ],
)
def test_what_is_off_after_comments(comments, held):
    off = after(*comments)
    asked = ["A.B very", "A.B so", "A.C very", "D.E very"]
    assert [one for one in asked if off.hold(*one.split())] == held


def test_only_what_has_the_form_of_a_suppression_is_one():
    assert is_suppression(" vale Halfday.Jargon = NO ")
    assert is_suppression("segsite off")
    assert not is_suppression("vale Halfday.Jargon")
    assert not is_suppression("segsite is great")
