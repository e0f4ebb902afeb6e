"""Sections and components become pages and e-mails. Takes values, gives values; touches no file but assets' bytes."""
