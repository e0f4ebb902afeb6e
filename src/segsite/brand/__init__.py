"""Standards, and the rules that hold to them what every touchpoint says."""
