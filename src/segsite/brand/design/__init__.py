"""Tokens in use: contrast, raw values, and what a segment may vary."""
