"""Clauses under verbs of saying: who says, and how far what is said goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.context import SentenceContext
from dateline.extract.speech.citing import CITING, cited, quoted_as
from dateline.extract.speech.found import Found, after_another, extent, told_from
from dateline.extract.speech.speakers import can_speak, names_somebody
from dateline.extract.syntax import is_passive, prep_objects, surface_subjects
from dateline.model.event import Certainty
from dateline.model.mention import MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span

_CLAUSES = frozenset({"ccomp", "parataxis"})
_CHARGES = frozenset("charge accusation allegation responsibility involvement role participation request claim report".split())
_MARKS = frozenset({",", "”", "''", '"', "“", "--", "–", "-", "—", "’"})
_SAID_OF_IT = frozenset("say add state announce report claim confirm deny warn declare document monitor tell stress".split())
_TELLING = frozenset("say tell report add announce state claim".split())
_LATER = frozenset("after as while when before since although though".split())
_THAT_WITHIN = 9
_FENCES = frozenset({"“", '"', "''", "``", ",", "(", "[", "]", ")"})
_CLOSING = frozenset({"”", "''", '"'})
_OPENING = frozenset({"“", "``", "''", '"'})
_AFTER_VERB = 6
_SPEAKING_THERE = frozenset("speak talk stand address appear comment respond react refer".split())
_AGAINST = frozenset({"while", "whereas", "although", "though"})
_BESIDE = frozenset({"prep", "advcl", "npadvmod", "advmod", "nsubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def verb(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    """Yield what a verb of saying puts in somebody's mouth."""
    if _negated(context, token):
        return
    speakers = _speakers(context, token)
    if not speakers or not (can_speak(context, speakers[0]) or _tells_that(context, token, speakers[0])):
        return
    if context.sentence.tokens[speakers[0]].lower == token.lower:
        # "said said": no name
        return
    if context.sentence.tokens[speakers[0]].lower == "it" and token.lemma not in _SAID_OF_IT:
        # "it shows how ...", "it suggests that ...": nobody speaks
        return
    if _only_meant(context, token):
        return
    if token.lemma in CITING:
        yield from _of_citing(context, token, speakers, certainty)
        return
    if token.lemma in context.frames.speech["accusing"]:
        yield from _accused(context, token, speakers, certainty)
    content = _content(context, token)
    if context.sentence.tokens[-1].text == ":" and (content is None or _leads_on(context.sentence, token, content)):
        # "The statement says:" and then a quotation
        content = context.sentence.tokens[-1].span
    if content is None:
        return
    outlet = _told_to(context, token)
    learned = token.lemma in ("learn", "hear", "understand")
    told_by = prep_objects(context.sentence, token.i, frozenset({"from"}))[:1] if learned else []
    sources = tuple(i for i in told_by if can_speak(context, i))
    yield Found(_apart(context, token, content), token, (*outlet, *speakers, *sources), certainty, "clause")


def _only_meant(context: SentenceContext, token: Token) -> bool:
    """Tell whether nobody says anything yet: "an inquiry to determine who ...", "attacks claimed by X have killed 12"."""
    children = list(context.sentence.children(token.i))
    if token.dep in ("acl", "relcl", "advcl") and token.tag == "VB" and any(c.lower == "to" for c in children):
        return True
    if token.lemma != "claim" or token.tag != "VBN":
        return False
    by, helped = any(c.lower == "by" for c in children), any(c.dep == "auxpass" for c in children)
    return token.dep in ("acl", "relcl", "advcl") or (by and not helped)


def _leads_on(sentence: Sentence, token: Token, content: Span) -> bool:
    """Tell whether what stands before "X said:" is when and where it was said, not what."""
    before = sentence.tokens[: token.i]
    return content.end <= token.start and not any(t.text in _CLOSING or t.text in _OPENING for t in before)


def _tells_that(context: SentenceContext, token: Token, i: int) -> bool:
    """Tell whether some noun tells in so many words, whoever it is ("a caller reported that ...")."""
    said = context.sentence.tokens[i]
    plain = said.pos in ("NOUN", "PROPN") and said.lower not in ("it", "fact") and token.lemma in _TELLING
    return plain and _clause_under(context.sentence, token) is not None


