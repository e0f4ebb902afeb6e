"""What is found does not depend on how many processes look."""

from __future__ import annotations

import datetime
import os
import signal
from pathlib import Path

import pytest

from segsite.building import BuildOptions, build, workers
from segsite.building.making import Maker
from segsite.reporting.events import Progress
from test_brand_breaches import BASE, names, planted
from test_invalid_sites import NAMES, invalid_site

ROOT = Path(__file__).parents[2]
DATE = datetime.date(2026, 11, 21)

pytestmark = pytest.mark.skipif(not workers.can_fork(), reason="processes are forked on Linux only")


@pytest.fixture(autouse=True)
def however_small(monkeypatch):
    monkeypatch.setattr(workers, "ENOUGH", 0)


def checked(folder, jobs):
    events = []
    report = build(BuildOptions(folder, DATE, jobs=jobs), events.append, write=False)
    return report, events


def said(report):
    return [
        (str(finding.place), finding.rule, finding.message, finding.hint, finding.outputs, finding.place.text,
         finding.fix and (finding.fix.place.key, finding.fix.text))
        for finding in report.findings
    ]  # fmt: skip


def test_the_sample_site_is_the_same_for_one_and_for_several():
    one, two = (checked(ROOT, jobs)[0] for jobs in (1, 3))
    assert said(one) == said(two) == []
    assert (one.summary.pages, one.summary.outputs) == (two.summary.pages, two.summary.outputs)
    assert len(one.excused) == len(two.excused) == 2


@pytest.mark.parametrize("name", [name for name in names("breaches") if "too-long" not in name])
def test_a_breach_is_the_same_for_one_and_for_several(site, name):
    folder = site(planted("breaches", name)[1], base=BASE)
    assert said(checked(folder, 1)[0]) == said(checked(folder, 3)[0])


@pytest.mark.parametrize("name", NAMES[::6])
def test_a_mistake_is_the_same_for_one_and_for_several(site, name):
    case = invalid_site(name)
    folder = site(case.files)
    assert said(checked(folder, 1)[0]) == said(checked(folder, 3)[0])


def test_inherited_words_are_held_to_what_a_segment_rejects_whoever_judges_it(site):
    folder = site(
        "-- brand/brand.yaml --\nname: Acme\nlegal_name: Acme Ltd.\nvoice: {segments: {vocabulary: true}}\n"
        'rules: {"heading/*": "off", "cohesion/*": "off"}\n'
        "-- content/segments/strict/segment.yaml --\nvoice: {reject: [making]}\nomit: [index]\n"
    )
    one, three = (said(checked(folder, jobs)[0]) for jobs in (1, 3))
    assert one == three
    assert [(place, rule.name) for place, rule, *_ in one] == [
        ("content/segments/segment.yaml:5:31", "voice/Vale.Avoid")
    ]


def test_progress_counts_all_outputs_whoever_makes_them(site):
    _, events = checked(site(), 2)
    steps = [event.done for event in events if isinstance(event, Progress)]
    assert steps == sorted(steps)
    assert steps[-1] == next(event.total for event in events if isinstance(event, Progress))


def test_a_worker_that_is_killed_costs_time_and_nothing_else(site, monkeypatch):
    folder, here, make = site("-- content/segments/index.md --\n{{ oops }}\n"), os.getpid(), Maker.make
    expected = said(checked(folder, 1)[0])

    def killed(self, share):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return make(self, share)

    monkeypatch.setattr(Maker, "make", killed)
    assert said(checked(folder, 2)[0]) == expected != []


def test_a_fault_of_a_worker_is_not_swallowed(site, monkeypatch):
    def fail(_self, _share):
        raise ZeroDivisionError

    folder = site()
    monkeypatch.setattr("segsite.building.making.Maker.make", fail)
    with pytest.raises(ZeroDivisionError):
        checked(folder, 2)
