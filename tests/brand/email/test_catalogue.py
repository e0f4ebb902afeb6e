"""What is said of each feature can stand in a finding."""

from __future__ import annotations

import pytest

from segsite.brand.email.catalogue import FEATURES


@pytest.mark.parametrize("feature", FEATURES.values(), ids=FEATURES)
def test_a_feature_says_what_is_lost_and_what_to_do_instead(feature):
    assert feature.loss
    assert not feature.loss.endswith(".")
    assert feature.instead[0].isupper()
    assert feature.instead.endswith(".")
    assert feature.properties or feature.tag or feature.sheet
    assert bool(feature.properties) == bool(feature.values)
    assert feature.page == f"https://www.caniemail.com/features/{feature.slug}/"
