"""What a mention may mean: candidates by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model.mention import Mention
from dateline.resolve.places import weights
from dateline.resources.gazetteer import Feature, Gazetteer, Match, PlaceRecord, normalise
from dateline.resources.gazetteer.names import fold

_TOWNS = frozenset("village town city hamlet township municipality neighbourhood neighborhood quarter street".split())
"""Type nouns of what is no country; "the capital of X" is another matter."""
_WATERS = frozenset({"river", "lake", "sea", "strait", "gulf"})
_FIRST = 2
AS_SPELT = 0.95
_ROMANISED = frozenset(
    "AF IQ IR SY JO LB PS IL SA YE OM AE KW QA BH EG LY TN DZ MA EH SD SS SO ET ER TD DJ MR PK IN BD NP LK MM TH KH LA CN TW "
    "JP KR KP MN RU UA BY BG RS MK BA XK GE AM AZ KZ KG TJ TM UZ GR CY".split()
)
"""Countries whose names reach English in several romanisations; elsewhere another spelling is another name."""


def read_key(mention: Mention) -> dict[str, str]:
    """Return what the finder wrote into the mention's key."""
    return dict(part.split("=", 1) for part in mention.key.split(";") if "=" in part)


@dataclass(slots=True)
class Query:
    """A place mention with its candidates and their scores, best first once `rank` has run."""

    number: int
    mention: Mention
    key: dict[str, str]
    matches: list[Match]
    part_name: str | None = None
    """The part as the text calls it, where the gazetteer knows the part itself ("north-eastern Syria")."""
    scored: list[tuple[float, Match]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the key by which mentions of one name are told."""
        return normalise(self.mention.text)

    @property
    def best(self) -> PlaceRecord | None:
        """Return the best candidate."""
        return self.scored[0][1].record if self.scored else None


def candidates(gazetteer: Gazetteer, number: int, mention: Mention, focus: frozenset[str]) -> Query:
    """Look a mention up: with its part, with its type noun, as it stands, and in other spellings within `focus`."""
    key = read_key(mention)
    if part := key.get("part"):
        named = [
            m
            for m in gazetteer.lookup(f"{part} {mention.text}")
            if m.record.feature in (Feature.REGION, Feature.AREA, Feature.ADMIN1)
        ]
        if named:
            return Query(number, mention, key, named, part_name=f"{part} {mention.text}")
    found = list(gazetteer.lookup(mention.text))
    if (kind := key.get("type")) and kind in gazetteer.words.types:
        known = {m.record.index for m in found}
        found += [m for m in gazetteer.lookup(f"{mention.text} {kind}") if m.record.index not in known]
    words = mention.text.split()
    settled = words[-1].lower() in _TOWNS and not any(m.primary for m in found)
    if len(words) > 1 and words[-1].lower() in gazetteer.words.types and (settled or not found):
        known = {m.record.index for m in found}
        found += [m for m in gazetteer.lookup(" ".join(words[:-1])) if m.record.index not in known]
        key.setdefault("type", words[-1].lower())
    found += _of_the_name(gazetteer, found)
    if not found and len(mention.text) == 2 and mention.text.isupper():
        states = (gazetteer.subdivision(f"{country}-{mention.text}") for country in ("US", "CA", "AU"))
        found = [Match(state, 1.0, False) for state in states if state is not None]
    if not found:
        alike = gazetteer.alike(mention.text)
        found = [m for m in alike if m.record.country in focus & _ROMANISED and m.record.feature is not Feature.COUNTRY]
    return Query(number, mention, key, found[: 3 * weights.CANDIDATES])


def _of_the_name(gazetteer: Gazetteer, found: Sequence[Match]) -> list[Match]:
    """Return the provinces that towns in `found` bear the names of, where the name as spelt is not known as theirs."""
    known = {m.record.index for m in found}
    out: list[Match] = []
    for match in found[:_FIRST]:
        outer = gazetteer.admin1_of(match.record) if match.record.feature is Feature.CITY and match.score == 1.0 else None
        if outer is not None and outer.index not in known and fold(normalise(outer.name)) == fold(normalise(match.record.name)):
            known.add(outer.index)
            out.append(Match(outer, match.score, match.primary))
    return out


def fits(kind: str, fitting: tuple[str, ...], record: PlaceRecord) -> bool:
    """Tell whether a type noun can be said of a record at all: no country is a town and no town a river."""
    if record.feature in (Feature.COUNTRY, Feature.REGION):
        return kind not in _TOWNS
    if kind in _WATERS and record.feature in (Feature.ADMIN1, Feature.ADMIN2):
        return False
    return record.feature not in (Feature.CITY, Feature.NEIGHBOURHOOD) or fitting != ("area",)
