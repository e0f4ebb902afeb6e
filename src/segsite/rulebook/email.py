"""Rules about e-mail templates: what platforms can do with them, and what mail clients make of them."""

from segsite.diagnostics import Rule, Severity

CONDITION = Rule(
    "email/condition",
    Severity.ERROR,
    holds="A condition on a merge field asks whether it has a value, or compares it with a text or a number; questions "
    "go with `and`, `or`, `not`. It begins and ends in the same paragraph, or around whole ones.",
    why="The platform asks it of each recipient, long after the build. It knows these questions and no others, and "
    "half a paragraph would take the rest of the e-mail with it.",
    mend="Put what belongs together between `{% if … %}` and `{% endif %}`; leave an empty line before and after them "
    "when that is whole paragraphs.",
    wrong="{% if merge.plan == merge.wish %}You have what you wished for.{% endif %}",
    right="{% if merge.plan == 'trial' %}Your trial ends soon.{% endif %}",
)
FALLBACK = Rule(
    "email/fallback",
    Severity.WARNING,
    holds="A merge field that is printed says what stands there for recipients who lack it.",
    why="There are always some. They read “Hello ,” and know that nobody wrote to them.",
    mend="Add `| fallback('…')`, or put the words into `{% if merge.FIELD %}…{% endif %}`.",
    wrong="Hello {{ merge.first_name }}",
    right='Hello {{ merge.first_name | fallback("there") }}',
)
FIELD = Rule(
    "email/field",
    Severity.ERROR,
    holds="Where `email.fields` of segsite.yaml lists the merge fields there are, e-mails use those; and every field "
    "has a name that its platforms can have.",
    why="Platforms send a field they do not know as an empty place, or as it is written, and tell nobody.",
    mend="Use a field that is listed, or add it to `email.fields`, with its name on each platform if that is another.",
    wrong="Hello {{ merge.fist_name }}",
    right="Hello {{ merge.first_name }}",
)
PLATFORM = Rule(
    "email/platform",
    Severity.ERROR,
    holds="Every platform that the site makes e-mails for can do what they ask of it.",
    why="What a platform cannot do, it leaves out or sends as it is written.",
    mend="Put the words into a condition that holds only where the platform can, "
    "`{% if merge.view_url %}…{% endif %}`, or write them without it.",
    wrong="[Read it in the browser]({{ merge.view_url }})",
    right="{% if merge.view_url %}[Read it in the browser]({{ merge.view_url }}){% endif %}",
)
RAW_TAG = Rule(
    "email/raw-tag",
    Severity.ERROR,
    holds="Content says merge fields and conditions in segsite's words, never in those of a platform.",
    why="A platform's own tag works on that platform alone; everywhere else readers see it as it is written.",
    mend="Write `{{ merge.FIELD | fallback('…') }}`; each platform gets its own tag.",
    wrong="Hello *|FNAME|*",
    right='Hello {{ merge.first_name | fallback("there") }}',
)
SENDER = Rule(
    "email/sender",
    Severity.ERROR,
    holds="`from` and `reply_to` are e-mail addresses, with a name before them or without.",
    why="Platforms refuse a template whose sender they cannot read.",
    mend="Write `from: Halfday <hello@halfday.example>`.",
    wrong="from: Halfday",
    right="from: Halfday <hello@halfday.example>",
)
SIZE = Rule(
    "email/size",
    Severity.ERROR,
    holds="The HTML of an e-mail is smaller than 102 KB (104,448 bytes) on every platform; from 80 KB there is a "
    "warning.",
    why="Gmail cuts off what is longer, and with it the link to unsubscribe. Platforms add to it when they send.",
    mend="Leave sections out, or move words to a landing page and link to it.",
    wrong="An e-mail with forty sections",
    right="An e-mail with the first three, and a link to the rest",
)
SEQUENCE = Rule(
    "email/sequence",
    Severity.ERROR,
    holds="An e-mail that says `after` says its `sequence`, too; and in one sequence of a segment no two e-mails come "
    "at the same time.",
    why="Somebody builds the flow on the platform from this. Two e-mails at once, or one that belongs nowhere, end up "
    "sent wrongly or not at all.",
    mend="Name the `sequence`, and give each of its e-mails an `after` of its own.",
    wrong="after: 3 days",
    right="sequence: onboarding\nafter: 3 days",
)
UNSUPPORTED = Rule(
    "email/unsupported",
    Severity.WARNING,
    holds="What an e-mail says, and where it says it, does not hang on HTML or CSS that a mail client lacks which "
    "`email.clients` of brand.yaml names. Nothing is said of what only looks plainer, such as square corners, of what "
    "a client has in part, of what stands in a media query, and of what has a fallback: a plain value before it in the "
    "same `style`, a colour behind a picture, content inside `<video>`, a table or VML for Outlook beside it.",
    why="Readers meet columns in a heap, buttons without a shape, or a hole where a picture was, and nobody in the "
    "company uses the client that shows it so.",
    mend="Write it in a way that all of them can show.",
    wrong=".columns { display: flex }",
    right='<table role="presentation"><tr><td>…</td><td>…</td></tr></table>',
)
DECORATION = Rule(
    "email/decoration",
    Severity.SUGGESTION,
    holds="Where `email.decoration` of brand.yaml asks for it: e-mails look alike in all mail clients that "
    "`email.clients` names.",
    why="Square corners are no fault; but who approves an e-mail should have seen them.",
    mend="Nothing has to be done, as long as the e-mail is good without it.",
    wrong=".card { box-shadow: 0 2px 8px #bbbbbb }",
    right=".card { border: 1px solid #bbbbbb }",
)
UNKNOWN_CLIENT = Rule(
    "email/unknown-client",
    Severity.ERROR,
    holds="Every mail client that `email.clients` of brand.yaml names is known.",
    why="E-mails are not held to a client whose name is mistyped.",
    mend="Correct the name.",
    wrong="clients: [gmial]",
    right="clients: [gmail]",
)
STYLE_SIZE = Rule(
    "email/style-size",
    Severity.ERROR,
    holds="The style sheets that stay in the head of an e-mail have no more than 16,384 bytes together, if "
    "`email.clients` of brand.yaml names Gmail; from 8,192 there is a warning.",
    why="Gmail drops the style sheet that goes beyond, and with it what narrow screens and dark mode need.",
    mend="Shorten what stands in `@media`: join selectors, and leave out what is said elsewhere.",
    wrong="A media query for each component",
    right="One media query, with its selectors joined",
)
PREHEADER = Rule(
    "email/preheader",
    Severity.WARNING,
    holds="An e-mail has a preheader, and it says something else than the subject and the first paragraphs do. (Where "
    "`brand.yaml` gives it a `min`, `channel/length` asks for it.)",
    why="Inboxes show it right after the subject. Without one they show whatever comes first; one that says the same "
    "again wastes the second line that readers see.",
    mend="Write what the e-mail holds for its reader, in 40 to 90 characters.",
    wrong="subject: Your invoices, sent\npreheader: Your invoices, sent",
    right="subject: Your invoices, sent\npreheader: Three went out this morning, and one is paid.",
)
ALT = Rule(
    "email/alt",
    Severity.ERROR,
    holds="Every picture of an e-mail as it is sent has an `alt`, empty if it only decorates, of 125 characters at "
    "most. (Words that are missing in content or in a template are `picture/alt`.)",
    why="Many inboxes block pictures until somebody allows them, and show these words in their place. Screen readers "
    "read them, some of them no more than 125 characters.",
    mend="Say what can be seen in one short sentence; what is longer belongs into the text.",
    wrong="![An invoice, which somebody has … and so on for three lines](asset:invoice.png)",
    right="![An invoice leaving its envelope](asset:invoice.png)",
)
UNSUBSCRIBE = Rule(
    "email/unsubscribe",
    Severity.ERROR,
    holds="An e-mail links to `{{ merge.unsubscribe_url }}` in its HTML and shows the address in its text part, "
    "whatever `brand.yaml` requires (if it requires it, `channel/unsubscribe` tells). One that says `transactional: "
    "true` need not.",
    why="The law asks for it in most countries, and so do Gmail and Yahoo of everybody who sends much. Whoever cannot "
    "leave marks the mail as junk.",
    mend="Add `[Unsubscribe]({{ merge.unsubscribe_url }})` to a legal text of the channel, or to the layout; if the "
    "e-mail answers an order or the like, say `transactional: true` in its front matter.",
    wrong="<p>{{ brand.legal_name }}</p>",
    right='<p>{{ brand.legal_name }} · <a href="{{ merge.unsubscribe_url }}">Unsubscribe</a></p>',
)
ADDRESS = Rule(
    "email/address",
    Severity.ERROR,
    holds="An e-mail shows where its sender has an address: the one of `brand.yaml`, or `{{ merge.postal_address }}`; "
    "in both its parts, whatever `brand.yaml` requires (if it requires it, `channel/postal-address` tells).",
    why="Laws such as CAN-SPAM ask for a postal address in every commercial e-mail.",
    mend="Write `{{ merge.postal_address }}` into a legal text that the channel carries, or into the layout.",
    wrong="<p>{{ brand.legal_name }}</p>",
    right="<p>{{ brand.legal_name }}, {{ merge.postal_address }}</p>",
)
LINK = Rule(
    "email/link",
    Severity.ERROR,
    holds="Every address in an e-mail is written in full, leads somewhere, and is on a host that is there for "
    "everybody: not on one's own machine or network, not on a host called staging, preview or dev, not on a port for "
    "trying things out. The site's own host is exempt. There is a warning for `http:`, and for campaign parameters "
    "written by hand where segsite adds its own.",
    why="An e-mail cannot be called back. A link that works at the desk of its writer is a dead end in an inbox.",
    mend="Write the address that everybody uses, with `https://`.",
    wrong="[See it](https://staging.example.com/demo)",
    right="[See it](https://www.example.com/demo)",
)
CONTRAST = Rule(
    "email/contrast",
    Severity.ERROR,
    holds="Words of an e-mail as it is sent have a contrast of 4.5 to the colour they stand on, of 3 from 24 px, or "
    "from 18.66 px if bold. It is worked out from the inlined styles as they are nested, for light. What dark mode "
    "shows is made by media queries and by mail clients themselves; the pairs under `contrast` in theme.yaml hold the "
    "colours.",
    why="Which colours come together is decided by how sections are nested, and no list of pairs knows all of that.",
    mend="Choose a token that differs more from its ground, and add the pair under `contrast` in theme.yaml.",
    wrong=".night { background-color: {{ tokens.color.surface.inverse }} }   /* and links stay dark in it */",
    right=".night a { color: {{ tokens.color.text.inverse }} }",
)
IMAGE_WEIGHT = Rule(
    "email/image-weight",
    Severity.WARNING,
    holds="A picture in an e-mail has no more than 200 KB, all of an e-mail's pictures together no more than 800 KB.",
    why="Telephones load them in passing, often over a slow line, and readers do not wait. The numbers are those of a "
    "guide by Salesforce for its e-mail studio; no client enforces them.",
    mend="Save it no wider than twice the width it is shown at, as JPEG for photographs and as PNG for drawings.",
    wrong="A photograph of 4,000 pixels and 2 MB",
    right="The same of 1,200 pixels and 120 KB",
)
IMAGE_WIDTH = Rule(
    "email/image-width",
    Severity.ERROR,
    holds="Every picture in an e-mail says how wide it is, in its attribute `width`.",
    why="Outlook for Windows knows no other way to make a picture smaller. Without it, a photograph bursts the e-mail.",
    mend='Write `<img width="…">` in the template; a picture of content gets it from its file, if that says its size.',
    wrong='<img src="{{ section.options.image.url }}" alt="">',
    right='<img src="{{ section.options.image.url }}" width="{{ section.options.image.width }}" alt="">',
)
THIRD_PARTY = Rule(
    "email/third-party",
    Severity.ERROR,
    holds="An e-mail loads pictures from the site's own host and nothing else: no pictures of others, no style sheets, "
    "no fonts. (A foreign picture in content is `picture/foreign`.)",
    why="Whoever is asked for something learns who opens the e-mail, when and where. Most clients load neither style "
    "sheets nor fonts anyway.",
    mend="Put the file into an `assets/` folder, and name it with `{{ asset('NAME') }}`.",
    wrong='<img src="https://pixel.tracker.example/1.gif" width="1" alt="">',
    right='<img src="{{ asset(\'line.png\') }}" width="560" alt="">',
)
TEXT_PART = Rule(
    "email/text-part",
    Severity.WARNING,
    holds="The text part of an e-mail says at least a quarter of the words that its HTML says, legal texts aside, and "
    "holds no tags and no entities.",
    why="Some read nothing else, and filters compare the two: a text part that says little, or is HTML by mistake, "
    "looks like junk.",
    mend="Print every section's text in the layout's `.txt`: "
    "`{% for section in sections %}{{ section.text }}{% endfor %}`.",
    wrong="{% for section in sections %}{{ section.html }}{% endfor %}",
    right="{% for section in sections %}{{ section.text }}\n{% endfor %}",
)
