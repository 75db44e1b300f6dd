"""Candidates: the tokens of a sentence that tell an event, and by which frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.context import PARTITIVE, SentenceContext
from dateline.extract.syntax import Frame as Roles
from dateline.extract.syntax import prep_objects
from dateline.model.document import ZoneKind
from dateline.model.event import Family
from dateline.model.mention import MentionKind
from dateline.model.parse import Sentence, Token
from dateline.resources.frames import Frame, Pattern

VIOLENT = frozenset({Family.ATTACK, Family.BATTLE, Family.CUSTODY, Family.UNREST})
_AIMS = frozenset({"person", "armed", "vehicle", "state", "protesters"})
_BESIDE = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "xcomp", "ccomp", "amod"})
_JOINING = frozenset({"to", "into", "of", "on", "out", "with", "from", "over"})
_ROUNDS = frozenset({"barrage", "volley", "salvo", "round", "series"})
_THINGS = frozenset({"dobj", "nsubjpass", "oprd", "attr", "acomp", "xcomp", "ccomp", "pobj", "obj"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A token that tells an event, with its pattern, its first and last token, and its deep subject and object."""

    pattern: Pattern
    head: int
    first: int
    last: int
    roles: Roles
    verb: bool

    @property
    def frame(self) -> Frame:
        """Return the frame of the pattern."""
        return self.pattern.frame


def find_candidates(context: SentenceContext) -> list[Candidate]:
    """Return the candidates of a sentence, left to right, one a token at most."""
    frames = context.frames
    out: list[Candidate] = []
    for token in context.sentence.tokens:
        lemma = token.lemma.lower()
        if context.at(token.i, MentionKind.DATE):
            continue
        if token.pos == "VERB" and token.dep not in ("amod", "compound", "case") and not _attributive(context, token):
            patterns: Sequence[Pattern] = frames.verbs.get(lemma, ())
        elif token.pos in ("NOUN", "PROPN") and token.dep != "compound" and not _in_name(context, token):
            patterns = frames.nouns.get(lemma, ())
        elif token.pos == "ADJ" or token.tag in ("VBN", "VBD", "JJ") or _dead_behind(context, token):
            patterns = frames.adjectives.get(lemma) or frames.adjectives.get(token.lower, ())
        else:
            continue
        found = _first_match(context, token, patterns)
        if found is not None:
            out.append(found)
    return out


def _dead_behind(context: SentenceContext, token: Token) -> bool:
    """Tell whether a headline's "dead" behind a noun was taken for an adverb ("Teen dead after shooting")."""
    governor = context.sentence.tokens[token.head]
    return token.lower == "dead" and token.tag == "RB" and governor.pos == "NOUN" and governor.i < token.i


def _attributive(context: SentenceContext, token: Token) -> bool:
    """Tell whether a participle stands beside an adjective before a noun ("vulnerable and displaced people")."""
    governor = context.sentence.tokens[token.head]
    return token.dep == "conj" and token.tag == "VBN" and governor.dep == "amod"


def _in_name(context: SentenceContext, token: Token) -> bool:
    """Tell whether a noun is part of a name ("Officer Slaughter", "the Army of Liberation") or only a kind of weapon."""
    named = any(
        m.kind in (MentionKind.SLOGAN, MentionKind.PLACE, MentionKind.FACILITY)
        and token.pos == "PROPN"
        or m.kind is MentionKind.ACTOR
        and m.rule != "document"
        and m.key.split(":")[0] in ("register", "ner", "acronym")
        for m in context.at(token.i)
    )
    governor = context.sentence.tokens[token.head]
    return named or (token.dep == "dobj" and governor.lemma == "use" and governor.tag == "VBG")


def _first_match(context: SentenceContext, token: Token, patterns: Sequence[Pattern]) -> Candidate | None:
    for pattern in patterns:
        extent = _extent(context, token, pattern)
        if extent is None:
            continue
        first, last = extent
        roles = context.roles(pattern, token, first)
        if _fits(context, token, pattern.frame, roles):
            return Candidate(pattern, token.i, first, last, roles, token.pos in ("VERB", "AUX"))
    return None


