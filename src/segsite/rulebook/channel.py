"""Rules about what `brand.yaml` asks of the touchpoints of a channel: what they carry, and the limits they keep to."""

from segsite.diagnostics import Rule, Severity

LEGAL_MISSING = Rule(
    "channel/legal-missing",
    Severity.ERROR,
    holds="Every touchpoint shows the legal texts that `brand.yaml` names for its channel; an e-mail does in both its "
    "parts.",
    why="The law asks for them wherever the company speaks. A layout that forgets one forgets it on every page.",
    mend="Show all legal texts in the layout: `{% for entry in legal %}{{ entry.html }}{% endfor %}`; "
    "in an e-mail's text part, `{{ entry.text }}`.",
    wrong="<footer>{{ brand.legal_name }}</footer>",
    right="<footer>{% for entry in legal %}{{ entry.html }}{% endfor %}</footer>",
)
PRIVACY_LINK = Rule(
    "channel/privacy-link",
    Severity.ERROR,
    holds="Where `brand.yaml` requires a `privacy-link`, every touchpoint links to the page that its `privacy` names.",
    why="Whoever is asked for a name or an address must be able to read what becomes of it, from where they are.",
    mend="Link to it in the layout, or in a legal text that the channel carries.",
    wrong="channels:\n  email: {requires: [privacy-link]}",
    right="privacy: page:/privacy\nchannels:\n  email: {requires: [privacy-link]}",
)
POSTAL_ADDRESS = Rule(
    "channel/postal-address",
    Severity.ERROR,
    holds="Where `brand.yaml` requires a `postal-address`, readers find the street, postcode and city of the brand's "
    "`address`, or the platform's `{{ merge.postal_address }}`; in an e-mail, in both its parts.",
    why="Many laws on commercial e-mail ask for it, and mail that hides its sender is filtered as junk.",
    mend="Write it into a legal text that the channel carries: `{{ brand.address.street }}` and so on.",
    wrong="<footer>{{ brand.legal_name }}</footer>",
    right="<footer>{{ brand.legal_name }}, {{ brand.address_line }}</footer>",
)
UNSUBSCRIBE = Rule(
    "channel/unsubscribe",
    Severity.ERROR,
    holds="Where `brand.yaml` requires `unsubscribe`, an e-mail links to `{{ merge.unsubscribe_url }}` in its HTML, "
    "and shows the address in its text part.",
    why="Whoever cannot leave marks the mail as junk, and then nobody gets it. In most countries it is the law, too.",
    mend="Add `[Unsubscribe]({{ merge.unsubscribe_url }})` to a legal text that the channel carries.",
    wrong="<footer>{{ brand.legal_name }}</footer>",
    right='<footer><a href="{{ merge.unsubscribe_url }}">Unsubscribe</a></footer>',
)
CTAS = Rule(
    "channel/ctas",
    Severity.ERROR,
    holds="A touchpoint shows at least and at most as many calls to action as `brand.yaml` says for its channel. "
    "One that is shown twice counts once.",
    why="With none, readers do not know what to do next; with many, none of them is the one thing to do.",
    mend="Add one with `cta: ID`, or leave the weakest out.",
    wrong="A page without a single `cta`, where brand.yaml says `ctas: {min: 1}`",
    right="::: cta-band\ncta: demo\n---\n## See it once\n:::",
)
LENGTH = Rule(
    "channel/length",
    Severity.ERROR,
    holds="Titles, descriptions, subjects and preheaders are as long as `brand.yaml` says for their channel, in "
    "characters as readers see them. One that has a `min` must be there. A merge field counts as 10 characters.",
    why="Search results and inboxes cut off what is longer, and fill what is shorter with words of their own choice.",
    mend="Shorten or lengthen it.",
    wrong="description: Invoices.",
    right="description: Halfday writes the invoice, sends it the same half-day, and asks politely until it is paid.",
)
READING_GRADE = Rule(
    "channel/reading-grade",
    Severity.WARNING,
    holds="The running text of a touchpoint reads at no higher Flesch-Kincaid grade than `brand.yaml` says for its "
    "channel. It is worked out for English, over texts of 100 words or more, without headings, tables, labels and "
    "other people's words.",
    why="Busy people read below their level. Long sentences of long words lose them, whatever they say.",
    mend="Make two sentences of the longest ones, and use shorter words.",
    wrong="Notwithstanding the aforementioned considerations, organisations frequently experience difficulties.",
    right="Even so, many firms find this hard.",
)
