"""Evaluation: what `dateline run` writes, scored against public gold data through mappings without a model of their own."""
