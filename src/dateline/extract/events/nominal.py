"""Polarity and modality of an anchor: of a verb by its clause, of a noun by its modifiers and what governs it."""

from __future__ import annotations

from dateline.extract.context import SentenceContext
from dateline.extract.events.modality import ACTUAL, Reality, is_accused, of_verb, under
from dateline.model.document import ZoneKind
from dateline.model.event import Modality, Polarity
from dateline.model.mention import MentionKind
from dateline.model.parse import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_LET_HAPPEN = frozenset(
    {"order", "authorise", "authorize", "direct", "command", "allow", "permit", "stop", "avoid", "repel", "invite"}
)
_ORDERED = frozenset(
    {"arrest", "detention", "capture", "trial", "release", "execution", "evacuation", "withdrawal", "deployment"}
)
"""What may still be to come when it has been ordered."""
_NONE_OF_IT = frozenset(
    {
        "suspension",
        "cessation",
        "halt",
        "moratorium",
        "pause",
        "renunciation",
        "prevention",
        "avoidance",
        "anticipation",
        "expectation",
    }
)
"""What stands under these has not happened, however definite ("a suspension of its attacks")."""
_MORE_OF_IT = frozenset(
    {
        "increase",
        "rise",
        "surge",
        "escalation",
        "intensification",
        "spike",
        "uptick",
        "spate",
        "upsurge",
        "decrease",
        "decline",
    }
)
_BODILY = frozenset({"wound", "injury"})
_LIKENESSES = frozenset({"attack", "assault", "onslaught", "aggression"})
_OCCASIONS = frozenset({"one", "event", "scene", "target", "result", "cause", "motive", "case", "action"})
_UNTRUE = frozenset({"false", "untrue", "unfounded", "baseless", "fabricated", "lie", "lies"})
_TAKING = frozenset({"claim", "take", "admit", "accept", "assume", "deny"})
_TO_COME = frozenset({"liberation", "withdrawal", "release", "capture", "surrender", "retreat", "recapture"})
_CASES = frozenset({"case", "event", "eventuality"})


def reality(context: SentenceContext, head: int, verb: bool) -> Reality:
    """Return the polarity and modality of the anchor whose head is token `head`."""
    if any(m.kind is MentionKind.DATE and m.text.lower().startswith(("every ", "each ")) for m in context.mentions):
        return Reality(Modality.HABITUAL, cue="every")
    if verb:
        return of_verb(context, context.sentence.tokens[head], 0)
    return _of_noun(context, context.sentence.tokens[head])


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
        if c.lower in ("each", "every") and c.dep == "det":
            return Reality(Modality.HABITUAL, cue=c.lower)
        past = c.lower in ("past", "previous", "earlier", "future") or (c.lower == "recent" and not _dated(context))
        if c.dep == "amod" and past and token.tag == "NNS":
            return Reality(Modality.HABITUAL, cue=c.lower)
        definite = definite or (c.dep in ("det", "poss") and (c.lower in _DEFINITE or c.dep == "poss"))
    # "suffered gunshot wounds": one person's are no habit
    plural = token.tag in ("NNS", "NNPS") and token.lemma.lower() not in _BODILY
    plural_bare = plural and not any(c.dep in ("det", "poss", "nummod") for c in sentence.children(token.i))
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
    if token.dep == "attr" and _likened(context, token, governor):
        return Reality(Modality.HABITUAL, cue=governor.lower)
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd"):
        found = words["verbs"].get(lemma) or ("" if definite else words["objects"].get(lemma, ""))
        # "ordered the attack", "denied the attack", "stopped the attack": the thing itself took place
        done = lemma in _LET_HAPPEN and token.lemma.lower() not in _ORDERED
        took_place = definite and (found in ("denied", "predicted") or done)
        if found and not took_place:
            return (
                under(context, governor, Modality(found), 0)
                if found != "denied"
                else Reality(polarity=Polarity.DENIED, cue=lemma)
            )
        if lemma in plain["light"] or lemma in plain["suffer"] or not definite:
            unreal = of_verb(context, governor, 0)
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
        return of_verb(context, governor, 0) if lemma in plain["occur"] or lemma == "be" else ACTUAL
    if token.dep == "pobj":
        return _noun_in_phrase(context, token, governor, definite)
    return ACTUAL


def _dated(context: SentenceContext) -> bool:
    return any(m.kind is MentionKind.DATE for m in context.mentions)


def _to_come(context: SentenceContext, noun: Token, above: Token) -> bool:
    """Read "there will be work after the liberation of the town"."""
    if noun.lemma.lower() not in _TO_COME or _dated(context):
        return False
    return any(
        c.dep == "aux" and c.lower in ("will", "'ll", "shall")
        for verb in (above, *context.sentence.ancestors(above.i))
        for c in context.sentence.children(verb.i)
    )


