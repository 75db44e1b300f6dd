"""PlaceStep: which place each place and facility mention means, or why that is not known."""

from dateline.resolve.places.step import PlaceStep

__all__ = ["PlaceStep"]
