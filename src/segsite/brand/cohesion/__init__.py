"""What the touchpoints of a segment, and the segments of a site, say together."""
