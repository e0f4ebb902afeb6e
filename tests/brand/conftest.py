"""Here so that the tests of every family of rules find `words`, `looks` and `sites_held` beside it."""
