"""What happens during a command, and what was found, told to people and to programs."""
