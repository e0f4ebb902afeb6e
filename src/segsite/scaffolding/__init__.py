"""`segsite new`: files to start from, which pass every check as they are."""

from segsite.scaffolding.new import new_block, new_email, new_page, new_segment

__all__ = ["new_block", "new_email", "new_page", "new_segment"]
