"""Writes the generated pages of docs/reference/ from the code, so that they cannot say anything else.

    python docs/generate.py              writes the reference pages
    python docs/generate.py examples     also runs every console example of README.md and docs/, and writes down
                                         what really came of it

What stands above the mark in a generated page is written by hand, and stays.
"""

# ruff: noqa: INP001, T201 - a folder of documents, not a package; and a script that says what it did

from __future__ import annotations

import sys
import tempfile
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from examples import DOCUMENTS, played
from platform_tables import platforms_page

from segsite.cli.app import COMMANDS, app
from segsite.diagnostics import Findings
from segsite.model.schemas import schemas
from segsite.reading import read_site
from segsite.rulebook import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from segsite.diagnostics import Rule
    from segsite.model.component import Contract, Limits, Option
    from segsite.model.site import Component, Site

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
MARK = "<!-- What follows is written by docs/generate.py. -->"

_FILES = {
    "segsite": "segsite.yaml",
    "segment": "segment.yaml",
    "page": "A page's front matter",
    "email": "An e-mail's front matter",
    "block": "A block's front matter",
    "brand": "brand/brand.yaml",
    "facts": "brand/facts.yaml",
    "claims": "brand/claims.yaml",
    "recipients": "brand/recipients.yaml",
    "waivers": "brand/waivers.yaml",
    "theme": "theme.yaml",
    "component": "component.yaml",
    "platform": "brand/platforms/NAME.yaml",
}
_KINDS = {"string": "text", "number": "number", "integer": "whole number", "boolean": "true or false", "object": "map"}


def pages() -> dict[str, str]:
    """Every generated page by its name in docs/reference/, head and all."""
    bodies = {
        "files.md": _files(),
        "commands.md": _commands(),
        "rules.md": _rules(),
        "components.md": _components(),
        "platforms.md": platforms_page(sample().platforms),
    }
    return {name: f"{_head(name)}{MARK}\n\n{body.strip()}\n" for name, body in bodies.items()}


def _head(name: str) -> str:
    written = (REFERENCE / name).read_text("utf-8")
    head, mark, _ = written.partition(MARK)
    if not mark:
        raise SystemExit(f"docs/reference/{name} has lost its mark: {MARK}")
    return head


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines
    )


def _fenced(text: str, language: str = "") -> str:
    fence = "~~~~" if "```" in text else "```"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


# -- files.md --------------------------------------------------------------------------------------------------


def _files() -> str:
    known = schemas()
    parts = []
    for kind, title in _FILES.items():
        schema = known[kind]
        definitions = schema.get("$defs", {})
        model: Mapping[str, Any] = schema
        prefix = ""
        if "items" in schema:  # a list of models
            model = _resolved(schema["items"], definitions)
        elif "properties" not in schema:  # a map of names to models
            model, prefix = _resolved(schema["additionalProperties"], definitions), "NAME."
        table = _table(("key", "takes", ""), _rows(model, definitions, prefix))
        parts += [f"## {title}", schema.get("description", ""), table]
    return "\n\n".join(parts)


def _rows(model: Mapping[str, Any], definitions: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, ...]]:
    properties = model["properties"]
    for name, schema in properties.items():
        if name.endswith("+"):
            continue
        takes = _takes(schema, definitions)
        if f"{name}+" in properties:
            takes += f"; `{name}+` adds"
        if name in model.get("required", ()):
            takes += ", required"
        default = _shown(schema.get("default"))
        described = schema.get("description") or _resolved(schema, definitions).get("description", "")
        yield f"`{prefix}{name}`", takes, described + (f" Default: `{default}`." if default else "")
        inner, step = _inside(schema, definitions)
        if inner is not None:
            yield from _rows(inner, definitions, f"{prefix}{name}.{step}")


