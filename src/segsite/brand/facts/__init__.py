"""Facts: numbers and names the company vouches for, and texts that state them."""
