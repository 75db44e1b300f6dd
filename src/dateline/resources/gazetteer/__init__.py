"""Places by name: GeoNames' populated places, countries, subdivisions, and a supplement of our own."""

from dateline.resources.gazetteer.gazetteer import Gazetteer, distance_m
from dateline.resources.gazetteer.names import normalise
from dateline.resources.gazetteer.record import Feature, Match, PlaceRecord

__all__ = ["Feature", "Gazetteer", "Match", "PlaceRecord", "distance_m", "normalise"]
