"""E-mails seen and sent: previews for the browser, and a finished message handed to a mail server for a few people."""
