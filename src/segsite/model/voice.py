"""Voice rules in Vale's format, as written and validated: https://vale.sh/docs/topics/styles/.

As in Vale, one value may stand where a list belongs, and a number or a truth value may be written as text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema

from segsite.diagnostics import Severity
from segsite.model.written import Written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.diagnostics import Place

_TRUE = frozenset({"1", "t", "T", "TRUE", "true", "True"})
_FALSE = frozenset({"0", "f", "F", "FALSE", "false", "False", ""})


def _text(value: Any) -> Any:
    return "" if value is None else value


def _list(value: Any) -> Any:
    if value is None:
        return []
    if isinstance(value, list):
        return value
    return [str(value).lower() if isinstance(value, bool) else str(value)] if _is_scalar(value) else value


def _is_scalar(value: Any) -> bool:
    return isinstance(value, str | int | float)


def _map(value: Any) -> Any:
    return {} if value is None else value


def _flag(value: Any) -> Any:
    if value is None or str(value) in _FALSE:
        return False
    return True if str(value) in _TRUE else value


def _number(value: Any) -> Any:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return value
    return int(number) if number.is_integer() and not isinstance(value, float) else number


def _severity(value: Any) -> Any:
    if isinstance(value, str) and value.upper() in Severity.__members__:
        return Severity[value.upper()]
    raise ValueError("it is suggestion, warning or error")


def _no_code(value: Any) -> Any:
    if value:
        raise ValueError("Vale has given it up; write `scope: raw` instead")
    return value


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[list[Text], BeforeValidator(_list)]
Pairs = Annotated[dict[str, Text], BeforeValidator(_map)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Count = Annotated[int, BeforeValidator(_number)]
Number = Annotated[float, BeforeValidator(_number)]
SeverityName = Annotated[
    Severity,
    BeforeValidator(_severity),
    WithJsonSchema({"type": "string", "enum": [str(severity) for severity in Severity]}),
]


class Action(Written):
    """What mends a breach."""

    name: Text = ""
    """`replace`, `remove`, `edit`, `convert` or `suggest`."""
    params: Texts = Field(default_factory=list)
    """What it needs: for `replace` the texts to choose from, for `edit` a kind of edit and its values."""


class RuleFile(Written):
    """What every voice rule says, whatever it extends."""

    extends: str
    """What kind of rule it is: `existence`, `substitution`, `occurrence`, `repetition`, `consistency`, `conditional`,
    `capitalization`, `metric` or `readability`."""
    message: Text
    """What a finding says; `%s` stands for the words found."""
    level: SeverityName = Severity.WARNING
    """suggestion, warning or error; brand.yaml can set another."""
    scope: Texts = Field(default_factory=lambda: ["text"])
    """Which words it judges: `text`, `sentence`, `paragraph`, `heading`, `list`, `title`, `subject`, `cta` …"""
    link: Text = ""
    """Where to read more."""
    description: Text = ""
    """What it holds, for `segsite rule`."""
    limit: Count = 0
    """At most so many findings in one text; 0: all."""
    action: Action = Action()
    """What mends a breach."""
    name: Text = ""
    """Ignored: a rule is named after its file."""
    code: Annotated[Flag, AfterValidator(_no_code)] = False
    """No longer used."""


class ExceptingFile(RuleFile):
    """What rules say that know exceptions."""

    exceptions: Texts = Field(default_factory=list)
    """Patterns of words that are no breach."""
    vocab: Flag = True
    """Whether words that a vocabulary accepts are no breach."""


class ExistenceFile(ExceptingFile):
    """Words that must not be there."""

    tokens: Texts = Field(default_factory=list)
    """Patterns of whole words."""
    raw: Texts = Field(default_factory=list)
    """Pieces of one pattern, joined as they are."""
    nonword: Flag = False
    """Whether tokens may begin and end inside words."""
    ignorecase: Flag = False
    """Whether capitals make no difference."""
    append: Flag = False
    """Whether `raw` comes after the tokens, not before."""


class SubstitutionFile(ExceptingFile):
    """Words that have a better one."""

    swap: Pairs = Field(default_factory=dict)
    """The better words by the pattern of those they stand in for; `|` separates several."""
    nonword: Flag = False
    """Whether the patterns may begin and end inside words."""
    ignorecase: Flag = False
    """Whether capitals make no difference."""
    capitalize: Flag = False
    """Whether the better word gets a capital where the found one has it."""
    pos: Text = ""
    """Ignored; segsite knows no parts of speech."""


class OccurrenceFile(RuleFile):
    """How often something may be there."""

    token: Text = ""
    """The pattern to count."""
    max: Count = 0
    """At most so often; 0: as often as one likes."""
    min: Count = 0
    """At least so often."""
    ignorecase: Flag = False
    """Whether capitals make no difference."""


class RepetitionFile(ExceptingFile):
    """Words that must not be said twice in a row."""

    tokens: Texts = Field(default_factory=list)
    """Patterns of what must not repeat itself."""
    max: Count = 0
    """So many repetitions are allowed."""
    alpha: Flag = False
    """Whether only words made of letters count."""
    ignorecase: Flag = False
    """Whether capitals make no difference."""


class ConsistencyFile(RuleFile):
    """Two ways to say the same, of which a touchpoint keeps to one."""

    model_config = ConfigDict(extra="ignore")

    either: Pairs = Field(default_factory=dict)
    """Pairs of patterns, of which only one of each may be used."""
    nonword: Flag = False
    """Whether the patterns may begin and end inside words."""
    ignorecase: Flag = False
    """Whether capitals make no difference."""


class ConditionalFile(ExceptingFile):
    """What may only be said once something else has been, such as an acronym's full form."""

    first: Text = ""
    """The pattern of what needs the other."""
    second: Text = ""
    """The pattern of what must be there; its group is compared with what `first` finds."""
    ignorecase: Flag = True
    """Ignored, as Vale does."""


