"""Rules about themes, components and the brand's own files."""

from segsite.diagnostics import Rule, Severity

THEME_MISSING = Rule(
    "theme/missing",
    Severity.ERROR,
    holds="The theme that segsite.yaml names, and every theme one extends, is a folder in `themes/` with a theme.yaml.",
    why="Without it nothing has a face.",
    mend="Correct the name, or add the theme.",
)
THEME_CYCLE = Rule(
    "theme/cycle",
    Severity.ERROR,
    holds="Themes extend one another in a line, not in a circle.",
    why="A circle has no base to start from.",
    mend="Remove one `extends`.",
)
THEME_FILE = Rule(
    "theme/missing-file",
    Severity.ERROR,
    holds="The layouts, faces and assets that are asked for are there, in the theme or one it extends.",
    why="The page cannot be shown without them.",
    mend="Add the file to the theme, or use another name.",
)
THEME_SYNTAX = Rule(
    "theme/syntax",
    Severity.ERROR,
    holds="A theme's templates are valid Jinja.",
    why="A template that cannot be read shows nothing.",
    mend="Correct the marked line.",
    wrong="{% if section.body %}…",
    right="{% if section.body %}…{% endif %}",
)
THEME_FAILED = Rule(
    "theme/failed",
    Severity.ERROR,
    holds="A theme's template can be rendered for every section and page that uses it.",
    why="An unknown name in a template is a hole in every page.",
    mend="Correct the name, or test it with `is defined`.",
)
CONTRACT = Rule(
    "component/contract",
    Severity.ERROR,
    holds="A component has a contract that names its channels, and a face for each of them.",
    why="The contract is what writers are held to; it must be true.",
    mend="Add the missing face, or take the channel out of `channels`.",
)
LEGAL_MISSING = Rule(
    "brand/legal-missing",
    Severity.ERROR,
    holds="Every legal text that brand.yaml says a channel carries is a file in `brand/legal/`.",
    why="A page without its legal text must not go out.",
    mend="Write the file, or correct the name in brand.yaml.",
    wrong="channels:\n  web: {legal: [compani]}",
    right="channels:\n  web: {legal: [company]}      # brand/legal/company.md is there",
)
