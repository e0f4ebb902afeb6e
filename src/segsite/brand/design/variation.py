"""What a segment may vary: an accent, a picture for its heroes, a tone; and that what it chooses is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.standard import Grounds, Standard
from segsite.diagnostics import did_you_mean
from segsite.rulebook import styles as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.passages import Spoken
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node
    from segsite.model.segment import Chosen
    from segsite.model.standards import Accent
    from segsite.model.tokens import Token


class Varied(Standard):
    """Holds segments to what brand.yaml lets them vary."""

    def __init__(self, grounds: Grounds) -> None:
        self._tree, self._brand = grounds.tree, grounds.site.brand
        self._allowed = grounds.site.brand.file.variation

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Everything that is varied though it may not be, or is not there."""
        yield from self._accents()
        for node in self._tree.nodes.values():
            chosen = node.source.file.variation
            if chosen is not None:
                yield from self._accent(node, chosen)
                yield from self._tone(node, chosen)
                yield from self._hero(node, chosen)

    def _accent(self, node: Node, chosen: Chosen) -> Iterator[Finding]:
        if chosen.accent is None:
            return
        if self._allowed.accent is None:
            yield _refused(node, "accent")
        elif chosen.accent not in self._brand.tokens.accents:
            yield _unknown(node, "accent", chosen.accent, self._brand.tokens.accents)

    def _tone(self, node: Node, chosen: Chosen) -> Iterator[Finding]:
        if chosen.tone is None:
            return
        if not self._allowed.tone:
            yield _refused(node, "tone")
        elif chosen.tone not in self._allowed.tone:
            yield _unknown(node, "tone", chosen.tone, self._allowed.tone)

    def _hero(self, node: Node, chosen: Chosen) -> Iterator[Finding]:
        if chosen.hero is None:
            return
        if not self._allowed.hero:
            yield _refused(node, "hero")
        elif self._tree.asset(node, chosen.hero) is None and chosen.hero not in self._brand.assets:
            own = {name for ancestor in node.lineage for name in ancestor.source.assets}
            yield _unknown(node, "hero", chosen.hero, {*own, *self._tree.library_assets, *self._brand.assets})

    # -- the accents themselves --------------------------------------------------------------------------------

    def _accents(self) -> Iterator[Finding]:
        accent = self._allowed.accent
        if accent is None:
            return
        missing = list(self._missing_groups(accent))
        yield from missing or self._uneven(accent)

    def _missing_groups(self, accent: Accent) -> Iterator[Finding]:
        groups = {".".join(token.path[:depth]) for token in self._tokens() for depth in range(1, len(token.path))}
        for key in ("group", "replaces"):
            path = getattr(accent, key)
            if path not in groups:
                place = self._brand.file.place("variation", "accent", key)
                yield rules.VARIATION_ACCENT.at(
                    place, f"There is no group of tokens `{path}`.", did_you_mean(path, groups)
                )
        if f"{accent.group}.".startswith(f"{accent.replaces}.") or f"{accent.replaces}.".startswith(f"{accent.group}."):
            place = self._brand.file.place("variation", "accent", "group")
            message = f"`{accent.group}` and `{accent.replaces}` are parts of each other."
            yield rules.VARIATION_ACCENT.at(place, message, "Keep the accents in a group of their own.")

    def _uneven(self, accent: Accent) -> Iterator[Finding]:
        tokens = self._brand.tokens
        replaced = tokens.group(accent.replaces)
        place = self._brand.file.place("variation", "accent", "group")
        if not tokens.accents:
            yield rules.VARIATION_ACCENT.at(place, f"The group `{accent.group}` holds no accent.")
        for name in tokens.accents:
            own = tokens.group(f"{accent.group}.{name}")
            for path in [path for path in replaced if path not in own]:
                message = f"The accent `{name}` has no `{path}`, which `{accent.replaces}` has."
                first = next(iter(own.values()), None)
                yield rules.VARIATION_ACCENT.at(first.place if first is not None else place, message)
            for path in [path for path in own if path not in replaced]:
                message = f"The accent `{name}` has a `{path}`, which `{accent.replaces}` has not."
                yield rules.VARIATION_ACCENT.at(own[path].place, message, did_you_mean(path, replaced))

    def _tokens(self) -> Iterable[Token]:
        return self._brand.tokens.by_path.values()


def _refused(node: Node, key: str) -> Finding:
    place = node.source.file.place("variation", key)
    return rules.VARIATION.at(place, f"No segment may vary its {key}.")


def _unknown(node: Node, key: str, name: str, known: Iterable[str]) -> Finding:
    place = node.source.file.place("variation", key)
    kind = "picture" if key == "hero" else key
    return rules.VARIATION_UNKNOWN.at(place, f"There is no {kind} `{name}`.", did_you_mean(name, known))
