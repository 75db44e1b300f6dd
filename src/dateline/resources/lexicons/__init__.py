"""Word lists and weights that several steps share."""
