"""Truecasing: which letters of an upper- or lower-case text would be capitals in print.

A linear tagger gives every word one of three cases, left to right. It knows how often a word is seen in each case in
running English, its neighbours, its ending, and its punctuation; names that the phrase list knows keep their own case.
The text keeps its length, so that offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.resources.lexicons.truecase import CaseModel

LOWER, TITLE, UPPER = 0, 1, 2
"""Classes of the tagger: `prison`, `Guatemala`, `FMLN`."""

Weights = Mapping[str, Sequence[int]]

MONTHS = frozenset("jan feb apr jun jul aug sep sept oct nov dec".split())
"""Abbreviated months, which look like acronyms."""
_ASIDES = frozenset("left right center centre top above below pictured dead later sic male female".split())
"""Words that stand in brackets after a name without being an acronym."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,3}\s|\[[^\]\n]{1,40}\]\s|\s(?:--|—|–|:)\s*[\"“]|\s(?:--|—|–)\s*\[")
_COMMON = frozenset("3456")
_SMALL = frozenset("of the and for in to de la las los y del el en para a al".split())
"""Words that an acronym skips."""
TITLES = frozenset(
    "general colonel lieutenant major captain sergeant commander president governor senator minister judge mayor bishop "
    "archbishop monsignor father pope king queen prince sheikh sheriff gen col lt maj capt sgt dr mr mrs ms vice".split()
)
"""Words that are capitalised before a name."""
ABBREVIATIONS = frozenset(
    "gen col lt maj capt sgt cpl cmdr adm brig pvt gov sen rep rev hon pres dr mr mrs ms prof st ste mt ft sr jr "
    "no nos vs etc inc corp ltd co dept vol art jan feb mar apr jun jul aug sep sept oct nov dec "
    "ave blvd rd lic ing arq mons fr det supt insp asst addl dy const ofc cmdt cpt spc pte brig".split()
)
"""Words whose full stop ends no sentence."""
RANKS = frozenset(
    "gen col lt maj capt sgt cpl cmdr adm brig pvt gov sen rep rev dr mr mrs ms prof det supt insp const ofc cmdt cpt "
    "spc pte".split()
)
"""Those that stand before names."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters: the stem without `'s`, in lower case, with the characters around it."""

    start: int
    end: int
    stem: str
    before: str
    after: str
    opens: bool
    """True for the first word of a sentence."""


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order."""
    out: list[Word] = []
    previous_end = 0
    opens = True
    for match in _WORD.finditer(text):
        start, end = match.span()
        if out:
            gap = text[previous_end:start]
            opens = _ends_sentence(gap, out[-1])
        stem = match.group().lower().replace("’", "'")
        if stem.endswith("'s"):
            stem = stem[:-2]
        elif len(stem) > len(match.group()):  # letters such as İ that lower-casing lengthens
            stem = stem[: len(match.group())]
        before = text[start - 1] if start else "^"
        after = text[end] if end < len(text) else "$"
        out.append(Word(start, end, stem, _mark(before), _mark(after), opens))
        previous_end = end
    return out


def _ends_sentence(gap: str, last: Word) -> bool:
    if len(gap) < 2:
        return False
    if "     " in gap:  # where an editorial note was
        return True
    if gap[0] == "." and gap[1:].isspace():
        return len(last.stem) > 1 and last.stem not in ABBREVIATIONS
    return _SENTENCE_END.search(gap) is not None


def _mark(char: str) -> str:
    if char.isspace():
        return " "
    return "0" if char.isdigit() else char


def acronym_spans(words: Sequence[Word], text: str) -> tuple[set[int], set[int], set[int]]:
    """Return the indices of bracketed short words, of the words whose initials they are, and of those so spelt out."""
    acronyms: set[int] = set()
    expansions: set[int] = set()
    spelt: set[int] = set()
    for i, word in enumerate(words):
        if i and word.before in "([" and word.after in ")]" and 2 <= len(word.stem) <= 7 and not word.opens:
            gap = text[words[i - 1].end : word.start]
            if not gap[:-1].isspace() and gap[:-1] not in ("'", '" ', "' ", "” "):
                continue
            matched = _expansion(words, i)
            if matched or len(word.stem) < 6:
                acronyms.add(i)
            expansions.update(matched)
            if matched:
                spelt.add(i)
    return acronyms, expansions, spelt


def _expansion(words: Sequence[Word], i: int) -> list[int]:
    """Return the indices of the words whose initials spell the acronym at `i`, or nothing."""
    letters = words[i].stem
    matched: list[int] = []
    k = len(letters) - 1
    for j in range(i - 1, max(i - 14, -1), -1):
        stem = words[j].stem
        if stem in _SMALL and stem[0] != letters[k]:
            continue
        if stem[0] != letters[k]:
            return []
        if stem not in _SMALL:
            matched.append(j)
        k -= 1
        if k < 0:
            return matched
    return []


def features(words: Sequence[Word], i: int, priors: Mapping[str, str]) -> list[str]:
    """Return the features of word `i` that do not depend on decisions about other words."""
    word = words[i]
    stem = word.stem
    before = words[i - 1].stem if i else "^"
    after = words[i + 1].stem if i + 1 < len(words) else "$"
    prior = priors.get(stem, "?")
    next_prior = priors.get(after, "?")
    length = len(stem)
    vowels = "v" if any(c in "aeiouyáéíóú" for c in stem) else "n"
    shape = f"{min(length, 7)}{vowels}"
    return [
        "w=" + stem,
        "b=" + before + "|" + stem,
        "a=" + stem + "|" + after,
        "p=" + prior,
        "pb=" + prior + before,
        "pa=" + prior + after,
        "pn=" + prior + next_prior,
        "pp=" + prior + (priors.get(before, "?") if i else "^"),
        "s=" + prior[0] + stem[-3:],
        "h=" + prior + shape,
        "c=" + prior + word.before + word.after,
    ]


def history(previous: int, before_that: int, word: Word, prior: str) -> list[str]:
    """Return the features of a word that depend on the cases given to the two words before it."""
    return [
        f"t={previous}{word.before}{prior}",
        f"tt={before_that}{previous}{prior}",
        f"tw={previous}{word.before}{word.stem}",
    ]


def tag(text: str, words: Sequence[Word], model: CaseModel, forms: Mapping[int, str], seen: set[str]) -> list[int]:
    """Return the case class of each word; `forms` are words of known print, `seen` the acronyms met, which grow."""
    acronyms, expansions, spelt = acronym_spans(words, text)
    weights, priors = model.weights, model.priors
    short = {words[i].stem for i in acronyms if i in spelt or priors.get(words[i].stem, "?") in "?U"}
    cases: list[int] = []
    one = two = LOWER
    for i, word in enumerate(words):
        prior = priors.get(word.stem, "?")
        if _is_initial(words, i):
            case = TITLE
        elif i in forms:
            case = LOWER if forms[i].islower() else UPPER if forms[i].isupper() and len(forms[i]) > 1 else TITLE
        elif word.stem in short or (word.stem in seen and prior not in _COMMON):
            case = UPPER
        elif i in expansions or word.stem in MONTHS:
            case = TITLE
        elif i in acronyms and one == TITLE and prior.isdigit() and word.stem not in _ASIDES:
            case = UPPER
        else:
            case = _decide(features(words, i, priors) + history(one, two, word, prior), weights, word, prior.isdigit())
        if case == UPPER and i in acronyms:
            seen.add(word.stem)
        cases.append(case)
        two, one = one, (LOWER if word.opens and prior.isdigit() and i not in forms else case)
    return cases


def _is_initial(words: Sequence[Word], i: int) -> bool:
    """Tell whether a letter abbreviates a name ("J. Ruiz"), which the "m" of "p.m." does not."""
    word = words[i]
    if len(word.stem) > 1 or word.after != "." or word.opens or word.before != " " or word.stem == "m":
        return False
    return i + 1 < len(words) and words[i + 1].before == " "


def _decide(names: Sequence[str], weights: Weights, word: Word, known: bool) -> int:
    lower = title = upper = 0
    for name in names:
        found = weights.get(name)
        if found is not None:
            lower += found[0]
            title += found[1]
            upper += found[2]
    if len(word.stem) == 1:
        upper = min(upper, title) - 1
    if word.opens:
        lower = title - 1
        if known:
            return TITLE
    if upper > title and upper > lower:
        return UPPER
    return TITLE if title > lower else LOWER


def truecase(text: str, model: CaseModel, seen: set[str] | None = None) -> str:
    """Return `text` with its letters as they would be printed, the same length.

    `seen` takes the acronyms that the text introduces in brackets, and makes them known in the next one.
    """
    words = words_of(text)
    forms = _phrase_forms(words, model)
    cases = tag(text, words, model, forms, set() if seen is None else seen)
    written = [text[w.start : w.end] for w in words]
    printed = [forms.get(i) or _written(written[i], case) for i, case in enumerate(cases)]
    for i in range(len(words) - 2, -1, -1):
        if words[i].stem in TITLES and printed[i + 1][:1].isupper() and words[i + 1].before == " " and not words[i + 1].opens:
            printed[i] = _capital(printed[i])
    for i, word in enumerate(words):
        if word.opens and printed[i].islower():
            printed[i] = _capital(printed[i])
    return _joined(text, words, printed)


def truecase_headline(text: str, model: CaseModel) -> str:
    """Return a headline in which common words have lost the capital of headline style; nothing gains one."""
    words = words_of(text)
    forms = _phrase_forms(words, model)
    cases = tag(text, words, model, forms, set())
    printed = []
    for i, word in enumerate(words):
        written = text[word.start : word.end]
        plain = written[:1].isupper() and written[1:].islower()
        keep = not plain or i == 0 or forms.get(i) == written or cases[i] != LOWER
        printed.append(written if keep else written.lower())
    return _joined(text, words, printed)


def truecase_names(text: str, model: CaseModel) -> str:
    """Return a text made of names, such as a dateline, with every word but articles and acronyms capitalised."""
    words = words_of(text)
    cases = tag(text, words, model, {}, set())
    printed = []
    for i, word in enumerate(words):
        case = cases[i] if word.stem in _SMALL or cases[i] == UPPER else TITLE
        printed.append(_written(text[word.start : word.end], TITLE if i == 0 else case))
    return _joined(text, words, printed)


def _joined(text: str, words: Sequence[Word], printed: Sequence[str]) -> str:
    """Return the text with its words replaced; a form of another length is refused, as offsets must hold."""
    out: list[str] = []
    at = 0
    for word, form in zip(words, printed, strict=True):
        out.append(text[at : word.start])
        out.append(form if len(form) == word.end - word.start else text[word.start : word.end])
        at = word.end
    out.append(text[at:])
    return "".join(out)


def _phrase_forms(words: Sequence[Word], model: CaseModel) -> dict[int, str]:
    """Return the printed form of every word that is part of a known name, by index."""
    forms: dict[int, str] = {}
    i = 0
    while i < len(words):
        for stems, printed in model.phrases.get(words[i].stem, ()):
            n = len(stems)
            if tuple(w.stem for w in words[i : i + n]) == stems and all(w.before in " -'" for w in words[i + 1 : i + n]):
                forms.update((i + k, printed[k]) for k in range(n) if len(printed[k]) == words[i + k].end - words[i + k].start)
                i += n - 1
                break
        i += 1
    return forms


def _written(word: str, case: int) -> str:
    lower = word.lower()
    if len(lower) != len(word):
        return word
    if case == LOWER:
        return lower
    if case == UPPER:
        upper = word.upper()
        if len(upper) != len(word):
            return word
        return upper[:-2] + lower[-2:] if lower.endswith(("'s", "’s")) else upper
    for mark in "'’":
        head, found, rest = lower.partition(mark)
        if found and len(head) <= 2 and len(rest) >= 3:  # O'Neill, D'Aubuisson
            return _capital(head) + mark + _capital(rest)
    return _capital(lower)


def _capital(lower: str) -> str:
    first = lower[:1].upper()
    if len(first) != 1:
        return lower
    if lower.startswith("mc") and len(lower) > 4:
        return "Mc" + lower[2:3].upper() + lower[3:]
    return first + lower[1:]
