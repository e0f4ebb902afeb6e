"""Which site, which day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from segsite.cli.options import day, site_folder
from segsite.diagnostics import UsageError


def test_the_site_is_the_nearest_folder_with_a_configuration(site, monkeypatch):
    folder = site()
    monkeypatch.chdir(folder / "content/segments")
    assert site_folder(None) == folder


def test_the_site_can_be_named(site):
    assert site_folder(site()) == site()


@pytest.mark.parametrize("given", [None, Path("elsewhere")])
def test_no_site_is_wrong_usage_with_a_way_out(given, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        site_folder(given)
    assert "segsite init" in caught.value.hint


def test_the_day_named_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert day("2027-06-30") == date(2027, 6, 30)
    assert day(None) == date(1970, 1, 1)


def test_today_is_the_day_by_default(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs((day(None) - datetime.now(UTC).date()).days) <= 1


@pytest.mark.parametrize("given", ["30.06.2027", "2027-02-30", "tomorrow", ""])
def test_what_is_no_day_is_wrong_usage(given):
    with pytest.raises(UsageError, match="not a day"):
        day(given)


@pytest.mark.parametrize("epoch", ["soon", "9" * 30])
def test_an_epoch_that_is_no_time_is_wrong_usage(epoch, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        day(None)
