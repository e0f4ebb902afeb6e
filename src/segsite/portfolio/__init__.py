"""What can be asked across segments: which there are, what each has, and from where."""
