"""How alike two names of bodies are: as words in any order and language, and as an acronym and what it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from os.path import commonprefix

from rapidfuzz import fuzz

from dateline.resources.actors.signature import Signature, Word
from dateline.resources.actors.words import NameWords

SAME = 0.78
"""From here on two names are one actor's. Set on the pairs of tests/resources/actors/test_alike.py: what is lower there are the
names of different bodies that share most words."""
_WHOLE = 0.97
"""As above, where one name has a part that the other has not, or the words are common ones only."""
_ONE_MORE = 0.88
"""As above, where one name has a word more that hardly any other name has, or each a common word that the other has not."""
_SPELLED, _SOUNDED = 86, 60
"""Least ratio (0 to 100) at which two long words are spellings of one, without and with the same consonants."""
_SHORTEST = 5
_COGNATE = 0.6
"""Least share of the longer of two words that both begin with, for the same word in two languages ("solidarité")."""
_BY_INITIALS = {1: 0.0, 2: 0.5, 3: 0.84, 4: 0.92}
"""How sure an acronym's letters make a name, by how many they are: two letters stand for too many names."""
_LONG_ACRONYM = 0.95
_SYLLABLES = 0.9
"""What an acronym made of syllables keeps of that ("Frelimo")."""
_SYLLABLE = 4


def alike(one: Signature, other: Signature, table: NameWords) -> float:
    """Return how alike two names are, 0 to 1; from SAME on they name one actor unless more than one does so."""
    if one.lead != other.lead or one.numbers != other.numbers:
        return 0.0
    if one.part is not None and other.part is not None:
        return min(_bodies(one, other, table), _parts(one.part, other.part, table))
    if one.part is None and other.part is None:
        return _bodies(one, other, table)
    short, long = (one, other) if one.part is None else (other, one)
    if short.letters and len(short.letters) > 1 and long.part is not None:  # "ZLF-R", "Zelvan Liberation Front-Renewed"
        made = f"{initials(long, table)[0]}{long.part.letters.lower() or initials(long.part, table)[0]}"
        return _LONG_ACRONYM if short.letters.lower() == made else 0.0
    whole = _matched(_all_words(one), _all_words(other), table)[0]
    return whole if whole >= _WHOLE else 0.0


def initialled(letters: str, name: Signature, table: NameWords) -> float:
    """Return how sure letters are made of the words of a name, each word giving its first letter or syllable."""
    if len(name.written) < 2 or not letters:
        return 0.0
    sure = _BY_INITIALS.get(len(letters), _LONG_ACRONYM)
    lower = letters.lower()
    if lower in initials(name, table):
        return sure
    if len(letters) >= _SYLLABLE and _spells(lower, name.written, table):
        return sure * _SYLLABLES
    return 0.0


def initials(name: Signature, table: NameWords) -> tuple[str, ...]:
    """Return the first letters of a name's words, without and with those of linking words."""
    content = [w for w in name.written if w not in table.skipped]
    return ("".join(w[0] for w in content), "".join(w[0] for w in name.written))


def _bodies(one: Signature, other: Signature, table: NameWords) -> float:
    if one.letters and other.letters:
        return 1.0 if one.letters == other.letters else 0.0
    if one.letters or other.letters:
        short, long = (one, other) if one.letters else (other, one)
        same = len(short.words) == len(long.words) == 1 and short.written == long.written
        return 1.0 if same else initialled(short.letters, long, table)
    return _by_words(one, other, table)


def _parts(one: Signature, other: Signature, table: NameWords) -> float:
    """Return how alike two parts' names are; letters of a part may stand for its words without "faction"."""
    words, others = _plain(one, table), _plain(other, table)
    for letters, full in ((one.letters, others), (other.letters, words)):
        if letters and letters.lower() in ("".join(w.fold[0] for w in full), "".join(w.fold[0] for w in full[:1])):
            return 1.0
    if one.letters and other.letters:
        return 1.0 if one.letters == other.letters else 0.0
    return _matched(words, others, table)[0]


