"""A theme's templates: compiled once, rendered for many; what fails is told at its line in the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, Template, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from segsite.diagnostics import Broken, Place, did_you_mean
from segsite.rendering import filters
from segsite.rendering.views import Missing, UndefinedName, View
from segsite.rulebook import themes as rules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from segsite.model.site import Theme


class _Environment(Environment):
    """Jinja for themes: a view's `.name` is always its value, never a method of ours."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return obj[attribute] if isinstance(obj, View) else super().getattr(obj, attribute)


class Faces:
    """The templates of a theme in one locale.

    Args:
        theme: The theme.
        locale: The language that numbers are written in.
    """

    def __init__(self, theme: Theme, locale: str) -> None:
        self._theme = theme
        self._sources = {source.name: source for source in theme.templates.values()}
        self._environment = _Environment(
            loader=FunctionLoader(self._load),
            autoescape=lambda name: name is None or not name.endswith(".txt"),
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            finalize=lambda value: "" if value is None else value,
            cache_size=-1,
            auto_reload=False,
        )
        self._environment.filters["items"] = filters.items
        self._environment.filters["number"] = lambda value, places=None: filters.number(value, locale, places)
        self._templates: dict[str, Template] = {}

    def render(self, name: str, names: Mapping[str, Any], asked_at: Place | None = None) -> str:
        """A template of the theme, rendered.

        Args:
            name: Such as `layouts/landing.html`.
            names: What the template knows.
            asked_at: Where the template is asked for, if a file names it.

        Raises:
            Broken: If there is no such template, or it fails; the finding is at its line.
        """
        try:
            return self._template(name, asked_at).render(names)
        except Broken:
            raise
        except TemplateSyntaxError as error:
            raise Broken(
                rules.THEME_SYNTAX.at(
                    self._line(error.filename or name, error.lineno), f"{str(error.message).rstrip('.')}."
                )
            ) from None
        except TemplateNotFound as error:
            raise Broken(self._missing(str(error), self._place_of(error.__traceback__, name))) from None
        except RecursionError:
            place = self._line(name, 1)
            raise Broken(rules.THEME_FAILED.at(place, "Templates include or call each other without end.")) from None
        except (TemplateError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError) as error:
            place = self._place_of(error.__traceback__, name)
            hint = error.hint if isinstance(error, UndefinedName) else ""
            said = str(error).rstrip(".") or type(error).__name__
            raise Broken(rules.THEME_FAILED.at(place, f"{said[:1].upper()}{said[1:]}.", hint)) from None

    def _template(self, name: str, asked_at: Place | None) -> Template:
        template = self._templates.get(name)
        if template is None:
            if name not in self._theme.templates:
                place = asked_at if asked_at is not None else self._theme.files[0].place()
                raise Broken(self._missing(name, place))
            template = self._templates[name] = self._environment.get_template(name)
        return template

    def _load(self, name: str) -> tuple[str, str, None] | None:
        source = self._theme.templates.get(name)
        return (source.text, source.name, None) if source is not None else None

    def _missing(self, name: str, place: Place) -> Any:
        known = [known for known in self._theme.templates if known.rpartition("/")[0] == name.rpartition("/")[0]]
        return rules.THEME_FILE.at(place, f"The theme has no file `{name}`.", did_you_mean(name, known))

    def _line(self, name: str, line: int) -> Place:
        source = self._sources.get(name) or self._theme.templates.get(name)
        if source is None:
            return self._theme.files[0].place()
        line = min(max(line, 1), source.text.count("\n") + 1)  # Jinja may count one more at the end of a file
        start = source.offset(line)
        text = source.line(line)
        indent = len(text) - len(text.lstrip())
        return source.place(start + indent, start + len(text))

    def _place_of(self, trace: TracebackType | None, name: str) -> Place:
        """The line of the innermost template in a traceback."""
        place = self._line(name, 1)
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if file in self._sources:
                place = self._line(file, trace.tb_lineno)
            trace = trace.tb_next
        return place


def safe(text: str) -> Markup:
    """Text that is HTML already: made by the theme, or cleaned."""
    return Markup(text)  # noqa: S704 - the callers' texts are the theme's own or nh3's
