"""E-mail templates: HTML with inlined styles, and a text part from the same sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import css_inline

from segsite.diagnostics import Broken, Findings
from segsite.model.touchpoint import Channel
from segsite.rendering.addresses import page_path
from segsite.rendering.faces import safe
from segsite.rendering.plaintext import UNBROKEN_SPACE, lay_out
from segsite.rendering.views import Record
from segsite.rendering.web import front_passages, front_text, is_draft, spoken

if TYPE_CHECKING:
    from segsite.brand.passages import Spoken
    from segsite.inheritance import Node, Touchpoint
    from segsite.rendering.merge import Platform
    from segsite.rendering.renderer import Renderer
    from segsite.rendering.setting import Followed, Setting


@dataclass(frozen=True, eq=False, slots=True)
class RenderedEmail:
    """An e-mail as rendered, before a platform's merge syntax is put in.

    Attributes:
        html: The HTML part; merge fields are placeholders.
        text: The text part, likewise.
        findings: What is wrong with it.
        followed: The parts of pages it links to.
        spoken: What it says.
    """

    html: str
    text: str
    findings: Findings
    followed: tuple[Followed, ...]
    spoken: Spoken

    def on(self, platform: Platform) -> tuple[str, str]:
        """The HTML and the text part for a platform."""
        return platform.put_in(self.html, markup=True), lay_out(platform.put_in(self.text, UNBROKEN_SPACE))


_KEPT_STYLE = re.compile(r"(<head[^>]*>)(<style>[^<]*</style>\s*)(.*?)(?=</head>)", re.DOTALL)
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
    return RenderedEmail(markup, text, setting.findings, tuple(setting.followed), said)


def inline_styles(markup: str) -> str:
    """HTML with its style rules written on the elements; at-rules, such as media queries, stay in the head."""
    if not markup.strip():
        return ""
    # The inliner puts what stays first; the charset must stand within the first kilobyte.
    return _KEPT_STYLE.sub(r"\1\3\2", _inliner.inline(markup), count=1).strip() + "\n"


def _email(renderer: Renderer, setting: Setting, touchpoint: Touchpoint) -> Record:
    path = page_path(setting.node.id, "index")
    own = setting.names["email"]
    values: dict[str, Any] = {
        "subject": front_text(setting, touchpoint, "subject") or "",  # a layout may count on it
        "preheader": front_text(setting, touchpoint, "preheader"),
        "url": renderer.addresses.absolute(renderer.addresses.url(path)),
        "name": touchpoint.name,
        "draft": is_draft(setting.node, touchpoint),
        "data": (lambda: own["data"]) if "data" in touchpoint.written.entries else None,
    }
    return Record("email", values)
