"""The voice: rules in Vale's format, held to what readers see."""
