"""Data with a version, and their loaders: codebook, frames, gazetteer, actors, lexicons, outlines."""
