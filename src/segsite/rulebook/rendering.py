"""Rules that show when content is filled and rendered: expressions, links, HTML, addresses."""

from segsite.diagnostics import Rule, Severity

TEMPLATE_SYNTAX = Rule(
    "template/syntax",
    Severity.ERROR,
    holds="What stands between `{{ }}` and `{% %}` is an expression, and every `{% if %}` has its `{% endif %}`.",
    why="Readers would see the braces, or half of the text.",
    mend="Correct the expression; to show two braces as text, write `\\{{`.",
    wrong="Trusted by {{ facts.customers teams",
    right="Trusted by {{ facts.customers }} teams",
)
TEMPLATE_FORBIDDEN = Rule(
    "template/forbidden",
    Severity.ERROR,
    holds="Content uses values, filters and `{% if %}`; loops, macros, calls and assignments are the theme's.",
    why="Content anyone can edit must not be able to do what a program can.",
    mend="Ask the theme's owners for a component that does it.",
    wrong="{% for need in segment.needs %}{{ need }}{% endfor %}",
    right="{{ segment.needs | join(', ') }}",
)
TEMPLATE_UNDEFINED = Rule(
    "template/undefined",
    Severity.ERROR,
    holds="A name in `{{ }}` has a value for every segment that shows it.",
    why="A gap in a sentence is worse than an error here.",
    mend="Correct the name, give it a value, or a fallback: `{{ data.city | default('your city') }}`.",
    wrong="{{ mesage.headline }}",
    right="{{ message.headline }}",
)
TEMPLATE_FAILED = Rule(
    "template/failed",
    Severity.ERROR,
    holds="An expression can be worked out: numbers are added to numbers, lists are joined.",
    why="There is no right text to show.",
    mend="Check the kinds of the values; `segsite show SEGMENT` prints them.",
    wrong="{{ segment.name / 2 }}",
    right="{{ segment.name }}",
)
TEMPLATE_LIMIT = Rule(
    "template/limit",
    Severity.ERROR,
    holds="Expressions stay within bounds: 2,000 characters long, 20 levels deep; results of 2,000,000 in a text.",
    why="One expression must not be able to stop the machine.",
    mend="Make it smaller.",
    wrong="{{ 'x' * 10**9 }}",
    right="xxx",
)
TEMPLATE_CYCLE = Rule(
    "template/cycle",
    Severity.ERROR,
    holds="A value does not refer to itself, directly or through others.",
    why="It would never end.",
    mend="Write one of the values out.",
    wrong="message:\n  headline: '{{ message.promise }}'\n  promise: '{{ message.headline }}'",
    right="message:\n  headline: Get paid sooner\n  promise: '{{ message.headline }}, without asking twice'",
)
MERGE_ON_WEB = Rule(
    "merge/on-web",
    Severity.ERROR,
    holds="Merge fields stand in e-mails only.",
    why="A landing page does not know its reader's name; it would show a placeholder.",
    mend="Put the words in `{% if channel == 'email' %}`, or write them without the field.",
)
LINK_UNRESOLVED = Rule(
    "link/unresolved",
    Severity.ERROR,
    holds="Every `cta:`, `page:`, `segment:`, `asset:` link and every address on this site leads somewhere.",
    why="A dead link on a landing page is a lost customer.",
    mend="Use a name that exists; `segsite show SEGMENT` lists ctas, `segsite list` pages and segments.",
    wrong="[See prices](page:prices)",
    right="[See prices](page:pricing)",
)
LINK_ANCHOR = Rule(
    "link/anchor",
    Severity.ERROR,
    holds="A link's `#part` is the id of a section or heading on the page it leads to.",
    why="The browser would stay at the top, and the reader would search.",
    mend="Use the id of a section of that page; `segsite show SEGMENT --sections` lists them.",
    wrong="[the plans](page:pricing#plan)",
    right="[the plans](page:pricing#plans)",
)
LINK_RELATIVE = Rule(
    "link/relative",
    Severity.ERROR,
    holds="Links inside the site use a scheme (`page:pricing`) or a path from its root (`/pricing/`).",
    why="A page is shown at another address in each segment that inherits it; a relative link fits only one.",
    mend="Use `page:NAME`, `segment:ID`, `asset:FILE`, or a full address that starts with https://.",
    wrong="[See prices](pricing.md)",
    right="[See prices](page:pricing)",
)
LINK_SCHEME = Rule(
    "link/scheme",
    Severity.ERROR,
    holds="Links use http, https, mailto, tel, or one of segsite's own schemes.",
    why="`javascript:` and `data:` links run code on the company's page.",
    mend="Link to a page, an address, a phone number or an e-mail.",
    wrong="[Open](javascript:open())",
    right="[Open](https://example.com/)",
)
HTML_REMOVED = Rule(
    "html/removed",
    Severity.ERROR,
    holds="HTML in content is limited to what text needs; scripts, frames, forms and styles are refused.",
    why="They break the design, load from strangers, or run code on the company's page.",
    mend="Use Markdown or a component of the theme.",
    wrong='<script src="https://example.com/x.js"></script>',
    right="A cta, a picture, or the `form` component.",
)
TEXT_TOO_COMPLEX = Rule(
    "text/too-complex",
    Severity.ERROR,
    holds="A text stays within what Markdown reads in good time: 250,000 characters, 5,000 lines, few open brackets.",
    why="A pasted file, or brackets that are never closed, would hold up every build.",
    mend="Split the text, or close what is open.",
)
PICTURE_FOREIGN = Rule(
    "picture/foreign",
    Severity.ERROR,
    holds="Pictures in content are the site's own.",
    why="A picture from another site tells that site who reads, and is gone when it is moved there.",
    mend="Put the picture into an `assets/` folder and show it with `![…](asset:FILE)`.",
    wrong="![Our office](https://example.com/office.jpg)",
    right="![Our office](asset:office.jpg)",
)
URL_COLLISION = Rule(
    "url/collision",
    Severity.ERROR,
    holds="One address on the site has one source.",
    why="One of the two would overwrite the other.",
    mend="Rename one of the two.",
)
