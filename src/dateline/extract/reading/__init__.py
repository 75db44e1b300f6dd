"""Reading: what the trained encoder makes of every word and sentence. Rules combine with it; it decides nothing alone."""

from dateline.extract.reading.step import ReadingStep

__all__ = ["ReadingStep"]
