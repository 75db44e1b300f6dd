"""Names of the register in a sentence, and countries that act."""

from __future__ import annotations

from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.model.resolution import ActorKind
from dateline.resources.actors import ActorKey, Hit

_NAME_BEFORE = frozenset({"al", "el", "-"})
_LIKE = frozenset({"style", "inspired", "era", "like", "free"})
_OFTEN_SHARED = frozenset({ActorKind.POLITICAL, ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
_DURING = frozenset({"under", "during", "since", "after", "before", "end", "ended", "against", "oppose", "opposed", "resist"})
_SPEAKS = frozenset(
    (
        "say deny accuse announce claim condemn warn call blame reject insist agree launch back support vow threaten urge "
        "demand order strike attack bomb shell invade deploy send kill target fire carry arrest execute expel withdraw "
        "retaliate conduct intercept declare impose sign denounce confirm pledge promise seize capture occupy raid"
    ).split()
)


def find_register_names(scan: Scan) -> None:
    """Add every name of the register and every state actor, longest first from the left."""
    register = scan.register
    i, n = 0, len(scan.keys)
    while i < n:
        if not scan.keys[i]:
            i += 1
            continue
        named = register.names.at(scan.keys, scan.texts, i)
        state = register.state_at(scan.keys, scan.texts, i) if scan.keys[i][0].upper else None
        hit = _better(named, state)
        if hit is None or _misread(scan, hit):
            i += 1
            continue
        scan.add(_found(scan, hit))
        i = hit.last + 1
    _coordinated_states(scan)


def find_acting_countries(scan: Scan) -> None:
    """Add countries, and capitals that speak, where they do something: "Israel struck", "a raid by Kenya", "Moscow denied"."""
    tokens = scan.sentence.tokens
    for token in tokens:
        i = token.i
        if i in scan.on or token.pos not in ("PROPN", "NOUN") or not token.text[:1].isupper():
            continue
        governor = tokens[token.head]
        subject = token.dep == "nsubj" and governor.pos == "VERB"
        by = token.dep == "pobj" and governor.lower == "by"
        agent = by and (governor.dep == "agent" or tokens[governor.head].pos == "NOUN")
        if not (subject or agent):
            continue
        first = i
        while first > 0 and tokens[first - 1].dep == "compound" and tokens[first - 1].head == i:
            first -= 1
        last, terms = scan.register.country_at(scan.keys, scan.texts, first)
        speaks = governor.lemma in _SPEAKS
        right = [t for t in terms if t.form == "name" or (t.form == "capital" and subject and speaks)]
        if last != i or not right or (subject and not speaks):
            continue
        key = ActorKey("register", f"{right[0].code.lower()}-government", ("government",), {"country": right[0].code})
        scan.add(Found(first, last, i, key, "acting-country"))


def _better(named: Hit | None, state: Hit | None) -> Hit | None:
    if named is None or state is None:
        return named or state
    if state.last != named.last:
        return named if named.last > state.last else state
    return named if named.how in ("exact", "acronym") else state


def _found(scan: Scan, hit: Hit) -> Found:
    first = hit.first
    while first > 0 and scan.lowers[first - 1] in _NAME_BEFORE and first - 1 not in scan.on:
        first -= 1
    if scan.texts[first] == "-":
        first = hit.first
    actor = scan.register.get(hit.ids[0])
    kind = actor.kind.value if actor else "unknown"
    leads = actor.leads if actor and len(hit.ids) == 1 else None
    how = hit.how if hit.how in ("short", "loose", "acronym") else ""
    pairs = {"how": how, "country": hit.country or "", "group": leads or ""}
    tags = (kind, actor.office or "") if actor and actor.leads else (kind,)
    key = ActorKey("register", "|".join(hit.ids), tags, pairs)
    return Found(first, hit.last, scan.head(first, hit.last), key, "register", group=kind != "person")


def _misread(scan: Scan, hit: Hit) -> bool:
    """Tell whether a hit is part of something else: a line that is all capitals, a longer word, a longer name."""
    if hit.how in ("exact", "loose") and _longer_name(scan, hit):
        return True
    if hit.how == "skeleton" and hit.first == hit.last and not _after_article(scan, hit.first):
        return True
    if scan.lowers[hit.last] == "occupation" and _held(scan, hit):
        return True
    after = hit.last + 2
    if after < len(scan.texts) and scan.texts[hit.last + 1] == "-" and scan.lowers[after] in _LIKE and hit.how != "state":
        return True
    if hit.how == "acronym" and len(scan.texts[hit.first]) <= 3 and scan.texts[hit.first].isalpha():
        near = [x for x in scan.texts[max(0, hit.first - 3) : hit.last + 4] if x.isalpha() and len(x) > 1]
        return len(near) > 3 and all(x.isupper() for x in near)
    return False


def _after_article(scan: Scan, i: int) -> bool:
    """Tell whether a name of one word has its article, without which another spelling of it is another name."""
    before = scan.lowers[i - 1] if i else ""
    return scan.lowers[i].startswith(("al-", "el-", "an-", "ash-")) or before in ("al", "el", "an", "ash", "-")


def _held(scan: Scan, hit: Hit) -> bool:
    """Tell whether an occupation is what happens to a place ("since the Iraqi occupation of Kuwait") and not who occupies."""
    if scan.sentence.tokens[hit.last].dep in ("compound", "poss"):
        return False
    before = scan.lowers[hit.first - 2 : hit.first] if hit.first > 1 else scan.lowers[: hit.first]
    return scan.lowers[hit.last + 1 : hit.last + 2] == ["of"] or bool(_DURING & set(before))


def _longer_name(scan: Scan, hit: Hit) -> bool:
    """Tell whether the name of a party or force ends a longer one ("Christian Democratic Party")."""
    actor = scan.register.get(hit.ids[0])
    before = hit.first - 1
    if actor is None or actor.kind not in _OFTEN_SHARED or before < 0 or not scan.keys[before] or not scan.keys[before][0].upper:
        return False
    if hit.first == hit.last or before in scan.on or scan.sentence.tokens[before].pos not in ("PROPN", "ADJ"):
        return False
    return not scan.register.country_at(scan.keys, scan.texts, before)[1] and scan.lowers[before] not in ("the", "a")


def _coordinated_states(scan: Scan) -> None:
    """Let "Syrian and Russian warplanes" be two actors: an adjective joined to a state actor shares its branch."""
    for found in list(scan.names):
        state = found.key.pairs.get("country")
        at = found.first - 2
        if not state or at < 0 or scan.lowers[found.first - 1] not in ("and", "or", "/", "&", ","):
            continue
        first = at
        while first > 0 and first > at - 2 and scan.register.country_at(scan.keys, scan.texts, first)[0] != at:
            first -= 1
        last, terms = scan.register.country_at(scan.keys, scan.texts, first)
        adjectives = [t for t in terms if t.form == "adjective"]
        if last != at or not adjectives or at in scan.on:
            continue
        branch = found.key.ids[0].partition("-")[2]
        code = adjectives[0].code
        kind = found.key.tags[0]
        key = ActorKey("register", f"{code.lower()}-{branch}", (kind,), {"country": code})
        scan.add(Found(first, at, at, key, "register"))
