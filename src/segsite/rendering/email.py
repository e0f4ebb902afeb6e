"""E-mail templates: HTML with inlined styles, and a text part from the same sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import css_inline

from segsite.brand.channels.fields import front_place
from segsite.brand.email.places import merge_place
from segsite.diagnostics import Broken, Findings
from segsite.model.mailbox import Mailbox
from segsite.model.merge_fields import SYSTEM_FIELDS, placeholder
from segsite.model.touchpoint import Channel, EmailFile
from segsite.model.values import Scalar, find
from segsite.rendering.addresses import page_path
from segsite.rendering.faces import safe
from segsite.rendering.filled import Text
from segsite.rendering.merge import for_recipient
from segsite.rendering.packages import Mail, Package, package
from segsite.rendering.views import Record
from segsite.rendering.web import front_passages, front_scalars, front_text, is_draft, spoken
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from segsite.brand.passages import Spoken
    from segsite.inheritance import Node, Touchpoint
    from segsite.rendering.platforms import Platform
    from segsite.rendering.renderer import Renderer
    from segsite.rendering.setting import Followed, Setting


@dataclass(frozen=True, eq=False, slots=True)
class RenderedEmail:
    """An e-mail as rendered, before a platform's syntax is put in.

    Attributes:
        mail: What it is.
        findings: What is wrong with it.
        followed: The parts of pages it links to.
        spoken: What it says.
    """

    mail: Mail
    findings: Findings
    followed: tuple[Followed, ...]
    spoken: Spoken

    def on(self, platform: Platform) -> Package:
        """Its files for a platform; what the platform lacks for it is a finding."""
        made, named = package(self.mail, platform), platform.profile.name
        for lack in made.lacks:
            message = f"{named} has no {lack.what}."
            if lack.field not in SYSTEM_FIELDS:
                message = f"{named} has nothing for {lack.what}, which `merge.{lack.field}` needs here."
            self.findings.add(rules.PLATFORM.at(merge_place(self.spoken, lack.field), message, lack.remedy))
        for needed in platform.profile.requires:
            if placeholder(needed) not in self.mail.html:
                message = f"{named} sends no e-mail without `merge.{needed}`."
                self.findings.add(rules.PLATFORM.at(front_place(self.spoken), message, _REQUIRED))
        for field in made.unnamed:
            message = f"`merge.{field}` cannot be called `{platform.name_of(field)}` on {named}."
            hint = f"Say in segsite.yaml what it is called there: `email: fields: {field}: {{{platform.key}: …}}`."
            hint = " ".join(part for part in (platform.profile.naming.hint, hint) if part)
            self.findings.add(rules.FIELD.at(merge_place(self.spoken, field), message, hint))
        return made


_KEPT_STYLE = re.compile(r"(<head[^>]*>)(<style>[^<]*</style>\s*)(.*?)(?=</head>)", re.DOTALL)
_REQUIRED = "Show it in a legal text that the channel carries, or in the layout."
_INLINERS_OWN = ' data-css-inline="keep"'
"""What a layout writes on a `<style>` that the inliner is to leave where it is."""
_inliner = css_inline.CSSInliner(
    inline_style_tags=True, keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False
)


def render_email(renderer: Renderer, node: Node, touchpoint: Touchpoint) -> RenderedEmail:
    """An e-mail template for every platform."""
    setting = renderer.setting(node, touchpoint, Channel.EMAIL)
    fields = front_passages(setting, touchpoint, "subject", "preheader")
    names = renderer.names(setting)
    names["email"] = _email(renderer, setting, touchpoint)
    names["sections"] = renderer.sections(touchpoint, setting, names)
    layout = touchpoint.front.layout or "email"
    html, text = "", ""
    try:
        faces = renderer.faces(setting.tongue.locale)
        style = renderer.email_style(node)
        place = touchpoint.front.place("layout") if touchpoint.front.layout else None
        html = faces.render(f"layouts/{layout}.html", {**names, "style": safe(style)}, place)
        text = faces.render(f"layouts/{layout}.txt", names, place)
    except Broken as broken:
        setting.findings.add(broken.finding)
    markup, text = inline_styles(html), text.strip() + "\n"
    said = replace(spoken(setting, touchpoint, fields, markup), text=text)
    mail = _mail(renderer, setting, touchpoint, markup, text)
    return RenderedEmail(mail, setting.findings, tuple(setting.followed), said)


def _mail(renderer: Renderer, setting: Setting, touchpoint: Touchpoint, markup: str, text: str) -> Mail:
    front = touchpoint.front
    flow = (front.sequence, front.after or "at once") if isinstance(front, EmailFile) and front.sequence else None
    return Mail(
        setting.node.id,
        touchpoint.name,
        setting.tongue.locale,
        markup,
        text,
        subjects_of(setting, touchpoint),
        front_text(setting, touchpoint, "preheader") or "",
        _mailbox(renderer, setting, touchpoint, "from"),
        _mailbox(renderer, setting, touchpoint, "reply_to"),
        flow,
        dict(setting.tracking.parameters),
    )


def subjects_of(setting: Setting, touchpoint: Touchpoint) -> tuple[str, ...]:
    """The subject of an e-mail, or its variants."""
    return tuple(setting.words(Text(*written)) for written in front_scalars(touchpoint, "subject"))


def _mailbox(renderer: Renderer, setting: Setting, touchpoint: Touchpoint, key: str) -> Mailbox | None:
    """Who an e-mail is from, or where answers go: what its own front matter says, or segsite.yaml."""
    config = renderer.site.config
    own, shared = touchpoint.written.get(key), find(config.as_written, ("email", key))
    written = own if isinstance(own, Scalar) and own.value is not None else shared
    if not isinstance(written, Scalar) or not isinstance(written.value, str):
        return None
    findings = Findings()
    text = setting.tongue.filler.fill(Text(written.value, written.place), setting.names, findings).text
    setting.findings.extend(findings)
    try:
        return Mailbox.of(text)
    except ValueError as error:
        if not len(findings):
            message = f"`{key}` cannot be `{text}`: {error}."
            setting.findings.add(rules.SENDER.at(written.place, message))
        return None


def inline_styles(markup: str) -> str:
    """HTML with its style rules written on the elements; at-rules, such as media queries, stay in the head."""
    if not markup.strip():
        return ""
    # The inliner puts what stays first; the charset must stand within the first kilobyte.
    inlined = _KEPT_STYLE.sub(r"\1\3\2", _inliner.inline(markup), count=1)
    return inlined.replace(_INLINERS_OWN, "").strip() + "\n"


def _email(renderer: Renderer, setting: Setting, touchpoint: Touchpoint) -> Record:
    path = page_path(setting.node.id, "index")
    subjects = subjects_of(setting, touchpoint)
    own = setting.names["email"]
    values: dict[str, Any] = {
        "subject": subjects[0] if subjects else "",  # a layout may count on it
        "title": for_recipient(subjects[0]) if subjects else "",  # for places where platforms put nothing in
        "preheader": front_text(setting, touchpoint, "preheader"),
        "url": setting.linked(renderer.addresses.url(path)),
        "name": touchpoint.name,
        "draft": is_draft(setting.node, touchpoint),
        "data": (lambda: own["data"]) if "data" in touchpoint.written.entries else None,
    }
    return Record("email", values)
