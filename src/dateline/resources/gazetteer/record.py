"""What the gazetteer says about one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Feature(StrEnum):
    """What sort of place a record is, widest first."""

    REGION = "region"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    AREA = "area"
    """A valley, desert, lake, mountain range, island or district smaller than a region."""
    CITY = "city"
    NEIGHBOURHOOD = "neighbourhood"
    FACILITY = "facility"


FEATURES = tuple(Feature)


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place. `country` is ISO 3166-1 alpha-2, empty where it lies in several or none; `lat` is None if unknown.

    `uncertainty_m` is the radius in metres within which the place lies around its point. `kind` is the facility class
    of a facility ("prison"), the type noun of a subdivision ("province") where known, and "capital" for capitals.
    `within` is the index of the next wider record, -1 if there is none. `admin1` and `admin2` are names, `code` the
    ISO 3166 code of a country or first-level subdivision.
    """

    index: int
    id: str
    name: str
    lat: float | None
    lon: float | None
    uncertainty_m: float
    feature: Feature
    population: int
    country: str
    admin1: str
    admin2: str
    within: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A record that a name may mean. `score` is how well the name fits (1.0: as stored), not how likely the place is.

    `primary` tells whether the name is the record's own first name and not one of its alternates.
    """

    record: PlaceRecord
    score: float
    primary: bool
