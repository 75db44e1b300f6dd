"""Names that the register has not: the tagger's, those built on an organisation's noun, those after a rank."""

from __future__ import annotations

from dateline.extract.mentions.actors.name_words import modifier_kinds, name_heads, name_starts, titles
from dateline.extract.mentions.actors.outlet_names import is_outlet
from dateline.extract.mentions.actors.place_context import PLACE_WORDS, names_a_facility, stands_as_place
from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.model.parse import Entity, Token
from dateline.resources.actors import ActorKey, parts
from dateline.resources.gazetteer import Gazetteer

INSIDE = frozenset("of for the and 's ’s - de del la los al el bin ibn & ' in".split())
_NOT_NAMES = frozenset(
    (
        "the a an this that these those his her its their our two three four five several many some all both other "
        "first second last former new then so-called on in at by as but and or if when while after before since for "
        "from to with of according meanwhile however earlier later monday tuesday wednesday thursday friday saturday "
        "sunday january february besides aka alias march april may june july august september october november december "
        "photo video breaking update north south east west northern southern eastern western"
    ).split()
)
_LOCATIVE = frozenset("in at near outside toward towards around into through across via inside within".split())
_DOCUMENTS = frozenset(
    (
        "communique report statement text video photo editorial excerpt excerpts passage omitted begin end recording "
        "summary comment commentary dispatch bulletin announcer unidentified status update learn more post tweet follow "
        "share read"
    ).split()
)
_HUMAN = frozenset(
    "say tell add state claim deny die believe think know explain insist admit confess recall ask write argue speak".split()
)
_DEPARTMENTS = frozenset("police state justice fire health defense defence treasury interior labor education".split())
_COPULAS = frozenset({"be", "is", "are", "was", "were", "been", "likely", "probably", "possibly"})
_LINKS = frozenset({"al", "el", "as", "ash", "an", "de", "del", "la", "-"})
_RANKS = frozenset(
    (
        "col colonel gen general maj major capt captain lt lieutenant brig brigadier adm admiral cmdr sgt sergeant msgr monsignor"
    ).split()
)
LONGEST_NAME = 12


def find_proper_names(scan: Scan) -> None:
    """Add organisations by their noun, people by their rank, then the tagger's people, organisations and peoples."""
    _built_on_noun(scan)
    _after_start(scan)
    _after_rank(scan)
    for entity in scan.sentence.entities:
        if entity.label == "PERSON":
            _person(scan, entity)
        elif entity.label == "ORG":
            _organisation(scan, entity)
        elif entity.label == "NORP":
            _people(scan, entity)


def _capital(scan: Scan, i: int) -> bool:
    return scan.texts[i][:1].isupper() and scan.lowers[i] not in _NOT_NAMES


def _built_on_noun(scan: Scan) -> None:
    heads = name_heads()
    i = 0
    while i < len(scan.texts):
        kind = heads.get(scan.lowers[i]) if scan.texts[i][:1].isupper() and i not in scan.on else None
        if kind is None:
            i += 1
            continue
        while i + 1 < len(scan.texts) and i + 1 not in scan.on and scan.texts[i + 1][:1].isupper():
            if scan.lowers[i + 1] not in heads:
                break
            i += 1  # "Zelvan Resistance Committee": the last noun is the name's
            kind = heads[scan.lowers[i]]
        first, last = _spread(scan, i)
        if last > first and not _another_kind(scan, i):
            pair = " ".join(scan.lowers[i - 1 : i + 1])
            kind = heads.get(pair, kind)
            # A body named after a country is that country's; one whose name starts with one is only known so far.
            pairs = {"country": _country_in(scan, first, last)}
            scan.add(Found(first, last, scan.head(first, last), ActorKey("ner", "ORG", (kind,), pairs), "name-pattern"))
        i = max(last, i) + 1


def _another_kind(scan: Scan, i: int) -> bool:
    """Tell whether a "Department" is a part of a country, or an "Agency" an outlet."""
    before, after = scan.lowers[i - 1] if i else "", scan.lowers[i + 1 : i + 2]
    if scan.lowers[i] in ("agency", "network") and before in ("news", "press"):
        return True
    return scan.lowers[i] == "department" and after != ["of"] and before not in _DEPARTMENTS


