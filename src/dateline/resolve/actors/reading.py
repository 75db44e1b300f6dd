"""What resolving one mention looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.mention import Mention
from dateline.model.parse import Sentence, Token
from dateline.model.resolution import ActorKind, ActorValue
from dateline.model.span import Span
from dateline.resolve.actors.document_names import DocumentNames
from dateline.resolve.actors.memory import Memory
from dateline.resolve.actors.profile import Profile
from dateline.resources.actors import Actor, ActorKey, ActorRegister, parts
from dateline.resources.frames import load_frames

_CAPITALISED = frozenset({"jesuit", "jesuits", "maoist", "maoists"})
_APPOSED = frozenset({"person", "government", "civilian", "political"})
_KINDS = frozenset(k.value for k in ActorKind)


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention with its key, its neighbours, and what is known of the document so far."""

    mention: Mention
    key: ActorKey
    at: int
    mentions: Sequence[Mention]
    keys: Sequence[ActorKey]
    sentence: Sentence
    text: str
    register: ActorRegister
    profile: Profile
    memory: Memory
    names: DocumentNames = DocumentNames()

    def written(self) -> str:
        """Return the words of the mention in printed case, its first letter small unless it is a name's."""
        return self.words(self.mention.span)

    def words(self, span: Span) -> str:
        """Return the words of a span of the mention's sentence as the parser read them, in printed case."""
        tokens = [t for t in self.sentence.tokens if span.start <= t.start and t.end <= span.end]
        if not tokens:
            return span.of(self.text)
        out = tokens[0].text if self._keeps_capital(tokens[0]) else tokens[0].text.lower()
        for before, token in zip(tokens, tokens[1:], strict=False):
            out += (" " if token.start > before.end else "") + (token.text if self._keeps_capital(token) else token.text.lower())
        return out

    def _keeps_capital(self, token: Token) -> bool:
        """Tell whether a word is written as it stands: names keep their capitals, words in titles and at starts do not."""
        text = token.text
        if not text[:1].isupper() or text[1:] != text[1:].lower():
            return True
        if self._of_a_people(text):
            return True
        if self.key.source in ("described", "anaphor") and self._is_noun(text.lower()):
            return False
        return token.i > 0 or token.pos in ("PROPN", "X") or token.tag in ("NNP", "NNPS")

    def _is_noun(self, lower: str) -> bool:
        """Tell whether a word is of the describing noun, and no name inside the description."""
        nouns = self.key.pairs.get("noun", "").split()
        found = self.register.role_at([lower], 0)
        return lower not in _CAPITALISED and (lower in nouns or found is not None and found[1].singular in nouns)

    def _of_a_people(self, word: str) -> bool:
        """Tell whether a word keeps its capital inside a sentence ("Kurdish officials")."""
        return word.endswith("ish") or bool(self.register.country_at([parts(word)], [word], 0)[1])

    def kind(self, default: ActorKind = ActorKind.UNKNOWN) -> ActorKind:
        """Return the kind that the key tells."""
        told = next((t for t in (*self.key.tags, self.key.value) if t in _KINDS), None)
        return ActorKind(told) if told else default

    def country(self) -> str | None:
        """Return the country that the words tell."""
        return self.key.pairs.get("country") or None

    def value_of(self, actor: Actor, country: str | None = None) -> ActorValue:
        """Return the value of a register actor."""
        own = actor.countries[0] if len(actor.countries) == 1 else country
        return ActorValue(actor.name, actor.kind, actor.id, own, group_id=actor.leads)

    def group(self) -> ActorValue | None:
        """Return the group with which the mention stands: named beside it, or pointed to by "its" and "the group's"."""
        pairs = self.key.pairs
        if ids := pairs.get("group", "").split("|"):
            actor = self.register.get(choose(ids, self)) if ids[0] else None
            if actor is not None:
                return self.value_of(actor)
        if "of" in pairs:
            start, _, end = pairs["of"].partition("-")
            name = self.words(Span(int(start), int(end)))
            body = self.memory.bodies.get(name.lower())
            return body.value if body else ActorValue(name, ActorKind.ARMED_GROUP)
        if pairs.get("own"):
            return self.owner(pairs["own"])
        return None

    def owner(self, word: str) -> ActorValue | None:
        """Return the group that a possessive or "the group" points to; of "his" the group of the person."""
        sentence = self.mention.sentence
        if word in ("his", "her"):
            person = self.memory.latest_person(sentence)
            actor = self.register.get(person.value.group_id) if person and person.value.group_id else None
            if actor is not None:
                return self.value_of(actor)
        kinds = frozenset({ActorKind.ARMED_GROUP, ActorKind.POLITICAL, ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
        before = self.mentions[self.at - 1] if self.at else None
        joined = before is not None and self.text[before.span.end : self.mention.span.start].strip() == "and"
        latest = self.memory.recent_bodies()[:1] if joined else []
        if latest and latest[0].last == sentence:
            return latest[0].value  # "Turkish forces and their proxies"
        if word == "our":
            body = self.memory.last_subject(sentence, kinds, 0)
            return body.value if body else None
        if word in ("its", "their", "his", "her") and (body := self.memory.last_subject(sentence, kinds)):
            return body.value
        found = self.memory.salient(sentence)
        return found[0].value if found else None

    def says(self, i: int) -> bool:
        """Tell whether a token is the subject of a verb of saying or stands after "according to"."""
        token = self.sentence.tokens[i]
        governor = self.sentence.tokens[token.head]
        if token.dep == "pobj" and governor.lower == "to":
            return self.sentence.tokens[governor.head].lower == "according"
        return token.dep == "nsubj" and governor.lemma in load_frames().words["say"]

    def apposition(self) -> int | None:
        """Return the index of the mention that stands beside this one between commas, if one does."""
        following = self.at + 1
        if following < len(self.keys) and self.mentions[following].text.isupper() and self.key.value != "PERSON":
            following += 1  # "the Harbour Union (HPU), a militant group"
        for other in (following, self.at - 1):
            if not 0 <= other < len(self.mentions) or self.mentions[other].sentence != self.mention.sentence:
                continue
            a, b = sorted((self.mention, self.mentions[other]), key=lambda m: m.span.start)
            tokens = self.sentence.tokens
            left, right = tokens[a.head], tokens[b.head]
            between = self.text[a.span.end : b.span.start]
            _, bracket, rest = between.rpartition(")")
            between = rest if bracket else between
            near = len(between) < 60 and between.lstrip().startswith((",", "(", "-", "–", "—"))
            if near and (right.dep == "appos" and right.head == left.i or _short(between)):
                return other
        return self._in_apposition()

    def _in_apposition(self) -> int | None:
        """Return the mention farther before that this one stands in apposition to ("the director of water in X, Y")."""
        token = self.sentence.tokens[self.mention.head]
        if token.dep != "appos":
            return None
        for other in range(self.at - 1, max(-1, self.at - 6), -1):
            mention = self.mentions[other]
            if mention.sentence != self.mention.sentence:
                return None
            if mention.head == token.head:
                key = self.keys[other]
                return other if key.source == "described" and key.value in _APPOSED else None
        return None


def _short(between: str) -> bool:
    """Tell whether nothing but a comma, an article and a number or age stands between."""
    words = between.replace(",", " ").replace("-", " ").split()
    plain = ("a", "an", "the", "year", "old", "aged", "so", "called", "another", "one", "of", "local", "then", "former")
    return len(words) <= 5 and words[:1] != ["and"] and all(w.lower() in plain or w.isdigit() for w in words) and bool(words)


def choose(ids: Sequence[str], reading: Reading) -> str:
    """Return the likeliest of several ids by what the document has spoken of, where it is set and when."""
    scored = scores(ids, reading)
    return max(scored, key=lambda x: (x[1], -list(ids).index(x[0])))[0]


def scores(ids: Sequence[str], reading: Reading) -> list[tuple[str, float]]:
    """Return each id with a score: met before, set in the document's countries, there in its years."""
    out = []
    for actor_id in ids:
        actor = reading.register.get(actor_id)
        if actor is None:
            continue
        score = 0.0
        if reading.memory.met_body(actor_id) or reading.memory.met_person(actor_id):
            score += 3.0
        countries = actor.countries
        if actor.leads and not countries:
            group = reading.register.get(actor.leads)
            countries = group.countries if group else ()
            if reading.memory.met_body(actor.leads):
                score += 1.0
        if reading.profile.focus in countries:
            score += 1.0
        score += 2.0 * reading.profile.supports(countries)
        if reading.profile.years is not None and not actor.valid(*reading.profile.years):
            score -= 1.5
        out.append((actor_id, score))
    return out