def _resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema with its reference followed, and null as an alternative forgotten."""
    for option in schema.get("anyOf", ()):
        if option.get("type") != "null":
            return _resolved(option, definitions)
    reference = schema.get("$ref")
    if reference is None and len(schema.get("allOf", ())) == 1:
        reference = schema["allOf"][0].get("$ref")
    found: Mapping[str, Any] = definitions[reference.rpartition("/")[2]] if reference is not None else schema
    return found


def _inside(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, str]:
    """The model inside a value, and the step that leads there: a list's place, a map's name."""
    found = _resolved(schema, definitions)
    step = ""
    if "items" in found:
        found, step = _resolved(found["items"], definitions), "N."
    elif isinstance(found.get("additionalProperties"), dict) and "properties" not in found:
        found, step = _resolved(found["additionalProperties"], definitions), "NAME."
    return (found, step) if "properties" in found else (None, "")


def _takes(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    options = [option for option in schema.get("anyOf", ()) if option.get("type") != "null"]
    if len(options) > 1:
        names = dict.fromkeys(_takes(option, definitions) for option in options)
        return " or ".join(name for name in names if not (name == "whole number" and "number" in names))
    found = _resolved(schema, definitions)
    if "enum" in found:
        return " or ".join(f"`{word}`" for word in found["enum"] if word is not None)
    if found.get("format") == "date":
        return "date, such as 2027-06-30"
    if "items" in found:
        inner = _takes(found["items"], definitions)
        return f"list of {inner}s" if inner in {"text", "map"} else f"list of {inner}"
    kinds = found.get("type", "anything")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    return _KINDS.get(kind, kind)


def _shown(value: object) -> str:
    if value in (None, "", [], {}) or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


# -- commands.md -----------------------------------------------------------------------------------------------


def _commands() -> str:
    return "\n\n".join(_command(name, command) for name, command in commands().items())


def commands() -> dict[str, Any]:
    """Every command by the words that call it, such as `new segment`."""
    group: Any = typer.main.get_command(app)
    found: dict[str, Any] = {}
    for name in group.list_commands(None):
        command = group.commands[name]
        inner = getattr(command, "commands", None)
        found |= {f"{name} {one}": inner[one] for one in inner} if inner else {name: command}
    wanted = [one.info.name if isinstance(one, typer.Typer) else one.__name__.partition("_")[0] for one in COMMANDS]
    return dict(sorted(found.items(), key=lambda pair: wanted.index(pair[0].partition(" ")[0])))


def _command(name: str, command: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option"]
    usage = " ".join(["segsite", name, *map(_argument, arguments), *(["[OPTIONS]"] if options else [])])
    rows = [(f"`{_argument(param)}`", param.help or "") for param in arguments]
    rows += [(f"`{_option(param)}`", _described(param)) for param in options]
    return "\n\n".join([f"## {name}", _fenced(usage, "text"), command.help, _table(("", ""), rows)])


def _argument(param: Any) -> str:
    name = param.metavar.strip("[]")
    return str(name) if param.required else f"[{name}]"


def _option(param: Any) -> str:
    named = " / ".join([param.opts[0], *param.secondary_opts])
    return f"{named} {param.metavar}" if param.metavar else named


def _described(param: Any) -> str:
    default = getattr(param.default, "value", param.default)
    said = not param.show_default or default in (None, False)
    return str(param.help) + ("" if said else f" Default: {default}.")


# -- rules.md --------------------------------------------------------------------------------------------------


def _rules() -> str:
    every = sorted(RULES.values(), key=lambda rule: rule.name)
    parts = []
    for family, rules in groupby(every, key=lambda rule: rule.name.partition("/")[0]):
        parts += [f"## {family}", *map(_rule, rules)]
    return "\n\n".join(parts)


def _rule(rule: Rule) -> str:
    examples = [
        f"{label}:\n\n{_fenced(text, 'text')}" for label, text in (("Wrong", rule.wrong), ("Right", rule.right)) if text
    ]
    told = f"**Severity:** {rule.severity}  \n**Why:** {rule.why}  \n**Mend:** {rule.mend}"
    return "\n\n".join([f"### {rule.name}", rule.holds, told, *examples])


# -- components.md ---------------------------------------------------------------------------------------------


def sample() -> Site:
    """The sample site."""
    site = read_site(ROOT, Findings())
    if site is None:
        raise SystemExit("The sample site cannot be read; `segsite check` says why.")
    return site


def components() -> Mapping[str, Component]:
    """The components of the sample site's theme."""
    return sample().theme.components


def _components() -> str:
    return "\n\n".join(_component(name, one.contract) for name, one in components().items())


def _component(name: str, contract: Contract) -> str:
    channels = " and ".join({"web": "pages", "email": "e-mails"}[channel] for channel in contract.channels)
    body = {"prose": "running text", "items": "items, each below a line `### Title`", "none": "none"}[contract.body]
    needed = ", required" if contract.required and contract.body != "none" else ""
    parts = [f"## {name}", contract.description, f"On {channels}. Its Markdown: {body}{needed}."]
    for title, options in (("option", contract.options), ("option of an item", contract.item_options)):
        if options:
            parts.append(_table((title, "takes", ""), [_contract_option(*pair) for pair in options.items()]))
    limits = ", ".join(_limits(contract.limits, items=contract.body == "items"))
    if limits:
        parts.append(f"At most: {limits}.")
    if contract.example:
        parts.append(_fenced(contract.example, "markdown"))
    return "\n\n".join(parts)


def _contract_option(name: str, option: Option) -> tuple[str, str, str]:
    takes = " or ".join(f"`{choice}`" for choice in option.choices) or str(option.type)
    if option.max is not None:
        takes += f", at most {option.max} {'entries' if option.type == 'list' else 'characters'}"
    if option.required:
        takes += ", required"
    default = _shown(option.default)
    return f"`{name}`", takes, option.description + (f" Default: `{default}`." if default else "")


def _limits(limits: Limits, *, items: bool) -> Iterator[str]:
    if limits.heading is not None:
        yield f"{limits.heading} characters of heading"
    if limits.body is not None:
        yield f"{limits.body} characters of {'introduction' if items else 'text'}"
    if items and limits.items.max is not None:
        yield f"{limits.items.max} items (and at least {limits.items.min})"
    if items and limits.item_title is not None:
        yield f"{limits.item_title} characters of an item's title"
    if items and limits.item_body is not None:
        yield f"{limits.item_body} characters of an item's text"


# -- writing ---------------------------------------------------------------------------------------------------


def main() -> None:
    """Write what is not current, and say so."""
    wanted = {REFERENCE / name: text for name, text in pages().items()}
    if "examples" in sys.argv[1:]:
        for document in DOCUMENTS:
            with tempfile.TemporaryDirectory() as folder:
                wanted[document] = played(document.read_text("utf-8"), Path(folder))
    for path, text in wanted.items():
        if path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")
            print(f"Wrote {path.relative_to(ROOT).as_posix()}")


if __name__ == "__main__":
    main()
