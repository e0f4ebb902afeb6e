"""`python -m segsite`, for where the `segsite` command is not on the path."""

import sys

from segsite.cli import main

sys.exit(main())
