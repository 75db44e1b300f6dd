"""Readers of training data, one module a corpus, each turning it into the one scheme of `training.scheme`."""
