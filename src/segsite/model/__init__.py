"""The nouns: frozen, validated, free of input and output."""