def _speakers(context: SentenceContext, token: Token) -> tuple[int, ...]:
    """Return the subject of a verb of saying, or of the saying it goes on from ("said X, adding that Y")."""
    sentence = context.sentence
    if is_passive(sentence, token.i):
        return tuple(prep_objects(sentence, token.i, frozenset({"by"}))[:1])
    if sentence.tokens[token.head].lower == "as" and token.dep == "pcomp":
        # "cited scouts as saying": told by the citing
        return ()
    if token.tag == "VBG" and not any(c.dep == "nsubj" for c in sentence.children(token.i)):
        for earlier in reversed(sentence.tokens[: token.i]):
            if earlier.tag in _FINITE and earlier.lemma.lower() in context.frames.speech["verbs"]:
                return tuple(surface_subjects(sentence, earlier.i)[:1])
    subjects = surface_subjects(sentence, token.i)
    if subjects:
        # a dateline may be taken for the subject ("CAIRO, 3 May -- The minister yesterday said: ...")
        opens = subjects[0] < 3 and context.at(subjects[0], MentionKind.PLACE)
        nearer = _right_before(context, token) if opens else None
        return tuple(subjects[:1]) if nearer is None else (nearer,)
    that = any(t.lower == "that" for t in sentence.tokens[token.i + 1 : token.i + _AFTER_VERB])
    before = _right_before(context, token) if that else None
    return () if before is None else (before,)


def _right_before(context: SentenceContext, token: Token) -> int | None:
    """Return the head of a name that ends where a verb begins, be there an auxiliary, adverb or date between."""
    sentence = context.sentence
    if token.tag not in _FINITE:
        return None
    at = token.i - 1
    while at >= 0 and (sentence.tokens[at].pos in ("AUX", "ADV") or context.at(at, MentionKind.DATE)):
        at -= 1
    named = context.at(at, MentionKind.ACTOR, MentionKind.OUTLET) if at >= 0 else []
    return max(named, key=lambda m: len(m.span)).head if named else None


def _negated(context: SentenceContext, token: Token) -> bool:
    if token.lemma == "deny":
        return False
    children = list(context.sentence.children(token.i))
    nobody = any(g.lower == "no" for c in children if c.dep == "nsubj" for g in context.sentence.children(c.i))
    return nobody or any(c.dep == "neg" or (c.dep == "nsubj" and c.lower in ("nobody", "none")) for c in children)


def _content(context: SentenceContext, token: Token) -> Span | None:
    """Return what is said: the clause under the verb, the sentence the saying is set into, or the object of the saying."""
    sentence = context.sentence
    under = _clause_under(sentence, token)
    if under is not None:
        clause = _with_described(context, token, under, extent(context, under.i))
        clause = Span(clause.start, max(clause.start, min(clause.end, _circumstance(sentence, token))))
        if under.i < token.i:
            around = _set_into(context, token)
            return around if around is not None else clause
        return _on_to(clause, _to_the_end(context, token)) if _governs(sentence, token) else clause
    around = _set_into(context, token)
    if around is not None:
        return around
    that = _that_after(sentence, token)
    if that is not None and _governs(sentence, token):
        return _on_to(that.span, _to_the_end(context, token))
    return _object(context, token)


def _with_described(context: SentenceContext, token: Token, under: Token, clause: Span) -> Span:
    """Return a clause with whom it describes: "a fourth victim that police said was grazed"."""
    sentence = context.sentence
    if token.dep != "relcl" or token.head >= token.i or token.lemma not in _SAID_OF_IT:
        return clause
    own = [c for c in sentence.children(under.i) if c.dep in ("nsubj", "nsubjpass", "expl") and c.tag not in ("WDT", "WP")]
    if own:
        return clause
    right = frozenset(c.i for c in sentence.children(token.head) if c.i > token.head)
    return extent(context, token.head, right).cover(clause)


def _on_to(begun: Span, rest: Span) -> Span:
    """Return a span lengthened to another's end, not to its start: when and where it was said is not said."""
    return Span(begun.start, max(begun.end, rest.end))


def _that_after(sentence: Sentence, token: Token) -> Token | None:
    """Return the "that" after a verb with nothing but phrases between ("said in a statement on Friday that")."""
    for t in sentence.tokens[token.i + 1 : token.i + _THAT_WITHIN]:
        if t.lower == "that":
            return t if t.i < token.i + 3 or t.tag == "IN" or t.dep == "mark" else None
        if t.pos in ("VERB", "AUX") or t.text in _MARKS:
            return None
    return None


def _clause_under(sentence: Sentence, token: Token) -> Token | None:
    for c in sentence.children(token.i):
        if c.dep in _CLAUSES or (
            c.dep in ("xcomp", "advcl") and any(g.dep == "mark" and g.lower == "that" for g in sentence.children(c.i))
        ):
            return c
    return None


