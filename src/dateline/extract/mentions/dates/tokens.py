"""Tokens of date expressions: a number, word or sign with the class under which the grammar knows it."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.extract.mentions.dates import words

_PLAIN = r"(?P<plain>[^\W\d_aApPhHqQwWoO][^\W\d_]*)|"
"""Words that can begin no address, feast or time of the day, first, for speed."""
_FEAST = (
    r"|(?P<feast>(?i:christmas(?: day| eve)?|new year['’]s (?:day|eve)|boxing day|hallowe?en|valentine['’]s day|may day"
    r"|easter(?: sunday| monday| week)?|orthodox easter|good friday|thanksgiving(?: day)?|holy week|palm sunday|ash wednesday"
    r"|maundy thursday|all saints['’] day|st\. patrick['’]s day|fourth of july|veterans day|memorial day|labor day"
    r"|mother['’]s day|father['’]s day|martin luther king(?: jr\.)? day|rosh hashanah"
    r"|yom kippur|eid (?:al|ul|el)[ -](?:fitr|adha|azha))\b"
    r"|(?:Ramadh?an|Ramzan|Muharram|Ashura|Arbaeen|Mawlid|Now?r[ou]z|Newroz|Sukkot|Passover)\b)"
)
_FEASTS = re.compile(
    r"christmas|new year['’]s|boxing day|hallow|valentine|may day|easter|good friday|thanksgiving|holy week|palm sunday"
    r"|ash wednesday|maundy|all saints|patrick['’]s day|fourth of july|veterans day|memorial day|labor day|mother['’]s day"
    r"|father['’]s day|luther king|rosh hash|yom kipp|\beid \w|ramad|ramzan|muharram|ashura|arbaeen|mawlid|nowr[ou]z|noruz"
    r"|newroz|sukkot|passover"
)
_SIGNED = (
    r"(?P<address>(?:https?://|www\.)\S{1,2000}|[@#]\w{1,100})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))"
    r"|(?P<figures>\d{1,4}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{2,4}(?![\d/-]))"
    r"|(?P<nth>[QH][1-4]\b)"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<nine>9/11\b)"
    r"|(?P<mixed>\d{1,20}(?:[.,/]\d{1,20})+)"
    r"|(?P<digits>\d+)"
    r"|(?P<ampm>[aApP]\.\s?[mM]\b\.?)"
    r"|(?P<genitive>['’][sS]\b)"
)
_WORD = r"|(?P<word>[oO]['’][cC]lock\b|[^\W\d_]+)|(?P<sign>\S)"
_TOKEN = re.compile(_PLAIN + _SIGNED + _WORD)
_TOKEN_OR_FEAST = re.compile(_SIGNED + _FEAST + _WORD)

_OF_SHAPE = (
    "day num2 num yyyy hhmm iso figures clock nine decimal suffix plural ampm genitive comma dot hyphen open close quote feast "
    "fraction nth"
).split()
_TABLES: dict[str, dict[str, int] | dict[str, str]] = {
    "month": {w: i for i, w in enumerate(words.MONTHS, 1)},
    "mon": words.MONTH_SHORT,
    "weekday": {w: i for i, w in enumerate(words.WEEKDAYS, 1)},
    "dow": words.WEEKDAY_SHORT,
    "word": words.NUMBERS,
    "tens": words.TENS,
    "hundred": words.HUNDREDS,
    "ordinal": words.ORDINALS,
    "unit": words.UNITS,
    "units": words.UNITS_PLURAL,
    "tod": words.TIMES_OF_DAY,
    "point": words.POINTS_OF_DAY,
    "season": words.SEASONS,
    "decade": words.DECADES,
    "part": words.PARTS,
    "vague": words.VAGUE,
    "habit": words.HABITS,
    "today": words.DAY_SHIFT,
}
_NAMES = sorted({*_OF_SHAPE, *_TABLES, *words.CLASSES, "weekdays"})
ALPHABET: dict[str, str] = {name: chr(0x4E00 + i) for i, name in enumerate(_NAMES)}
"""Class name to the character that stands for it in a sentence's code string."""
NOTHING = "."
"""The character of every token that is of no class."""

_WORDS: dict[str, tuple[str, int | str]] = {w: (name, w) for name, ws in words.CLASSES.items() for w in ws.split()}
for _name, _table in _TABLES.items():
    _WORDS.update({w: (_name, v) for w, v in _table.items()})
_WORDS.update({w + "s": ("weekdays", i) for i, w in enumerate(words.WEEKDAYS, 1)})
_SIGNS = {
    sign: name
    for name, signs in {
        "comma": ",،·",
        "dot": ".",
        "hyphen": "-–‑",
        "open": "([",
        "close": ")]",
        "quote": "'’‘",
        "fraction": "½¼¾",
    }.items()
    for sign in signs
}
_CAPITALISED = frozenset({"month", "mon", "weekday", "dow", "weekdays"})
_FRACTIONS = frozenset({"1/2", "1/4", "3/4", "½", "¼", "¾"})
_CENTURIES = 16, 20
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_AFTER_DIGITS = frozenset({"suffix", "plural", "ampm", "oclock", "units"})
_AMPM = frozenset({"am", "pm"})
_KNOWN = frozenset(_WORDS) | _AMPM | {w.replace("'", "’") for w in _WORDS}
"""Words that may be of a class: all others pass by."""

