from __future__ import annotations

import gc

import pytest

from segsite.building.collector import at_rest


def test_the_collector_rests_and_then_works_again():
    with at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error():
    with pytest.raises(ValueError, match="no"), at_rest():
        raise ValueError("no")
    assert gc.isenabled()


def test_who_has_switched_it_off_keeps_it_off():
    gc.disable()
    try:
        with at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
