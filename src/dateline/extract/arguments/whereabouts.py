"""Whereabouts: whether a place that stands near an event's words is where the event was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.extract.arguments.ownership import anchor_tokens
from dateline.extract.context import SentenceContext
from dateline.extract.syntax import path_up
from dateline.model.event import EventMention
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token
from dateline.model.resolution import PlacePrecision, PlaceValue, Resolution

Places = Mapping[Mention, Resolution[PlaceValue]]
"""The resolutions of a document's places and facilities by mention."""

_FROM = frozenset({"from", "without", "than", "like", "unlike", "of"})
_AREAS = frozenset(
    (
        "city town village province district region area part outskirt north south east west northwest northeast "
        "southwest southeast suburb center centre neighborhood neighbourhood state department countryside coast port "
        "island border capital camp side edge heart bombing shelling attack siege bombardment street kilometer km mile "
        "capture loss fall occupation vicinity surroundings entrance periphery environ"
    ).split()
)
"""Nouns whose "of" names where something is, not whose it is."""
_TAKEN_FROM = frozenset("kidnap abduct snatch free release evacuate displace expel escape flee withdraw".split())
"""Verbs whose "from" names where it happened."""
_FIRED_FROM = frozenset("position base area territory post".split())
_PARTIES = frozenset({"with", "against", "between", "for", "about", "as"})
"""Prepositions after which a country is a party or a topic."""
_REACHED = frozenset("spread extend expand next close adjacent".split())
_OFFICES = frozenset(
    (
        "leader commander chief governor mayor ambassador archbishop bishop spokesman spokeswoman spokesperson correspondent "
        "representative minister head director president consul reporter bureau office embassy activist resident source "
        "observatory consulate newspaper daily agency group organisation organization network deputy prosecutor judge"
    ).split()
)
"""Subjects that live or work in the place beside them, whatever they do and wherever."""
_ABROAD = frozenset({"embassy", "consulate"})
_LIVING = frozenset("live reside bear base edit publish print headquarter hail register stay exile".split())
_LYING = frozenset("locate situate lie be stand occur happen take house hold place build stage carry conduct launch".split())
_HURTING = frozenset({"attack", "battle", "accident", "unrest", "custody"})
_HOSPITALS = frozenset({"hospital", "clinic", "infirmary"})
_TENDING = frozenset("die treat pronounce hospitalize hospitalise succumb admit recover release discharge".split())
_TALK = frozenset(
    (
        "condemn denounce criticise criticize discuss mourn celebrate commemorate recall mention report announce comment deny "
        "confirm learn say tell state add charge accuse blame remember demand hear coincide precede follow"
    ).split()
)
"""Verbs under which an event is spoken of or compared: their place is the speaker's, or the other event's."""
_TIMES = frozenset({"during", "after", "since", "following", "before", "amid", "like", "than", "as", "despite", "until", "about"})
"""Prepositions under which an event only dates or compares another."""
_CAUSES = frozenset({"in", "by", "to", "of", "with", "because", "from", "result", "through", "due", "under", "on"})
_BOUND = 4
"""Steps in the parse within which one event's words are part of another's."""
_CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp", "csubj", "xcomp", "pcomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CONNECTING = frozenset(
    (
        ", ( ) in of near at on the a an located situated within inside outside from km kilometers kilometres miles which is "
        "lies lying around about some far side close to next 's ’s - area areas town towns city village villages district "
        "province governorate department region municipality countryside outskirts suburbs suburb part capital state "
        "neighbourhood neighborhood quarter canton county jurisdiction zone sector subdistrict vicinity main its"
    ).split()
)
_COMPASS = frozenset("north south east west northeast northwest southeast southwest north-east north-west".split())
_GAP = 10
_RANK = {p: n for n, p in enumerate(PlacePrecision)}
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})


def elsewhere(context: SentenceContext, mention: Mention, event: EventMention, family: str, places: Places) -> Iterator[str]:
    """Yield the rules by which a place belongs to somebody or something else than the event that owns its words."""
    if _origin(context, mention, event, family):
        yield "embassy" if _of_embassy(context, mention) else "origin"
    if _modifier(context, mention):
        yield "modifier"
    if _is_country(mention, places) and _party(context, mention):
        yield "party"
    if _tended(context, mention, family):
        yield "tended"
    if _other_clause(context, mention, event, family):
        yield "other clause"
    if any(_led_off(context, m, event, family) for m in _holding(context, mention, MentionKind.FACILITY)):
        yield "led off"