def _likened(context: SentenceContext, token: Token, copula: Token) -> bool:
    """Tell whether something that is no violence is called an attack ("the commission was an attack on the army")."""
    if token.lemma.lower() not in _LIKENESSES or copula.lemma != "be":
        return False
    subjects = [c for c in context.sentence.children(copula.i) if c.dep in ("nsubj", "csubj")]
    violent = context.frames.classes["violence"] | context.frames.classes["weapon"]
    return bool(subjects) and all(
        s.pos in ("NOUN", "VERB") and s.lemma.lower() not in violent | _OCCASIONS and not context.at(s.i, MentionKind.QUANTITY)
        for s in subjects
    )


def _told_false(context: SentenceContext, noun: Token) -> bool:
    """Tell whether a report is called untrue ("the report of an ambush is false")."""
    copula = context.sentence.tokens[noun.head]
    return noun.dep in ("nsubj", "nsubjpass") and any(
        c.lower in _UNTRUE for c in context.sentence.children(copula.i) if c.dep in ("acomp", "attr", "oprd")
    )


def _in_case(context: SentenceContext, noun: Token) -> bool:
    """Tell whether "case" or "event" leads a condition ("in case of an offensive", "in the event of an attack")."""
    prep = context.sentence.tokens[noun.head]
    bare = not any(c.dep == "det" for c in context.sentence.children(noun.i))
    return prep.lower in ("in", "for") and (bare or noun.lemma == "event")


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
    if prep.lower == "including" and above.pos in ("NOUN", "PROPN"):
        return _of_noun(context, above)
    if (above.pos == "NOUN" and lemma in _NONE_OF_IT) or (lemma in _CASES and _in_case(context, above)):
        return Reality(Modality.CONDITIONAL, cue=lemma)
    if above.pos == "NOUN" and prep.lower in ("of", "about", "on") and _told_false(context, above):
        return Reality(polarity=Polarity.DENIED, cue="false")
    if prep.lower == "to" and lemma == "lead" and sentence.tokens[above.head].lemma in ("information", "tip", "clue"):
        return Reality(Modality.CONDITIONAL, cue="information")
    if prep.lower in ("after", "following", "before", "until") and _to_come(context, token, above):
        return Reality(Modality.PREDICTED, cue="will")
    if above.pos == "NOUN" and lemma in _MORE_OF_IT and prep.lower in ("in", "of"):
        return Reality(Modality.HABITUAL, cue=lemma)
    if lemma in ("responsible", "instead"):
        bare = token.tag == "NNS" and not definite
        return Reality(Modality.HABITUAL, cue=lemma) if bare or lemma == "instead" else ACTUAL
    if prep.lower in ("in", "during", "after", "following", "since", "before", "by", "from"):
        return ACTUAL
    if lemma == "responsibility" and token.tag != "NNS" and sentence.tokens[above.head].lemma in _TAKING:
        # "claimed responsibility for a bombing": one that happened
        return ACTUAL
    verb = sentence.tokens[above.head] if above.dep == "dobj" and prep.lower == "with" else above
    charged = verb.lemma in ("charge", "indict", "convict", "accuse", "suspect", "sentence", "jail") and not any(
        c.dep == "prep" and c.lower == "of" for c in context.sentence.children(token.i)
    )
    if (is_accused(above) or charged) and not definite:
        return Reality(Modality.CONDITIONAL, cue=lemma)
    leading = prep.lower == "to" and lemma in ("lead", "contribute", "amount", "bring", "put")
    if above.pos in ("VERB", "AUX") and prep.lower in ("to", "into", "for", "with") and (leading or not definite):
        # "must bring them to trial", "could lead to clashes": no more real than the verb
        unreal = of_verb(context, above, 0)
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
            return under(context, above, Modality(found), 0)
        if found == "called-for" and prep.lower == "for":
            return Reality(Modality.CALLED_FOR, cue=lemma)
    return ACTUAL


def _above_prep(context: SentenceContext, token: Token) -> Token:
    tokens = context.sentence.tokens
    return tokens[tokens[token.head].head]


def _bare_plural(context: SentenceContext, token: Token, governor: Token) -> Reality:
    """Keep "clashes erupted in Mocoa on Friday"; "attacks on prisons" in general is habit."""
    if governor.dep == "pcomp" and _above_prep(context, governor).lemma in ("responsible", "know", "notorious", "famous"):
        return Reality(Modality.HABITUAL, cue="responsible")
    if any(c.dep == "aux" and c.lower == "been" for c in context.sentence.children(governor.i)) and governor.tag == "VBG":
        return Reality(Modality.HABITUAL, cue="has been")
    occurs = (
        governor.pos in ("VERB", "AUX") and governor.tag in ("VBD", "VBN", "VBG") or context.sentence.zone is not ZoneKind.BODY
    )
    bound = any(m.kind in (MentionKind.DATE, MentionKind.PLACE, MentionKind.FACILITY) for m in context.mentions)
    in_event = governor.dep == "prep" or governor.lower in ("in", "during", "after", "following", "amid", "by")
    return ACTUAL if bound and (occurs or in_event) else Reality(Modality.HABITUAL, cue=token.lower)
