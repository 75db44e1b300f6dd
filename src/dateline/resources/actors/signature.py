"""What a name of a body is compared by: its words by meaning and sound, its letters if it is an acronym, its initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from dateline.resources.actors.normal import parts, skeleton
from dateline.resources.actors.words import NameWords

_LONGEST = 240
_MOST_WORDS = 24
"""A name of more letters or words is cut: nobody's name is longer."""
_MOST_LETTERS = 10
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u065f]")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_ALIAS = re.compile(r"\s+(?:a\.?k\.?a\.?|alias|also known as|formerly known as|formerly)\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s+|\s+/\s*")
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_ARABIC_ARTICLE = re.compile(r"(?<!\w)(?:و|ب|ف)?(?:ال|لل)(?=\w{2})")
_ARABIC_ALEF = re.compile(r"(?<!\w)[اأإآع](?=\w)")
_ELIDED = re.compile(r"(?<!\w)([LlDd]|[Qq]u)['’](?=\w{2})")
"""A linking word of French that is written in one with the next: "l'Azawad"."""
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|e|er|eme)$")
_LETTERS = re.compile(r"[^\W_]+")
_PART = re.compile(r"\s+[-–—]\s*|\s*[–—]\s*|(?<=\w{4})-(?=[A-Z0-9])")
"""Where the name of a part begins: "the Dawn Front - Harbour faction", "the Congress-Renewed", not "Dar-ul-Islam"."""
_LEAD = re.compile(
    r"(?:the\s+)?(supporters|followers|forces|fighters|members|militia|partisans)\s+of\s+(?:the\s+)?(?=\S)", re.IGNORECASE
)
_ROMAN = frozenset({"ii", "iii", "iv"})


class Word(NamedTuple):
    """One word of a name: what it is compared by, how it is written, and what it weighs."""

    key: str
    fold: str
    weight: float


@dataclass(frozen=True, slots=True)
class Signature:
    """A name as it is compared."""

    words: tuple[Word, ...]
    letters: str
    """The letters of an acronym, else empty."""
    written: tuple[str, ...]
    """All words as folded, linking words included, for initials."""
    heads: frozenset[str]
    apart: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    glued: str
    """The skeleton of all words run together."""
    lead: str = ""
    """Whose body it is that the name tells: "supporters" of "supporters of the Harbour Party"."""
    part: Signature | None = None
    """The part of the body that is named, "Harbour faction"."""

    @property
    def weight(self) -> float:
        """Return what all words weigh."""
        return sum(w.weight for w in self.words)


def signatures(name: str, table: NameWords) -> tuple[Signature, ...]:
    """Return a name as it is compared: the name itself first, then what stands in brackets or after "also known as".

    Nothing for a name without a letter or digit.
    """
    found = (_signature(form, table) for form in forms(name))
    return tuple(dict.fromkeys(s for s in found if s is not None))


def forms(name: str) -> tuple[str, ...]:
    """Return a name without its brackets, and each acronym or longer name that stands in them."""
    plain = _UNSEEN.sub("", " ".join(name[:_LONGEST].split()))
    out = []
    halves = _SLASH.split(plain)
    several = len(halves) > 1 and all(len(half.split()) > 1 for half in halves)
    for alias in halves if several else _ALIAS.split(plain):
        inside = [m.strip() for m in _BRACKETED.findall(alias)]
        others = [m for m in inside if acronym(m) or len(m.split()) > 1]
        # "National Liberation Army (Colombia)": one word that tells which of several is of the name
        kept = [m for m in inside if m not in others]
        outside = " ".join([_BRACKETED.sub(" ", alias).strip(" ()[]"), *kept]).strip()
        out += [outside, *others]
    return tuple(dict.fromkeys(form for form in out if form))


def acronym(text: str) -> str:
    """Return the letters and digits of an acronym ("SPLM/A", "P.K.K."), the empty string for anything else."""
    if len(text) > 2 * _MOST_LETTERS or " " in text:
        return ""
    letters = "".join(_LETTERS.findall(text))
    upper = sum(c.isupper() for c in letters)
    digits = sum(c.isdigit() for c in letters)
    fits = 2 <= len(letters) <= _MOST_LETTERS and letters.isascii() and letters[0].isupper() and upper + digits >= 2
    return letters.upper() if fits and upper + digits >= 0.6 * len(letters) else ""


def _signature(form: str, table: NameWords) -> Signature | None:
    lead = _LEAD.match(form)
    base, *rest = _PART.split(form[lead.end() :] if lead else form, maxsplit=1)
    if rest and (not base.strip() or not rest[0].strip()):
        base, rest = f"{base} {rest[0]}", []
    first, _, others = base.partition(" ")
    if not rest and acronym(first) and any(a in table.apart for w in others.lower().split() for a in table.keys(w)):
        base, rest = first, [others]  # "DLF Harbour faction"
    part = _single(rest[0], table, short=True) if rest else None
    found = _single(base, table)
    if found is None:
        return None
    return Signature(
        found.words, found.letters, found.written, found.heads, found.apart, found.places, found.numbers, found.glued,
        lead[1].lower() if lead else "", part,
    )  # fmt: skip


def _single(form: str, table: NameWords, short: bool = False) -> Signature | None:
    folds = [_ORDINAL.sub(r"\1", p.fold) for p in parts(_latin(form)) if p.fold][:_MOST_WORDS]
    numbers = frozenset("".join(c for c in f if c.isdigit()) or f for f in folds if f in _ROMAN or any(c.isdigit() for c in f))
    content = [f for f in folds if f not in table.skipped] or folds
    if not content:
        return None
    unvowelled = _ARABIC.search(form) is not None
    words = tuple(Word(key, fold, table.weight(key)) for fold in content for key in table.keys(fold, unvowelled))
    keys = frozenset(w.key for w in words)
    bare = " ".join(w for w in form.split() if w.lower() not in _ROMAN and not w.isdigit())
    return Signature(
        words,
        acronym(bare) or (bare.upper() if short and len(bare) == 1 else ""),
        tuple(f for f in folds if f not in _ROMAN),
        keys & table.heads,
        keys & table.apart,
        keys & table.places,
        numbers,
        skeleton("".join(content)) or "".join(content),
    )


def _latin(form: str) -> str:
    """Return a form without the articles that are written in one with their word in French and in Arabic letters."""
    form = _ELIDED.sub(r"\1 ", form)
    if form.isascii():
        return form
    return _ARABIC_ALEF.sub("a", _ARABIC_ARTICLE.sub("", form))
