"""Questions to a dependency parse that several steps ask: deep subjects and objects of verbs and nouns."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.parse import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
_TARGET_PREPS = frozenset({"on", "against", "upon", "at", "targeting", "over", "towards", "toward", "into"})
_DOING = frozenset(
    (
        "target carry claim stage launch conduct commit perpetrate issue release publish deliver broadcast send make sign "
        "organise organize lead hit"
    ).split()
)
"""Participles after a noun that name who did it or to what ("a raid carried out by X", "a message issued by Y")."""
_WITNESSES = frozenset("report see document record confirm witness hear monitor deny observe condemn describe note".split())
_ACCUSING = frozenset(
    "accuse suspect charge convict acquit blame condemn sentence jail imprison fine hang behead punish arrest detain seek".split()
)
_GROUPS = frozenset(
    (
        "rebel militant guerrilla police army government insurgent terrorist jihadist "
        "paramilitary regime coalition separatist militia"
    ).split()
)
_MEASURES = frozenset(
    (
        "number group dozen hundred thousand score couple majority series handful scores lot total rest half most some many "
        "several few all both one each part stick kilo kilogram ton variety"
    ).split()
)
"""Nouns that count what their "of" names ("a number of poultry farms")."""
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_CLAUSE_VERBS = frozenset("say claim announce state add report believe think indicate confirm suggest warn show declare".split())
_FEELING = frozenset({"over", "about", "at", "amid", "despite", "following", "regarding", "against"})
"""Prepositions after which a gerund is what somebody speaks of or reacts to ("concerned over shelling"), not what he does."""
_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western outside inside".split()
)
_LEAVING = frozenset({"leave", "find"})
_AIMING = frozenset({"at", "into", "from", "toward", "towards", "back", "out", "up", "down", "upon"})
_HARMING = frozenset({"kill", "wound", "injure", "maim"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Token indices of the deep subject(s) and object(s) of a predicate."""

    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """Return `i` and everything coordinated with it, left to right."""
    out = [i]
    for j in out:
        out.extend(c.i for c in sentence.children(j) if c.dep == "conj" and c.pos in _NOMINAL)
    return out


def measured(sentence: Sentence, i: int) -> int:
    """Return what a measuring noun measures ("a number of farms", "dozens of villagers"), else the token itself."""
    for _ in range(3):
        if sentence.tokens[i].lemma.lower() not in _MEASURES:
            return i
        whole = [o for o in prep_objects(sentence, i, frozenset({"of"})) if sentence.tokens[o].pos in ("NOUN", "PROPN", "NUM")]
        if not whole:
            return i
        i = whole[0]
    return i


def child(sentence: Sentence, i: int, *deps: str) -> Token | None:
    """Return the first dependent of `i` with one of the labels."""
    for c in sentence.children(i):
        if c.dep in deps:
            return c
    return None


def prep_objects(sentence: Sentence, i: int, preps: frozenset[str]) -> list[int]:
    """Return the objects of the prepositions in `preps` under token `i`."""
    out: list[int] = []
    for c in sentence.children(i):
        if c.dep in ("prep", "agent", "dative") and c.text.lower() in preps:
            out.extend(o.i for o in sentence.children(c.i) if o.dep in ("pobj", "pcomp"))
    return out


