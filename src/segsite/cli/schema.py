"""`segsite schema`."""

from pathlib import Path
from typing import Annotated

import typer

from segsite.cli.console import out


def schema(
    folder: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the schemas are written.")] = Path(
        "schemas"
    ),
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a schema there is missing or old.")
    ] = False,
) -> None:
    """Write JSON Schemas: editors use them to complete and check YAML."""
    from segsite.diagnostics import SegsiteError

    wanted = _texts()
    stale = [name for name, text in wanted.items() if _text(folder / name) != text]
    if check:
        if stale:
            raise SegsiteError(
                f"In {folder}, {', '.join(stale)} {'is' if len(stale) == 1 else 'are'} missing or old.",
                "Run `segsite schema` again.",
            )
        out(f"The {len(wanted)} schemas in {folder} are current.\n")
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (folder / name).write_text(wanted[name], "utf-8", newline="\n")
    except OSError as error:
        raise SegsiteError(f"{folder} cannot be written: {error.strerror}.", "Name another with `--out`.") from error
    out(f"{len(wanted)} schemas are in {folder}, {len(stale)} of them new or changed.\n")


def _texts() -> dict[str, str]:
    """The schemas by file name."""
    import json

    from segsite.model.schemas import schemas

    return {
        f"{kind}.json": json.dumps(known, indent=2, ensure_ascii=False) + "\n"
        for kind, known in sorted(schemas().items())
    }


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
