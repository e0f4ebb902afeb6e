"""`brand/tokens.dark.json`: tokens again, with what they are worth in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, did_you_mean
from segsite.model.values import Scalar
from segsite.reading.tokens.groups import Groups
from segsite.rulebook import tokens as rules

if TYPE_CHECKING:
    from segsite.diagnostics import Findings
    from segsite.model.values import Mapping, Value
    from segsite.reading.tokens.groups import Declared, Path


def dark_values(dark: Mapping, groups: Groups, findings: Findings) -> dict[Path, Value]:
    """The values of a file for dark, by the path of the token; tokens that are only there go to `findings`."""
    values: dict[Path, Value] = {}
    known = [token.dotted for token in groups.tokens(findings)] if dark.entries else []
    for token in Groups(dark, {}).tokens(findings):
        place = token.written.place
        light = _counterpart(token, groups)
        if light is None:
            message = f"There is no token `{token.dotted}` for light."
            findings.add(rules.TOKEN_REFERENCE.at(place, message, did_you_mean(token.dotted, known)))
        elif _differ(light, token):
            message = f"`{token.dotted}` has another type for light."
            findings.add(rules.TOKEN_TYPE.at(place, message, "Remove the `$type` here; the one for light holds."))
        else:
            values[token.path] = token.value
    return values


def _counterpart(token: Declared, groups: Groups) -> Declared | None:
    try:
        return groups.token(token.path)
    except Broken:  # which is told where the tokens for light are read
        return None


def _differ(light: Declared, dark: Declared) -> bool:
    said = [token.written.get("$type") or token.group_type for token in (light, dark)]
    types = {scalar.value for scalar in said if isinstance(scalar, Scalar)}
    return len(types) > 1


def for_accent(values: dict[Path, Value], replaced: Path, accent: Path) -> dict[Path, Value]:
    """The values for dark where the tokens of an accent take the place of those they replace."""
    kept = {path: value for path, value in values.items() if path[: len(replaced)] != replaced}
    own = {(*replaced, *path[len(accent) :]): value for path, value in values.items() if path[: len(accent)] == accent}
    return {**kept, **own}
