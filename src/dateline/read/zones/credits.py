"""Lines that say who wrote, took, posted or edited something, and nothing else."""

from __future__ import annotations

import re

LONGEST = 45
"""Words of a credit, those of a translator's or a contributor's note among them."""
ROLES = (
    r"(?:additional |further |with )?(?:reporting|writing|editing|translation|production|graphics?) (?:by|from)|"
    r"(?:written|edited|compiled|translated|reported|produced|prepared|posted|published|submitted|story|words) by|by"
)
PICTURES = (
    r"(?:photo(?:graph)?|image|picture|video|file photo|graphic|illustration)s?(?: (?:credit|source|courtesy|by|from))?\s?[:/]|"
    r"(?:photo(?:graph)?|image|picture|video|footage|graphic|illustration)s? (?:by|courtesy of)\s|"
    r"(?:image|photo|picture) source,|courtesy of\s|handout (?:via|from|by)\s"
)
SOURCES = r"(?:source|credit|author|reporter|editor|correspondent|via|reporting|translation|editing)s?\s?[:/]"
CREDIT = re.compile(rf"[(\[]?\s?(?:{ROLES}|{PICTURES}|{SOURCES})\s?(.{{0,160}})", re.I)
CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this|reporting|to the) ?|\bthis (?:story|article|report|piece) (?:has been|was|first|originally) "
    r"(?:updated|corrected|first|originally|appeared|published|clarified)|\boriginally (?:appeared|published) (?:in|on|at)\b",
    re.I,
)
DESK = re.compile(
    r"(?:by |from )?(?:our|a|the)? ?(?:own |special |staff )?correspondents?(?: in [A-Z][\w -]{2,30})?|"
    r"(?:by )?staff(?: (?:writer|reporter|correspondent)s?)?|"
    r"(?:by )?(?:\w{2,20} ){0,2}(?:news|web|city|foreign|national|digital) (?:desk|room|staff)",
    re.I,
)
NAME = r"[A-Z][\w.'’-]{0,30}"
PICTURE_CREDIT = re.compile(
    rf"[(\[]?\s?(?:(?:{NAME} ){{1,2}}(?i:(?:file )?photos?)\s?(?:/.{{0,60}})?|"
    rf"(?:©|\([cC]\))\s?(?:(?:19|20)\d\d,?\s)?{NAME}(?: {NAME}){{0,4}}|"
    rf"{NAME}(?: {NAME}){{1,3}}\s?/\s?{NAME}(?: {NAME}){{0,3}}(?: via {NAME}(?: {NAME}){{0,2}})?(?:,? (?i:file))?|"
    r"(?i:getty images|shutterstock|image caption|image source|"
    r"(?:file|archive|stock) (?:photo|image|picture|footage)\b.{0,160}))\s?[)\]]?\.?"
)
SMALL = frozenset("and in with for from by of the de al el via at on".split())


def is_credit(text: str, words: int) -> bool:
    """Tell whether a block says who wrote, took or edited something, and nothing else."""
    if words > LONGEST:
        return False
    if CONTRIBUTED.search(text) or any(p.fullmatch(text) for p in (DESK, PICTURE_CREDIT)):
        return True
    match = CREDIT.match(text)
    if match is None:
        return False
    rest = re.findall(r"[^\W\d_]+", match[1])
    named = sum(w[0].isupper() for w in rest)
    small = sum(w in SMALL for w in rest)
    return len(rest) <= 30 and 4 * (named + small) >= 3 * len(rest) and (named > 0 or not rest) and not text.isupper()