def is_passive(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb is passive: by auxiliary, as a reduced relative, or coordinated under a passive verb."""
    token = sentence.tokens[i]
    for c in sentence.children(i):
        if c.dep in ("auxpass", "nsubjpass", "agent"):
            return True
    if token.tag == "VBD" and token.dep == "acl":
        # a past tense under the root noun is mostly a main clause that the parser took for a participle
        return sentence.tokens[token.head].dep != "ROOT" and not _own(sentence, i, OBJECTS)
    if token.tag != "VBN" or any(c.dep == "aux" for c in sentence.children(i)):
        return False
    if token.dep == "acl":
        return True
    return (
        token.dep == "conj" and token.head != i and is_passive(sentence, token.head) and not _own(sentence, i, SUBJECTS | OBJECTS)
    )


def _own(sentence: Sentence, i: int, deps: frozenset[str]) -> list[int]:
    return [c.i for c in sentence.children(i) if c.dep in deps]


def _of_an_agent(sentence: Sentence, i: int) -> bool:
    """Tell whether a noun stands in a participle's "by X", after which a relative clause may be about somebody else."""
    by = sentence.tokens[sentence.tokens[i].head]
    return sentence.tokens[i].dep == "pobj" and by.dep == "agent" and sentence.tokens[by.head].dep == "acl"


def _swallowed(sentence: Sentence, i: int) -> int | None:
    """Return the noun that a main verb lost to a participle ("the force fighting the rebels detained a man")."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    noun = sentence.tokens[head.head]
    finite = token.tag in ("VBD", "VBZ", "VBP") and token.dep == "ccomp" and not _own(sentence, i, frozenset({"mark"}))
    above = sentence.tokens[noun.head]
    # "In May the force fighting the rebels detained a man" leaves nothing but the preposition on top
    top = noun.i == above.i or (noun.dep == "pobj" and above.i == above.head)
    if finite and head.dep == "acl" and head.tag == "VBG" and top and head.lemma not in _CLAUSE_VERBS:
        return noun.i
    return None


def _antecedent(sentence: Sentence, i: int, subject: Token) -> int:
    """Return what a relative pronoun stands for, or the subject itself."""
    if subject.text.lower() in _RELATIVE and sentence.tokens[i].dep == "relcl":
        return sentence.tokens[i].head
    return subject.i


def outcome_of(sentence: Sentence, i: int) -> int | None:
    """Return the verb whose outcome a gerund on its object tells ("hit a car killing four": the hit killed, not the car)."""
    token = sentence.tokens[i]
    if token.tag != "VBG" or token.lemma not in _HARMING or token.dep not in ("acl", "advcl", "ccomp"):
        return None
    head = sentence.tokens[token.head]
    if token.dep == "acl":
        verb = sentence.tokens[head.head]
        return verb.i if head.dep == "dobj" and verb.pos == "VERB" and head.i < i else None
    own = _own(sentence, i, SUBJECTS)
    if head.pos != "VERB" or not own or own[0] != i - 1 or head.i > own[0] or _own(sentence, i, frozenset({"aux"})):
        return None
    return head.i if not _own(sentence, head.i, OBJECTS) else None


def surface_subjects(sentence: Sentence, i: int) -> list[int]:
    """Return the grammatical subject of a verb, borrowed from its governor where it has none of its own."""
    verb = outcome_of(sentence, i)
    if verb is not None:
        return surface_subjects(sentence, verb)
    own = _own(sentence, i, SUBJECTS)
    swallowed = _swallowed(sentence, i)
    if swallowed is not None:
        return conjuncts(sentence, swallowed)
    if own and sentence.tokens[i].dep == "relcl" and sentence.tokens[own[-1]].lower in _RELATIVE:
        comma = sentence.tokens[own[-1] - 1].dep == "punct"
        if comma and _of_an_agent(sentence, sentence.tokens[i].head):
            return []
    if own:
        return conjuncts(sentence, _antecedent(sentence, i, sentence.tokens[own[-1]]))
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if head.i == i:
        return []
    if token.tag == "VBG" and token.dep in ("xcomp", "ccomp", "acl", "dobj") and head.lemma in _WITNESSES:
        # "monitors reported shelling": not they shelled
        return []
    if token.tag == "VBG" and token.dep == "advcl" and head.lemma in _WITNESSES | _CLAUSE_VERBS:
        # "activists reported an explosion, killing two": it killed, not they
        return []
    if token.dep in ("acl", "relcl") and head.pos in _NOMINAL:
        return [head.i]
    if head.pos == "ADP" and token.dep == "pcomp":
        if head.lower in _FEELING:
            return []
        return _subject_above(sentence, head)
    if token.dep in ("conj", "xcomp", "advcl", "dep", "ccomp", "pcomp", "parataxis") and head.pos in (
        "VERB",
        "AUX",
        "ADP",
        "SCONJ",
    ):
        if token.dep == "xcomp":
            controlled = _own(sentence, head.i, OBJECTS)
            if controlled:
                return conjuncts(sentence, controlled[0])
        if token.dep in ("ccomp", "parataxis"):
            return []
        return surface_subjects(sentence, head.i)
    if token.dep == "pcomp" and head.pos in _NOMINAL:
        return [head.i]
    return []


def _subject_above(sentence: Sentence, prep: Token) -> list[int]:
    """Return the subject of the clause a gerund's preposition hangs on ("was successful in freeing")."""
    for above in sentence.ancestors(prep.i):
        if above.pos in ("VERB", "AUX") and above.lemma in _ACCUSING and prep.lower in ("of", "for", "with"):
            # "accused them of burning": they did it, not the accuser
            accused = _own(sentence, above.i, OBJECTS | {"nsubjpass"})
            return conjuncts(sentence, accused[0]) if accused else []
        if above.pos in ("VERB", "AUX") and prep.lower == "by" and is_passive(sentence, above.i):
            # "were released by raiding a prison": who raided it is not said
            return []
        if above.pos in ("VERB", "AUX"):
            return surface_subjects(sentence, above.i)
        if above.pos not in ("ADJ", "ADP"):
            return []
    return []


def verb_frame(sentence: Sentence, i: int, transitive: bool) -> Frame:
    """Return deep subject and object of a verb.

    `transitive` verbs with a subject and no object, auxiliary or particle are read as headline passives ("Twelve killed in
    blast").
    """
    left = _left_so(sentence, i) if transitive else []
    if left:
        return Frame(tuple(prep_objects(sentence, i, frozenset({"by"}))), tuple(left))
    subjects = surface_subjects(sentence, i)
    objects = [j for o in _own(sentence, i, OBJECTS | {"oprd"}) for j in conjuncts(sentence, o)]
    if not objects and sentence.tokens[i].dep == "relcl":
        relative = [c for c in sentence.children(i) if c.dep in OBJECTS or c.text.lower() in ("whom",)]
        objects = [sentence.tokens[i].head] if relative else []
    if transitive and not objects:
        objects = _shared_objects(sentence, i)
    objects = [sentence.tokens[i].head if sentence.tokens[j].lower in ("who", "whom", "which", "that") else j for j in objects]
    if is_passive(sentence, i):
        by = prep_objects(sentence, i, frozenset({"by"}))
        return Frame(tuple(j for b in by for j in conjuncts(sentence, b)), tuple(subjects))
    headline = transitive and subjects and not objects and sentence.tokens[i].tag in ("VBN", "VBD")
    if headline and not any(c.dep in ("aux", "ccomp", "xcomp") for c in sentence.children(i)):
        return Frame(tuple(prep_objects(sentence, i, frozenset({"by"}))), tuple(subjects))
    if not objects and subjects and _was_shot(sentence, i):
        return Frame((), tuple(subjects))
    return Frame(tuple(subjects), tuple(objects))


def _shared_objects(sentence: Sentence, i: int) -> list[int]:
    """Return the objects that a verb shares with the next one ("shot and wounded three men")."""
    for c in sentence.children(i):
        if c.dep != "conj" or c.pos != "VERB" or any(t.pos not in ("CCONJ", "ADV") for t in sentence.tokens[i + 1 : c.i]):
            continue
        if any(g.dep in SUBJECTS or g.dep in ("aux", "auxpass") for g in sentence.children(c.i)):
            continue
        return [j for o in _own(sentence, c.i, OBJECTS) for j in conjuncts(sentence, o)]
    return []


def _left_so(sentence: Sentence, i: int) -> list[int]:
    """Return who is told to be left or found in a state ("left two men wounded"), or nothing."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    below = token.dep in ("advcl", "oprd", "xcomp", "ccomp", "dep") and head.i < i
    if token.tag != "VBN" or not below or head.lemma not in _LEAVING:
        return []
    if any(c.dep in SUBJECTS or c.dep in OBJECTS or c.dep in ("aux", "auxpass", "mark") for c in sentence.children(i)):
        return []
    objects = [o for o in _own(sentence, head.i, OBJECTS) if head.i < o < i]
    return conjuncts(sentence, objects[-1]) if objects else []


def _was_shot(sentence: Sentence, i: int) -> bool:
    """Tell whether "shot" without an object or an aim is what happened to its subject ("the men shot on Friday")."""
    token = sentence.tokens[i]
    if token.lemma != "shoot" or token.tag not in ("VBD", "VBN"):
        return False
    if token.dep == "relcl" and not any(c.lower in _RELATIVE for c in sentence.children(i)):
        return False  # "the people he shot"
    children = sentence.children(i)
    return not any(c.dep in ("aux", "dative") or c.lower in _AIMING for c in children)


def noun_frame(sentence: Sentence, first: int, head: int, of_is_agent: bool) -> Frame:
    """Return who did and who suffered what a noun tells ("the rebels' attack on a bus", "Turkish shelling of Kobani").

    `first` is the first token of the anchor, before which modifiers are looked for.
    """
    agents: list[int] = []
    patients: list[int] = []
    for c in sentence.children(head):
        word = c.text.lower()
        if c.dep == "poss" or (c.dep in ("amod", "compound", "nmod") and c.i < first and _nameable(sentence, c)):
            agents.append(c.i)
        elif c.dep in ("prep", "agent"):
            objects = [j for o in sentence.children(c.i) if o.dep == "pobj" for j in conjuncts(sentence, o.i)]
            if word == "by":
                agents += objects
            elif word == "between":
                agents += objects[:1]
                patients += objects[1:]
            elif word == "with" and not of_is_agent:
                patients += objects
            elif word == "of" and sentence.tokens[c.i - 1].lower not in _DIRECTIONS:
                (agents if of_is_agent else patients).extend(objects)
            elif word in _TARGET_PREPS:
                patients += objects
        elif c.dep in ("acl", "relcl") and c.lemma in _DOING:
            under = verb_frame(sentence, c.i, transitive=True)
            if c.lemma in ("target", "hit"):
                patients += [j for j in under.patients if j != head]
            elif c.lemma != "claim":
                agents += [j for j in under.agents if j != head]
    return Frame(tuple(agents), tuple(patients))


def _nameable(sentence: Sentence, token: Token) -> bool:
    return token.pos == "PROPN" or token.text[:1].isupper() or token.lemma in _GROUPS


def path_up(sentence: Sentence, i: int, stop: int) -> list[Token] | None:
    """Return the tokens from `i` (included) up to `stop` (excluded), or none if `stop` is not above `i`."""
    out = [sentence.tokens[i]]
    for above in sentence.ancestors(i):
        if above.i == stop:
            return out
        out.append(above)
    return None
