"""How many syllables an English word has, by its spelling."""

from __future__ import annotations

import re
from functools import lru_cache

_LISTED = {
    1: "changed clothes friend friends rates used priced sourced",
    2: (
        "argue business being every evening people something someone anyone create client clients coincide doesn't "
        "isn't react hasn't wasn't riot lion lions giant giants diet poet poem fluid ruin ruined science trial trials "
        "quiet prior reuse naive changes uses prices sources people's creates"
    ),
    3: (
        "area areas idea ideas businesses everyone everything different interest interested reliable "
        "favorite favourite family families media radio video videos audio several general usual studio studios "
        "created creative reality ideal theory premium employee employees"
    ),
    4: "cooperate evaluate experience experienced variety society immediate anybody everybody reusable",
}
_KNOWN = {word: count for count, words in _LISTED.items() for word in words.split()}
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])e$(?<![^aeiouy'][lr]e)"  # made, but table and centre
    r"|(?<=[^aeioutdy])(?<![^aeiouylrw]l)ed$"  # planned, but settled
    r"|(?<=[^aeiouyscgxz])(?<!sh)(?<!ch)es$(?<![^aeiouy][lr]es)"  # makes, but boxes and tables
    r"|(?<=[^aeiouy])e(?=(?:ly|less|ment|ments|ful|fully|ness|work|line|time)$)(?<![^aeiouy]le)"  # lately, framework
    r"|(?<=[gq])ues?$"  # league
)
_HIATUS = re.compile(
    r"(?<![tcsgx])(?<!ll)i[ao](?!u)|(?<=[rvndlb])iou|(?<![tc])ien(?!d)|iu|iet"  # media, various, client
    r"|(?<![qg])ua|(?<![qg])ue(?=n[tc])|uou|(?<![aeg])eo(?!u)|eum$|oe[mt]"  # annual, fluent, video, poem
    r"|cre(?=at)|(?<![a-z])re(?=[aiou](?!d|l|s))|yo(?=[ntr])|oy(?=a|e[^d])"  # create, react, beyond, royal
    r"|(?<=[aeouy])ing(?![a-z])|(?:s|th)m$|[^aeiouy]n't$"  # trying, prism, didn't
)


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """The syllables of a word; at least one."""
    letters = word.lower().replace("’", "'").strip("'")
    if letters in _KNOWN:
        return _KNOWN[letters]
    groups = len(_VOWELS.findall(letters))
    return max(1, groups - len(_SILENT.findall(letters)) + len(_HIATUS.findall(letters)))
