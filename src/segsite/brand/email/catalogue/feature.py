"""What a feature of HTML or CSS is, for what mail clients are asked about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of HTML or CSS that some mail clients lack.

    Attributes:
        key: Its name in client_support.json.
        slug: Its page on caniemail.com.
        name: What people call it.
        loss: What becomes of the e-mail without it.
        instead: What to do instead.
        carries: Whether it carries words, pictures or their arrangement.
        properties: A pattern of the CSS properties it is found in; empty if it is no matter of a property.
        values: A pattern of the values of those properties.
        tag: A pattern of the tags it is found in; its group `words` is what shows it, else the tag's name.
        sheet: A pattern of style sheets it is found in, outside media queries.
        part: Where it is only part of what `slug` is about: a pattern of the notes on clients that lack this part.
        eased: A pattern of tags that come with a fallback of their own; they are matched without what is in brackets.
        by_mso: Whether a table or VML in a comment for Outlook beside it serves instead.
        by_content: Whether what stands between its tags serves instead.
    """

    key: str
    slug: str
    name: str
    loss: str
    instead: str
    carries: bool = True
    properties: str = ""
    values: str = ""
    tag: str = ""
    sheet: str = ""
    part: str = ""
    eased: str = ""
    by_mso: bool = False
    by_content: bool = False

    @property
    def page(self) -> str:
        """The address of what is known about it."""
        return f"https://www.caniemail.com/features/{self.slug}/"
