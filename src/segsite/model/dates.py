"""Days, as people write them in files."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        # Python says why in words for programmers.
        message = "write a day that there is, such as 2027-06-30"
        raise ValueError(message) from None


Date = Annotated[datetime.date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A day, written 2027-06-30."""