def _governs(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb is what its sentence says first: nothing finite outside its subject stands before it."""
    above = token
    while above.head != above.i and above.dep in ("conj", "ccomp", "parataxis", "dep"):
        above = sentence.tokens[above.head]
    if above.head != above.i:
        return False
    opening = [c.i for c in sentence.children(token.i) if c.dep in ("nsubj", "nsubjpass", "advcl", "npadvmod")]
    subject = {j for i in opening for j in sentence.subtree(i)}
    return not any(
        t.tag in _FINITE and t.i not in subject and t.dep not in ("aux", "auxpass", "relcl", "advcl")
        for t in sentence.tokens[: token.i]
    )


def _to_the_end(context: SentenceContext, token: Token) -> Span:
    """Return the stretch from after a verb of saying to the end, or to a saying or a "but" coordinated with it."""
    sentence = context.sentence
    end = sentence.span.end
    for c in sentence.children(token.i):
        if c.dep == "conj" and c.i > token.i and c.tag in _FINITE | {"VBN"}:
            joining = [g for g in sentence.children(token.i) if g.dep == "cc" and g.i < c.i]
            says = c.lemma.lower() in context.frames.speech["verbs"]
            own = any(g.dep in ("nsubj", "nsubjpass", "expl") for g in sentence.children(c.i))
            if joining and (says or (own and joining[-1].lower in ("but", "yet"))):
                end = min(end, joining[-1].start)
    end = min(end, _end_of_quote(sentence, token), _circumstance(sentence, token))
    return Span(min(token.end, end), end)


def _circumstance(sentence: Sentence, token: Token) -> int:
    """Return where the reporter tells how it was said ("..., speaking in the street where ..."); else the sentence's end."""
    for t in sentence.tokens[token.i + 1 :]:
        if t.tag == "VBG" and t.lemma in _SPEAKING_THERE and sentence.tokens[t.i - 1].text == ",":
            return sentence.tokens[t.i - 1].start
    return sentence.span.end


def _end_of_quote(sentence: Sentence, token: Token) -> int:
    """Return where the quotation that a verb stands in ends; the end of the sentence if it stands in none."""
    inside = False
    for t in sentence.tokens:
        if t.text in _CLOSING and inside:
            if t.i > token.i:
                return t.start
            inside = False
        elif t.text in _OPENING:
            if t.i > token.i:
                break
            inside = True
        elif t.text in _CLOSING and t.i > token.i:
            return t.start
    return sentence.span.end


def _set_into(context: SentenceContext, token: Token) -> Span | None:
    """Return the sentence around a saying that is set into it ("Two died, police said, and ...", "..., police said")."""
    sentence = context.sentence
    if token.tag not in _FINITE | {"VBN"} or any(c.dep == "mark" or c.tag == "MD" for c in sentence.children(token.i)):
        return None
    first, last = _own_words(sentence, token)
    start = told_from(sentence)
    # "MIAMI - Police say": the dash is the dateline's
    fenced = first > 0 and sentence.tokens[first - 1].text in _MARKS and start < sentence.tokens[first - 1].end
    if fenced and _only_beside(sentence, token, first - 1):
        return None
    closed = last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].text in (*_MARKS, ".", ";", ":")
    governor = sentence.tokens[token.head]
    hung = token.dep in ("parataxis", "ccomp") and governor.i != token.i and governor.pos in ("VERB", "AUX", "NOUN", "ADJ")
    if fenced and closed and not any(t.tag == "WDT" or t.lower in ("who", "which") for t in sentence.tokens[first : token.i]):
        if last + 2 >= len(sentence.tokens):
            return Span(start, sentence.tokens[first - 1].end)
        if hung or token.head == token.i:
            told = _circumstance(sentence, token) <= sentence.tokens[last + 1].start
            return Span(start, sentence.tokens[first - 1].end) if told else sentence.span
    if not hung or (token.dep == "ccomp" and not fenced):
        return None
    inside = extent(context, token.i)
    if token.i > governor.i and len(inside) < len(sentence.span) // 2:
        return Span(sentence.span.start, max(inside.start, sentence.span.start))
    return extent(context, governor.i) if token.dep == "parataxis" else None


def _only_beside(sentence: Sentence, token: Token, end: int) -> bool:
    """Tell whether the words before `end` only say when, where or how it was said ("At the trial, he mentioned ...")."""
    beside = [c for c in sentence.children(token.i) if c.i < end and c.dep in _BESIDE]
    told = {j for c in beside for j in sentence.subtree(c.i)}
    rest = [t for t in sentence.tokens[:end] if t.i not in told and t.dep != "punct"]
    return bool(beside) and all(t.dep in ("cc", "mark", "advmod") for t in rest) and not _quotes(sentence, end)


def _quotes(sentence: Sentence, end: int) -> bool:
    return any(t.text in _CLOSING or t.text in _OPENING for t in sentence.tokens[: end + 1])


def _own_words(sentence: Sentence, token: Token) -> tuple[int, int]:
    """Return first and last token of a saying: its subject, auxiliaries, adverbs, whom it was said to and when."""
    own = {token.i}
    for c in sentence.children(token.i):
        if c.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "advmod", "dobj", "dative", "prep", "agent", "npadvmod", "neg"):
            under = sentence.subtree(c.i)
            if len(under) <= 14:
                own.update(under)
    first = last = token.i
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return first, last


