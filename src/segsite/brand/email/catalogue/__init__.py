"""What mail clients are asked about: features of HTML and CSS, what is lost without each, and what to do instead.

Whether a client has a feature is not said here but in client_support.json, which tools/distil_client_support.py makes
from the data of caniemail.com. A feature *carries* if readers without it miss words or pictures, or meet them in
another place; all others are decoration, and an e-mail without them only looks plainer.
"""

from __future__ import annotations

from segsite.brand.email.catalogue.decoration import DECORATION
from segsite.brand.email.catalogue.elements import ELEMENTS, PICTURES
from segsite.brand.email.catalogue.layout import LAYOUT
from segsite.brand.email.catalogue.values import VALUES

FEATURES = {feature.key: feature for feature in (*LAYOUT, *VALUES, *ELEMENTS, *PICTURES, *DECORATION)}
"""Every feature by its key."""
