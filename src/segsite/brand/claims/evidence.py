"""Whether claims have evidence, and name segments that there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.diagnostics import did_you_mean
from segsite.rulebook import claims as rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.model.brand import Claim

_ADDRESS = re.compile(r"https?://[^\s/.]+\.[^\s]+", re.IGNORECASE)


def of_claims(grounds: Grounds) -> Iterator[Finding]:
    """What is wrong with the evidence and segments of claims."""
    brand = grounds.site.brand
    for name, claim in brand.claims.items():
        yield from _of_evidence(name, claim, brand.evidence)
        for index, segment in enumerate(claim.segments):
            if segment not in grounds.tree.nodes:
                hint = did_you_mean(segment, grounds.tree.nodes)
                message = f"There is no segment `{segment}`."
                yield rules.CLAIM_SEGMENT_UNKNOWN.at(claim.place("segments", index), message, hint)


def _of_evidence(name: str, claim: Claim, files: Collection[str]) -> Iterator[Finding]:
    evidence = claim.evidence
    if evidence is None or not evidence.strip():
        yield rules.CLAIM_EVIDENCE_MISSING.at(claim.place("evidence"), f"The claim `{name}` has no evidence.")
    elif evidence not in files and not _ADDRESS.fullmatch(evidence):
        message = f"The evidence `{evidence}` is neither an address nor a file: there is no `brand/{evidence}`."
        yield rules.CLAIM_EVIDENCE_MISSING.at(claim.place("evidence"), message)
