"""The weights of the evidence for a candidate, in one table.

Set by hand on the development texts (seed, airwars_syria/dev, muc4 tst1) and on geoparsing LGL and TR-News, where they
raised the share of right places within 161 km from 0.71 to 0.71 and from 0.77 to 0.82 while false names fell. GeoVirus was read
once for kinds of error and no weight was set on it. `dateline evaluate geoparsing` measures them again.
"""

from __future__ import annotations

from dateline.resources.gazetteer import Feature

NAME = 1.0
"""Times how well the name fits: 1.0 as stored, 0.95 but for an article, below 0.9 for another spelling."""
PRIMARY = 0.3
"""The name is the place's own, not one of its alternates."""
POPULATION = 0.1
"""Times the decimal logarithm of the population: a town of 50,000 outweighs a village of 500 by 0.2."""
LARGE = 0.25
"""Times the same above 100,000 people: news calls large cities by their bare names wherever it is written."""
ADMIN = 0.6
"""Times the weight of the population of subdivisions, which counts their towns again."""
SUPPLEMENT = 0.25
"""The place stands in our supplement because reports name it."""
FEATURE = {
    Feature.COUNTRY: 0.9,
    Feature.REGION: 1.0,
    Feature.ADMIN1: 0.25,
    Feature.ADMIN2: -0.1,
    Feature.AREA: 0.2,
    Feature.CITY: 0.3,
    Feature.NEIGHBOURHOOD: 0.2,
    Feature.FACILITY: 0.05,
}
TYPE_FITS = 0.6
"""The text says "province" and it is one."""
TYPE_DIFFERS = -0.3
TYPE_EXCLUDES = -2.5
"""The text says "town" and it is a country, "river" and it is a town."""
PART_OF_PROVINCE = 1.1
"""The text says "eastern X" or "X countryside": the province is meant rather than the town of the same name, but of a
capital "eastern X" is the city."""
CONTAINED = 1.2
"""The text says that it lies in a place which contains it ("X, Y", "X in Y", "the Syrian town of X")."""
CONTAINS = 0.5
"""The text says that it contains a place which lies in it."""
CLOSE = 0.6
"""The text says "near Y" and it is."""
CLOSE_M = 100_000.0
FOCUS_COUNTRY = 1.0
"""Times the share of the document's places and demonyms that point to its country."""
FOCUS_NEARBY = 0.5
"""Times the share of the document's settled places that lie within `NEARBY_M`."""
NEARBY_M = 150_000.0
ABROAD = 0.8
"""Times the share of the country that the document's places are most in: taken from candidates in countries it never names."""
ONE_COUNTRY = 0.6
"""Share of the document's place names in one country from which an unknown village is taken to be there too."""
WELL_KNOWN = 1_000_000
"""A city abroad that is at least as large, or a province five times as large, may be meant by its name alone."""
SMALL = 100_000
"""A smaller place far from where the text puts its name is another of the name."""
SAME_NAME = 0.8
"""Times the containment found for another mention of the same name."""
MARGIN = 0.12
"""Places further apart than this in score are told apart; nearer ones stay unresolved with their candidates."""
SAME_SPOT_M = 30_000.0
"""Candidates within this distance, or one inside the other, do not contradict each other."""
ALIKE_NEEDS = 0.15
"""Share of the document's focus that a country needs before another spelling of a name is accepted there."""
VILLAGE = 20_000
VILLAGE_TELLS = 0.5
"""What a smaller place tells about the country that a document is about, beside a larger one or a country."""
UNLIKELY = 0.03
"""Share of the focus below which a small place in another country is not accepted on its name alone."""
STRONG = 0.5
"""Share of the focus from which a document is about one country."""
SOUNDS_RIGHT = 0.75
"""Score of another spelling that is accepted without the text saying where the place lies."""
CANDIDATES = 24
KEPT = 6
"""Candidates that a resolution keeps."""
HIGHEST = 5.0
"""About the highest possible sum; candidates' scores are given as shares of it."""
