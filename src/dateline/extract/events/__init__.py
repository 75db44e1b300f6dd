"""Event mentions: codebook types with anchor, polarity and modality."""

from dateline.extract.events.step import EventStep

__all__ = ["EventStep"]
