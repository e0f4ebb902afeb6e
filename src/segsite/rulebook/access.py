"""Rules for all who read: pictures that say what they show, headings in order, links that say where they lead."""

from segsite.diagnostics import Rule, Severity

PICTURE_ALT = Rule(
    "picture/alt",
    Severity.ERROR,
    holds="Every picture has words that say what it shows, or says that it only decorates: in Markdown with "
    '`{role=presentation}`, in a theme with `alt=""`.',
    why="Who cannot see a picture hears these words; so does everybody whose inbox blocks pictures.",
    mend="Write what it shows: `![An invoice leaving its envelope](asset:scene.svg)`. "
    "If it only decorates: `![](asset:scene.svg){role=presentation}`.",
    wrong="![](asset:scene.svg)",
    right="![An invoice leaving its envelope](asset:scene.svg)",
)
PICTURE_ALT_WORDS = Rule(
    "picture/alt-words",
    Severity.WARNING,
    holds="A picture's words say what it shows; they are no file name and do not begin with `image of`.",
    why="A screen reader says “image” by itself, and a file name says nothing to anybody.",
    mend="Write what can be seen, as you would say it on the telephone.",
    wrong="![image of an invoice](asset:scene.svg)",
    right="![An invoice leaving its envelope](asset:scene.svg)",
)
HEADING_ONE = Rule(
    "heading/one",
    Severity.ERROR,
    holds="A page as made has exactly one heading of the first level; an e-mail has at most one.",
    why="It says what the page is about, to readers, screen readers and search engines alike.",
    mend="Start the first section with `# Heading`, and all others with `## Heading`.",
    wrong="::: hero\n# Sent the same day\n:::\n\n::: prose\n# Paid sooner\n:::",
    right="::: hero\n# Sent the same day\n:::\n\n::: prose\n## Paid sooner\n:::",
)
HEADING_ORDER = Rule(
    "heading/order",
    Severity.ERROR,
    holds="Headings go down one level at a time: what follows `##` is `##` or `###`, never `####`.",
    why="Who cannot see a page goes through it by its headings. A missing level is a missing chapter.",
    mend="Use the next level down; how large it looks is the theme's matter.",
    wrong="## Prices\n#### What is included",
    right="## Prices\n### What is included",
)
HEADING_EMPTY = Rule(
    "heading/empty",
    Severity.ERROR,
    holds="A heading has words, or a picture that says some.",
    why="A screen reader announces a heading, and then nothing.",
    mend="Write the heading, or remove its mark.",
    wrong="##\n\nPaid in days.",
    right="## Paid sooner\n\nPaid in days.",
)
LINK_SAYS_NOTHING = Rule(
    "link/says-nothing",
    Severity.WARNING,
    holds="The words of a link or a call to action say where it leads, read by themselves: not `click here`, `here`, "
    "`more` or `learn more`, nor their like in German, French and Spanish.",
    why="Eyes jump from link to link, and screen readers list them without the text around. Ten times `here` is no "
    "list.",
    mend="Link the words that name what readers will find.",
    wrong="To see the prices, [click here](page:pricing).",
    right="[See the prices](page:pricing).",
)
