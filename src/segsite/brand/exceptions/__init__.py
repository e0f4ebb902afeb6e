"""Findings that do not count: waived for a reason, or known since a standard was adopted."""
