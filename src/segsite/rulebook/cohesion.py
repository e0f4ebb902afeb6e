"""Rules over the touchpoints of a segment together, and over the segments of a site."""

from segsite.diagnostics import Rule, Severity

PROMISE = Rule(
    "cohesion/promise",
    Severity.WARNING,
    holds="Where an e-mail's first call to action leads to a page of the segment, that page repeats the e-mail's "
    "promise: its title, its description or its first 120 words say at least two of the words that carry the subject "
    "and the first heading, in any form, or one of their numbers. It is looked at in English, German, French and "
    "Spanish.",
    why="Whoever follows a promise and does not find it again thinks the link was wrong, and leaves.",
    mend="Say on the page, in its title, its first heading or just below, what the e-mail has promised.",
    wrong="subject: Three ways to shorten the queue (the page begins: “Our company”)",
    right="subject: Three ways to shorten the queue (the page begins: “Shorten the queue”)",
)
CTA_LABEL = Rule(
    "cohesion/cta-label",
    Severity.WARNING,
    holds="Within a segment, calls to action that lead to the same address have the same label.",
    why="Two names look like two offers. Who has seen one in the e-mail looks for it on the page.",
    mend="Use one cta for both: give its id where it is shown, and its label once, in `segment.yaml`.",
    wrong="ctas:\n  demo: {label: Book a demo, url: /demo/}\n  tour: {label: Take the tour, url: /demo/}",
    right="ctas:\n  demo: {label: Book a demo, url: /demo/}",
)
NUMBERS = Rule(
    "cohesion/numbers",
    Severity.ERROR,
    holds="The touchpoints of a segment state the same number for the same thing: the price of a named plan, or the "
    "price “from” which all start; the length of a trial or guarantee; how many customers or countries there are. A "
    "number that comes from `brand/facts.yaml` is right. Quotations, conditions and numbers of the reader are passed "
    "over; so is what may be about two things, such as two numbers on one page, and what contradicts a fact, which "
    "`fact/contradicted` tells. It is read in English.",
    why="Readers compare what was promised with what is asked. Two prices for one thing cost more trust than either.",
    mend="Correct the wrong one. If it is said more than once, make it a fact: `{{ facts.NAME }}`.",
    wrong="Start your 14-day trial. (on another page: “free for 30 days”)",
    right="Start your {{ facts.trial }} trial.",
)
SAME_TITLE = Rule(
    "cohesion/same-title",
    Severity.WARNING,
    holds="No two pages of the site in one language have the same title. Pages with `noindex: true` do not count.",
    why="In search results nobody can tell them apart, and search engines show only one of them.",
    mend="Say in the title what is different: `{{ segment.name }}` or `{{ segment.audience }}` in an inherited page.",
    wrong="title: Prices",
    right="title: Prices for {{ segment.audience }}",
)
SAME_DESCRIPTION = Rule(
    "cohesion/same-description",
    Severity.WARNING,
    holds="No two pages of the site in one language have the same description. Pages with `noindex: true` do not "
    "count.",
    why="It is the sentence that makes people choose one result over another; the same sentence twice chooses nothing.",
    mend="Say in the description what this audience finds here.",
    wrong="description: Invoices that leave on time.      # on two pages",
    right="description: What an invoice costs, and what comes with it.",
)
SAME_SUBJECT = Rule(
    "cohesion/same-subject",
    Severity.WARNING,
    holds="No two e-mails of a segment have the same subject.",
    why="The second looks like the first sent again, and inboxes put both into one thread.",
    mend="Say in each subject what only this e-mail is about.",
    wrong="subject: News from us      # in two e-mails",
    right="subject: Your first invoice, in ninety seconds",
)
UNSAID = Rule(
    "cohesion/unsaid",
    Severity.SUGGESTION,
    holds="What a live segment writes under `message:` is said by a touchpoint, its own or one of a segment that "
    "inherits it.",
    why="A promise that nobody reads is either forgotten or not needed; and other teams think it is out there.",
    mend="Say it: `{{ message.promise }}` in a page or e-mail. Otherwise remove it.",
    wrong="message:\n  promise: Paid in days.      # and no page or e-mail says so",
    right="# {{ message.headline }}\n\n{{ message.promise }}",
)
CONTENTION = Rule(
    "segment/contention",
    Severity.WARNING,
    holds="No two live segments of one language aim at the same keyword. What a segment inherits is its ancestor's; "
    "what it writes itself is its own, even if an ancestor writes it too. Capitals, hyphens and plurals make no "
    "difference.",
    why="Their pages compete with each other for the same search, and for the same advertising money.",
    mend="Agree who keeps it, and give the other one a keyword that only its audience would use.",
    wrong="keywords: [invoicing software]  # the root's keyword, too",
    right="keywords+: [invoicing software for plumbers]",
)