def _spread(scan: Scan, i: int) -> tuple[int, int]:
    """Return the tokens of the name around an organisation's noun."""
    first = i
    while first > 0 and i - first < LONGEST_NAME and first - 1 not in scan.on:
        if _capital(scan, first - 1) or scan.texts[first - 1].isdigit() and first - 1 > 0:
            first -= 1
        elif scan.lowers[first - 1] in INSIDE and first > 1 and first - 2 not in scan.on and _capital(scan, first - 2):
            first -= 2
        else:
            break
    last, n = i, len(scan.texts)
    while last + 2 < n and scan.lowers[last + 1] in ("of", "for") and last - i < LONGEST_NAME:
        at = last + 2 + (scan.lowers[last + 2] == "the")
        if at >= n or at in scan.on or not _capital(scan, at):
            break
        last = at
        while last + 1 < n and last + 1 not in scan.on and _capital(scan, last + 1):
            last += 1
    return first, last


def _country_in(scan: Scan, first: int, last: int) -> str:
    for i in range(first, last + 1):
        if scan.texts[i][:1].isupper():
            terms = scan.register.country_at(scan.keys, scan.texts, i)[1]
            if terms and terms[0].form in ("name", "adjective"):
                return terms[0].code
    return ""


def _after_start(scan: Scan) -> None:
    """Add names that begin as those of armed groups do ("Liwa al-Fajr")."""
    for i, text in enumerate(scan.texts[:-1]):
        if text not in name_starts() or i in scan.on:
            continue
        last = i
        while last + 1 < len(scan.texts) and last - i < LONGEST_NAME and last + 1 not in scan.on:
            step = 1
            while step < 4 and last + step < len(scan.texts) - 1 and scan.lowers[last + step] in _LINKS:
                step += 1
            if last + step in scan.on:
                break
            if not _capital(scan, last + step) or not scan.keys[last + step]:
                break
            last += step
        if last > i:
            scan.add(Found(i, last, scan.head(i, last), ActorKey("ner", "ORG", ("armed_group",)), "name-pattern"))


def _after_rank(scan: Scan) -> None:
    """Add the name after a rank or form of address ("Col Ruiz"), which the tagger often takes for something else."""
    for i, lower in enumerate(scan.lowers[:-1]):
        if lower not in _RANKS or not scan.texts[i][:1].isupper() or i in scan.on:
            continue
        first = i + 1 + (scan.texts[i + 1] == ".")
        last = first - 1
        while last + 1 < len(scan.texts) and last - first < 4 and last + 1 not in scan.on and name_part(scan, last + 1):
            last += 1
        if last >= first and scan.lowers[last] not in _RANKS:
            tags = ("public",) if titles().get(lower) else ()
            key = ActorKey("ner", "PERSON", tags, {"title": lower, "name": scan.text(first, last)})
            scan.add(Found(_with_title(scan, i, lower)[0], last, scan.head(first, last), key, "rank", False))


def name_part(scan: Scan, i: int) -> bool:
    """Tell whether a token can be part of a person's name."""
    name = _capital(scan, i) and scan.texts[i].isalpha() and scan.sentence.tokens[i].pos == "PROPN"
    return name and scan.lowers[i] not in _RANKS


def _person(scan: Scan, entity: Entity) -> None:
    first, last = _trimmed(scan, entity)
    first, title = _without_lead(scan, first, last)
    if first > last or any(c.isdigit() for c in "".join(scan.texts[first : last + 1])) or not _proper(scan, first, last):
        return
    inside = {id(scan.on[i]): scan.on[i] for i in range(first, last + 1) if i in scan.on}
    if inside:
        whole = next(iter(inside.values()))
        longer = sum(bool(scan.keys[i]) for i in range(first, last + 1)) > sum(
            bool(scan.keys[i]) for i in range(whole.first, whole.last + 1)
        )
        single = sum(bool(scan.keys[i]) for i in range(whole.first, whole.last + 1)) == 1 and whole.last == last
        if len(inside) > 1 or not (longer and single) or whole.key.pairs.get("how") != "short":
            return
        scan.drop(whole)
    token = scan.sentence.tokens[scan.head(first, last)]
    personal = _personal if _single(scan, first, last) else _not_a_place
    if _quoted(scan, first, last) or not personal(scan, token, (first, last)) or _no_person(scan, first, last, token):
        return
    start, title = _with_title(scan, first, title)
    tags = ("public",) if titles().get(title) else ()
    key = ActorKey("ner", "PERSON", tags, {"title": title, "name": scan.text(first, last)})
    scan.add(Found(start, last, token.i, key, "ner:PERSON", False))


