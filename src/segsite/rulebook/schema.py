"""Rules about YAML files, front matter and tables: their syntax, keys and values."""

from segsite.diagnostics import Rule, Severity

SYNTAX = Rule(
    "schema/syntax",
    Severity.ERROR,
    holds="A YAML file, a front matter, a section's options and a JSON file can be read.",
    why="What cannot be read cannot be built; guessing would publish something nobody wrote.",
    mend="Look at the marked place: usually a missing space after a colon, uneven indentation, or an open quote.",
    wrong="message:\n  headline: Get paid: sooner",
    right='message:\n  headline: "Get paid: sooner"',
)
DUPLICATE_KEY = Rule(
    "schema/duplicate-key",
    Severity.ERROR,
    holds="A key is written once in its place.",
    why="Of two values for one key, one would be lost in silence.",
    mend="Keep one of the two and delete the other.",
    wrong="name: Dentists\nname: Dental practices",
    right="name: Dental practices",
)
UNKNOWN_KEY = Rule(
    "schema/unknown-key",
    Severity.ERROR,
    holds="Every key is one segsite knows, except under `data:`, which is yours.",
    why="A mistyped key would be ignored, and the page would keep its old words.",
    mend="Correct the key, or move it under `data:`.",
    wrong="mesage:\n  headline: Get paid sooner",
    right="message:\n  headline: Get paid sooner",
)
MISSING_KEY = Rule(
    "schema/missing-key",
    Severity.ERROR,
    holds="What every file of its kind must say is said: a page its title, an e-mail its subject.",
    why="Without it there is nothing to show in a browser's tab, a search result or an inbox.",
    mend="Add the key.",
    wrong="---\ndescription: What it costs\n---",
    right="---\ntitle: Pricing\ndescription: What it costs\n---",
)
WRONG_TYPE = Rule(
    "schema/wrong-type",
    Severity.ERROR,
    holds="A value is of the kind its key takes: text, a list, a map, one of a few words.",
    why="A list where a text belongs would be printed with its brackets.",
    mend="Write the value in the form the message names.",
    wrong="needs: get paid",
    right="needs: [get paid]",
)
TOO_COMPLEX = Rule(
    "schema/too-complex",
    Severity.ERROR,
    holds="A YAML file stays within bounds: 100 levels deep, 100,000 values once its aliases are spelled out.",
    why="A few lines of nested aliases can stand for billions of values and stop the machine.",
    mend="Spell the values out, or split the file.",
    wrong="a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]   # … and so on",
    right="a: [x, x]",
)
TABLE_ROW = Rule(
    "table/row",
    Severity.ERROR,
    holds="Every row of `segments.csv` has an id and as many cells as the table has columns.",
    why="A row that has slipped by one cell would say the wrong thing about its segment.",
    mend='Give the row an id; put quotes around a cell that holds a comma: "plumbers, heating".',
    wrong="id,name\npools,Pool service, pumps",
    right='id,name\npools,"Pool service, pumps"',
)
TABLE_COLUMN = Rule(
    "table/column",
    Severity.ERROR,
    holds="The first line of `segments.csv` names every column once, and one of them is `id`.",
    why="A column without a name has nowhere to go.",
    mend="Name the column by its dotted key, such as `message.headline`.",
    wrong="name,message.headline,message.headline",
    right="id,name,message.headline",
)
