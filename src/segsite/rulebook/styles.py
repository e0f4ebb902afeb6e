"""Rules about how a brand may look: raw values in themes, contrast, and what a segment may vary."""

from segsite.diagnostics import Rule, Severity

RAW_COLOR = Rule(
    "style/raw-color",
    Severity.ERROR,
    holds="Every colour in a theme's styles and templates is a design token.",
    why="A colour that is written by hand does not change when the brand does, has no dark side, and is not in any "
    "contrast that is checked.",
    mend="Use a token: `var(--color-…)` in a style sheet, `{{ tokens.color.… }}` in a template.",
    wrong=".note { color: #4c5b52 }",
    right=".note { color: var(--color-text-muted) }",
)
RAW_FONT = Rule(
    "style/raw-font",
    Severity.ERROR,
    holds="Every font in a theme's styles and templates is a design token; generic families such as `serif` are free.",
    why="A brand's typeface is said once. A name that is written by hand stays behind when it changes.",
    mend="Use a token: `var(--font-family-…)` in a style sheet, `{{ tokens.font.family.… }}` in a template.",
    wrong=".note { font-family: Georgia, serif }",
    right=".note { font-family: var(--font-family-text) }",
)
RAW_SIZE = Rule(
    "style/raw-size",
    Severity.ERROR,
    holds="Every font size in a theme's styles and templates is a design token, or relative to one: `em`, `%`.",
    why="Sizes that are written by hand drift apart until there are fifteen of them.",
    mend="Use a token: `var(--font-size-…)` in a style sheet, `{{ tokens.font.size.… }}` in a template.",
    wrong=".note { font-size: 14px }",
    right=".note { font-size: var(--font-size-s) }",
)
CONTRAST = Rule(
    "contrast/too-low",
    Severity.ERROR,
    holds="Every pair of colours that theme.yaml says meet has the contrast that WCAG 2.2 asks for at level AA, in "
    "light and in dark, and with every accent that a segment has chosen: 4.5 for text, 3 for large text and for marks.",
    why="Words that people cannot make out say nothing, and in many countries they break the law.",
    mend="Choose a token that differs more from its surface.",
    wrong="contrast:\n  - {text: color.text.muted, on: color.surface.page}   # #9a9a9a on #ffffff: 2.81",
    right="contrast:\n  - {text: color.text.muted, on: color.surface.page}   # #6b6b6b on #ffffff: 5.33",
)
CONTRAST_TOKEN = Rule(
    "contrast/unknown-token",
    Severity.ERROR,
    holds="Every pair under `contrast` in theme.yaml names two tokens that are colours.",
    why="A pair that is mistyped is never checked.",
    mend="Correct the name.",
    wrong="{text: color.txt.default, on: color.surface.page}",
    right="{text: color.text.default, on: color.surface.page}",
)
VARIATION = Rule(
    "variation/not-allowed",
    Severity.ERROR,
    holds="A segment varies only what `variation` in brand.yaml lets it vary.",
    why="What every team may change is not a brand.",
    mend="Remove it, or ask the brand team to allow it under `variation` in brand.yaml.",
    wrong="variation: {tone: shouting}",
    right="variation: {tone: warm}",
)
VARIATION_UNKNOWN = Rule(
    "variation/unknown",
    Severity.ERROR,
    holds="The accent, picture or tone that a segment chooses is there.",
    why="What is not there has no effect, and nobody would notice.",
    mend="Correct the name.",
    wrong="variation: {accent: skye}",
    right="variation: {accent: sky}",
)
VARIATION_ACCENT = Rule(
    "variation/accent",
    Severity.ERROR,
    holds="The groups of tokens that brand.yaml names under `variation.accent` are there, and every accent has a token "
    "for each that it replaces, and no others.",
    why="An accent with a token missing mixes two accents on one page.",
    mend="Add the missing token to the accent, or remove the one too many.",
    wrong='"accents": {"sky": {"default": …}}   with   "accent": {"default": …, "hover": …}',
    right='"accents": {"sky": {"default": …, "hover": …}}',
)