def _object(context: SentenceContext, token: Token) -> Span | None:
    """Return what is reported as a thing: "reported the arrest of two men", "reported hearing a loud blast"."""
    sentence = context.sentence
    if token.lemma.lower() not in context.frames.speech["objects"]:
        return None
    for c in sentence.children(token.i):
        gerund = c.dep in ("xcomp", "ccomp", "advcl") and c.lower.endswith("ing") and c.i > token.i and c.i - token.i < 4
        if c.dep == "dobj" or gerund:
            if token.lemma == "deny" and c.lemma in _CHARGES:
                # "denied the charges of murder": not that there was a murder
                return None
            told = extent(context, c.i)
            if token.lemma == "claim":
                return _deed(sentence, told)
            if token.lemma == "deny" or not _governs(sentence, token):
                return told
            later = [
                min(sentence.subtree(g.i))
                for g in sentence.children(token.i)
                if g.i > c.i and ((g.dep == "conj" and g.pos == "VERB") or (g.dep == "advcl" and _begins(sentence, g, _LATER)))
            ]
            end = min((sentence.tokens[j].start for j in later), default=sentence.span.end)
            return Span(told.start, max(told.end, min(end, _to_the_end(context, token).end)))
    return None


def _deed(sentence: Sentence, told: Span) -> Span:
    """Return what is claimed without the clause that tells what came of it ("an attack that left four wounded")."""
    inside = sentence.tokens_in(told)
    ends = [min(sentence.subtree(t.i)) for t in inside[1:] if t.dep == "relcl" or (t.dep == "acl" and t.tag == "VBG")]
    end = min((sentence.tokens[i].start for i in ends), default=told.end)
    return Span(told.start, max(end, inside[0].end))


def _begins(sentence: Sentence, clause: Token, words: frozenset[str]) -> bool:
    return any(g.dep in ("mark", "advmod") and g.lower in words for g in sentence.children(clause.i))


def _told_to(context: SentenceContext, token: Token) -> tuple[int, ...]:
    """Return the outlet that somebody told something: it is who hands it on."""
    if token.lemma != "tell":
        return ()
    for c in context.sentence.children(token.i):
        if c.dep in ("dobj", "dative") and any(m.kind is MentionKind.OUTLET for m in context.at(c.i)):
            return (c.i,)
    return ()


def _of_citing(context: SentenceContext, token: Token, speakers: tuple[int, ...], certainty: Certainty) -> Iterator[Found]:
    """Yield what is cited: what somebody is quoted as saying, a clause, or a deed ("cited the attack on the port")."""
    quoted = list(quoted_as(context, token, speakers, certainty))
    inner = cited(context, token)
    clause = None if quoted or (inner and _clause_under(context.sentence, token) is None) else _content(context, token)
    for f in quoted:
        wide = _on_to(f.content, _to_the_end(context, token)) if _governs(context.sentence, token) else f.content
        yield replace(f, content=wide)
    if clause is not None:
        yield Found(clause, token, (*speakers, *inner), certainty, "quoted")


def _apart(context: SentenceContext, token: Token, content: Span) -> Span:
    """Return a content without what a second source says of its own ("X said A, while Y said B")."""
    tokens = context.sentence.tokens
    says = context.frames.speech["verbs"]
    for t in tokens[token.i + 1 :]:
        if t.lower in _AGAINST and t.dep == "mark" and content.start < t.start < content.end:
            own = any(c.dep == "nsubj" for c in context.sentence.children(t.head))
            if own and tokens[t.head].lemma.lower() in says:
                end = tokens[t.i - 2].end if tokens[t.i - 1].text == "," else tokens[t.i - 1].end
                return Span(content.start, max(content.start, end))
    return after_another(context, token, content)


def _accused(context: SentenceContext, token: Token, speakers: tuple[int, ...], certainty: Certainty) -> Iterator[Found]:
    """Yield "X accused Y of doing Z", "X blamed Y for Z": the accused and the deed are the content."""
    for c in context.sentence.children(token.i):
        if c.dep in ("prep", "dobj") and (c.dep == "dobj" or c.lower in ("of", "for", "on", "with")):
            yield Found(extent(context, c.i), token, speakers, certainty, "accusation")


def colon(context: SentenceContext) -> Iterator[tuple[tuple[Token, ...], Token]]:
    """Yield (words of the source, colon) where a sentence opens with its source ("SANA reporter: a shell fell ...")."""
    tokens = context.sentence.tokens
    for i, token in enumerate(tokens[:14]):
        if token.text != ":" or i == 0:
            continue
        first = next((j + 1 for j in range(i - 1, -1, -1) if tokens[j].text in _FENCES), 0)
        if first > 0 and tokens[first - 1].text in ("(", "["):
            return
        words = list(tokens[first:i])
        if names_somebody(words) and len(words) <= 10:
            yield tuple(words), token
        return
