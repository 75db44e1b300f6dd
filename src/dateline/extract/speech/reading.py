"""Reading on: sentences that go on with what somebody was said to say, where the text gives good signs of it.

The signs: a statement announced with a colon, a communique in the first person, a sentence between two of one speaker
where the second "adds", a verb of saying without a subject ("And also reported the injury of two").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.extract.context import SentenceContext
from dateline.extract.speech.found import extent
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span

_STATEMENT = re.compile(
    r"\b(following|follows|statement|communique|text|message|letter|declaration|bulletin|reads?|press release)\b", re.IGNORECASE
)
_PAPERS = re.compile(r"\b(communique|statement|message|letter|declaration|proclamation|press release|manifesto)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(we|our|ours)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(we|our|ours|i|my)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]{0,2000}[”\"]?")
_NUMBERED = re.compile(r"\s*(\d{1,2}[.)]|\(?[a-h]\)|[-•*–]|first(ly)?,|second(ly)?,|third(ly)?,|finally,)\s", re.IGNORECASE)
_LEAVING = re.compile(
    r"\s*(notes? (to|for) editors|editors.{0,3} notes?|further information|more information|background|media enquiries|"
    r"press office|contact|for journalists|ends\b|related|follow |published|updated|read more|speaking (after|to|at|on|in)\b)",
    re.IGNORECASE,
)
_BETWEEN = 2
"""Sentences between two of one speaker at most."""
_RUN = 60
_GOING_ON = frozenset({"added", "adds", "add", "adding", "continued", "continues", "concluded", "concludes"})
_THE_SAME = frozenset("he she they it source sources statement report communique spokesman spokeswoman official".split())


def read_on(sentences: Sequence[Sentence], attributions: Sequence[Attribution], text: str) -> Iterator[Attribution]:
    """Yield attributions for sentences without one of their own that go on with an earlier one's content."""
    by_sentence: dict[int, list[Attribution]] = {}
    for a in attributions:
        if a.chain:
            by_sentence.setdefault(a.sentence, []).append(a)
    for index in sorted(by_sentence):
        sentence = sentences[index]
        outer = max(by_sentence[index], key=lambda a: (len(a.content), a.content))
        if sentence.tokens[-1].text == ":" and outer.content.end >= sentence.span.end - 1:
            yield from _announced(sentences, by_sentence, index, by_sentence[index][-1], text)
        elif _PAPERS.search(sentence.span.of(text)):
            yield from _in_first_person(sentences, by_sentence, index, outer, text)
        yield from _between(sentences, by_sentence, index, outer)


def _announced(
    sentences: Sequence[Sentence], by_sentence: Mapping[int, list[Attribution]], index: int, said: Attribution, text: str
) -> Iterator[Attribution]:
    """Yield what follows a colon at a sentence's end: one paragraph, or all of a statement that shows itself as one."""
    after = sentences[index + 1 : index + 1 + _RUN]
    if not after or after[0].span.of(text).lstrip()[:1] in ('"', "“", "'", "["):
        # quotation marks or a tag say themselves where it ends
        return
    statement = _STATEMENT.search(sentences[index].span.of(text)) is not None
    apart = after[0].paragraph != sentences[index].paragraph
    own: dict[int, list[Sentence]] = {}
    for s in after:
        own.setdefault(s.paragraph, []).append(s)
    paragraphs = list(own.values())
    if not apart and not statement and len(paragraphs[0]) > 3:
        paragraphs[0] = paragraphs[0][:1]
    spoken = _spoken(paragraphs, said, text) if statement or apart else 0
    for n, held in enumerate(paragraphs[: max(spoken, 1)]):
        # inside what is shown to be a statement, those who are cited are cited by it
        yield from (_same(s, said) for s in held if n < spoken or s.index not in by_sentence)


