"""Here so that the tests of platforms find `interpreters` beside them."""
