"""Files become models, each value with its place. The only stage that reads a site's folders."""

from segsite.reading.site import read_site

__all__ = ["read_site"]
