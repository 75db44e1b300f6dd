"""Polarity and modality of an anchor: what its governors, auxiliaries and modifiers make of it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.context import SentenceContext
from dateline.model.document import ZoneKind
from dateline.model.event import Modality, Polarity
from dateline.model.mention import MentionKind
from dateline.model.parse import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_MAX_CLIMB = 12
_LET_HAPPEN = frozenset(
    {"order", "authorise", "authorize", "direct", "command", "allow", "permit", "stop", "avoid", "repel", "invite"}
)


@dataclass(frozen=True, slots=True)
class Reality:
    """How real the report makes an event, and which word decided."""

    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.ASSERTED
    cue: str = ""


ACTUAL = Reality()


def reality(context: SentenceContext, head: int, verb: bool) -> Reality:
    """Return the polarity and modality of the anchor whose head is token `head`."""
    if any(m.kind is MentionKind.DATE and m.text.lower().startswith(("every ", "each ")) for m in context.mentions):
        return Reality(Modality.HABITUAL, cue="every")
    if verb:
        return _of_verb(context, context.sentence.tokens[head], 0)
    return _of_noun(context, context.sentence.tokens[head])


def _of_verb(context: SentenceContext, token: Token, depth: int) -> Reality:
    """Judge a verb by its own auxiliaries and markers, then by what governs it."""
    if depth > _MAX_CLIMB:
        return ACTUAL
    found = _own(context, token)
    if found is not None:
        return found
    if any(c.dep == "aux" and c.lower == "to" for c in context.sentence.children(token.i)):
        return _of_infinitive(context, token, depth)
    return _above(context, token, depth)


def _own(context: SentenceContext, token: Token) -> Reality | None:
    words = context.frames.modality
    children = list(context.sentence.children(token.i))
    lower = [c.lower for c in children]
    if any(c.dep == "neg" for c in children) and "only" not in lower:
        return Reality(polarity=Polarity.DENIED, cue="not")
    perfect = any(c.dep == "aux" and c.lemma == "have" for c in children)
    for c in children:
        if (
            c.dep == "aux"
            and c.lower in words["auxiliaries"]
            and not (perfect and c.lower in ("may", "might", "could", "must", "can"))
        ):
            return Reality(Modality(words["auxiliaries"][c.lower]), cue=c.lower)
        if c.dep == "mark" and c.lower in words["markers"]:
            return Reality(Modality(words["markers"][c.lower]), cue=c.lower)
        if c.dep == "advmod" and c.lower in words["adverbs"]:
            return Reality(Modality(words["adverbs"][c.lower]), cue=c.lower)
    if any(c.dep in ("nsubj", "nsubjpass") and (c.lower in ("nobody", "none") or _no(context, c)) for c in children):
        return Reality(polarity=Polarity.DENIED, cue="no")
    if any(
        c.dep == "advcl" and any(g.dep == "mark" and g.lower == "if" for g in context.sentence.children(c.i)) for c in children
    ) and token.tag in ("VB", "VBP"):
        return Reality(Modality.CONDITIONAL, cue="if")
    return None


def _no(context: SentenceContext, token: Token) -> bool:
    return any(c.lower in ("no", "neither") and c.dep in ("det", "preconj") for c in context.sentence.children(token.i))


def _of_infinitive(context: SentenceContext, token: Token, depth: int) -> Reality:
    words, plain = context.frames.modality, context.frames.words
    governor = context.sentence.tokens[token.head]
    lemma = governor.lemma.lower()
    if governor.i == token.i:
        # A headline's future: "Rebels to release hostages"
        return Reality(Modality.PLANNED, cue="to")
    if governor.pos in ("VERB", "AUX"):
        if token.dep == "xcomp" or token.dep == "ccomp":
            if lemma in plain["failed"]:
                return Reality(
                    Modality.ATTEMPTED, Polarity.DENIED if lemma in ("refuse", "decline") else Polarity.ASSERTED, lemma
                )
            if lemma in words["verbs"]:
                return _under(context, governor, Modality(words["verbs"][lemma]), depth)
            if lemma in plain["implicative"]:
                return _of_verb(context, governor, depth + 1)
            if lemma in ("be", "have"):
                return Reality(Modality.PLANNED, cue=lemma)
        return Reality(Modality.PLANNED, cue="to")
    if governor.pos in ("NOUN", "PROPN"):
        above = _of_governing_noun(context, governor, depth)
        if above.modality is not Modality.ACTUAL:
            return above
        return Reality(Modality(words["nouns"].get(lemma, "planned")), above.polarity, lemma)
    if governor.pos == "ADJ":
        likely = lemma in ("likely", "expected", "set", "due", "poised", "liable")
        return Reality(Modality.PREDICTED if likely else Modality.PLANNED, cue=lemma)
    return Reality(Modality.PLANNED, cue="to")


def _of_governing_noun(context: SentenceContext, noun: Token, depth: int) -> Reality:
    """Judge "to redouble efforts to free" by the verb above "efforts"."""
    verb = context.sentence.tokens[noun.head]
    if noun.dep in ("dobj", "nsubjpass", "attr") and verb.pos == "VERB":
        return _of_verb(context, verb, depth + 1)
    if verb.pos == "ADP":
        # the parser often takes "called on them to redouble efforts" for a prepositional phrase
        verb = context.sentence.tokens[verb.head]
        found = context.frames.modality["verbs"].get(verb.lemma.lower(), "denied")
        return ACTUAL if found == "denied" else _under(context, verb, Modality(found), depth)
    return ACTUAL


def _under(context: SentenceContext, governor: Token, modality: Modality, depth: int) -> Reality:
    """Give `modality`, unless the governing verb itself is denied or unreal in another way."""
    above = _of_verb(context, governor, depth + 1)
    return (
        Reality(modality, above.polarity, governor.lemma)
        if above.modality is Modality.ACTUAL
        else Reality(modality, cue=governor.lemma)
    )


def _above(context: SentenceContext, token: Token, depth: int) -> Reality:
    """Judge a finite verb or participle by its governor."""
    sentence, words = context.sentence, context.frames.modality
    if token.head == token.i:
        return _habitual(context, token)
    governor = sentence.tokens[token.head]
    lemma = governor.lemma.lower()
    if token.dep == "conj":
        return _of_conjunct(context, token, governor, depth)
    if token.dep == "csubj":
        return _of_topic(context, governor)
    if token.dep in ("ccomp", "xcomp"):
        if lemma in words["verbs"] and lemma not in ("tell", "report", "agree", "decide"):
            unreal = Modality(words["verbs"][lemma]) if words["verbs"][lemma] != "denied" else None
            if unreal is None:
                return Reality(polarity=Polarity.DENIED, cue=lemma)
            if lemma == "warn" and token.tag in ("VBD", "VBN"):
                return ACTUAL
            return _under(context, governor, unreal, depth)
        if lemma not in context.frames.words["say"] and token.dep == "xcomp":
            return _of_verb(context, governor, depth + 1)
        # "claimed that they only target insurgents": what somebody says that others do is a habit
        past = any(c.dep in ("aux", "auxpass") for c in context.sentence.children(token.i))
        habit = token.tag in ("VBZ", "VBP") and not past and context.sentence.zone is ZoneKind.BODY
        return Reality(Modality.HABITUAL, cue=token.lower) if habit else ACTUAL
    if token.dep == "pcomp":
        return _of_pcomp(context, governor, depth)
    if token.dep == "advcl":
        return _of_adverbial(context, token, governor, depth)
    if token.dep in ("relcl", "acl") and governor.pos in ("NOUN", "PROPN"):
        return _of_denied_report(context, governor) or _habitual(context, token)
    return ACTUAL


def _of_denied_report(context: SentenceContext, noun: Token) -> Reality | None:
    """Judge "denied a report that an officer had been hurt"."""
    verb = context.sentence.tokens[noun.head]
    if (
        noun.dep == "dobj"
        and noun.lemma in context.frames.speech["nouns"]
        and context.frames.modality["verbs"].get(verb.lemma) == "denied"
    ):
        return Reality(polarity=Polarity.DENIED, cue=verb.lemma)
    return None


def _of_topic(context: SentenceContext, copula: Token) -> Reality:
    """Judge "freeing the prisoners is the top priority" by what it is said to be."""
    for c in context.sentence.children(copula.i):
        if c.dep == "attr":
            return Reality(Modality(context.frames.modality["nouns"].get(c.lemma.lower(), "habitual")), cue=c.lower)
    return Reality(Modality.HABITUAL, cue=copula.lower)


def _of_conjunct(context: SentenceContext, token: Token, governor: Token, depth: int) -> Reality:
    if any(c.dep in ("nsubj", "nsubjpass", "aux") for c in context.sentence.children(token.i)):
        return _habitual(context, token)
    above = _of_verb(context, governor, depth + 1)
    # "did not surrender and killed two": a past form of its own is not under the first verb's negation
    return ACTUAL if token.tag == "VBD" and above.polarity is Polarity.DENIED else above


def _of_accused(verb: Token) -> bool:
    """Tell whether a deed only describes somebody ("a man accused of theft"), rather than being reported."""
    return verb.lemma in ("accuse", "suspect", "charge", "convict", "acquit", "want") and verb.dep in ("acl", "relcl", "amod")


def _of_pcomp(context: SentenceContext, prep: Token, depth: int) -> Reality:
    """Judge "for attacking", "of killing", "after bombing" by what the preposition hangs on."""
    words = context.frames.modality
    above = context.sentence.tokens[prep.head]
    lemma = above.lemma.lower()
    if prep.lower in ("without", "instead"):
        return Reality(polarity=Polarity.DENIED, cue=prep.lower)
    if prep.lower in ("before", "after", "by", "while", "upon", "since"):
        return ACTUAL
    if _of_accused(above):
        return Reality(Modality.CONDITIONAL, cue=lemma)
    if above.pos == "NOUN" and lemma in words["nouns"] and words["nouns"][lemma] != "habitual":
        return Reality(Modality(words["nouns"][lemma]), cue=lemma)
    if above.pos == "VERB" and prep.lower in ("of", "from", "for", "about") and lemma in words["verbs"]:
        found = words["verbs"][lemma]
        return (
            Reality(polarity=Polarity.DENIED, cue=lemma) if found == "denied" else _under(context, above, Modality(found), depth)
        )
    return ACTUAL


def _of_adverbial(context: SentenceContext, token: Token, governor: Token, depth: int) -> Reality:
    """Judge "..., killing 12" by its main verb; a finite clause ("when rebels attacked") stands for itself."""
    if token.tag in ("VBG", "VBN") and not any(
        c.dep in ("mark", "advmod", "nsubj", "nsubjpass") for c in context.sentence.children(token.i)
    ):
        return _of_verb(context, governor, depth + 1)
    return _habitual(context, token)


def _habitual(context: SentenceContext, token: Token) -> Reality:
    """Read a simple present outside headlines as habit, unless the sentence is bound to a time or a place."""
    if token.tag not in ("VBZ", "VBP") or context.sentence.zone is not ZoneKind.BODY:
        return ACTUAL
    if any(c.dep in ("aux", "auxpass") for c in context.sentence.children(token.i)):
        return ACTUAL
    kinds = (MentionKind.DATE, MentionKind.PLACE, MentionKind.FACILITY, MentionKind.QUANTITY)
    bound = token.dep != "relcl" and any(m.kind in kinds for m in context.mentions)
    return ACTUAL if bound else Reality(Modality.HABITUAL, cue=token.lower)


def _of_noun(context: SentenceContext, token: Token) -> Reality:
    sentence, words = context.sentence, context.frames.modality
    definite = plural_bare = False
    for c in sentence.children(token.i):
        if c.dep == "det" and c.lower == "no" or c.dep == "neg":
            return Reality(polarity=Polarity.DENIED, cue="no")
        if c.dep in ("amod", "compound", "advmod") and c.lower in words["adjectives"]:
            return Reality(Modality(words["adjectives"][c.lower]), cue=c.lower)
        if c.lower == "any" and c.dep == "det":
            return Reality(Modality.CONDITIONAL, cue="any")
        if c.dep == "amod" and c.lower in ("past", "previous", "earlier", "future") and token.tag == "NNS":
            return Reality(Modality.HABITUAL, cue=c.lower)
        definite = definite or (c.dep in ("det", "poss") and (c.lower in _DEFINITE or c.dep == "poss"))
    plural_bare = token.tag in ("NNS", "NNPS") and not any(c.dep in ("det", "poss", "nummod") for c in sentence.children(token.i))
    governor = sentence.tokens[token.head]
    above = _noun_above(context, token, governor, definite)
    if above.modality is Modality.ACTUAL and above.polarity is Polarity.ASSERTED and plural_bare:
        while token.dep == "conj" and governor.pos not in ("VERB", "AUX") and governor.head != governor.i:
            token, governor = governor, sentence.tokens[governor.head]
        return _bare_plural(context, token, governor)
    return above


def _noun_above(context: SentenceContext, token: Token, governor: Token, definite: bool) -> Reality:
    sentence, words, plain = context.sentence, context.frames.modality, context.frames.words
    lemma = governor.lemma.lower()
    if token.dep == "conj" and governor.i != token.i:
        return _noun_above(context, governor, sentence.tokens[governor.head], definite) if governor.dep != "ROOT" else ACTUAL
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd"):
        found = words["verbs"].get(lemma) or ("" if definite else words["objects"].get(lemma, ""))
        # "ordered the attack", "denied the attack", "stopped the attack": the thing itself took place
        took_place = definite and (found in ("denied", "predicted") or lemma in _LET_HAPPEN)
        if found and not took_place:
            return (
                _under(context, governor, Modality(found), 0)
                if found != "denied"
                else Reality(polarity=Polarity.DENIED, cue=lemma)
            )
        if lemma in plain["light"] or lemma in plain["suffer"] or not definite:
            unreal = _of_verb(context, governor, 0)
            if unreal != ACTUAL:
                return unreal
        if not definite and lemma in (
            "want",
            "need",
            "oppose",
            "support",
            "justify",
            "condone",
            "discuss",
            "consider",
            "describe",
        ):
            return Reality(Modality.HABITUAL, cue=lemma)
        return ACTUAL
    if token.dep == "nsubj":
        if governor.tag in ("VBZ", "VBP") and _of_kind(context, token):
            return Reality(Modality.HABITUAL, cue=governor.lower)
        return _of_verb(context, governor, 0) if lemma in plain["occur"] or lemma == "be" else ACTUAL
    if token.dep == "pobj":
        return _noun_in_phrase(context, token, governor, definite)
    return ACTUAL


def _of_kind(context: SentenceContext, token: Token) -> bool:
    """Tell whether a noun is about a kind of people and not some of them ("the release of prisoners is ...")."""
    for c in context.sentence.children(token.i):
        if c.dep == "prep" and c.lower == "of":
            for o in context.sentence.children(c.i):
                if o.tag == "NNS" and not any(g.dep in ("det", "nummod", "poss") for g in context.sentence.children(o.i)):
                    return True
    return False


def _noun_in_phrase(context: SentenceContext, token: Token, prep: Token, definite: bool) -> Reality:
    sentence, words = context.sentence, context.frames.modality
    above = sentence.tokens[prep.head]
    lemma = above.lemma.lower()
    if prep.lower in ("in", "during", "after", "following", "since", "before", "by", "from"):
        return ACTUAL
    if _of_accused(above) and not definite:
        return Reality(Modality.CONDITIONAL, cue=lemma)
    if above.pos in ("VERB", "AUX") and prep.lower in ("to", "into", "for", "with") and not definite:
        # "must bring them to trial", "could lead to clashes": no more real than the verb
        unreal = _of_verb(context, above, 0)
        if unreal.modality is not Modality.ACTUAL or unreal.polarity is Polarity.DENIED:
            return unreal
    if above.pos == "NOUN" and lemma in words["nouns"] and prep.lower in ("of", "for", "to", "at", "about", "against"):
        found = words["nouns"][lemma]
        if not definite:
            return Reality(Modality(found), cue=lemma)
        return ACTUAL if found in ("habitual", "called-for", "predicted") else Reality(Modality(found), cue=lemma)
    if above.pos in ("VERB", "AUX") and prep.lower in ("for", "of", "to", "on", "about", "against", "with"):
        found = words["verbs"].get(lemma, "")
        if found and found != "denied" and not definite:
            return _under(context, above, Modality(found), 0)
        if found == "called-for" and prep.lower == "for":
            return Reality(Modality.CALLED_FOR, cue=lemma)
    return ACTUAL


def _bare_plural(context: SentenceContext, token: Token, governor: Token) -> Reality:
    """Keep "clashes erupted in Mocoa on Friday"; "attacks on prisons" in general is habit."""
    if any(c.dep == "aux" and c.lower == "been" for c in context.sentence.children(governor.i)) and governor.tag == "VBG":
        return Reality(Modality.HABITUAL, cue="has been")
    occurs = (
        governor.pos in ("VERB", "AUX") and governor.tag in ("VBD", "VBN", "VBG") or context.sentence.zone is not ZoneKind.BODY
    )
    bound = any(m.kind in (MentionKind.DATE, MentionKind.PLACE, MentionKind.FACILITY) for m in context.mentions)
    in_event = governor.dep == "prep" or governor.lower in ("in", "during", "after", "following", "amid", "by")
    return ACTUAL if bound and (occurs or in_event) else Reality(Modality.HABITUAL, cue=token.lower)
