"""Polarity and modality of a verb: what its auxiliaries, modifiers and governors make of it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.context import SentenceContext
from dateline.model.document import ZoneKind
from dateline.model.event import Modality, Polarity
from dateline.model.mention import MentionKind
from dateline.model.parse import Token

_MAX_CLIMB = 12


_DONE = frozenset({"responsibility", "series", "wave", "act", "campaign", "victim", "end"})
"""Nouns of many deeds, or of a deed's author: "claimed responsibility for killing the mayor"."""
_REPUTED = frozenset(
    {"accuse", "blame", "charge", "suspect", "know", "condemn", "criticise", "criticize", "responsible", "notorious", "famous"}
)


@dataclass(frozen=True, slots=True)
class Reality:
    """How real the report makes an event, and which word decided."""

    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.ASSERTED
    cue: str = ""


ACTUAL = Reality()
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def of_verb(context: SentenceContext, token: Token, depth: int) -> Reality:
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
    if "ever" in lower and any(c.dep == "mark" and c.lower == "that" for c in children):
        # "denied in a letter that it had ever used gas"
        return Reality(polarity=Polarity.DENIED, cue="ever")
    perfect = any(c.dep == "aux" and c.lemma == "have" for c in children)
    if any(c.dep == "aux" and c.lower == "had" and any(c.i < o.i for o in children if o.dep in _SUBJECTS) for c in children):
        return Reality(Modality.CONDITIONAL, cue="had")
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
                return under(context, governor, Modality(words["verbs"][lemma]), depth)
            if lemma in plain["implicative"]:
                return of_verb(context, governor, depth + 1)
            if lemma == "have" and governor.tag == "VBD":
                # "police had to open fire": they did
                return of_verb(context, governor, depth + 1)
            if lemma in ("be", "have"):
                return Reality(Modality.PLANNED, cue=lemma)
        return Reality(Modality.PLANNED, cue="to")
    if governor.tag == "NNS" and not any(c.dep in ("det", "poss") for c in context.sentence.children(governor.i)):
        # "multiple attempts to attack the camp"
        return Reality(Modality.HABITUAL, cue=lemma)
    if governor.pos in ("NOUN", "PROPN"):
        above = _of_governing_noun(context, governor, depth)
        if above.modality is not Modality.ACTUAL:
            return above
        return Reality(Modality(words["nouns"].get(lemma, "planned")), above.polarity, lemma)
    if governor.pos == "ADJ":
        copula = context.sentence.tokens[governor.head]
        if lemma == "able" and copula.lemma == "be" and copula.tag == "VBD":
            # "police were able to arrest two": they did
            return of_verb(context, copula, depth + 1)
        likely = lemma in ("likely", "expected", "set", "due", "poised", "liable")
        return Reality(Modality.PREDICTED if likely else Modality.PLANNED, cue=lemma)
    return Reality(Modality.PLANNED, cue="to")


def _of_governing_noun(context: SentenceContext, noun: Token, depth: int) -> Reality:
    """Judge "to redouble efforts to free" by the verb above "efforts"."""
    verb = context.sentence.tokens[noun.head]
    if noun.dep in ("dobj", "nsubjpass", "attr") and verb.pos == "VERB":
        return of_verb(context, verb, depth + 1)
    if verb.pos == "ADP":
        # the parser often takes "called on them to redouble efforts" for a prepositional phrase
        verb = context.sentence.tokens[verb.head]
        found = context.frames.modality["verbs"].get(verb.lemma.lower(), "denied")
        if found == "denied":
            # "could lead to a new attempt to seize the islands"
            return of_verb(context, verb, depth + 1) if verb.pos in ("VERB", "AUX") else ACTUAL
        return under(context, verb, Modality(found), depth)
    return ACTUAL


def under(context: SentenceContext, governor: Token, modality: Modality, depth: int) -> Reality:
    """Give `modality`, unless the governing verb itself is denied or unreal in another way."""
    above = of_verb(context, governor, depth + 1)
    if above.modality is Modality.ACTUAL:
        return Reality(modality, above.polarity, governor.lemma)
    if modality in (Modality.ATTEMPTED, Modality.FOILED):
        # "plans to try to escape", "efforts to prevent an escape": nothing was tried or prevented yet
        unreal = Modality.PLANNED if above.modality in (Modality.ATTEMPTED, Modality.FOILED) else above.modality
        return Reality(unreal, cue=above.cue)
    return Reality(modality, cue=governor.lemma)


def _above(context: SentenceContext, token: Token, depth: int) -> Reality:
    """Judge a finite verb or participle by its governor."""
    sentence, words = context.sentence, context.frames.modality
    if token.head == token.i:
        return _imperative(context, token) or _habitual(context, token)
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
            return under(context, governor, unreal, depth)
        if lemma not in context.frames.words["say"] and token.dep == "xcomp":
            return of_verb(context, governor, depth + 1)
        # "claimed that they only target insurgents": what somebody says that others do is a habit
        past = any(c.dep in ("aux", "auxpass") for c in context.sentence.children(token.i))
        habit = token.tag in ("VBZ", "VBP") and not past and context.sentence.zone is ZoneKind.BODY
        return Reality(Modality.HABITUAL, cue=token.lower) if habit else ACTUAL
    if token.dep == "pcomp":
        return _of_pcomp(context, token, governor, depth)
    if token.dep == "advcl":
        return _of_adverbial(context, token, governor, depth)
    if token.dep in ("relcl", "acl") and governor.pos in ("NOUN", "PROPN"):
        return _of_denied_report(context, governor) or _habitual(context, token)
    return ACTUAL


