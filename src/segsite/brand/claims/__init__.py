"""Claims: what the company may say, to whom and until when, and words that need one."""
