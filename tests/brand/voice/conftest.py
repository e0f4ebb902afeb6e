"""Lets tests of the voice use the words that tests of the brand share."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