def _extent(context: SentenceContext, token: Token, pattern: Pattern) -> tuple[int, int] | None:
    """Return first and last token of the anchor, or none if the words beside the head are missing."""
    sentence = context.sentence
    i, tokens = token.i, sentence.tokens
    if pattern.before:
        words = _words_before(tokens, i, len(pattern.before))
        return (i - len(pattern.before), i) if words == pattern.before else None
    if pattern.after:
        after = tuple(t.lower for t in tokens[i + 1 : i + 1 + len(pattern.after)])
        return (i, i + len(pattern.after)) if after == pattern.after else None
    last = i
    if pattern.particle:
        beside = [
            c
            for c in sentence.children(i)
            if c.dep in _BESIDE
            and pattern.particle in (c.lower, c.lemma)
            and not _before_date(context, c)
            and not _where(context, token, c)
        ]
        if not beside:
            return None
        last = beside[0].i if beside[0].i == i + 1 else i
    if pattern.object and not _has_object(sentence, i, pattern):
        return None
    return i, last


def _where(context: SentenceContext, verb: Token, preposition: Token) -> bool:
    """Tell whether "at" says where it was, the verb having its object ("shot a man at a party", "were shot at a party")."""
    if preposition.lower != "at" or not any(o.dep == "pobj" for o in context.sentence.children(preposition.i)):
        return False
    children = tuple(context.sentence.children(verb.i))
    if verb.lemma == "shoot" and verb.tag in ("VBD", "VBN") and not any(c.dep in ("dobj", "aux") for c in children):
        # "Four people shot at party"
        subjects = [c.i for c in children if c.dep == "nsubj"]
        aims = {o.lemma.lower() for o in context.sentence.children(preposition.i) if o.dep == "pobj"}
        aimed = any(aims & context.frames.classes[name] for name in _AIMS)
        if subjects and not aimed and not any("armed" in context.classes(i) for i in subjects):
            return True
    return any(c.dep in ("dobj", "nsubjpass") and "weapon" not in context.classes(c.i) for c in children)


def _before_date(context: SentenceContext, preposition: Token) -> bool:
    """Tell whether a preposition only leads to a date ("called a meeting for Monday")."""
    objects = [o for o in context.sentence.children(preposition.i) if o.dep == "pobj"]
    return bool(objects) and all(context.at(o.i, MentionKind.DATE) for o in objects)


def _words_before(tokens: Sequence[Token], i: int, n: int) -> tuple[str, ...]:
    return tuple(t.lower if t.lower.endswith("ing") else t.lemma.lower() for t in tokens[max(0, i - n) : i])


def _has_object(sentence: Sentence, i: int, pattern: Pattern) -> bool:
    lemma, joining = pattern.object, _JOINING | {pattern.particle}
    for c in sentence.children(i):
        if c.dep in _THINGS and (
            c.lemma.lower() == lemma
            or any(g.lemma.lower() == lemma for g in sentence.children(c.i) if g.dep in ("conj", "compound"))
        ):
            return True
        if c.dep in _THINGS and c.lemma.lower() in PARTITIVE | _ROUNDS:
            # "dozens of mortar rounds", "a volley of rockets"
            whole = prep_objects(sentence, c.i, frozenset({"of"}))
            if any(lemma in {sentence.tokens[j].lemma.lower(), *_compounds(sentence, j)} for j in whole):
                return True
        if (
            c.dep == "prep"
            and c.lower in joining
            and any(o.lemma.lower() == lemma for o in sentence.children(c.i) if o.dep in ("pobj", "pcomp"))
        ):
            return True
    return False


def _compounds(sentence: Sentence, i: int) -> Iterator[str]:
    return (c.lemma.lower() for c in sentence.children(i) if c.dep == "compound")


def _fits(context: SentenceContext, token: Token, frame: Frame, roles: Roles) -> bool:
    if (frame.requires and not frame.requires & context.lemmas) or frame.not_near & context.lemmas:
        return False
    if frame.requires_adverb and not any(c.lower in frame.requires_adverb for c in context.sentence.children(token.i)):
        return False
    if (frame.not_with or frame.under) and not _right_company(context, token, frame):
        return False
    if not _right_form(context, token, frame):
        return False
    if frame.not_class and _excluded(context, token, frame, roles):
        return False
    if (frame.needs_patient and not roles.patients) or (frame.needs_agent and not roles.agents):
        return False
    if not _of_class(context, roles.patients, frame.patient_class) or not _of_class(context, roles.agents, frame.agent_class):
        return False
    return not frame.clause or _clause(context, token, frame.clause)


