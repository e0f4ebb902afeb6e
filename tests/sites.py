"""Sites for tests: a whole site in one string, in the style of txtar.

A line `-- path --` starts a file; what follows, up to the next such line, is its text. Later files of the
same path replace earlier ones, so a test writes only what it is about, over `BASE`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = re.compile(r"^-- (?P<path>\S(?:.*\S)?) --$", re.MULTILINE)


def parse_site(text: str) -> dict[str, str]:
    """The files of a site by their path; a path that leads outside the site is a mistake of the test."""
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    assert not text[: heads[0].start() if heads else None].strip(), "text before the first `-- path --`"
    files = {head["path"]: text[head.end() + 1 : end] for head, end in zip(heads, ends, strict=True)}
    assert not any(path.startswith("/") or ".." in path.split("/") for path in files)
    return files


def write_site(folder: Path, text: str) -> Path:
    """Write the files of a site into a folder, over what is there; the folder is given back."""
    for path, content in parse_site(text).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8", newline="\n")
    return folder


BASE = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
-- brand/brand.yaml --
name: Acme
legal_name: Acme Ltd.
rules: {"heading/*": "off", "cohesion/*": "off", email/preheader: "off"}
-- themes/plain/theme.yaml --
name: plain
strings:
  skip: {en: Skip to content, de: Zum Inhalt}
-- themes/plain/style.css --
body { font-family: sans-serif }
-- themes/plain/layouts/landing.html --
<!DOCTYPE html>
<html lang="{{ lang }}" dir="{{ dir }}">
<head>
<meta charset="utf-8">
<title>{{ page.title }}</title>
<link rel="canonical" href="{{ page.url }}">
<link rel="stylesheet" href="{{ stylesheet }}">
</head>
<body>
<a href="#main">{{ strings.skip }}</a>
<main id="main">
{%- for section in sections %}
{{ section.html }}
{%- endfor %}
</main>
{%- for entry in legal %}
<footer>{{ entry.html }}</footer>
{%- endfor %}
</body>
</html>
-- themes/plain/layouts/email.html --
<!DOCTYPE html>
<html lang="{{ lang }}" dir="{{ dir }}">
<head>
<meta charset="utf-8">
<title>{{ email.subject }}</title>
<style>{{ style }}</style>
</head>
<body>
<div class="preheader">{{ email.preheader or "" }}</div>
{%- for section in sections %}
{{ section.html }}
{%- endfor %}
{%- for entry in legal %}
{{ entry.html }}
{%- endfor %}
<p>{{ merge.postal_address }} <a href="{{ merge.unsubscribe_url }}">Unsubscribe</a></p>
</body>
</html>
-- themes/plain/layouts/email.txt --
{{ email.subject }}

{% for section in sections %}{{ section.text }}

{% endfor %}{% for entry in legal %}{{ entry.text }}
{% endfor %}
{{ merge.postal_address }}
Unsubscribe: {{ merge.unsubscribe_url }}
-- themes/plain/layouts/404.html --
<!DOCTYPE html>
<html lang="{{ lang }}" dir="{{ dir }}">
<head><meta charset="utf-8"><title>{{ page.title }}</title></head>
<body><h1>Not found</h1></body>
</html>
-- themes/plain/layouts/segments.html --
<!DOCTYPE html>
<html lang="{{ lang }}" dir="{{ dir }}">
<head><meta charset="utf-8"><title>{{ page.title }}</title></head>
<body>
{%- macro branch(node) %}
<li><a href="{{ node.url }}">{{ node.segment.name }}</a>
{%- if node.children %}
<ul>{% for child in node.children %}{{ branch(child) }}{% endfor %}</ul>
{%- endif %}</li>
{%- endmacro %}
<ul>{% for node in tree %}{{ branch(node) }}{% endfor %}</ul>
</body>
</html>
-- themes/plain/layouts/redirect.html --
<!DOCTYPE html>
<html lang="{{ lang }}" dir="{{ dir }}">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta http-equiv="refresh" content="0; url={{ target }}">
<link rel="canonical" href="{{ canonical }}">
</head>
<body><a href="{{ target }}">{{ canonical }}</a></body>
</html>
-- themes/plain/email/style.css --
.prose p { margin: 0 }
-- themes/plain/components/prose/component.yaml --
description: Running text.
channels: [web, email]
body: prose
-- themes/plain/components/prose/web.html --
<section id="{{ section.id }}" class="prose">{{ section.body }}</section>
-- themes/plain/components/prose/email.html --
<table role="presentation"><tr><td class="prose">{{ section.body }}</td></tr></table>
-- themes/plain/components/hero/component.yaml --
description: The first thing readers see.
channels: [web, email]
body: prose
options:
  eyebrow: {type: text, description: A line above the heading., max: 60}
  cta: {type: cta, description: What readers should do.}
  image: {type: asset, description: A picture.}
  align: {type: choice, choices: [left, center], default: left, description: Where the text stands.}
-- themes/plain/components/hero/web.html --
<section id="{{ section.id }}" class="hero hero--{{ section.options.align }}">
{%- if section.options.eyebrow %}<p class="eyebrow">{{ section.options.eyebrow }}</p>{% endif %}
{{ section.body }}
{%- if section.options.cta %}
<a href="{{ section.options.cta.url }}">{{ section.options.cta.label }}</a>
{%- endif %}
{%- if section.options.image %}<img src="{{ section.options.image.url }}" alt="">{% endif %}
</section>
-- themes/plain/components/hero/email.html --
<table role="presentation"><tr><td class="hero">
{{ section.body }}
{%- if section.options.cta %}
<a href="{{ section.options.cta.url }}">{{ section.options.cta.label }}</a>
{%- endif %}
</td></tr></table>
-- themes/plain/components/hero/style.css --
.hero { padding: 2rem }
-- themes/plain/components/features/component.yaml --
description: Reasons, each with a title.
channels: [web, email]
body: items
item_options:
  price: {type: text, description: What it costs.}
limits:
  items: {min: 1, max: 6}
-- themes/plain/components/features/web.html --
<section id="{{ section.id }}" class="features">
{{ section.intro or "" }}
{%- for item in section.items %}
<div id="{{ item.id }}"><h2>{{ item.title }}</h2>{{ item.options.price or "" }}{{ item.body }}</div>
{%- endfor %}
</section>
-- themes/plain/components/features/email.html --
<table role="presentation">
{%- for item in section.items %}
<tr><td><strong>{{ item.title }}</strong>{{ item.body }}</td></tr>
{%- endfor %}
</table>
-- content/segments/segment.yaml --
name: Everyone
audience: people who make things
message:
  headline: Make things sooner
  promise: Less waiting, more making.
ctas:
  demo: {label: Book a demo, url: "https://www.acme.example/app/demo"}
-- content/segments/index.md --
---
title: Acme for {{ segment.name }}
description: What Acme does for {{ segment.audience }}.
---

::: hero
cta: demo
---
# {{ message.headline }}

{{ message.promise }}
:::

Plain words between sections.

::: features
### Fast
Ready before lunch.
### Friendly
Answers on the same day.
:::
"""
"""The smallest site that has everything: a theme with three components, one segment, one page."""
