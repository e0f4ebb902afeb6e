"""`segsite list --platforms`: what templates can be made for, and what they are made for here."""

from __future__ import annotations

import json

from segsite.cli import main

SITE = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
email: {platforms: [mine]}
-- brand/platforms/mine.yaml --
name: Our own
language: Ours
field: {plain: "<<<field>>>"}
"""


def test_every_platform_says_whether_the_site_uses_it(site, capsys):
    assert main(["list", "--platforms", "--site", str(site(SITE))]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["PLATFORM", "USED", "NAME", "SYNTAX"]
    rows = {line.split()[0]: line.split()[1:] for line in lines}
    assert rows["mine"] == ["yes", "Our", "own", "Ours"]
    assert rows["generic"][0] == "-"
    assert list(rows) == sorted(rows)


def test_programs_get_the_file_of_those_that_the_site_brings(site, capsys):
    assert main(["list", "--platforms", "--json", "--site", str(site(SITE))]) == 0
    known = {one["platform"]: one for one in json.loads(capsys.readouterr().out)}
    assert known["mine"] == {
        "platform": "mine",
        "name": "Our own",
        "language": "Ours",
        "used": True,
        "file": "brand/platforms/mine.yaml",
    }
    assert (known["generic"]["used"], known["generic"]["file"]) == (False, None)
