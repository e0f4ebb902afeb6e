"""Rules about segments, touchpoints, sections and blocks."""

from segsite.diagnostics import Rule, Severity

SEGMENT_UNDEFINED = Rule(
    "segment/undefined",
    Severity.ERROR,
    holds="Every folder of the segment tree holds a `segment.yaml`, or is a row of a `segments.csv`.",
    why="A folder without it belongs to nobody: no name, no owner, no status.",
    mend="Create it with `segsite new segment ID`; an empty `segment.yaml` will do.",
)
SEGMENT_DUPLICATE = Rule(
    "segment/duplicate",
    Severity.ERROR,
    holds="A segment is defined once: by its folder's `segment.yaml`, or by one row of a table.",
    why="Two definitions of one audience drift apart, and only one would be seen.",
    mend="Keep one of the two.",
)
SEGMENT_REFERENCE = Rule(
    "segment/reference",
    Severity.ERROR,
    holds="What a segment names exists: its `successor` is a live segment, what it omits is inherited, its `region` is "
    "one of brand.yaml.",
    why="A sunset segment sends its visitors on; they must arrive somewhere.",
    mend="Name an existing segment or touchpoint; `segsite list` shows them.",
    wrong="status: sunset\nsuccessor: trade/plumbing",
    right="status: sunset\nsuccessor: trades/plumbing",
)
INHERITS_NOTHING = Rule(
    "inherit/nothing",
    Severity.ERROR,
    holds="A page or e-mail with `inherits: true` has an ancestor's of the same name to inherit from.",
    why="What gives only the difference is not complete alone.",
    mend="Remove `inherits: true` and write the whole, or give the file its ancestor's name.",
)
INHERIT_TARGET = Rule(
    "inherit/unknown-section",
    Severity.ERROR,
    holds="`::: remove #id :::` and `::: keep #id :::` name a section that is inherited.",
    why="If the ancestor renames a section, its removal below must not be forgotten.",
    mend="Use the id of an inherited section; `segsite show SEGMENT --sections` lists them.",
    wrong="::: remove #fqa :::",
    right="::: remove #faq :::",
)
SECTION_UNCLOSED = Rule(
    "section/unclosed",
    Severity.ERROR,
    holds="A section that is opened with `::: name` is closed with a line `:::` before the next one opens.",
    why="Otherwise the rest of the page would become part of it.",
    mend="Add a line `:::` where the section ends.",
    wrong="::: hero\n# Get paid sooner\n\n::: faq :::",
    right="::: hero\n# Get paid sooner\n:::\n\n::: faq :::",
)
SECTION_SYNTAX = Rule(
    "section/syntax",
    Severity.ERROR,
    holds="A line that starts with `:::` opens a section (`::: component #id`) or closes one (`:::`).",
    why="Anything else would be shown to readers as colons.",
    mend="Write `::: component`, `::: component #id` or `:::`.",
    wrong=":::hero, faq",
    right="::: hero",
)
OPTIONS_UNCLOSED = Rule(
    "section/options-unclosed",
    Severity.ERROR,
    holds="A section's options end with a line `---`.",
    why="Without it they are read as text, and readers would see `cta: demo`.",
    mend="Add a line `---` after the last option.",
    wrong="::: cta-band\ncta: demo\n# Ready?\n:::",
    right="::: cta-band\ncta: demo\n---\n# Ready?\n:::",
)
UNKNOWN_COMPONENT = Rule(
    "section/unknown-component",
    Severity.ERROR,
    holds="A section names a component of the theme.",
    why="A component gives a section its face; without one there is nothing to show.",
    mend="Use a component of the theme; `segsite list --components` shows them.",
    wrong="::: heroo",
    right="::: hero",
)
CHANNEL = Rule(
    "section/channel",
    Severity.ERROR,
    holds="A section in an e-mail has a component with an e-mail face; one on a page, a web face.",
    why="A form does not work in an inbox; leaving it out would leave a hole in the argument.",
    mend="Use another component, or remove the section.",
)
UNKNOWN_OPTION = Rule(
    "section/unknown-option",
    Severity.ERROR,
    holds="A section's options are those its component's contract names.",
    why="A mistyped option would do nothing, and nobody would notice.",
    mend="Correct the option's name.",
    wrong="::: hero\neyebow: For dentists\n---\n:::",
    right="::: hero\neyebrow: For dentists\n---\n:::",
)
MISSING_OPTION = Rule(
    "section/missing-option",
    Severity.ERROR,
    holds="The options that a component requires are given.",
    why="The component cannot show the section without them.",
    mend="Add the option.",
)
OPTION_VALUE = Rule(
    "section/option-value",
    Severity.ERROR,
    holds="An option's value is what the component's contract asks: a number, a cta of the segment, a choice.",
    why="A cta that does not exist leads nowhere.",
    mend="Write the value as the message says.",
)
SECTION_BODY = Rule(
    "section/body",
    Severity.ERROR,
    holds="A section has the Markdown its component's contract asks for: prose, items (`### Title`), or none.",
    why="Without items a list of features shows an empty box.",
    mend="Write the body as the message says.",
    wrong="::: features\nFast, simple, friendly.\n:::",
    right="::: features\n### Fast\nSent before you drive off.\n:::",
)
SECTION_LIMIT = Rule(
    "section/limit",
    Severity.ERROR,
    holds="A section stays within its component's limits: so many characters, so many items, as readers see them. A "
    "merge field counts as 10 characters.",
    why="The design holds that much; more breaks the line, the card or the reader's patience.",
    mend="Shorten it, or use a component made for more.",
)
DUPLICATE_ID = Rule(
    "section/duplicate-id",
    Severity.ERROR,
    holds="A section's id is used once on a page.",
    why="Two places with one name: a link would go to the first, a replacement to either.",
    mend="Give one of them another id: `::: faq #more-questions`.",
)
BLOCK_UNKNOWN = Rule(
    "block/unknown",
    Severity.ERROR,
    holds="`::: use NAME :::` names a block in a `library/` folder of the segment, an ancestor, or `content/library/`.",
    why="A block that is not found would leave a hole in every page that uses it.",
    mend="Use an existing block, or create it with `segsite new block NAME`.",
    wrong="::: use proof/soc-2 :::",
    right="::: use proof/soc2 :::",
)
BLOCK_CYCLE = Rule(
    "block/cycle",
    Severity.ERROR,
    holds="A block does not use itself, directly or through others.",
    why="It would never end.",
    mend="Remove one of the uses in the circle.",
)
