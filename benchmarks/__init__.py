"""Speed, measured against the bare parser on the same words: `make bench`."""
