"""Rules about files and folders: what can be read, how things are named, where paths may lead."""

from segsite.diagnostics import Rule, Severity

ENCODING = Rule(
    "file/encoding",
    Severity.ERROR,
    holds="Text files are UTF-8 text.",
    why="In another encoding, accents and quotes turn into rubbish on the page.",
    mend="Save the file as UTF-8, or move it to an `assets/` folder if it is a picture.",
)
TOO_LARGE = Rule(
    "file/too-large",
    Severity.ERROR,
    holds="A text file is at most 2 MB, a line in it at most 100,000 characters, an asset at most 20 MB.",
    why="A larger one is an accident (a pasted picture, a wrong file), and would slow every build.",
    mend="Remove what does not belong there, or split it.",
)
UNREADABLE = Rule(
    "file/unreadable",
    Severity.ERROR,
    holds="Every file of the site can be opened.",
    why="A page must not quietly lose a part because of a permission.",
    mend="Check the file's permissions.",
)
MISSING = Rule(
    "file/missing",
    Severity.ERROR,
    holds="The files every site needs are there.",
    why="Without them there is no site to build.",
    mend="Create the file, or take it from a fresh `segsite init`.",
)
OUTSIDE = Rule(
    "file/outside",
    Severity.ERROR,
    holds="Links in the file system lead to files in `content/`, `brand/` or `themes/`; nothing else is read.",
    why="A pull request must not be able to publish a file of the machine that builds it.",
    mend="Copy the file into the site.",
)
NAME = Rule(
    "file/name",
    Severity.ERROR,
    holds="Pages, e-mails, blocks and segment folders are named in letters, digits, hyphens and underscores.",
    why="The name becomes a part of a web address, where spaces and punctuation break.",
    mend="Rename it.",
    wrong="content/segments/Pricing Page.md",
    right="content/segments/pricing-page.md",
)
STRAY = Rule(
    "file/stray",
    Severity.WARNING,
    holds="Every file under `content/` is one segsite knows what to do with.",
    why="A page saved as `pricing.txt`, or beside its folder, would be missing from the site with no word said.",
    mend="Rename it to `.md`, move it to `assets/`, or delete it.",
)
ASSET_TYPE = Rule(
    "asset/type",
    Severity.ERROR,
    holds="Assets in `content/` are pictures, documents, fonts, sound or film; SVG files hold no scripts.",
    why="A script from a content folder would run on the company's own domain.",
    mend="Use one of the known types, or have the theme's owners add it to the theme.",
    wrong="content/segments/assets/widget.js",
    right="content/segments/assets/diagram.svg",
)
