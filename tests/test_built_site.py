"""A valid site, built: what reaches `dist`, and how little is written again."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from segsite.building import BuildOptions, build
from sites import write_site

DATE = datetime.date(2026, 11, 21)
RICH = (Path(__file__).parent / "rich_site.txt").read_text("utf-8")


def built(folder, **options):
    report = build(BuildOptions(folder, DATE, **options), lambda _: None)
    assert [f"{finding.place} {finding.message}" for finding in report.findings] == []
    return report


def outputs(folder):
    dist = folder / "dist"
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in dist.rglob("*") if path.is_file()}


def text(folder, name):
    return (folder / "dist" / name).read_text("utf-8")


@pytest.fixture
def rich(site):
    return site(RICH)


def test_a_site_has_pages_emails_and_what_every_site_has(rich):
    report = built(rich)
    names = set(outputs(rich))
    assert {"web/index.html", "web/404.html", "web/segments/index.html", "web/sitemap.xml", "web/robots.txt"} < names
    assert {"web/trades/roofing/index.html", "web/bakers/pricing/index.html", "web/trades/assets/van.svg"} < names
    assert {"email/generic/welcome.html", "email/generic/trades/roofing/welcome.txt"} < names
    assert "web/trades/roofing/pricing/index.html" not in names
    assert not any("soon" in name for name in names)
    assert (report.summary.pages, report.summary.emails) == (9, 5)


def test_two_builds_have_the_same_bytes_and_the_second_writes_nothing(rich):
    assert built(rich).summary.written > 0
    before = outputs(rich)
    again = built(rich).summary
    assert (again.written, again.removed) == (0, ())
    assert outputs(rich) == before


def test_a_warm_build_equals_a_cold_one(rich, tmp_path):
    built(rich)
    page = rich / "content/segments/pricing.md"
    page.write_text(page.read_text("utf-8").replace("For one.", "For a single seat."), "utf-8")
    built(rich)
    cold = build(BuildOptions(rich, DATE, tmp_path / "cold"), lambda _: None)
    assert cold.committed is not None
    cold_files = {
        path.relative_to(tmp_path / "cold").as_posix(): path.read_bytes()
        for path in (tmp_path / "cold").rglob("*")
        if path.is_file() and ".segsite" not in path.parts
    }
    assert {name: data for name, data in outputs(rich).items() if not name.startswith(".segsite")} == cold_files


@pytest.mark.parametrize(
    ("path", "old", "new", "written"),
    [
        ("content/segments/trades/library/signoff.md", "Cheers", "Regards", 8),
        ("content/segments/trades/roofing/index.md", "Gerüst", "Leiter", 1),
        ("content/segments/segments.csv", "bread", "bread", 0),
        ("themes/plain/layouts/404.html", "Not found", "Lost", 1),
    ],
)
def test_an_edit_changes_just_what_it_must(rich, path, old, new, written):
    built(rich)
    file = rich / path
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    assert built(rich).summary.written == written


def test_what_is_gone_from_the_site_is_gone_from_dist(rich):
    built(rich)
    (rich / "content/segments/trades/assets/van.svg").unlink()
    write_site(rich, "-- content/segments/trades/roofing/index.md --\n---\ntitle: Dach\n---\nText.\n")
    assert built(rich).summary.removed == ("web/trades/assets/van.svg",)
    assert not (rich / "dist/web/trades/assets").exists() or not list((rich / "dist/web/trades/assets").iterdir())


def test_norway_stays_norway(site):
    values = "country: NO\nanswer: yes\nversion: 1.10\ntime: 12:30\nday: 2026-01-02\n"
    page = "---\ntitle: NO\n---\n" + " ".join(
        f"{{{{ data.{line.partition(':')[0]} }}}}" for line in values.splitlines() if "version" not in line
    )
    folder = site(
        "-- content/segments/norway/segment.yaml --\nname: NO\ndata:\n"
        + re.sub("(?m)^", "  ", values).rstrip()
        + f"\n-- content/segments/norway/index.md --\n{page}\n"
    )
    built(folder)
    assert "NO yes 12:30 2026-01-02" in text(folder, "web/norway/index.html")
    assert "<title>NO</title>" in text(folder, "web/norway/index.html")


@pytest.mark.parametrize("key", ["name", "audience", "owner"])
def test_a_number_is_a_text_where_a_text_belongs(site, key):
    folder = site(f"-- content/segments/trades/segment.yaml --\n{key}: 2024\n")
    write_site(
        folder,
        "-- content/segments/about.md --\n---\ntitle: 2024\n---\nA\n"
        "-- content/segments/trades/about.md --\n---\ninherits: true\ntitle: 1.10\n---\n",
    )
    built(folder)
    assert "<title>1.10</title>" in text(folder, "web/trades/about/index.html")


@pytest.mark.parametrize(
    "change", [lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data], ids=["crlf", "bom"]
)
def test_line_breaks_and_byte_order_marks_change_no_output(rich, change):
    built(rich)
    before = outputs(rich)
    for path in rich.rglob("*"):
        if path.is_file() and "dist" not in path.parts and path.suffix in {".md", ".yaml", ".csv", ".json"}:
            path.write_bytes(change(path.read_bytes()))
    assert built(rich).summary.written == 0
    assert outputs(rich) == before


def test_names_need_not_be_ascii(site):
    folder = site(
        "-- content/segments/Bäcker/segment.yaml --\n"
        "-- content/segments/Bäcker/日本.md --\n---\ntitle: 日本\n---\n[Hi](segment:Bäcker)\n"
    )
    built(folder)
    page = text(folder, "web/Bäcker/日本/index.html")
    assert 'href="https://www.acme.example/B%C3%A4cker/%E6%97%A5%E6%9C%AC/"' in page
    assert 'href="/B%C3%A4cker/"' in page
    assert "B%C3%A4cker" in text(folder, "web/sitemap.xml")


def test_drafts_are_built_when_asked_for_and_kept_from_search_engines(rich):
    built(rich, drafts=True)
    assert "web/soon/index.html" in outputs(rich)
    assert "/soon/" not in text(rich, "web/sitemap.xml")
    built(rich)
    assert "web/soon/index.html" not in outputs(rich)


def test_the_addresses_of_a_sunset_segment_lead_on(rich):
    built(rich)
    assert (
        text(rich, "web/_redirects") == "/site/old/ /site/trades/ 301\n/site/old/pricing/ /site/trades/pricing/ 301\n"
    )
    page = text(rich, "web/old/index.html")
    assert 'content="0; url=/site/trades/"' in page
    assert 'rel="canonical" href="https://www.acme.example/site/trades/"' in page
    assert "/old/" not in text(rich, "web/sitemap.xml")
    assert not any(name.startswith("email/generic/old") for name in outputs(rich))


def test_machines_are_told_every_page_once(rich):
    built(rich)
    places = re.findall(r"<loc>(.*?)</loc>", text(rich, "web/sitemap.xml"))
    assert len(places) == len(set(places)) == 10
    assert all(place.startswith("https://www.acme.example/site/") for place in places)
    assert "Sitemap: https://www.acme.example/site/sitemap.xml" in text(rich, "web/robots.txt")
    assert "Roofing" in text(rich, "web/segments/index.html")


def test_every_touchpoint_carries_its_legal_text(rich):
    built(rich)
    for name, data in outputs(rich).items():
        page = (
            name.startswith("web/")
            and name.endswith("/index.html")
            and "/segments/" not in name
            and "/old/" not in name
        )
        email = name.startswith("email/") and not name.endswith(".json")
        if page or email:
            assert "Acme Ltd., 2026" in data.decode(), name
        if email:
            assert "{{ unsubscribe_url }}" in data.decode(), name
            assert "{{ postal_address }}" in data.decode(), name


def test_merge_fields_are_in_the_platforms_syntax(rich):
    built(rich)
    for suffix in ("html", "txt"):
        mail = text(rich, f"email/generic/welcome.{suffix}")
        assert "Welcome, {{ first_name | default: 'friend' }}" in mail
        assert "SEGSITEMT" not in mail


def test_addresses_in_emails_are_in_full(rich):
    built(rich)
    for address in re.findall(r'href="([^"]*)"', text(rich, "email/generic/trades/welcome.html")):
        assert address.startswith(("https://", "{{ "))


def test_a_cta_may_hold_what_differs_by_segment(rich):
    built(rich)
    assert 'href="https://www.acme.example/app/demo?for=trades"' in text(rich, "web/trades/index.html")


def test_numbers_and_quotes_are_those_of_the_segments_language(rich):
    built(rich)
    assert '<html lang="de"' in text(rich, "web/trades/roofing/index.html")
    assert "Zum Inhalt" in text(rich, "web/trades/roofing/index.html")
