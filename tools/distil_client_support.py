"""Distils what segsite asks of mail clients from the data of caniemail.com, as the npm package `caniemail` has it.

    python tools/distil_client_support.py            writes src/segsite/brand/email/client_support.json
    python tools/distil_client_support.py --check    says what differs from it, and exits with 1 if anything does

The package is fetched with npm into a temporary folder; nothing of it runs. For newer data, change VERSION and SHA512.

The table says of each feature which clients lack it, and what is known of that. A client lacks a feature if the newest
verdict on it, on any of its platforms, is no; or, for a feature that is only part of what caniemail.com asks about, if
the verdict is that it is partly there and a note says that this part is not. What is unknown counts as there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segsite.brand.email.catalogue import FEATURES
from segsite.model.email import CLIENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.email.catalogue.feature import Feature

VERSION = "2.0.2"
SHA512 = (
    "96f867e11ac5d807b73d00371cc3951b114fa8f0317eff075a9fb1512a893ee9"
    "9bcc5533406560146d2797cb34b234a805dd8f82602a079c51174c1c3dbad570"
)
TABLE = Path(__file__).resolve().parents[1] / "src/segsite/brand/email/client_support.json"
LICENCE = (
    "Distilled by tools/distil_client_support.py from the npm package caniemail {version} (the data of "
    "https://www.caniemail.com, as of {date}). MIT License. Copyright (c) 2019 HTeuMeuLeu; Copyright (c) Avi Goldman; "
    "Copyright (c) Andrew Powell."
)
PLATFORMS = {
    "gmail": ["gmail/desktop-webmail"],
    "gmail-app": ["gmail/android", "gmail/ios"],
    "outlook-windows": ["outlook/windows"],
    "outlook-com": ["outlook/outlook-com"],
    "outlook-mac": ["outlook/macos"],
    "outlook-app": ["outlook/android", "outlook/ios"],
    "apple-mail": ["apple-mail/macos"],
    "ios-mail": ["apple-mail/ios"],
    "yahoo": ["yahoo/desktop-webmail"],
    "yahoo-app": ["yahoo/android", "yahoo/ios"],
    "aol": ["aol/desktop-webmail"],
    "samsung-email": ["samsung-email/android"],
    "thunderbird": ["thunderbird/macos", "thunderbird/windows"],
    "proton-mail": ["protonmail/desktop-webmail"],
    "fastmail": ["fastmail/desktop-webmail"],
    "hey": ["hey/desktop-webmail"],
    "gmx": ["gmx/desktop-webmail"],
    "gmx-app": ["gmx/android", "gmx/ios"],
    "web-de": ["web-de/desktop-webmail"],
    "web-de-app": ["web-de/android", "web-de/ios"],
    "ionos": ["ionos-1and1/desktop-webmail"],
    "orange": ["orange/desktop-webmail"],
    "sfr": ["sfr/desktop-webmail"],
    "laposte": ["laposte/desktop-webmail"],
    "mail-ru": ["mail-ru/desktop-webmail"],
}
"""What the clients that can be named are in the data: a family and its platforms."""
_LINK = re.compile(r"\[([^\]]*)\]\(((?:[^()]|\([^()]*\))*)\)")
_UNREACHABLE = 3


def fetched(folder: Path) -> dict[str, Any]:
    """The data of the pinned package, fetched into a folder.

    Raises:
        SystemExit: If npm is not there, cannot reach its registry, or has other bytes than are pinned.
    """
    npm = shutil.which("npm")
    if npm is None:
        _give_up("npm is missing.")
    command = [npm, "pack", f"caniemail@{VERSION}", "--pack-destination", str(folder), "--fetch-retries=0"]
    packed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    archive = folder / f"caniemail-{VERSION}.tgz"
    if not archive.is_file():
        _give_up(f"npm cannot fetch caniemail {VERSION}: {packed.stderr.strip()}")
    if hashlib.sha512(archive.read_bytes()).hexdigest() != SHA512:
        sys.exit(f"caniemail {VERSION} is not the package that was pinned: its hash differs.")
    with tarfile.open(archive) as files:
        member = files.extractfile("package/data/caniemail.json")
        assert member is not None
        return json.load(member)


def _give_up(reason: str) -> None:
    print(reason, file=sys.stderr)
    sys.exit(_UNREACHABLE)


def distilled(data: dict[str, Any]) -> str:
    """The table, as the text of its file."""
    assert set(PLATFORMS) == set(CLIENTS), "the clients that can be named are not those that PLATFORMS knows"
    by_slug = {entry["slug"]: entry for entry in data["data"]}
    about = LICENCE.format(version=VERSION, date=data["last_update_date"][:10])
    lacking = {key: _lacking(feature, by_slug[feature.slug]) for key, feature in sorted(FEATURES.items())}
    lines = ",\n".join(f"  {_json(key)}: {_json(clients)}" for key, clients in lacking.items())
    return f'{{\n "about": {_json(about)},\n "lacking": {{\n{lines}\n }}\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lacking(feature: Feature, entry: dict[str, Any]) -> dict[str, str]:
    """The clients that lack a feature, each with what is known of that."""
    by_client = {client: list(_reasons(feature, entry, client)) for client in PLATFORMS}
    return {client: " ".join(dict.fromkeys(filter(None, notes))) for client, notes in by_client.items() if notes}


def _reasons(feature: Feature, entry: dict[str, Any], client: str) -> Iterator[str]:
    for platform in PLATFORMS[client]:
        family, _, system = platform.partition("/")
        verdicts = entry["stats"].get(family, {}).get(system, {})
        if not verdicts:
            continue
        verdict, *numbers = list(verdicts.values())[-1].split()
        notes = [_plain(entry["notes_by_num"][number.removeprefix("#")]) for number in numbers]
        if verdict == "a" and feature.part:
            notes = [note for note in notes if re.search(feature.part, note)]
        if verdict == "n" or (verdict == "a" and feature.part and notes):
            yield from notes or [""]


def _plain(note: str) -> str:
    """A note as plain text: links become their words, with an address outside caniemail.com after them."""
    text = _LINK.sub(lambda link: f"{link[1]} ({link[2]})" if link[2].startswith("http") else link[1], note)
    return " ".join(text.split())


def differences(old: str, new: str) -> Iterator[str]:
    """What one table says and the other does not, a feature a line."""
    before, after = json.loads(old), json.loads(new)
    if before["about"] != after["about"]:
        yield f"about: {before['about']} -> {after['about']}"
    for key in sorted({*before["lacking"], *after["lacking"]}):
        was, is_now = before["lacking"].get(key), after["lacking"].get(key)
        if was != is_now:
            yield f"{key}: {_json(was)} -> {_json(is_now)}"


def main() -> int:
    """Write the table, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the table is not current")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        new = distilled(fetched(Path(folder)))
    old = TABLE.read_text("utf-8") if TABLE.is_file() else '{"about": "", "lacking": {}}'
    if check:
        for line in differences(old, new):
            print(line)
        return int(old != new)
    TABLE.write_text(new, "utf-8", newline="\n")
    print(f"{TABLE.name}: {len(FEATURES)} features, {len(PLATFORMS)} clients.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
