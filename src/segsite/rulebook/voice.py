"""Rules about the voice: the files that hold its rules, and who may bend them."""

from segsite.diagnostics import Rule, Severity

FILE = Rule(
    "voice/file",
    Severity.ERROR,
    holds="A file of `brand/voice/` is a rule in Vale's format, in the folder of its style.",
    why="A rule that cannot be read holds nobody to anything, and nobody would notice.",
    mend="Correct the marked line; https://vale.sh/docs/topics/styles/ shows what each kind of rule takes.",
    wrong="extends: substitutions\nmessage: Use '%s'.",
    right="extends: substitution\nmessage: Use '%s'.\nswap:\n  utilize: use",
)
PATTERN = Rule(
    "voice/pattern",
    Severity.ERROR,
    holds="Every pattern of a voice rule and of a vocabulary is a regular expression that can be used.",
    why="A pattern that cannot be used finds nothing.",
    mend="Correct the pattern; put a backslash before a sign that stands for itself, such as `\\(`.",
    wrong="tokens:\n  - synergy (n",
    right="tokens:\n  - synergy \\(n",
)
SCOPE = Rule(
    "voice/scope",
    Severity.ERROR,
    holds="The scope of a voice rule names kinds of text that exist.",
    why="A rule for a kind of text that there is not judges nothing.",
    mend="Write `text`, `sentence`, `paragraph`, `heading`, `list`, `title`, `subject`, `cta` or another known scope.",
    wrong="scope: headings",
    right="scope: heading",
)
UNSUPPORTED = Rule(
    "voice/unsupported",
    Severity.WARNING,
    holds="Voice rules use what segsite knows of Vale: not `spelling`, `sequence` and `script`, and not all scopes.",
    why="Such a rule is passed over; what it would hold is not held.",
    mend="Write it as another kind of rule, or delete the file if the brand does not need it.",
    wrong="extends: sequence",
    right="extends: existence",
)
TOO_SLOW = Rule(
    "voice/too-slow",
    Severity.ERROR,
    holds="A voice rule's patterns can be tried on a text within a second.",
    why="A pattern that can match the same words in many ways may take hours over one sentence.",
    mend="Do not repeat what can match the same words in several ways, as `(\\w|\\w\\w|\\s)+` and `(\\w+\\s?)+` do.",
    wrong="tokens:\n  - '(\\w|\\w\\w|\\s)+[?]?!'",
    right="tokens:\n  - '\\w+!'",
)
UNKNOWN_STYLE = Rule(
    "voice/unknown-style",
    Severity.ERROR,
    holds="Every style that brand.yaml names is a folder of `brand/voice/`.",
    why="The rules of a mistyped style would hold nobody to anything.",
    mend="Correct the name, or add the folder.",
    wrong="voice: {styles: [Acmee]}",
    right="voice: {styles: [Acme]}",
)
SUPPRESSION = Rule(
    "voice/suppression",
    Severity.ERROR,
    holds="Comments such as `<!-- vale off -->` switch voice rules off only where brand.yaml allows `suppressions`.",
    why="A brand that wants exceptions on record has them in waivers.yaml, with an owner and an end.",
    mend="Remove the comment; ask the brand team for a waiver.",
    wrong="<!-- vale Halfday.Jargon = NO -->",
    right="We use what you have.",
)
SEGMENT = Rule(
    "voice/segment-not-allowed",
    Severity.ERROR,
    holds="A segment adds words and makes rules stricter where brand.yaml lets it; it never makes a rule weaker.",
    why="The brand's voice is the same for every audience, but for what the brand itself leaves open.",
    mend="Remove it, or ask the brand team to allow it in brand.yaml below `voice: segments:`.",
    wrong="voice:\n  rules:\n    voice/Halfday.Jargon: off",
    right="voice:\n  rules:\n    voice/Halfday.Jargon: error",
)
TERMS = Rule(
    "voice/Vale.Terms",
    Severity.ERROR,
    holds="A word of the accepted vocabulary is written as it is there.",
    why="A name that is written in two ways looks like two things.",
    mend="Write it as the vocabulary does.",
    wrong="Log in to github.",
    right="Log in to GitHub.",
)
AVOID = Rule(
    "voice/Vale.Avoid",
    Severity.ERROR,
    holds="A word of the rejected vocabulary is not used.",
    why="The brand, or the segment, has decided against it.",
    mend="Use another word.",
    wrong="Find synergies.      # where reject.txt says `synergies`",
    right="Find what you can share.",
)
UNKNOWN_RULE = Rule(
    "brand/unknown-rule",
    Severity.ERROR,
    holds="A level is set for a rule that exists, or for a pattern that fits one.",
    why="The level of a mistyped rule changes nothing.",
    mend="Correct the name; `segsite rule` lists all.",
    wrong="rules:\n  voice/Halfday.Jargn: error",
    right="rules:\n  voice/Halfday.Jargon: error",
)
LEVEL_FIXED = Rule(
    "brand/level-fixed",
    Severity.ERROR,
    holds="Levels are set for rules about what is said, not for those that keep files readable and links whole.",
    why="What cannot be read or does not lead anywhere cannot be published, whatever its level.",
    mend="Remove the line.",
    wrong="rules:\n  schema/syntax: warning",
    right='rules: {"voice/Acme.Jargon": error}',
)