def _right_company(context: SentenceContext, token: Token, frame: Frame) -> bool:
    """Tell whether what must stand under an anchor does, and what must not does not."""
    under = {context.sentence.tokens[i].lemma.lower() for i in context.sentence.subtree(token.i)}
    if "as" in frame.not_with and any(c.dep == "prep" and c.lower == "as" for c in context.sentence.children(token.i)):
        return False
    if token.dep == "conj":
        # "treated at a hospital and released"
        under.add(context.sentence.tokens[token.head].lemma.lower())
    return not under & (frame.not_with - {"as"}) and (not frame.under or bool(under & frame.under))


def _right_form(context: SentenceContext, token: Token, frame: Frame) -> bool:
    verb = token.pos in ("VERB", "AUX")
    if frame.finite and verb and token.dep in ("acl", "amod"):
        return False
    if (
        frame.intransitive
        and verb
        and (
            token.dep == "acl"
            or any(c.dep in ("dobj", "nsubjpass", "auxpass", "ccomp") for c in context.sentence.children(token.i))
        )
    ):
        return False
    return not frame.happens or verb or _takes_place(context, token)


def _takes_place(context: SentenceContext, noun: Token) -> bool:
    """Tell whether a noun is told as taking place ("the trial opened", "at the trial", "held a march")."""
    governor = context.sentence.tokens[noun.head]
    words, lemma = context.frames.words, governor.lemma.lower()
    if context.sentence.zone is not ZoneKind.BODY or governor.i == noun.i:
        return True
    children = list(context.sentence.children(noun.i))
    told = any(c.dep == "det" and c.lower == "the" for c in children) and any(c.lower == "of" for c in children)
    if told and noun.dep in ("nsubj", "nsubjpass", "dobj") and governor.tag in ("VBD", "VBN"):
        # "the detention of nine teachers was condemned"
        return True
    if noun.dep in ("nsubjpass", "dobj") and context.frames.modality["verbs"].get(lemma) in ("foiled", "attempted"):
        return True
    if noun.dep in ("nsubj", "nsubjpass"):
        return lemma in words["occur"] or lemma in words["light"] or lemma in ("open", "adjourn", "be", "report")
    if noun.dep in ("dobj", "attr"):
        return (
            lemma in words["light"]
            or lemma in words["suffer"]
            or lemma in ("open", "report", "confirm", "join", "head", "attend", "be")
        )
    if noun.dep == "pobj":
        return governor.lower in ("in", "during", "at", "after", "following", "amid")
    return noun.dep == "conj" and _takes_place(context, governor)


def _excluded(context: SentenceContext, token: Token, frame: Frame, roles: Roles) -> bool:
    causes = prep_objects(context.sentence, token.i, frozenset({"of", "from", "by"}))
    for i in (*roles.agents, *roles.patients, *causes):
        lemma = context.sentence.tokens[i].lemma.lower()
        near = {lemma} | {c.lemma.lower() for c in context.sentence.children(i) if c.dep == "compound"}
        # a car bomb is no car
        armed = lemma in context.frames.classes["weapon"]
        if any((near if name != "mishap" or not armed else {lemma}) & context.frames.classes[name] for name in frame.not_class):
            return True
    return False


def _of_class(context: SentenceContext, indices: Sequence[int], wanted: frozenset[str]) -> bool:
    """Tell whether at least one of the arguments, if there are any, is of one of the wanted classes."""
    return not wanted or not indices or any(context.classes(i) & wanted for i in indices)


def _clause(context: SentenceContext, token: Token, kind: str) -> bool:
    sentence = context.sentence
    for c in sentence.children(token.i):
        if c.dep not in ("ccomp", "xcomp", "dobj", "advcl", "prep"):
            continue
        if kind == "infinitive":
            if c.dep in ("ccomp", "xcomp") and any(g.lower == "to" for g in sentence.children(c.i)):
                return True
            continue
        if any(
            p.frame.family in VIOLENT
            for j in sentence.subtree(c.i)
            for p in (
                *context.frames.verbs.get(sentence.tokens[j].lemma.lower(), ()),
                *context.frames.nouns.get(sentence.tokens[j].lemma.lower(), ()),
            )
            if not p.object and not p.before and not p.particle
        ):
            return True
    return False