def _no_person(scan: Scan, first: int, last: int, token: Token) -> bool:
    """Tell whether a name the tagger takes for a person's is a place's, a building's, an outlet's or a document's."""
    if names_a_facility(scan, last) or is_outlet(scan, first, last) or _documents(scan, first, last):
        return True
    if first > 0 and (scan.lowers[first - 1] in titles() or scan.register.role_at(scan.lowers, first - 1) is not None):
        return False
    if token.dep == "nsubj" and scan.sentence.tokens[token.head].lemma in _HUMAN:
        return False
    after = scan.texts[last + 1 : last + 3]
    aged = len(after) == 2 and after[0] == "," and after[1].isdigit()
    return not aged and stands_as_place(scan, first, last)


def _without_lead(scan: Scan, first: int, last: int) -> tuple[int, str]:
    """Return the first token of the name itself, and the title before it ("Panamanian Colonel Ana Ruiz")."""
    title = ""
    while first < last:
        lower = scan.lowers[first]
        if lower in titles() or lower.removesuffix("s") in _RANKS:
            title = lower
        elif lower not in _NOT_NAMES and not any(
            t.form == "adjective" for t in scan.register.country_at(scan.keys, scan.texts, first)[1]
        ):
            break
        first += 1
    return first, title


def _documents(scan: Scan, first: int, last: int) -> bool:
    return all(x in _DOCUMENTS for x in scan.lowers[first : last + 1])


def _single(scan: Scan, first: int, last: int) -> bool:
    return sum(len(k) for k in scan.keys[first : last + 1]) == 1


def _quoted(scan: Scan, first: int, last: int) -> bool:
    """Tell whether quotation marks stand right around the name: then it is a slogan or a title."""
    marks = ('"', "'", "“", "”", "‘", "’", "«", "»", "``", "''")
    return first > 0 and last + 1 < len(scan.texts) and scan.texts[first - 1] in marks and scan.texts[last + 1] in marks


def _personal(scan: Scan, token: Token, span: tuple[int, int]) -> bool:
    """Tell whether a single name is a person's: places and words with a capital are often tagged so."""
    lower, governor = token.lower, scan.sentence.tokens[token.head]
    if scan.texts[token.i + 1 : token.i + 2] == ["-"] or lower in modifier_kinds() or scan.register.role_at(scan.lowers, token.i):
        return False
    if span[0] > 0 and scan.lowers[span[0] - 1] in titles():
        return True
    if token.dep in ("compound", "amod") and governor.i > token.i and governor.pos != "PROPN":
        return False
    if token.dep == "nsubj" and governor.lemma in _HUMAN:
        return True
    return _acts_alone(scan, token) and not Gazetteer.open().lookup(scan.text(*span))


def _acts_alone(scan: Scan, token: Token) -> bool:
    """Tell whether a name does or owns something, or stands beside a noun for a person."""
    governor = scan.sentence.tokens[token.head]
    if token.dep == "conj" and governor.i < token.i:
        return _acts_alone(scan, governor)
    if token.dep == "appos":
        return scan.register.role_at(scan.lowers, governor.i) is not None
    return token.dep in ("nsubj", "nsubjpass", "poss") or (token.dep == "pobj" and governor.lower == "by")


def _not_a_place(scan: Scan, token: Token, span: tuple[int, int]) -> bool:
    """Tell whether a name of several parts is a person's and not a place's that is tagged so."""
    governor = scan.sentence.tokens[token.head]
    if span[0] > 0 and (scan.lowers[span[0] - 1] in titles() or scan.register.role_at(scan.lowers, span[0] - 1)):
        return True
    if (token.dep == "pobj" and governor.lower in _LOCATIVE) or scan.lowers[span[0]] in PLACE_WORDS:
        return False
    return token.dep == "nsubj" and governor.lemma in _HUMAN or not Gazetteer.open().lookup(scan.text(*span))


def _with_title(scan: Scan, first: int, title: str) -> tuple[int, str]:
    """Return the start of a name with the titles before it, and the title nearest to it."""
    start = first
    while start > 0 and start - 1 not in scan.on:
        word = scan.lowers[start - 1]
        if scan.register.role_at(scan.lowers, start - 1) is not None:
            break  # "its leader X": a describing noun takes the name up with whatever stands before it.
        if word in titles():
            title = title or word
            start -= 1
        else:
            break
    return start, title


def _trimmed(scan: Scan, entity: Entity) -> tuple[int, int]:
    """Return the tokens of an entity without articles, genitives and brackets at its ends."""
    first, last = entity.first, entity.last
    if "/" in scan.texts[first : last + 1]:
        last = first + scan.texts[first : last + 1].index("/") - 1  # "Ana Ruiz/Agency": who took a picture.
    while first <= last and (scan.lowers[first] in ("the", "a", "an") or not scan.texts[first][:1].isalnum()):
        first += 1
    while last >= first and (scan.lowers[last] in ("'s", "’s") or not scan.texts[last][-1:].isalnum()):
        last -= 1
    return first, last


