"""Django's templates, by Django's own engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template import Context, Engine, Library, TemplateSyntaxError
from django.utils.safestring import mark_safe

from interpreters.reading import NotRead

if TYPE_CHECKING:
    from collections.abc import Mapping

if not settings.configured:
    settings.configure(USE_I18N=False)

_LIBRARY = Library()


@_LIBRARY.filter
def lookup(values: Mapping[str, Any], name: str) -> Any:
    """Klaviyo's filter: a property by its name."""
    return values.get(name)


@_LIBRARY.simple_tag(takes_context=True)
def unsubscribe_link(context: Context) -> str:
    """Klaviyo's address to unsubscribe."""
    return str(mark_safe(context["unsubscribe_url"]))


@_LIBRARY.simple_tag(takes_context=True)
def web_view_link(context: Context) -> str:
    """Klaviyo's address of the e-mail in a browser."""
    return str(mark_safe(context["view_url"]))


def rendered(text: str, names: Mapping[str, Any], *, escapes: bool) -> str:
    """A template as it is sent."""
    engine = Engine(autoescape=escapes)
    engine.template_builtins.append(_LIBRARY)
    try:
        return str(engine.from_string(text).render(Context(dict(names), autoescape=escapes)))
    except TemplateSyntaxError as error:
        raise NotRead(str(error)) from error
