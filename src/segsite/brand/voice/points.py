"""What each voice rule becomes: the point that its file extends, with the words that are right anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.voice.capitalization import Capitalization
from segsite.brand.voice.counting import Occurrence, Repetition
from segsite.brand.voice.exceptions import exceptions
from segsite.brand.voice.existence import Existence
from segsite.brand.voice.readings import Reading, reading
from segsite.brand.voice.substitution import Substitution
from segsite.brand.voice.wide import Conditional, Consistency, Wide
from segsite.model.voice import (
    CapitalizationFile,
    ConditionalFile,
    ConsistencyFile,
    ExceptingFile,
    ExistenceFile,
    MetricFile,
    OccurrenceFile,
    ReadabilityFile,
    RepetitionFile,
    SubstitutionFile,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segsite.brand.voice.exceptions import Exceptions
    from segsite.brand.voice.found import Point
    from segsite.model.voice import RuleFile


def point_of(file: RuleFile, accepted: Sequence[str]) -> Point | Wide | Reading | None:
    """The point of a rule.

    Args:
        file: The rule.
        accepted: Patterns of words that vocabularies accept.

    Returns:
        What judges texts, or None if the rule cannot.
    """
    match file:
        case OccurrenceFile():
            return Occurrence(file)
        case ConsistencyFile():
            return Consistency(file)
        case MetricFile() | ReadabilityFile():
            return reading(file)
        case ExceptingFile():
            heeds = file.vocab and not (isinstance(file, ExistenceFile) and file.nonword)
            return _excepting(file, exceptions((*file.exceptions, *(accepted if heeds else ()))))
    return None


def _excepting(file: ExceptingFile, known: Exceptions) -> Point | Wide | None:
    match file:
        case ExistenceFile():
            return Existence(file, known)
        case SubstitutionFile():
            return Substitution(file, known)
        case RepetitionFile():
            return Repetition(file, known)
        case CapitalizationFile():
            return Capitalization(file, known)
        case ConditionalFile():
            return Conditional(file, known)
    return None