class CapitalizationFile(ExceptingFile):
    """Which words begin with a capital."""

    match: Text = ""
    """`$title`, `$sentence`, `$lower`, `$upper`, or a pattern that the text must match."""
    style: Text = "AP"
    """For `$title`: `AP` or `Chicago`."""
    indicators: Texts = Field(default_factory=list)
    """For `$sentence`: endings after which a word may begin with a capital, such as `:`."""
    threshold: Number = 0.8
    """The part of the words that must be right."""
    prefix: Text = ""
    """For `$sentence`: a pattern of what may stand before the text proper, such as a number."""


class MetricFile(RuleFile):
    """A number worked out of a touchpoint's running text."""

    formula: Text = ""
    """How it is worked out of `words`, `sentences`, `characters`, `syllables`, `long_words` …"""
    condition: Text = ""
    """What is a breach: `> 10`."""


class ReadabilityFile(RuleFile):
    """The grade at which a touchpoint's running text reads."""

    metrics: Texts = Field(default_factory=lambda: ["Flesch-Kincaid"])
    """`Flesch-Kincaid`, `Gunning Fog`, `Coleman-Liau`, `SMOG`, `Automated Readability`; their mean counts."""
    grade: Number = 0.0
    """The highest grade allowed."""


POINTS: dict[str, type[RuleFile]] = {
    "existence": ExistenceFile,
    "substitution": SubstitutionFile,
    "occurrence": OccurrenceFile,
    "repetition": RepetitionFile,
    "consistency": ConsistencyFile,
    "conditional": ConditionalFile,
    "capitalization": CapitalizationFile,
    "metric": MetricFile,
    "readability": ReadabilityFile,
}
"""What a rule can extend, and what such a rule says."""

UNSUPPORTED = frozenset({"spelling", "sequence", "script"})
"""What a rule can extend in Vale but not here."""


@dataclass(frozen=True, eq=False, slots=True)
class VoiceRule:
    """A voice rule: its name, such as `Halfday.Jargon`, what its file says, and the file's place."""

    name: str
    file: RuleFile
    place: Place

    @property
    def style(self) -> str:
        """The style it belongs to."""
        return self.name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a vocabulary, a pattern, with its place."""

    pattern: str
    place: Place


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that are right and words that are wrong, whatever the rules say."""

    accept: tuple[Term, ...] = ()
    reject: tuple[Term, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Voice:
    """Everything in `brand/voice/`.

    Attributes:
        styles: The rules of each style.
        vocabularies: By name.
        unsupported: What rules extend that cannot be held, each with its place.
    """

    styles: Mapping[str, tuple[VoiceRule, ...]] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    unsupported: tuple[tuple[str, Place], ...] = ()
