"""Place mentions: names of countries, regions, subdivisions, towns and neighbourhoods; and words of origin ("Turkish")."""

from dateline.extract.mentions.places.finder import find
from dateline.extract.mentions.places.origins import find_origins

__all__ = ["find", "find_origins"]
