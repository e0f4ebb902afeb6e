"""The profiles of e-mail platforms, one file each."""