def _spoken(paragraphs: Sequence[Sequence[Sentence]], said: Attribution, text: str) -> int:
    """Return how many paragraphs after "X said:" are X's words: up to the last in the first person, with few between."""
    spoken = 0
    name = said.chain[-1].text.split()[-1].casefold() if said.chain[-1].text.split() else ""
    for n, held in enumerate(paragraphs):
        words = _QUOTED.sub("", " ".join(s.span.of(text) for s in held))
        leaves = _LEAVING.match(words) or held[-1].tokens[-1].text == ":" or not words.strip()
        if leaves or n - spoken > _BETWEEN or (len(name) > 2 and re.search(rf"\b{re.escape(name)}\b", words.casefold())):
            break
        if _PERSONAL.search(words) or _NUMBERED.match(words):
            spoken = n + 1
    return spoken


def _in_first_person(
    sentences: Sequence[Sentence], by_sentence: Mapping[int, list[Attribution]], index: int, said: Attribution, text: str
) -> Iterator[Attribution]:
    """Yield the rest of a paragraph, and paragraphs after it, in which a communique goes on in the first person."""
    run: list[Sentence] = []
    for s in sentences[index + 1 : index + 1 + _RUN]:
        if s.index in by_sentence and _PAPERS.search(s.span.of(text)):
            break
        run.append(s)
    first = [n for n, s in enumerate(run) if _FIRST.search(_QUOTED.sub("", s.span.of(text)))]
    last = max(first, default=-1)
    for n, s in enumerate(run[: last + 1]):
        if min(f for f in first if f >= n) - n > _BETWEEN:
            return
        if s.index not in by_sentence:
            yield _same(s, said)
    if last >= 0:
        here = run[last].paragraph
        yield from (_same(s, said) for s in run[last + 1 :] if s.paragraph == here and s.index not in by_sentence)


def _between(
    sentences: Sequence[Sentence], by_sentence: Mapping[int, list[Attribution]], index: int, said: Attribution
) -> Iterator[Attribution]:
    """Yield the sentences of a paragraph between two that one speaker says, the second of which "adds"."""
    paragraph = sentences[index].paragraph
    held: list[Sentence] = []
    for s in sentences[index + 1 : index + 2 + _BETWEEN]:
        if s.paragraph != paragraph:
            return
        later = by_sentence.get(s.index)
        if later is None:
            held.append(s)
            continue
        if held and any(_goes_on(a, said) for a in later):
            yield from (_same(h, said) for h in held)
        return


def _goes_on(later: Attribution, said: Attribution) -> bool:
    speaker, first = later.chain[0], said.chain[0]
    if speaker.cue.lower() not in _GOING_ON:
        return False
    one, other = speaker.text.casefold().split(), first.text.casefold().split()
    return bool(one and other) and (one[-1] == other[-1] or one[-1] in _THE_SAME)


def _same(sentence: Sentence, said: Attribution) -> Attribution:
    return Attribution(sentence.span, sentence.index, said.chain, said.certainty, "read on")


def elided(context: SentenceContext, before: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield what a verb of saying without a subject reports, by the speaker of the sentence before ("And also reported ...")."""
    sentence = context.sentence
    root = sentence.root
    lemma = root.lemma.lower()
    if root.tag not in ("VBD", "VBZ") or lemma not in context.frames.speech["objects"] or root.i > 3:
        return
    if any(c.dep in ("nsubj", "nsubjpass", "csubj", "expl", "auxpass") for c in sentence.children(root.i)):
        return
    near = [a for a in before if a.chain and sentence.index - 2 <= a.sentence < sentence.index]
    if not near or any(t.pos in ("NOUN", "PROPN", "PRON") for t in sentence.tokens[: root.i]):
        return
    speaker = near[-1].chain[0]
    content = _below(context, root)
    if content is not None:
        certainty = Certainty(context.frames.speech["objects"][lemma])
        said = Speaker(speaker.span, speaker.text, root.text, speaker.mention)
        yield Attribution(content, sentence.index, (said,), certainty, "elided")


def _below(context: SentenceContext, root: Token) -> Span | None:
    below = (c.i for c in context.sentence.children(root.i) if c.dep in ("dobj", "ccomp", "prep") and c.i > root.i)
    spans = [extent(context, i) for i in below]
    return Span(spans[0].start, max(s.end for s in spans)) if spans else None
