"""`segsite list --emails`: which e-mail comes when, for whom, and whose it is."""

from __future__ import annotations

import json

from segsite.cli import main

MAILS = """\
-- content/segments/emails/welcome.md --
---
subject: [Welcome, "Hello {{ merge.first_name | fallback('there') }}"]
sequence: start
---
Hello.
-- content/segments/emails/later.md --
---
subject: For {{ segment.name }}
sequence: start
after: 1 week
---
Hello.
-- content/segments/emails/news.md --
---
subject: News
---
Hello.
-- content/segments/trades/segment.yaml --
name: Trades
-- content/segments/trades/emails/soon.md --
---
subject: Soon
sequence: start
after: 2 days
status: draft
---
Hello.
-- content/segments/trades/emails/news.md --
---
inherits: true
subject: News for trades
---
-- content/segments/gone/segment.yaml --
name: Gone
status: sunset
successor: trades
"""


def listed(folder, capsys, *arguments):
    assert main(["list", *arguments, "--emails", "--site", str(folder)]) == 0
    return capsys.readouterr().out


def test_people_read_the_flows_of_each_segment_in_the_order_they_come(site, capsys):
    assert listed(site(MAILS), capsys) == (
        "  SEQUENCE  AFTER    E-MAIL (inherited in brackets)  SUBJECT\n"
        "/\n"
        "  start     at once  welcome                         Welcome | Hello there\n"
        "  start     1 week   later                           For Everyone\n"
        "  -         -        news                            News\n"
        "trades\n"
        "  start     at once  [welcome]                       Welcome | Hello there\n"
        "  start     2 days   soon (draft)                    Soon\n"
        "  start     1 week   [later]                         For Trades\n"
        "  -         -        news                            News for trades\n"
    )


def test_it_starts_at_the_segment_that_is_named(site, capsys):
    assert listed(site(MAILS), capsys, "trades").splitlines()[1] == "trades"


def test_programs_get_the_same(site, capsys):
    (trades,) = json.loads(listed(site(MAILS), capsys, "trades", "--format", "json"))
    assert trades["segment"] == "trades"
    assert [mail["name"] for mail in trades["emails"]] == ["welcome", "soon", "later", "news"]
    assert trades["emails"][0] == {
        "name": "welcome",
        "sequence": "start",
        "after": "at once",
        "subject": "Welcome",
        "subject_variants": ["Welcome", "Hello there"],
        "own": False,
        "owner": "",
        "status": "live",
        "file": "content/segments/emails/welcome.md",
    }
    assert [(mail["own"], mail["status"]) for mail in trades["emails"]] == [
        (False, "live"), (True, "draft"), (False, "live"), (True, "live")
    ]  # fmt: skip


def test_a_site_without_e_mails_has_its_segments(site, capsys):
    assert listed(site(), capsys).splitlines()[1:] == ["/"]


def test_lists_are_asked_for_one_at_a_time(site, capsys):
    assert main(["list", "--emails", "--components", "--site", str(site(MAILS))]) == 2
    assert "Give one of `--emails`, `--components`, `--platforms`." in capsys.readouterr().err