def _of_embassy(context: SentenceContext, mention: Mention) -> bool:
    """Tell the country whose embassy it is: that is never where."""
    governor = context.sentence.tokens[first_of(context, mention).head]
    return governor.lower == "of" and context.sentence.tokens[governor.head].lemma.lower() in _ABROAD


def _led_off(context: SentenceContext, facility: Mention, event: EventMention, family: str) -> bool:
    """Tell whether victims are only taken to a facility or tended there: nor was it in that one's town."""
    token = first_of(context, facility)
    away = context.sentence.tokens[token.head].lower in ("to", "from")
    return (away and _origin(context, facility, event, family)) or _tended(context, facility, family)


def _holding(context: SentenceContext, mention: Mention, kind: MentionKind) -> list[Mention]:
    """Return what a place stands beside as its place: "hospitals in X"."""
    token = first_of(context, mention)
    governor = context.sentence.tokens[token.head]
    inside = token.dep == "pobj" and governor.lower in ("in", "at", "of", "near", "outside")
    return context.at(governor.head, kind) if inside else []


def is_indirect(context: SentenceContext, mention: Mention, event: EventMention) -> bool:
    """Tell whether a place describes the event's subject ("a leader in X was killed near Y")."""
    path, _, _ = paths(context, mention.head, event)
    return any(t.dep in _SUBJECTS and t.i != mention.head and not _placelike(context, t) for t in path)


def one_deed(context: SentenceContext, event: EventMention, other: EventMention) -> bool:
    """Tell whether the words of two events tell one: a cause, a result, or a second verb or noun beside the first."""
    for one, two in ((event, other), (other, event)):
        path = path_up(context.sentence, one.head, two.head)
        if path is not None:
            return _told_together(context, path)
    return False


def _told_together(context: SentenceContext, path: Sequence[Token]) -> bool:
    """Tell whether what hangs on an event by this path is part of it."""
    if len(path) > _BOUND:
        return False
    for token in path:
        verb = token.pos in ("VERB", "AUX")
        if token.dep == "prep" and token.lower not in _CAUSES:
            return False
        if token.dep in ("relcl", "ccomp", "csubj", "parataxis") or (token.dep == "pcomp" and verb):
            return False
        if token.dep in ("advcl", "conj", "acl") and verb and (_own_subject(context, token) or token.lemma in _TALK):
            return False
        if token.dep == "conj" and not verb and any(c.dep in ("prep", "poss") for c in context.sentence.children(token.i)):
            return token is path[-1]
    return True


def locators(context: SentenceContext, places: Places) -> dict[Mention, Mention]:
    """Return the places that only say where another one lies, with that: "the village of A, north of B, in C province"."""
    index = {t.start: t.i for t in context.sentence.tokens}
    found = [m for m in context.mentions if m.kind in (MentionKind.PLACE, MentionKind.FACILITY)]
    found.sort(key=lambda m: m.span)
    out: dict[Mention, Mention] = {}
    for one, other in zip(found, found[1:], strict=False):
        first = index.get(other.span.start, 0)
        last = max((t.i for t in context.sentence.tokens_in(one.span)), default=first)
        gap = context.sentence.tokens[last + 1 : first]
        if not gap or len(gap) > _GAP or other.rule == "dateline" or one.rule == "dateline":
            continue
        if gap[0].lower in ("'s", "’s") or _town_of(context, one, gap):
            out[one] = other
        elif _leads_on(gap) and _tells(one, places) and (_says_where(gap) or _wider(other, one, places)):
            out[other] = one
    return out


def _town_of(context: SentenceContext, one: Mention, gap: Sequence[Token]) -> bool:
    """Tell "the West Bank village of Idna", which is in the West Bank, from "the village of Idna in the West Bank"."""
    noun = gap[-2] if len(gap) > 1 and gap[-1].lower == "of" else None
    before, nouns = context.sentence.tokens[one.head], {t.i for t in gap[:-1]}
    # "the X prison west of Y" only says where the prison is.
    if noun is None or noun.lower in _COMPASS or noun.lemma.lower() not in _AREAS:
        return False
    if not all(t.pos in ("ADJ", "NOUN", "PROPN") for t in gap[:-1]):
        return False
    # A name before its type noun ("Idna village") has that as its head.
    return before.i in nouns or (before.dep in ("compound", "nmod", "amod", "poss") and before.head in nouns)


def _leads_on(gap: Sequence[Token]) -> bool:
    return all(t.lower in _CONNECTING or t.pos in ("ADJ", "NUM") or t.lower.removesuffix("ern") in _COMPASS for t in gap)


