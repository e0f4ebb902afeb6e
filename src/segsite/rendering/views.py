"""What templates and expressions see: read-only views that know their names and where their texts come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import Undefined, UndefinedError
from jinja2.utils import missing

from segsite.diagnostics import did_you_mean, nearest
from segsite.model.values import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from segsite.diagnostics import Place
    from segsite.rendering.filled import Filled

    Words = Callable[[Scalar], str]
    """How a text with expressions is filled."""


class UndefinedName(UndefinedError):  # noqa: N818 - named as what it is, beside jinja2's own
    """A name has no value; happens when it is mistyped, or not given for this segment."""

    def __init__(self, message: str, hint: str = "", *, root: str = "") -> None:
        super().__init__(message)
        self.hint, self.root = hint, root


class Refused(UndefinedError):  # noqa: N818 - as above
    """A name exists but may not be used here; carries the name of the rule that says so."""

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.rule, self.hint = rule, hint


class Missing(Undefined):
    """The absence of a value. False in a condition if the name is a known one; printing it is an error."""

    __slots__ = ()

    @property
    def _optional(self) -> bool:
        owner = self._undefined_obj
        return isinstance(owner, View) and owner.may_lack(str(self._undefined_name))

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        owner, name = self._undefined_obj, str(self._undefined_name)
        if isinstance(owner, View):
            raise owner.undefined(name)
        if owner is missing:
            raise UndefinedName(f"`{name}` is not a known name.", root=name)
        raise UndefinedName(f"A {_kind(owner)} has no part `{name}`.")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._optional:
            owner = self._undefined_obj
            return type(self)(obj=Nothing(f"{owner.label}.{self._undefined_name}"), name=name)
        return self._fail_with_undefined_error()

    def __bool__(self) -> bool:
        return False if self._optional else self._fail_with_undefined_error()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Missing) if self._optional else self._fail_with_undefined_error()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __iter__(self) -> Iterator[Any]:
        return iter(()) if self._optional else self._fail_with_undefined_error()

    def __len__(self) -> int:
        return 0 if self._optional else self._fail_with_undefined_error()

    __hash__ = Undefined.__hash__
    __str__ = __contains__ = _fail_with_undefined_error  # each only ever raises


class Worded(str):
    """A text that knows the place it is written at, and if it was filled, where each stretch of it is written."""

    __slots__ = ("filled", "place")
    place: Place
    filled: Filled | None

    @classmethod
    def at(cls, text: str, place: Place, filled: Filled | None = None) -> Worded:
        """The text, written at a place."""
        worded = cls(text)
        worded.place, worded.filled = place, filled
        return worded


class Joined(str):
    """A text made of several, each of which may know its place."""

    __slots__ = ("pieces",)
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, pieces: Iterable[str]) -> Joined:
        """The texts one after the other."""
        flat = [one for piece in pieces for one in (piece.pieces if isinstance(piece, Joined) else (piece,))]
        joined = cls("".join(flat))
        joined.pieces = tuple(flat)
        return joined


class View:
    """A read-only map with named values; `label` is how an expression reaches it. This one is empty.

    Templates reach its values as `view.name` by way of their environments, which ask for the item: a value may be
    called what a method here is called.
    """

    __slots__ = ("_label",)

    def __init__(self, label: str) -> None:
        self._label = label

    @property
    def label(self) -> str:
        """How an expression reaches it, such as `message`."""
        return self._label

    def names(self) -> Iterable[str]:
        """The names that have a value here."""
        return ()

    def value(self, name: str) -> Any:
        """The value of a name; raises KeyError if it has none."""
        raise KeyError(name)

    def may_lack(self, name: str) -> bool:
        """Whether a name without a value is a known one all the same."""
        return False

    def undefined(self, name: str) -> UndefinedName:
        """The error for a name that has no value."""
        full = f"{self._label}.{name}" if self._label else name
        if self.may_lack(name):
            near = nearest(name, set(self.names()) - {name})
            hint = f"Did you mean `{full.removesuffix(name)}{near}`? If not, give" if near is not None else "Give"
            return UndefinedName(f"`{full}` has no value here.", f"{hint} it one, or a fallback: `| default('…')`.")
        return UndefinedName(f"`{full}` is not a known name.", did_you_mean(name, self.names()))

    def __getitem__(self, name: str) -> Any:
        try:
            return self.value(name)
        except KeyError:
            if not self.may_lack(name):
                raise self.undefined(name) from None
            return Missing(obj=self, name=name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def __contains__(self, name: object) -> bool:
        return name in set(self.names())

    def __len__(self) -> int:
        return len(list(self.names()))


class Nothing(View):
    """A map that is not there: everything in it is missing."""

    __slots__ = ()

    def may_lack(self, name: str) -> bool:
        """Any name."""
        return True


class Record(View):
    """Named values given by the program; those that are functions are worked out when asked for."""

    __slots__ = ("_known", "_values")

    def __init__(self, label: str, values: MappingType[str, Any], known: Iterable[str] = ()) -> None:
        super().__init__(label)
        self._values, self._known = values, frozenset(known)

    def names(self) -> Iterable[str]:
        """The names given."""
        return self._values

    def value(self, name: str) -> Any:
        """The value, worked out if it is a function."""
        value = self._values[name]
        return value() if callable(value) and not isinstance(value, str) else value

    def may_lack(self, name: str) -> bool:
        """A name that the model knows, though nothing gives it."""
        return name in self._known


class Written(View):
    """A map as written, its texts filled when they are asked for."""

    __slots__ = ("_known", "_mapping", "_words")

    def __init__(self, label: str, mapping: Mapping, words: Words, known: Iterable[str] | None = None) -> None:
        super().__init__(label)
        self._mapping, self._words = mapping, words
        self._known = frozenset(known) if known is not None else None

    def names(self) -> Iterable[str]:
        """The keys written, and the keys its model knows."""
        return {**self._mapping.entries, **dict.fromkeys(self._known or ())}

    def value(self, name: str) -> Any:
        """The value written under a key."""
        return view(self._mapping.entries[name].value, f"{self._label}.{name}", self._words)

    def may_lack(self, name: str) -> bool:
        """Any name where the map is free of form, else those its model knows."""
        return self._known is None or name in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._mapping.entries)

    def __len__(self) -> int:
        return len(self._mapping.entries)


def view(value: Value, label: str, words: Words) -> Any:
    """A written value as templates see it."""
    if isinstance(value, Mapping):
        return Written(label, value, words)
    if isinstance(value, Sequence):
        return tuple(view(item, f"{label}.{at}", words) for at, item in enumerate(value.items))
    if isinstance(value.value, str):
        text = words(value)
        return text if isinstance(text, Worded) and text.place is value.place else Worded.at(text, value.place)
    return _as_written(value)


class WrittenInt(int):
    """A whole number that prints as it is written: the postcode 01067."""

    raw: str

    def __str__(self) -> str:
        return self.raw


class WrittenFloat(float):
    """A number that prints as it is written: the price 1.10."""

    __slots__ = ("raw",)
    raw: str

    def __str__(self) -> str:
        return self.raw


def _as_written(scalar: Scalar) -> Any:
    """A number, truth value or null; a number remembers how it is written, where Python would write it otherwise."""
    value, raw = scalar.value, scalar.place.text
    if isinstance(value, bool) or not isinstance(value, int | float) or str(value) == raw or not raw:
        return value
    number: WrittenInt | WrittenFloat = WrittenInt(value) if isinstance(value, int) else WrittenFloat(value)
    number.raw = raw
    return number


def _kind(value: object) -> str:
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, tuple | list) else type(value).__name__
