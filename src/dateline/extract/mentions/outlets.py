"""Outlets: news media by name, by the pattern of their names, and described ("local media", "state television")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.resolution import ActorKind
from dateline.model.span import Span
from dateline.resources.actors import Part, load_register, parts
from dateline.resources.actors.trie import PhraseTrie

_LONGEST_NAME = 6
_SOURCES = frozenset("sources source reports report outlets outlet organizations organisations activists".split())
_ELSE = frozenset("Council City Street Province Brigade Front Army Party Movement Organization Organisation Forces".split())
_PAPERS = frozenset("Times Voice Herald Tribune Standard Star Post Press Gazette".split())


@dataclass(frozen=True, slots=True)
class _Words:
    """The outlet lexicon, ready for look-up."""

    names: PhraseTrie[tuple[str, bool]]
    """Name as listed, and whether its letters must stand there exactly."""
    nouns: PhraseTrie[str]
    modifiers: frozenset[str]
    before: frozenset[str]
    after: PhraseTrie[str]
    platforms: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    register = load_register()
    raw = register.outlets
    ambiguous = set(raw["ambiguous"])
    own = [a.name for a in register if a.kind is ActorKind.MEDIA]
    return _Words(
        PhraseTrie(
            ([p.fold for p in parts(name)], (name, name in ambiguous or name.isupper()))
            for name in dict.fromkeys([*raw["names"], *own])
            if parts(name)
        ),
        PhraseTrie((noun.lower().split(), noun) for noun in raw["nouns"]),
        frozenset(x for m in raw["modifiers"] for x in m.split("-")),
        frozenset(x for x in raw["before"] if " " not in x),
        PhraseTrie((x.split(), x) for x in raw["after"]),
        frozenset(raw["platforms"]),
    )


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the outlet mentions of a document; the key is its name and `media` or `platform`."""
    words = _words()
    out: list[Mention] = []
    for sentence in sentences:
        texts = [t.text for t in sentence.tokens]
        keys = [parts(x) for x in texts]
        i = 0
        while i < len(texts):
            found = _at(sentence, texts, keys, i, words)
            if found is None:
                i += 1
                continue
            first, last, how, name = found
            span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
            head = _head(sentence, first, last)
            key = f"{name.replace(':', ' ')}:{'platform' if how == 'platform' else 'media'}"
            out.append(Mention(MentionKind.OUTLET, span, sentence.index, head, span.of(document.text), f"outlet:{how}", key))
            i = last + 1
    return out


def _at(
    sentence: Sentence, texts: list[str], keys: Sequence[Sequence[Part]], i: int, words: _Words
) -> tuple[int, int, str, str] | None:
    """Return (first, last, how, name) of the outlet whose name or noun begins or stands at token `i`."""
    if keys[i] and keys[i][0].upper:
        listed = _listed(sentence, keys, i, words)
        if listed is not None:
            last, name = listed
            first = i - 2 if i > 1 and texts[i - 1] == "-" and texts[i - 2].lower() in ("al", "el", "as") else i
            return first, last, "platform" if name in words.platforms else "name", name
        pattern = None if texts[i].lower() in words.modifiers else _pattern(sentence, texts, i, words)
        if pattern is not None:
            return i, pattern, "pattern", _text(sentence, i, pattern)
    return _described(sentence, texts, i, words)


def _listed(sentence: Sentence, keys: Sequence[Sequence[Part]], i: int, words: _Words) -> tuple[int, str] | None:
    if not words.names.starts(keys[i][0].fold):
        return None
    texts = [t.text for t in sentence.tokens]
    folds = [[p.fold for p in k] for k in keys[i : i + 8]]
    for last, names in reversed(words.names.matches(folds, 0)):
        written = texts[i : i + last + 1]
        for name, exact in names:
            if exact and "".join(written).replace(".", "") != name.replace(" ", "").replace(".", "").replace("-", ""):
                continue
            if exact and not name.isupper() and not _media(sentence, i + last):
                continue
            if all(k[0].upper for k in keys[i : i + last + 1] if k) and not _goes_on(texts, i + last):
                return (i + last, name) if texts[i + last] not in _PAPERS else _with_of(texts, i, i + last, name)
    return None


