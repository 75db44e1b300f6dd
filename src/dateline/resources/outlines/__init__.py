"""Country outlines, country names and large towns, for orientation on a map drawn offline."""
