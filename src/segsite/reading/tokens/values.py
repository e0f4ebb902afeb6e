"""The values of tokens, read by their type: every reference followed, every part in the form the format gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segsite.diagnostics import Broken, did_you_mean
from segsite.model.color_spaces import SPACES
from segsite.model.css import TYPES, WEIGHTS
from segsite.model.values import Mapping, Scalar, Sequence
from segsite.rulebook import tokens as rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Mapping as MappingType

    from segsite.model.values import Plain, Value
    from segsite.reading.tokens.references import References

_COLOR = 'Write {"colorSpace": "srgb", "components": [0.1, 0.2, 0.3]}.'
_STROKES = ("solid", "dashed", "dotted", "double", "groove", "ridge", "outset", "inset")
_BORDER = {"color": "color", "width": "dimension", "style": "strokeStyle"}
_TRANSITION = {"duration": "duration", "delay": "duration", "timingFunction": "cubicBezier"}
_LENGTHS = dict.fromkeys(("offsetX", "offsetY", "blur", "spread"), "dimension")
_STOP = {"color": "color", "position": "number"}
_TYPOGRAPHY = {
    "fontFamily": "fontFamily",
    "fontSize": "dimension",
    "fontWeight": "fontWeight",
    "letterSpacing": "dimension",
    "lineHeight": "number",
}
_ROUNDING = 2 / 255
"""How far the short form of a colour may be from its components, which people round."""


class Reader:
    """Reads values in one context.

    Args:
        references: Follows references in that context.
    """

    def __init__(self, references: References) -> None:
        self._references = references
        self._readers: dict[str, Callable[[Value], Plain]] = {
            "color": self._color,
            "dimension": lambda value: self._measure(value, ("px", "rem")),
            "fontFamily": self._family,
            "fontWeight": self._weight,
            "duration": lambda value: self._measure(value, ("ms", "s")),
            "cubicBezier": self._bezier,
            "number": self._number,
            "strokeStyle": self._stroke,
            "border": lambda value: self._parts(value, _BORDER),
            "transition": lambda value: self._parts(value, _TRANSITION),
            "shadow": self._shadow,
            "gradient": self._gradient,
            "typography": lambda value: self._parts(value, _TYPOGRAPHY),
            "shadow layer": self._layer,
            "text": self._text,
            "flag": self._flag,
        }

    def read(self, kind: str, value: Value) -> Plain:
        """A value of a type, or of a part of one, with its references resolved.

        Raises:
            Broken: If it is not of the type; the finding is at the part that is wrong.
        """
        return self._readers[kind](self._end(kind, value))

    def _end(self, kind: str | None, value: Value) -> Value:
        expected = "shadow" if kind == "shadow layer" else kind if kind in TYPES else None
        return self._references.end(value, expected)

    # -- what values are made of -------------------------------------------------------------------------------

    def _number(self, value: Value) -> int | float:
        found = value.value if isinstance(value, Scalar) else None
        if isinstance(found, bool) or not isinstance(found, int | float) or abs(found) > 1e9:
            raise _wrong(value, "A number belongs here.")
        return found

    def _text(self, value: Value) -> str:
        if not isinstance(value, Scalar) or not isinstance(value.value, str):
            raise _wrong(value, "A text belongs here.")
        return value.value

    def _flag(self, value: Value) -> bool:
        if not isinstance(value, Scalar) or not isinstance(value.value, bool):
            raise _wrong(value, "This is true or false.")
        return value.value

    def _word(self, value: Value, known: Iterable[str], what: str) -> str:
        said = self._text(self._end(None, value))
        names = list(known)
        if said not in names:
            raise _wrong(value, f"`{said}` is not {what}.", did_you_mean(said, names))
        return said

    def _parts(
        self, value: Value, kinds: MappingType[str, str], optional: MappingType[str, str] | None = None, hint: str = ""
    ) -> dict[str, Plain]:
        parts = self._entries(value, kinds, optional or {}, hint)
        return {name: self.read({**kinds, **(optional or {})}[name], part) for name, part in parts.items()}

    def _entries(self, value: Value, needed: Iterable[str], more: Iterable[str], hint: str = "") -> dict[str, Value]:
        """The parts of a value that is a map: all that are needed, and nothing unknown."""
        names = list(needed)
        hint = hint or "Write {" + ", ".join(f'"{name}": …' for name in names) + "}."
        if not isinstance(value, Mapping):
            raise _wrong(value, f"This takes {_listed(names)}.", hint)
        for key, entry in value.entries.items():
            if key not in {*names, *more}:
                message = f"`{key}` is not a part of this value."
                raise Broken(rules.TOKEN_VALUE.at(entry.key_place, message, did_you_mean(key, [*names, *more])))
        missing = [name for name in names if name not in value.entries]
        if missing:
            raise _wrong(value, f"{_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing.", hint)
        return {key: entry.value for key, entry in value.entries.items()}

    def _items(self, value: Value, message: str, length: int | None = None) -> tuple[Value, ...]:
        if not isinstance(value, Sequence) or not value.items or len(value.items) != (length or len(value.items)):
            raise _wrong(value, message)
        return value.items

    def _between(self, value: Value, least: float, most: float) -> float:
        number = self._number(self._end(None, value))
        if not least <= number <= most:
            raise _wrong(value, f"{value.place.text} is not from {least:g} to {most:g}.")
        return number

    # -- types -------------------------------------------------------------------------------------------------

    def _measure(self, value: Value, units: tuple[str, ...]) -> Plain:
        hint = f'Write {{"value": 1, "unit": "{units[0]}"}}; the unit is {" or ".join(units)}.'
        parts = self._entries(value, ("value", "unit"), (), hint)
        return {"value": self.read("number", parts["value"]), "unit": self._unit(parts["unit"], units, hint)}

    def _unit(self, value: Value, units: tuple[str, ...], hint: str) -> str:
        said = self._text(self._end(None, value))
        if said not in units:
            raise _wrong(value, f"`{said}` is not a unit here.", hint)
        return said

    def _color(self, value: Value) -> Plain:
        parts = self._entries(value, ("colorSpace", "components"), ("alpha", "hex"), _COLOR)
        space = self._word(parts["colorSpace"], SPACES, "a colour space")
        color: dict[str, Any] = {"colorSpace": space, "components": self._components(parts["components"], space)}
        if "alpha" in parts:
            color["alpha"] = self._between(parts["alpha"], 0, 1)
        if "hex" in parts:
            color["hex"] = self._hex(parts["hex"], color)
        return color

    def _components(self, value: Value, space: str) -> list[Plain]:
        listed = self._end(None, value)
        items = self._items(listed, f"A colour in `{space}` has a list of three components.", 3)
        return [self._component(item, *limits) for item, limits in zip(items, SPACES[space], strict=True)]

    def _component(self, value: Value, least: float, most: float) -> Plain:
        found = self._end(None, value)
        if isinstance(found, Scalar) and found.value == "none":
            return "none"
        number = self._between(found, least, most)
        if number == most == 360:
            raise _wrong(value, "A hue is less than 360.", "Write 0, which is the same hue.")
        return number

    def _hex(self, value: Value, color: dict[str, Any]) -> str:
        said = self._text(self._end(None, value))
        digits = said.removeprefix("#")
        if len(said) != 7 or len(digits) != 6 or not set(digits.lower()) <= set("0123456789abcdef"):
            raise _wrong(value, f"`{said}` is not a colour in six digits.", 'Write it as "#14342a".')
        if color["colorSpace"] == "srgb" and not _is_near(digits, color["components"]):
            message = f"`{said}` is not the colour that the components say."
            raise _wrong(value, message, "Correct one of them, or leave `hex` out.")
        return said

    def _family(self, value: Value) -> Plain:
        if isinstance(value, Sequence):
            return [self._name(item) for item in self._items(value, "A list of fonts has at least one name.")]
        return self._name(value)

    def _name(self, value: Value) -> str:
        found = self._end(None, value)
        name = found.value if isinstance(found, Scalar) else None
        if not isinstance(name, str) or not name or set(name) & set('"\\;{}<>\n'):
            message = "A font is a name, or a list of names."
            raise _wrong(value, message, 'Write it as "Georgia", or as ["Georgia", "serif"].')
        return name

    def _weight(self, value: Value) -> Plain:
        found = value.value if isinstance(value, Scalar) else None
        if isinstance(found, str) and found in WEIGHTS:
            return found
        if isinstance(found, bool) or not isinstance(found, int | float) or not 1 <= found <= 1000:
            hint = did_you_mean(found, WEIGHTS) if isinstance(found, str) else ""
            raise _wrong(value, "A font weight is a number from 1 to 1000, or a name such as `bold`.", hint)
        return found

    def _bezier(self, value: Value) -> Plain:
        items = self._items(value, "A curve is a list of four numbers.", 4)
        return [
            self._between(item, 0, 1) if at % 2 == 0 else self._number(self._end(None, item))
            for at, item in enumerate(items)
        ]

    def _stroke(self, value: Value) -> Plain:
        if isinstance(value, Scalar):
            return self._word(value, _STROKES, "a style of strokes")
        parts = self._entries(value, ("dashArray", "lineCap"), ())
        dashes = self._items(self._end(None, parts["dashArray"]), "A dash pattern is a list of dimensions.")
        cap = self._word(parts["lineCap"], ("round", "butt", "square"), "the end of a line")
        return {"dashArray": [self.read("dimension", dash) for dash in dashes], "lineCap": cap}

    def _shadow(self, value: Value) -> Plain:
        if isinstance(value, Sequence):
            layers = self._items(value, "A list of shadows has at least one.")
            return [self.read("shadow layer", layer) for layer in layers]
        return self._layer(value)

    def _layer(self, value: Value) -> Plain:
        return self._parts(value, {"color": "color", **_LENGTHS}, {"inset": "flag"})

    def _gradient(self, value: Value) -> Plain:
        stops = self._items(value, "A gradient is a list of stops.")
        return [self._parts(self._end(None, stop), _STOP) for stop in stops]


def _wrong(value: Value, message: str, hint: str = "") -> Broken:
    return Broken(rules.TOKEN_VALUE.at(value.place, message, hint))


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]


def _is_near(digits: str, components: list[Plain]) -> bool:
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    return all(
        not isinstance(said, int | float) or abs(said - channel) <= _ROUNDING
        for said, channel in zip(components, channels, strict=True)
    )