def _says_where(gap: Sequence[Token]) -> bool:
    return any(t.lower in ("in", "of", "near", "within", "inside", "outside", "from", "at") for t in gap)


def _wider(other: Mention, one: Mention, places: Places) -> bool:
    """Tell whether `other` is what `one` lies in, after a mere comma; places of one size make a list."""
    if "rel=" in other.key or (one.kind is MentionKind.FACILITY and other.kind is MentionKind.PLACE):
        return True
    value, inner = _value(other, places), _value(one, places)
    if value is None or value.precision not in _WIDE:
        return False
    if inner is not None and inner.basis == "inferred" and one.kind is MentionKind.PLACE:
        # An unknown village has the point of what it lies in.
        return True
    return inner is None or _RANK[value.precision] > _RANK[inner.precision] or inner.precision is PlacePrecision.UNRESOLVED


def _tells(mention: Mention, places: Places) -> bool:
    """Tell whether a mention can be a claim of its own: a place as written, a named or placed facility."""
    if mention.kind is MentionKind.PLACE:
        return True
    resolution = places.get(mention)
    return resolution is not None and (resolution.value is not None or mention.key.endswith(":named"))


def _value(mention: Mention, places: Places) -> PlaceValue | None:
    resolution = places.get(mention)
    return None if resolution is None else resolution.value


def _is_country(mention: Mention, places: Places) -> bool:
    value = _value(mention, places)
    return value is not None and value.precision is PlacePrecision.COUNTRY


def _placelike(context: SentenceContext, token: Token) -> bool:
    return bool(context.at(token.i, MentionKind.PLACE, MentionKind.FACILITY)) or token.lemma in _AREAS


def first_of(context: SentenceContext, mention: Mention) -> Token:
    """Return the head of a mention, or of the first of the names that it stands in a row with."""
    token = context.sentence.tokens[mention.head]
    while token.dep == "conj" and token.head != token.i and token.pos in ("NOUN", "PROPN"):
        token = context.sentence.tokens[token.head]
    return token


def _tended(context: SentenceContext, mention: Mention, family: str) -> bool:
    """Tell the hospital where victims die or are treated from one that is attacked."""
    token = context.sentence.tokens[mention.head]
    if token.dep == "compound":
        token = context.sentence.tokens[token.head]
    if family not in _HURTING or not (mention.key.startswith("hospital") or token.lemma.lower() in _HOSPITALS):
        return False
    governor = context.sentence.tokens[token.head]
    return governor.lower in ("at", "in", "to") and context.sentence.tokens[governor.head].lemma in _TENDING


def _origin(context: SentenceContext, mention: Mention, event: EventMention, family: str) -> bool:
    """Tell whether a place is where somebody or something comes from or goes to, or whose it is."""
    token = first_of(context, mention)
    governor = context.sentence.tokens[token.head]
    above = context.sentence.tokens[governor.head]
    if token.dep == "pobj" and governor.lower == "to" and "rel=" not in mention.key:
        return family not in ("movement", "custody") and above.lemma not in _REACHED and governor.dep in ("prep", "dative")
    if token.dep == "pobj" and governor.lower in _FROM:
        if governor.lower == "from" and (above.lemma in _TAKEN_FROM or "rel=" in mention.key):
            return False
        if governor.lower != "of" or above.lemma.lower() in _ABROAD:
            return True
        return not (above.lemma in _AREAS or _placelike(context, above) or above.i == event.head)
    if token.dep in ("poss", "compound", "amod", "nmod") and mention.kind is MentionKind.PLACE:
        # "U.S. citizens" are from there; "the Mosul bombing" was there
        there = token.dep == "compound" and governor.i in anchor_tokens(context, event)
        return not there and not _placelike(context, governor)
    return False


def _modifier(context: SentenceContext, mention: Mention) -> bool:
    """Tell whether a hyphen joins a place to what it describes ("US-partnered forces", "a Paris-based group")."""
    tokens = context.sentence.tokens
    last = max((t.i for t in context.sentence.tokens_in(mention.span)), default=mention.head)
    if last + 2 >= len(tokens) or tokens[last + 1].text not in "-–‐‑":
        return False
    joined = tokens[last].end == tokens[last + 1].start and tokens[last + 1].end == tokens[last + 2].start
    return joined and tokens[last + 2].text[0].islower()


