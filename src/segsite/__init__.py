"""segsite: landing pages and e-mails for a tree of audiences, held to one brand."""

from __future__ import annotations


def __getattr__(name: str) -> str:
    # looked up when asked for: reading a package's metadata takes longer than many a command
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - see above

        try:
            return version("segsite")
        except PackageNotFoundError:
            return "unknown"  # run from a checkout that is not installed
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
