"""Finding quantities: counts of people and things, single persons, and the statement that there were none."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mentions.quantities.exclusions import is_label, is_time_or_place
from dateline.extract.mentions.quantities.none_at_all import zero
from dateline.extract.mentions.quantities.outcome import GRAVELY, befalls, tells_outcome, updated
from dateline.extract.mentions.quantities.part import parts
from dateline.extract.mentions.quantities.phrase import Counted, counted
from dateline.extract.mentions.quantities.single import in_headline, one_more, single
from dateline.model.document import Document, ZoneKind
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.span import Span
from dateline.resources.lexicons.nouns import CountedNouns, load_counted_nouns
from dateline.resources.lexicons.numerals import STARTS, Numeral, bounded, read

PEOPLE, THINGS, MONEY, PERCENT = "people", "things", "money", "percent"
_SINGLE = frozenset({"a", "an", "another"})
_ZERO = frozenset({"no", "nobody", "none", "any", "casualties", "injuries", "victims", "deaths", "fatalities"})
_TOPICAL = frozenset(
    "information report news talk rumor rumour concern question story detail say tell speak know hear learn ask complain".split()
)
_SHARES = frozenset({"%", "percent", "half", "most", "all", "some", "many", "third", "quarter"})
_DEAD = frozenset({"dead", "killed", "kills"})
_CURRENCY = frozenset("$£€¥") | {"us$", "usd", "eur", "rs", "rs."}


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the quantities of each sentence. `key` is `people`, `things`, `money` or `percent`, then flags after `;`.

    Flags: `singular` (one person told by "a"), `couple` and `family` (counted by such words), `part` (included in another
    count), `whole` (of which a share is told), `more` (besides others), `zero`, `bare` (its noun is left out).
    """
    out: list[Mention] = []
    nouns = load_counted_nouns()
    for sentence in sentences:
        words = [t.text.lower() for t in sentence.tokens]
        found = _Finder(document.text, sentence, words, nouns).run()
        out.extend(parts(sentence, found) if found else ())
    return out


