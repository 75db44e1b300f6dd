"""Slogans, hashtags and the names of campaigns and operations: quoted words, where the words around say what they are."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.span import Span

_CLOSE = {
    '"': ('"', "”", "''"), "“": ("”", '"'), "‘": ("’", "'"), "'": ("'", "’"), "«": ("»",), "``": ("''", '"'),
    "„": ("“", "”"), "`": ("'", "’"),
}  # fmt: skip
"""Opening quotation marks and what may close them."""
_CUES = {
    "slogan": "slogan", "slogans": "slogan", "motto": "slogan", "mantra": "slogan", "chant": "slogan", "chanting": "slogan",
    "chanted": "slogan", "banner": "slogan", "banners": "slogan", "catchphrase": "slogan", "watchword": "slogan",
    "placard": "slogan", "placards": "slogan", "graffiti": "slogan",
    "campaign": "campaign", "campaigns": "campaign", "initiative": "campaign", "drive": "campaign",
    "hashtag": "hashtag", "hashtags": "hashtag",
    "operation": "operation", "operations": "operation", "offensive": "operation", "codenamed": "operation", "code": "operation",
    "dubbed": "operation",
}  # fmt: skip
_BEFORE = 5
"""Tokens before the quotation in which a cue may stand."""
_AFTER = 3
_LONGEST = 16
_OPERATION_WORDS = frozenset({"of", "the", "and", "for", "-", "'s"})


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the slogan mentions of a document, without their quotation marks; the key is the cue's kind."""
    out: list[Mention] = []
    for sentence in sentences:
        texts = [t.text for t in sentence.tokens]
        lowers = [x.lower() for x in texts]
        i = 0
        while i < len(texts):
            found = _quoted(texts, lowers, i) or _hashtag(document, sentence, i) or _operation(sentence, texts, i)
            if found is None:
                i += 1
                continue
            first, last, kind = found
            span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
            head = sentence.head_of(span).i
            out.append(Mention(MentionKind.SLOGAN, span, sentence.index, head, span.of(document.text), f"slogan:{kind}", kind))
            i = last + 1
    return out


def _quoted(texts: list[str], lowers: list[str], i: int) -> tuple[int, int, str] | None:
    """Return the words in quotation marks that open at `i`, if a cue stands just before or after them."""
    closers = _CLOSE.get(texts[i])
    if closers is None or i + 2 >= len(texts):
        return None
    end = next((j for j in range(i + 2, min(len(texts), i + 2 + _LONGEST)) if texts[j] in closers), None)
    if end is None or texts[i] == "'" and lowers[i + 1] in ("s", "re", "ll", "ve"):
        return None
    last = end - 1
    while last > i + 1 and texts[last] in (",", ".", ";", "!", "?"):
        last -= 1
    kind = _cue(lowers, i, end)
    return (i + 1, last, kind) if kind else None


def _cue(lowers: list[str], opening: int, closing: int) -> str | None:
    for j in range(opening - 1, max(-1, opening - 1 - _BEFORE), -1):
        if lowers[j] in (".", ";", '"', "”", "''"):
            break
        if lowers[j] in _CUES:
            return _CUES[lowers[j]] if lowers[j] != "code" or "name" in lowers[j:opening] else None
    for j in range(closing + 1, min(len(lowers), closing + 1 + _AFTER)):
        if lowers[j] in (".", ",", ";", "said", "says"):
            break
        if lowers[j] in _CUES and lowers[j] not in ("dubbed", "code", "drive", "chant", "chanted"):
            return _CUES[lowers[j]]
    return None


def _hashtag(document: Document, sentence: Sentence, i: int) -> tuple[int, int, str] | None:
    """Return a hashtag: one token or a sign and the word right after it."""
    token = sentence.tokens[i]
    if not token.text.startswith("#"):
        return None
    if len(token.text) > 2 and any(c.isalpha() for c in token.text):
        return i, i, "hashtag"
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    if token.text == "#" and after is not None and after.start == token.end and after.text[:1].isalpha():
        return i, i + 1, "hashtag"
    return None


def _operation(sentence: Sentence, texts: list[str], i: int) -> tuple[int, int, str] | None:
    """Return "Operation X" with the capitalised words of its name."""
    if texts[i] != "Operation" or i + 1 >= len(texts):
        return None
    first = i + 1 + (texts[i + 1] in _CLOSE)
    last = first - 1
    for j in range(first, min(len(texts), first + 6)):
        if texts[j][:1].isupper() or (texts[j] in _OPERATION_WORDS and j + 1 < len(texts) and texts[j + 1][:1].isupper()):
            last = j
        else:
            break
    return (i, last, "operation") if last >= first else None
