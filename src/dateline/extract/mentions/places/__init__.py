"""Place mentions: names of countries, regions, subdivisions, towns and neighbourhoods."""

from dateline.extract.mentions.places.finder import find

__all__ = ["find"]