def _plain(part: Signature, table: NameWords) -> list[Word]:
    return [w for w in part.words if w.key != "faction"]


def _all_words(name: Signature) -> list[Word]:
    return [*name.words, *(name.part.words if name.part else ())]


def _spells(letters: str, words: Sequence[str], table: NameWords) -> bool:
    """Tell whether letters are the beginnings of the words, linking words at will."""
    reached = {0}
    for word in words:
        after = set(reached) if word in table.skipped else set[int]()
        for at in reached:
            n = 0
            while n < _SYLLABLE and n < len(word) and at + n < len(letters) and letters[at + n] == word[n]:
                n += 1
                after.add(at + n)
        reached = after
        if not reached:
            return False
    return len(letters) in reached


def _by_words(one: Signature, other: Signature, table: NameWords) -> float:
    if _conflict(one, other, table):
        return 0.0
    if one.glued == other.glued and len(one.glued) >= _SHORTEST and _spelled_alike(one, other):
        return 1.0
    found, odd, shared = _matched(one.words, other.words, table)
    left = [w for side in odd for w in side if w.key not in table.loose]
    rare = [[w for w in side if table.rare(w.key)] for side in odd]
    if rare[0] and rare[1] or not left:
        return 0.0 if rare[0] and rare[1] else max(found, SAME if shared else 0.0)
    if rare[0] or rare[1] or all(any(w.key not in table.loose for w in side) for side in odd):
        return found if found >= _ONE_MORE else 0.0
    # what common words are left over tells "the Union of Armed Forces" from "the Union of Forces"
    return found if shared or found >= _WHOLE else 0.0


def _spelled_alike(one: Signature, other: Signature) -> bool:
    left, right = "".join(w.fold for w in one.words), "".join(w.fold for w in other.words)
    return fuzz.ratio(left, right) >= _SOUNDED


def _matched(one: Sequence[Word], other: Sequence[Word], table: NameWords) -> tuple[float, tuple[list[Word], list[Word]], bool]:
    """Return the share of weight of the words that both have, the words left over, and whether both have one that tells much.

    The name of a country, or a word that many names have, does not tell much.
    """
    rest = list(other)
    matched, odd, telling = 0.0, list[Word](), False
    for word in one:
        at = _partner(word, rest, table)
        if at is None:
            odd.append(word)
        else:
            found = rest.pop(at)
            matched += word.weight + found.weight
            telling = telling or table.telling(word.key)
    whole = sum(w.weight for w in one) + sum(w.weight for w in other)
    return (matched / whole if whole else 0.0), (odd, rest), telling


def _partner(word: Word, others: Sequence[Word], table: NameWords) -> int | None:
    known = table.means(word.key)
    for at, other in enumerate(others):
        if other.key == word.key and (known or fuzz.ratio(word.fold, other.fold) >= _SOUNDED):
            return at
    if known or len(word.fold) < _SHORTEST:
        return None
    for at, other in enumerate(others):
        if len(other.fold) >= _SHORTEST and other.fold[0] == word.fold[0] and _one_word(word.fold, other.fold):
            return at
    return None


def _one_word(left: str, right: str) -> bool:
    """Tell whether two words are spellings of one, or one in two languages."""
    if fuzz.ratio(left, right) >= _SPELLED:
        return True
    longest = max(len(left), len(right))
    return min(len(left), len(right)) > _SHORTEST and len(commonprefix((left, right))) >= max(_SHORTEST, _COGNATE * longest)


def _conflict(one: Signature, other: Signature, table: NameWords) -> bool:
    """Tell whether two names say of themselves that they are two: other kinds, countries, or a part and the whole."""
    if one.apart != other.apart:
        return True
    kinds, others = one.heads - table.loose, other.heads - table.loose
    if kinds and others and not kinds & others:
        return True
    return bool(one.places and other.places and not one.places & other.places)