def _proper(scan: Scan, first: int, last: int) -> bool:
    words = [scan.texts[i] for i in range(first, last + 1) if scan.keys[i]]
    return bool(words) and all(w[:1].isupper() or w.lower() in INSIDE for w in words) and len(words) <= 8 and _long(words)


def _long(words: list[str]) -> bool:
    return len(words) > 1 or len(words[0]) > 2


def _organisation(scan: Scan, entity: Entity) -> None:
    first, last = _trimmed(scan, entity)
    if first > last or not _proper(scan, first, last) or any(i in scan.on for i in range(first, last + 1)):
        return
    kind = name_heads().get(scan.lowers[last], "")
    token = scan.sentence.tokens[scan.head(first, last)]
    if is_outlet(scan, first, last) or not kind and (names_a_facility(scan, last) or stands_as_place(scan, first, last)):
        return
    if token.pos not in ("PROPN", "NOUN") or (not kind and not _acts(scan, token.i)) or _quoted(scan, first, last):
        return
    if token.lower in modifier_kinds() or scan.register.role_at(scan.lowers, last) is not None and first == last:
        return
    if _another_kind(scan, last) or _documents(scan, first, last):
        return
    if not kind and _reads_as_person(scan, first, last, token):
        key = ActorKey("ner", "PERSON", (), {"name": scan.text(first, last)})
        scan.add(Found(first, last, token.i, key, "ner:ORG", False))
        return
    if not kind and Gazetteer.open().lookup(scan.text(first, last)):
        return
    scan.add(Found(first, last, token.i, ActorKey("ner", "ORG", (kind,) if kind else ()), "ner:ORG"))


def _reads_as_person(scan: Scan, first: int, last: int, token: Token) -> bool:
    """Tell whether what the tagger takes for an organisation may be a person; a private person's name must not be shown."""
    words = [scan.texts[i] for i in range(first, last + 1)]
    if scan.lowers[first] in PLACE_WORDS or not 2 <= len(words) <= 4 or not all(map(_printed_name, words)):
        return False
    if scan.lowers[last].endswith("s") and token.tag == "NNPS" or (first and scan.lowers[first - 1] in ("the", "a", "an")):
        return False
    if scan.register.country_at(scan.keys, scan.texts, first)[1]:
        return False
    governor = scan.sentence.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass"):
        return True
    return governor.lower == "by" and scan.sentence.tokens[governor.head].lemma != "claim"


def _printed_name(word: str) -> bool:
    return word.isalpha() and word[:1].isupper() and (len(word) == 1 or not word.isupper())


def _acts(scan: Scan, i: int) -> bool:
    token = scan.sentence.tokens[i]
    governor = scan.sentence.tokens[token.head]
    if token.dep == "conj" and governor.i < i:
        return _acts(scan, governor.i)
    if token.dep in ("nsubj", "nsubjpass"):
        return governor.pos == "VERB"
    return token.dep == "pobj" and governor.lower in ("by", "against")


def _people(scan: Scan, entity: Entity) -> None:
    """Add a people where it is a noun: "Kurds fled", "a Palestinian was shot"."""
    first, last = _trimmed(scan, entity)
    if first > last or any(i in scan.on for i in range(first, last + 1)):
        return
    token = scan.sentence.tokens[last]
    if scan.lowers[first - 1 : first] and scan.lowers[first - 1] in _COPULAS:
        return  # "warplanes that were Russian"
    if token.pos not in ("NOUN", "PROPN") or token.dep in ("amod", "compound", "nmod", "poss") or not token.text[:1].isupper():
        return
    if scan.texts[last + 1 : last + 2] == ["-"]:
        return
    country = scan.register.country_at(scan.keys, scan.texts, first)[1]
    singular = [p for p in country if p.form == "adjective"]
    code = country[0].code if country else ""
    if not code:
        singular_word = scan.texts[last].removesuffix("s")
        terms = scan.register.country_at([parts(singular_word)], [singular_word], 0)[1]
        code = terms[0].code if terms else ""
    if not code and Gazetteer.open().lookup(scan.text(first, last)):
        return
    tags = ("civilian",)
    pairs = {"country": code, "noun": "person" if singular else "people"}
    scan.add(Found(first, last, last, ActorKey("ner", "NORP", tags, pairs), "ner:NORP", False))
