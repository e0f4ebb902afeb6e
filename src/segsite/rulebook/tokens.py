"""Rules about design tokens: the file that says them, and the styles that use them."""

from segsite.diagnostics import Rule, Severity

TOKEN_FORMAT = Rule(
    "token/format",
    Severity.ERROR,
    holds="A tokens file is JSON in the W3C format 2025.10: groups of tokens, and tokens with a `$value` or a `$ref`, "
    "with no keys besides those of the format.",
    why="The same file feeds design tools; what only one of them understands is lost in the next.",
    mend="Remove what is marked, or correct its name.",
    wrong='"accent": {"$value": "{palette.sun}", "hover": {"$value": "{palette.sky}"}}',
    right='"accent": {"$root": {"$value": "{palette.sun}"}, "hover": {"$value": "{palette.sky}"}}',
)
TOKEN_NAME = Rule(
    "token/name",
    Severity.ERROR,
    holds="The name of a token or group has no `{`, `}` or `.` and does not start with `$`, and no two tokens have the "
    "same name in CSS.",
    why="Dots and braces are how references are written; two tokens of one name would overwrite each other.",
    mend="Rename it.",
    wrong='"text.muted": {"$value": "{palette.soft}"}',
    right='"text": {"muted": {"$value": "{palette.soft}"}}',
)
TOKEN_TYPE = Rule(
    "token/type",
    Severity.ERROR,
    holds="Every token has a type of the format: its own `$type`, that of the token it refers to, or that of the "
    "nearest group; and what it refers to is of the type that belongs there.",
    why="A type is never guessed. Without it, `400` could be a weight or a number.",
    mend="Give it, or its group, a `$type`.",
    wrong='"bold": {"$value": 700}',
    right='"bold": {"$type": "fontWeight", "$value": 700}',
)
TOKEN_VALUE = Rule(
    "token/value",
    Severity.ERROR,
    holds="A token's value has the form that the format gives to its type.",
    why="A value that cannot be read leaves a colour or a size to chance.",
    mend="Correct the value.",
    wrong='"gap": {"$type": "dimension", "$value": "16px"}',
    right='"gap": {"$type": "dimension", "$value": {"value": 16, "unit": "px"}}',
)
TOKEN_REFERENCE = Rule(
    "token/reference",
    Severity.ERROR,
    holds="A reference leads to a token, or with `$ref` to a part of one, and never back to itself.",
    why="A reference to nothing is a colour that is missing wherever it is used.",
    mend="Correct the reference.",
    wrong='"accent": {"$value": "{color.gren}"}',
    right='"accent": {"$value": "{color.green}"}',
)
TOKEN_DEPRECATED = Rule(
    "token/deprecated",
    Severity.WARNING,
    holds="No style, template or token uses a token that is marked `$deprecated`.",
    why="The token will go; whatever still uses it will break on that day.",
    mend="Use the token that replaces it.",
    wrong="color: var(--color-green)",
    right="color: var(--color-accent-default)",
)
UNKNOWN_PROPERTY = Rule(
    "token/unknown-property",
    Severity.ERROR,
    holds="Every custom property that a style uses is a design token, or is declared in the theme's styles.",
    why="A browser takes an unknown property for nothing, and says nothing: the colour is simply not there.",
    mend="Correct the name, or add the token to `brand/tokens.json`.",
    wrong="color: var(--color-text-mutted)",
    right="color: var(--color-text-muted)",
)