def _imperative(context: SentenceContext, token: Token) -> Reality | None:
    """Judge "Stop the killings!" by its bare verb at the beginning of the sentence or after a semicolon."""
    if token.tag != "VB" or any(c.dep in ("nsubj", "nsubjpass", "aux") for c in context.sentence.children(token.i)):
        return None
    before = [t for t in context.sentence.tokens[: token.i] if t.lower != "and"]
    leads = not any(t.lower[:1].isalpha() for t in before) or before[-1].lower in (";", ":")
    return Reality(Modality.CALLED_FOR, cue=token.lower) if leads else None


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
    asked = context.frames.modality["verbs"].get(governor.lemma.lower(), "denied")
    if token.tag == "VB" and governor.tag in ("VBP", "VBZ", "VBD") and asked != "denied":
        # "we ask them to disarm; free the hostages": the bare verb belongs to what is asked
        return Reality(Modality(asked), cue=governor.lemma)
    above = of_verb(context, governor, depth + 1)
    # "did not surrender and killed two": a past form of its own is not under the first verb's negation
    return ACTUAL if token.tag == "VBD" and above.polarity is Polarity.DENIED else above


def is_accused(verb: Token) -> bool:
    """Tell whether a deed only describes somebody ("a man accused of theft"), rather than being reported."""
    return verb.lemma in ("accuse", "suspect", "charge", "convict", "acquit", "want") and verb.dep in ("acl", "relcl", "amod")


def _of_pcomp(context: SentenceContext, token: Token, prep: Token, depth: int) -> Reality:
    """Judge "for attacking", "of killing", "after bombing" by what the preposition hangs on."""
    words = context.frames.modality
    above = context.sentence.tokens[prep.head]
    if prep.dep == "conj" and prep.lower == "of":
        # "the question of the land, and of disbanding the militia": the second "of" hangs in the air
        return Reality(Modality.HABITUAL, cue="of")
    lemma = above.lemma.lower()
    instead = lemma == "instead" or any(c.lower == "instead" for c in context.sentence.children(prep.i))
    if prep.lower in ("without", "instead") or (prep.lower == "of" and instead):
        return Reality(polarity=Polarity.DENIED, cue=prep.lower)
    if _aimed(context, prep, above):
        return Reality(Modality.PLANNED, cue=lemma)
    if lemma in ("dedicate", "devote") or _general(context, token, above):
        return Reality(Modality.HABITUAL, cue=lemma)
    if prep.lower in ("before", "after", "by", "while", "upon", "since"):
        main = of_verb(context, above, depth + 1) if above.pos == "VERB" else ACTUAL
        return main if main.modality is Modality.HABITUAL else ACTUAL
    if is_accused(above):
        return Reality(Modality.CONDITIONAL, cue=lemma)
    if (denied := _of_denied_report(context, above)) is not None:
        return denied
    if above.pos == "NOUN" and lemma in words["nouns"] and not (words["nouns"][lemma] == "habitual" and lemma in _DONE):
        return Reality(Modality(words["nouns"][lemma]), cue=lemma)
    if above.pos == "VERB" and prep.lower in ("of", "from", "for", "about") and lemma in words["verbs"]:
        found = words["verbs"][lemma]
        return (
            Reality(polarity=Polarity.DENIED, cue=lemma) if found == "denied" else under(context, above, Modality(found), depth)
        )
    return ACTUAL


def _aimed(context: SentenceContext, prep: Token, above: Token) -> bool:
    """Tell whether a deed is only what something is meant for ("committed to carrying out attacks", "aimed at attacking")."""
    if prep.lower == "at":
        return above.lemma == "aim"
    devoted = above.lower in ("committed", "geared", "opposed", "averse", "accustomed", "resigned")
    return prep.lower == "to" and devoted and not any(c.dep == "dobj" for c in context.sentence.children(above.i))


def _general(context: SentenceContext, token: Token, above: Token) -> bool:
    """Tell whether a deed that somebody is blamed for is general ("blamed the army for killing civilians")."""
    sentence = context.sentence
    blaming = sentence.tokens[above.head] if above.dep == "dobj" else above
    if blaming.lemma not in _REPUTED:
        return False
    if blaming.pos == "VERB" and (own := _own(context, blaming)) is not None and own.polarity is Polarity.DENIED:
        return True
    objects = [c for c in sentence.children(token.i) if c.dep in ("dobj", "obj")]
    plain = bool(objects) and all(
        o.tag == "NNS" and not any(c.dep in ("det", "nummod", "poss") for c in sentence.children(o.i)) for o in objects
    )
    return plain and not any(m.kind in (MentionKind.PLACE, MentionKind.DATE, MentionKind.FACILITY) for m in context.mentions)


def _of_adverbial(context: SentenceContext, token: Token, governor: Token, depth: int) -> Reality:
    """Judge "..., killing 12" by its main verb; a finite clause ("when rebels attacked") stands for itself."""
    if token.tag in ("VBG", "VBN") and not any(
        c.dep in ("mark", "nsubj", "nsubjpass") or (c.dep == "advmod" and c.lower != "thereby")
        for c in context.sentence.children(token.i)
    ):
        return of_verb(context, governor, depth + 1)
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