def _party(context: SentenceContext, mention: Mention) -> bool:
    """Tell whether a country acts or is dealt with: "Turkey shelled", "by Israel", "a war with Iran"."""
    token = first_of(context, mention)
    governor = context.sentence.tokens[token.head]
    if token.dep == "pobj":
        return governor.dep == "agent" or governor.lower in _PARTIES or governor.lower == "by"
    return token.dep in ("nsubj", "csubj", "dative")


def paths(context: SentenceContext, place: int, event: EventMention) -> tuple[list[Token], list[Token], Token | None]:
    """Return the tokens from the place and from the event's nearest word up to the one above both, and that one."""
    sentence = context.sentence
    up = [sentence.tokens[place], *sentence.ancestors(place)]
    best: tuple[list[Token], list[Token], Token | None] = (up, [], None)
    cost = 999
    for anchor in anchor_tokens(context, event):
        own = [sentence.tokens[anchor], *sentence.ancestors(anchor)]
        height = {t.i: n for n, t in enumerate(own)}
        meets = next((n for n, t in enumerate(up) if t.i in height), None)
        if meets is not None and meets + height[up[meets].i] < cost:
            cost = meets + height[up[meets].i]
            best = (up[:meets], own[: height[up[meets].i]], up[meets])
    return best


def _other_clause(context: SentenceContext, mention: Mention, event: EventMention, family: str) -> bool:
    """Tell whether a place stands in a clause that tells something else, or the event in one that the place is outside of."""
    down, up, top = paths(context, mention.head, event)
    anchors = set(anchor_tokens(context, event))
    return _leaves(context, down, anchors) or _left(context, up, anchors, top) or _of_subject(context, down, family)


def _of_subject(context: SentenceContext, down: Sequence[Token], family: str) -> bool:
    """Tell "a spokesman in X said": who speaks or holds an office there, whatever is done and wherever."""
    telling = family in ("communication", "campaign")
    if telling and any(t.dep == "dobj" or (t.dep == "prep" and t.lower in ("of", "to")) for t in down[2:]):
        # "He accused an official of the embassy in X": whom or what it is about
        return True
    subjects = [t for t in down[1:] if t.dep in _SUBJECTS and not _placelike(context, t)]
    return any(telling or t.lemma.lower() in _OFFICES for t in subjects)


def _leaves(context: SentenceContext, down: Sequence[Token], anchors: set[int]) -> bool:
    """Tell whether the way from the event down to the place leads into another clause."""
    sentence = context.sentence
    for token in down:
        if token.dep == "pobj" and token.lemma in _FIRED_FROM and sentence.tokens[token.head].lower == "from":
            # "Rockets fired from positions in X"
            return True
        if token.dep == "prep" and token.lower == "with" and sentence.tokens[token.head].lemma == "coincide":
            return True
        if token.dep == "relcl" and token.head not in anchors:
            about = sentence.tokens[token.head]
            if token.lemma not in _LYING and not _placelike(context, about):
                return True
        if token.dep in ("acl", "advcl", "relcl") and (token.lemma in _LIVING or token.lemma in _TALK):
            return True
        if token.dep == "conj" and token.pos in ("VERB", "AUX") and _own_subject(context, token):
            return True
    return False


def _left(context: SentenceContext, up: Sequence[Token], anchors: set[int], top: Token | None) -> bool:
    """Tell whether the event stands in a clause or a phrase of time that the place is outside of."""
    for token in up:
        if token.dep == "prep" and token.lower in _TIMES:
            return True
        verb = token.pos in ("VERB", "AUX")
        if token.dep in _CLAUSES and (verb or token.dep == "relcl") and not _same_story(context, token, top):
            return True
        if token.dep == "conj" and verb and _own_subject(context, token):
            return True
        if verb and token.i not in anchors and token.lemma in _TALK:
            return True
    return bool(up) and top is not None and top.i not in anchors and top.lemma in _TALK


def _same_story(context: SentenceContext, token: Token, top: Token | None) -> bool:
    """Tell a participle of the main clause's subject ("entered X, killing three") and "was driving in X when ..."."""
    if token.dep == "xcomp" or (token.dep == "advcl" and token.tag == "VBG" and not _own_subject(context, token)):
        return True
    when = any(c.lower in ("when", "as", "while") and c.dep in ("advmod", "mark") for c in context.sentence.children(token.i))
    return token.dep == "advcl" and when and top is not None and top.tag == "VBG"


def _own_subject(context: SentenceContext, token: Token) -> bool:
    under = [*context.sentence.children(token.i)]
    # The parser hangs some subjects on the auxiliary.
    under += [c for one in under if one.dep == "auxpass" for c in context.sentence.children(one.i)]
    return any(c.dep in _SUBJECTS for c in under)
