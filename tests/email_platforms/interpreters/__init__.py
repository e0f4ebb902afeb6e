"""What each platform makes of a template, by its vendor's documentation and without a look at segsite's profiles.

`sent(text, recipient)` gives what a recipient is sent, whose values go by the platform's names; `OWN` is what the
platform itself gives, by segsite's names. What the documentation does not tell raises `NotRead`, and so does what is
left over.
"""
