"""Whether a name stands where names of places stand: "villages of X and Y", "X countryside", "north of X"."""

from __future__ import annotations

from dateline.extract.mentions.actors.scan import Scan

_LOCATIVE = frozenset("in at near outside toward towards around into through across via inside within throughout".split())
_AREAS = frozenset(
    (
        "village town city countryside suburb district subdistrict sub-district province governorate canton region area "
        "zone neighbourhood neighborhood quarter camp outskirt vicinity surroundings environs perimeter centre center "
        "east west north south northeast northwest southeast southwest northern southern eastern western road highway "
        "junction crossing crossroad front frontline axis hill mountain valley river plain square street bridge dam "
        "castle point position site farm territory municipality department jurisdiction canton hamlet entrance edge "
        "capture fall liberation control occupation shelling bombardment bombing siege airspace sky kilometer kilometre "
        "km mile"
    ).split()
)
"""Nouns whose "of" or whose modifier is a place."""
_AFTER = frozenset(
    (
        "village villages town towns city countryside suburb suburbs district subdistrict province governorate canton "
        "region area areas zone neighbourhood neighbourhoods neighborhood neighborhoods quarter camp camps outskirts "
        "road highway junction crossing crossroads front frontline frontlines axis hill hills mountain mountains valley "
        "river square street bridge dam castle farm farms municipality department jurisdiction hamlet hospital school "
        "mosque church airport airbase base market prison roundabout station checkpoint lines falls field oilfield "
        "plain township barrio colony"
    ).split()
)
_FACILITIES = frozenset(
    (
        "school kindergarten hospital mosque church cathedral university institute station airport airbase base market "
        "bridge dam stadium hotel square street roundabout park prison camp falls tower palace museum library refinery "
        "plant mall clinic checkpoint bakery castle"
    ).split()
)
_DIRECTIONS = frozenset(
    (
        "north south east west northeast northwest southeast southwest northern southern eastern western north-east "
        "north-west south-east south-west northeastern northwestern southeastern southwestern central rural"
    ).split()
)
PLACE_WORDS = frozenset(
    (
        "tel tal tall tell ain ayn ein jabal jebel jabel wadi deir dayr kafr kafar kfar khirbet khirbat kherbat kherbet "
        "qasr bir jisr jesr jeser ras nahr qal'at qalat mount fort lake port puerto villa santa cerro rio camp hagia "
        "saint el la los las san sao ciudad jeb jubb qabr sere gire um umm beit bayt burj bab mazar fuente jardines "
        "colonia barrio"
    ).split()
)
"""Words that begin the names of places."""
_TO = frozenset({"to", "from", "between", "and", "on"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def names_a_facility(scan: Scan, last: int) -> bool:
    """Tell whether a name ends in a building's or a landmark's noun."""
    return scan.lowers[last] in _FACILITIES


def in_a_place_name(scan: Scan, first: int, last: int) -> bool:
    """Tell whether capitalised tokens are inside the name of a place ("Tel Amir", "Widow Camp", "Military Airbase")."""
    if scan.lowers[first - 1] in PLACE_WORDS and scan.texts[first - 1][:1].isupper():
        return True
    while last + 1 < len(scan.texts) and scan.texts[last + 1][:1].isupper() and scan.lowers[last + 1] not in _AFTER:
        last += 1
    return last + 1 < len(scan.texts) and scan.lowers[last + 1] in _AFTER


def stands_as_place(scan: Scan, first: int, last: int) -> bool:
    """Tell whether tokens [first, last] stand where a place does."""
    return _before(scan, first) or _after(scan, last) or _listed(scan, first, last)


def _before(scan: Scan, first: int) -> bool:
    """Tell what stands before: "in X", "village of X", "north X", "the road to X"."""
    if first == 0:
        return False
    at = first - 1
    if scan.lowers[at] in ("the", "al", "-") and at:
        at -= 1
    word = scan.lowers[at]
    if scan.texts[at][:1].isupper() and word in PLACE_WORDS:
        return True
    if word in _LOCATIVE:
        return not (word == "in" and at and scan.lowers[at - 1] in ("believe", "trust", "confidence", "interest", "interested"))
    if word in _DIRECTIONS:
        return True
    if word in ("of", *_TO) and at:
        noun = scan.sentence.tokens[at - 1].lemma.lower()
        roads = noun in ("road", "highway", "crossing", "frontline", "way", "route", "line")
        return noun in _AREAS and word == "of" or roads and word != "of" or scan.lowers[at - 1] in _DIRECTIONS
    return False


def _after(scan: Scan, last: int) -> bool:
    """Tell what follows: "X countryside", "X, north of Y", "X in northern Y", "X (Y)" beside a place."""
    at = last + 1
    after = scan.lowers[at : at + 4]
    if not after:
        return False
    if after[0] in _AFTER:
        return True
    if after[0] == "," or after[0] == "in":
        after = after[1:]
    if not after or after[0] not in _DIRECTIONS:
        return False
    return "of" in after[1:3] or (len(after) > 1 and scan.texts[at] == "in")


def _listed(scan: Scan, first: int, last: int) -> bool:
    """Tell whether the name is one of a list with a place, by the parse and by what stands beside it."""
    tokens = scan.sentence.tokens
    inside = set(range(first, last + 1))
    head = tokens[scan.head(first, last)]
    kin = {c.i for c in scan.sentence.children(head.i) if c.dep in ("conj", "appos")}
    if head.dep in ("conj", "appos"):
        kin.add(head.head)
    kin -= inside
    if not kin:
        return False
    parts = (c.i for c in scan.sentence.children(head.head) if c.dep == "compound")
    if head.dep == "conj" and _before(scan, min((head.head, *parts))):
        return True
    if any(scan.lowers[i] in _AFTER and tokens[i].pos in ("NOUN", "PROPN") for i in kin):
        return True
    return any(e.label in _PLACES and any(e.first <= i <= e.last for i in kin) for e in scan.sentence.entities)