class _Finder:
    """One pass over the words of a sentence."""

    def __init__(self, text: str, sentence: Sentence, words: list[str], nouns: CountedNouns) -> None:
        self.text = text
        self.sentence = sentence
        self.words = words
        self.nouns = nouns
        self.headline = sentence.zone is not ZoneKind.BODY

    def run(self) -> list[Mention]:
        """Return the mentions of the sentence in text order."""
        out: list[Mention] = []
        words = self.words
        i, n = 0, len(words)
        while i < n:
            word = words[i]
            bare = in_headline(self.sentence, words, i) if self.headline else None
            if bare is not None:
                out.append(self._mention(i, bare.end, bare.head, f"{PEOPLE};{bare.how}", "singular"))
                i = bare.end
                continue
            if word in STARTS or "0" <= word[0] <= "9":
                mention, end = self._number(i)
                if mention is None and out and end > i:
                    mention = self._share(out[-1], i, end)
                if mention is not None:
                    out.append(mention)
                    i = max(end, i + 1)
                    continue
                i = max(end, i)
                word = words[i] if i < n else ""
            if word in _SINGLE:
                found = single(self.sentence, words, i)
                if found is not None:
                    out.append(self._mention(i, found.end, found.head, f"{PEOPLE};{found.how}", "singular"))
                    i = found.end
                    continue
                end = one_more(self.sentence, words, i)
                if end and befalls(self.sentence, words, end):
                    out.append(self._mention(i, end, end - 1, f"{PEOPLE};singular;more;bare", "elided:another"))
                    i = end
                    continue
            elif word in _ZERO:
                found = zero(self.sentence, words, i)
                if found is not None:
                    out.append(self._mention(i, found.end, found.head, f"{PEOPLE};zero", "zero"))
                    i = found.end
                    continue
            i += 1
        return out

    def _number(self, i: int) -> tuple[Mention | None, int]:
        """Return the mention whose numeral starts at `i`, and where to go on."""
        words = self.words
        numeral = read(words, i)
        if numeral is None:
            return None, i
        if numeral.bound == "exact" and is_label(self.sentence, words, numeral):
            return None, numeral.end
        later = updated(self.sentence, words, numeral)
        numeral = (read(words, later) if later else None) or numeral
        bound = bounded(words, numeral)
        if words[bound.start] != "about" or not _is_topic(self.sentence, bound.start):
            numeral = bound
        what = counted(self.sentence, words, numeral.end, numeral.wants_of)
        if what is None:
            return None, i if numeral.wants_of else numeral.end
        mention = self._classified(numeral, what, i)
        return mention, numeral.end if mention is None or what.how == "bare" else max(what.end, numeral.end)

    def _share(self, whole: Mention, i: int, end: int) -> Mention | None:
        """Return a bare number that tells a share of the count before it ("of the 40 cases only 12 were in the north")."""
        token = self.sentence.tokens[end - 1]
        if ";whole" not in whole.key or token.dep not in ("nsubj", "nsubjpass") or end - i != 1:
            return None
        return self._mention(i, end, end - 1, f"{whole.key.partition(';')[0]};part;bare", "elided:share")

    def _classified(self, numeral: Numeral, what: Counted, i: int) -> Mention | None:
        words, nouns = self.words, self.nouns
        if i and words[i - 1] in _CURRENCY:
            return self._mention(i - 1, numeral.end, numeral.end - 1, MONEY, "money")
        if what.how == "noun":
            return self._of_noun(numeral, what, i)
        following = words[numeral.end] if numeral.end < len(words) else ""
        if following in ("%", "percent"):
            return self._mention(numeral.start, numeral.end + 1, numeral.end, PERCENT, "percent")
        if what.how == "bare" and (following in nouns.time or following in nouns.measure or words[i] == "a"):
            return None
        if what.how in ("others", "pronoun", "state") or tells_outcome(self.sentence, words, numeral, i):
            if what.how == "bare" and is_time_or_place(self.sentence, numeral):
                return None
            # "two dead, two critically injured": those are no part of the dead
            part = following in GRAVELY and not (what.how == "state" and _DEAD.intersection(words[:i]))
            key = _key(what.how, words, numeral) + (";part" if part else "")
            return self._mention(numeral.start, what.end, what.head, key, "elided:" + what.how)
        return None

    def _of_noun(self, numeral: Numeral, what: Counted, i: int) -> Mention | None:
        words, nouns = self.words, self.nouns
        head = self.sentence.tokens[what.head]
        lemma = head.lemma.lower()
        if lemma in nouns.money or lemma.rstrip("s") in nouns.money:
            return self._mention(numeral.start, what.end, what.head, MONEY, "money")
        if lemma in ("percent", "%"):
            return self._mention(numeral.start, what.end, what.head, PERCENT, "percent")
        if lemma in nouns.time or lemma in nouns.measure or words[what.head] in nouns.time or words[what.head] in nouns.measure:
            return None
        plural = head.tag in ("NNS", "NNPS") or lemma in nouns.groups or words[what.head] in nouns.groups
        one = words[numeral.end - 1] in ("one", "1") and numeral.best == 1
        people = self._counts_people(what.head, lemma)
        if words[numeral.end : numeral.end + 2] == ["of", "them"]:
            return self._mention(numeral.start, what.end, what.head, f"{PEOPLE};part", "counted:people")
        if not plural and not one and not (people and numeral.best != 1):
            return self._bare_before_noun(numeral, i)
        if one and _not_a_count(self.sentence, words, i, what):
            return None
        kind = PEOPLE if people else THINGS
        flags = (
            ";whole"
            if _is_whole(words, numeral)
            else ";more"
            if words[numeral.end] in ("other", "more", "additional", "further") or _another(words, numeral)
            else ""
        )
        return self._mention(numeral.start, what.end, what.head, kind + flags, "counted:" + kind)

    def _bare_before_noun(self, numeral: Numeral, i: int) -> Mention | None:
        """A number before a noun it does not count ("killed 12 Monday") counts people if its verb says so."""
        if numeral.bound == "vague" or not tells_outcome(self.sentence, self.words, numeral, i):
            return None
        if is_time_or_place(self.sentence, numeral):
            return None
        return self._mention(numeral.start, numeral.end, numeral.end - 1, f"{PEOPLE};bare", "elided:bare")

    def _counts_people(self, head: int, lemma: str) -> bool:
        if self.nouns.is_person(lemma) or self.words[head] in self.nouns.groups:
            return True
        if "-" in lemma and self.nouns.is_person(lemma.rsplit("-", 1)[1]):
            return True
        tag = self.sentence.tokens[head].tag
        if tag in ("NNPS", "NNS") and lemma.endswith("s") and self.nouns.is_person(lemma[:-1]):
            return True
        if tag in ("NNPS", "NNS") and self.sentence.tokens[head].text[:1].isupper():
            named = any(e.first <= head <= e.last and e.label == "NORP" for e in self.sentence.entities)
            return named or self.words[head].endswith(("ans", "ese"))
        return False

    def _mention(self, first: int, end: int, head: int, key: str, rule: str) -> Mention:
        tokens = self.sentence.tokens
        span = Span(tokens[first].start, tokens[end - 1].end)
        return Mention(MentionKind.QUANTITY, span, self.sentence.index, head, span.of(self.text), rule, key)


def _is_topic(sentence: Sentence, about: int) -> bool:
    """Tell whether "about" says what a report is about, and not how sure a number is."""
    token = sentence.tokens[about]
    return token.dep == "prep" and sentence.tokens[token.head].lemma.lower() in _TOPICAL


def _is_whole(words: Sequence[str], numeral: Numeral) -> bool:
    """Tell whether a share of the count is told right before it ("30 percent of the 120 detainees")."""
    start = numeral.start
    if start < 2 or words[start - 1] not in ("the", "its", "their") or words[start - 2] != "of":
        return False
    return start == 2 or words[start - 3] in _SHARES or not words[start - 3].isalpha()


def _another(words: Sequence[str], numeral: Numeral) -> bool:
    return numeral.start > 0 and words[numeral.start - 1] in ("another", "other", "further", "additional")


def _key(how: str, words: Sequence[str], numeral: Numeral) -> str:
    flags = ["part"] if how == "pronoun" else []
    if how == "others" or _another(words, numeral) or words[numeral.end : numeral.end + 1] == ["more"]:
        flags.append("more")
    flags.append("bare")
    return ";".join((PEOPLE, *flags))


def _not_a_count(sentence: Sentence, words: Sequence[str], i: int, what: Counted) -> bool:
    """Tell whether "one" is a pronoun or a set phrase: at one point, one of the largest groups, no one man."""
    before = words[i - 1] if i else ""
    if before in ("no", "each", "any", "this", "that", "which", "number", "every", "another", "the"):
        return True
    if words[i + 1 : i + 2] == ["of"]:
        token = sentence.tokens[i]
        superlative = any(t.tag in ("JJS", "RBS") for t in sentence.tokens[i + 1 : what.head])
        return (
            superlative
            or token.dep not in ("nsubjpass", "dobj", "nsubj")
            or not load_counted_nouns().is_person(sentence.tokens[what.head].lemma.lower())
        )
    return words[what.head] in ("point", "stage", "way", "side", "hand", "thing", "reason")