def _with_of(texts: list[str], first: int, last: int, name: str) -> tuple[int, str]:
    """Return the last token and the name of a paper, with the place it goes on with ("The Times of Ruritania")."""
    if last + 2 < len(texts) and texts[last + 1] == "of" and texts[last + 2][:1].isupper():
        return last + 2, " ".join(texts[first : last + 3])
    return last, name


def _goes_on(texts: list[str], last: int) -> bool:
    """Tell whether the name is only the beginning of another ("Guardian" of "Guardian Council")."""
    after = texts[last + 1] if last + 1 < len(texts) else ""
    return after in _ELSE


def _pattern(sentence: Sentence, texts: list[str], i: int, words: _Words) -> int | None:
    """Return the last token of a name such as "Radio Lumen" or "Harbour News Agency"."""
    if sentence.tokens[i].pos not in ("PROPN", "NOUN", "ADJ"):
        return None
    if texts[i] in words.before:
        last = i
        while last + 1 < len(texts) and last - i < 3 and _name_word(sentence, last + 1):
            last += 1
        return last if last > i else None
    last = i
    while last < len(texts) and last - i < _LONGEST_NAME and (_name_word(sentence, last) or texts[last] == "-"):
        if last > i and words.after.starts(texts[last]):
            found = words.after.matches([(x,) for x in texts[last : last + 4]], 0)
            if found and (found[-1][1][0] not in ("Post", "Press", "Radio", "News", "Times", "Media") or _media(sentence, last)):
                return last + found[-1][0]
        last += 1
    if last < len(texts) and i < last and texts[last] in ("newspaper", "magazine", "news", "daily", "television", "radio"):
        found = words.after.matches([(x,) for x in texts[last : last + 3]], 0)
        if found:
            return last + found[-1][0]
    return None


def _media(sentence: Sentence, last: int) -> bool:
    """Tell whether a name that ends in a word of several meanings is tagged as an organisation or speaks."""
    token = sentence.tokens[last]
    governor = sentence.tokens[token.head]
    speaks = governor.lemma in ("report", "say", "publish", "broadcast", "quote", "tell", "write", "air", "cite")
    tagged = any(e.first <= last <= e.last and e.label in ("ORG", "WORK_OF_ART", "PRODUCT") for e in sentence.entities)
    return speaks or tagged


def _name_word(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ") and token.text.isalpha()


def _described(sentence: Sentence, texts: list[str], i: int, words: _Words) -> tuple[int, int, str, str] | None:
    lower = texts[i].lower()
    if not words.nouns.starts(lower) or texts[i].isupper() and len(texts[i]) > 3:
        return None
    found = words.nouns.matches([(x.lower(),) for x in texts[i : i + 3]], 0)
    if not found:
        return None
    last = i + found[-1][0]
    token = sentence.tokens[last]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    if last + 1 < len(texts) and texts[last + 1].lower() in _SOURCES and sentence.tokens[last].head == last + 1:
        last += 1
    elif token.dep in ("compound", "amod") and token.head > last:
        return None
    first = i
    while first > 0 and (texts[first - 1] == "-" or _describes(sentence, first - 1, last, words)):
        first -= 1
    if texts[first] == "-":
        first += 1
    if first == i and lower in ("radio", "daily", "weekly", "press", "magazine", "newsletter") and not _media(sentence, last):
        return None
    return first, last, "described", _text(sentence, first, last).lower()


def _describes(sentence: Sentence, i: int, last: int, words: _Words) -> bool:
    token = sentence.tokens[i]
    lower = token.text.lower()
    nationality = token.pos in ("ADJ", "PROPN") and token.text[:1].isupper() and token.dep in ("amod", "compound", "nmod")
    return i < token.head <= last and (lower in words.modifiers or nationality)


def _text(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(t.text for t in sentence.tokens[first : last + 1]).replace(" - ", "-")


def _head(sentence: Sentence, first: int, last: int) -> int:
    return sentence.head_of(Span(sentence.tokens[first].start, sentence.tokens[last].end)).i