TRIGGER = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|yester|tomor|tonight|day|daily"
    r"|night|overnight|morning|afternoon|evening|week|year|yrs|centur|hour|minute|mins|fortnight|quarter|dawn|dusk|noon|mid"
    r"|lunch|time|spring|summer|autumn|fall|winter|now\b|current|present|recent|late|previous|former|soon|short|immediate"
    r"|christmas|easter|new year|thanks|hallow|valentine|boxing|good friday|holy|palm|eid\b|fourth|ramad"
    r"|ramzan|muharram|ashura|arbaeen|mawlid|nowr|noruz|newroz|sukkot|passover|yom kip|rosh hash|maundy"
    r"|future|then\b|past\b|moment|annual|earl"
    r"|nineteen|two thousand|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
)
"""What at least must stand in a sentence, in lower case, for the grammar to look at it."""


class Piece(NamedTuple):
    """A token with its class; `start` and `end` are offsets in the text given to `pieces`."""

    start: int
    end: int
    text: str
    name: str
    value: int | str = 0


def pieces(text: str) -> list[Piece]:
    """Return the tokens of a sentence's text."""
    out: list[Piece] = []
    before: Piece | None = None
    tens = False
    feasts = _FEASTS.search(text.lower()) is not None
    for m in (_TOKEN_OR_FEAST if feasts else _TOKEN).finditer(text):
        kind = "word" if m.lastgroup == "plain" else m.lastgroup or ""
        start, end = m.span()
        glued = before is not None and before.end == start
        word = m.group()
        if kind == "word" and not glued and word.lower() not in _KNOWN:
            piece = Piece(start, end, word, "", word)
        else:
            piece = _piece(start, word, kind, before)
            tens = tens or piece.name == "tens"
            if glued and before is not None:
                piece = _part_of_code(out, before, piece)
        out.append(piece)
        before = piece
    return _with_spelled_years(out) if tens else out


def _with_spelled_years(found: list[Piece]) -> list[Piece]:
    """Take "nineteen ninety-one" for one piece, a year."""
    out: list[Piece] = []
    i = 0
    while i < len(found):
        century, last, years = found[i], i + 1, 0
        if century.name == "word" and _CENTURIES[0] <= int(century.value) <= _CENTURIES[1]:
            last += last < len(found) and found[last].name == "hyphen"
            if last < len(found) and found[last].name == "tens":
                years = int(found[last].value)
                one = last + 1 + (last + 1 < len(found) and found[last + 1].name == "hyphen")
                if one < len(found) and found[one].name == "word" and 1 <= int(found[one].value) <= 9:
                    years, last = years + int(found[one].value), one
        if years:
            out.append(Piece(century.start, found[last].end, f"{century.value}{years}", "yyyy", int(century.value) * 100 + years))
            i = last + 1
        else:
            out.append(century)
            i += 1
    return out


def _part_of_code(out: list[Piece], before: Piece, piece: Piece) -> Piece:
    """Take the class from numbers that are part of a name or measure ("Su-24", "5kg")."""
    if piece.text.isdigit() and before.name == "hyphen" and len(out) > 1:
        owner = out[-2]
        if owner.end == before.start and owner.text[-1].isalpha() and not _dates(owner):
            return piece._replace(name="")
    elif piece.text[0].isalpha() and before.text.isdigit() and piece.name not in _AFTER_DIGITS:
        out[-1] = before._replace(name="")
    return piece


def _dates(owner: Piece) -> bool:
    return owner.name in {"month", "mon", "part", "weekday", "suffix"} or owner.text.lower() in {"post", "pre"}


def _piece(start: int, text: str, kind: str, before: Piece | None) -> Piece:
    end = start + len(text)
    if kind == "word":
        name, value = _word(text, before, start)
        return Piece(start, end, text, name, value)
    if kind == "digits":
        return Piece(start, end, text, _digits(text, before, start), int(text) if len(text) < 10 else 0)
    if kind == "sign":
        return Piece(start, end, text, _SIGNS.get(text, ""))
    if kind == "mixed":
        name = "fraction" if text in _FRACTIONS else "decimal" if re.fullmatch(r"\d{1,3}\.\d{1,2}", text) else ""
        return Piece(start, end, text, name)
    if kind == "address":
        return Piece(start, end, text, "")
    return Piece(start, end, text, kind)


def _word(text: str, before: Piece | None, start: int) -> tuple[str, int | str]:
    lower = text.lower().replace("’", "'")
    glued = before is not None and before.end == start
    if glued and before is not None and before.text.isdigit():
        if lower in _SUFFIXES:
            return "suffix", lower
        if lower == "s":
            return "plural", lower
        return ("ampm", lower) if lower in _AMPM else ("", lower)
    if before is not None and lower in _AMPM and before.name in {"day", "clock", "decimal"}:
        return "ampm", lower
    name, value = _WORDS.get(lower, ("", lower))
    if name in _CAPITALISED and not text[0].isupper():
        return "", lower
    return name, value


def _digits(text: str, before: Piece | None, start: int) -> str:
    glued = before is not None and before.end == start
    if glued and before is not None and (before.text[-1].isalpha() or before.text in {"$", "€", "£", "#", "№", "/"}):
        return ""
    if len(text) == 4:
        year = 1000 <= int(text) <= 2100
        if year:
            return "yyyy"
        return "hhmm" if int(text[:2]) < 24 and int(text[2:]) < 60 else "num"
    if len(text) > 4:
        return "num"
    if text in {"00", "0", "000"} or len(text) == 3:
        return "num"
    return "day" if int(text) <= 31 else "num2"
