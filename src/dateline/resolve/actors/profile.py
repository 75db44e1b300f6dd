"""What a document is about, as far as actors need it: its countries and its years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model.document import Document, ZoneKind
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.resolution import ActorKind
from dateline.resources.actors import ActorKey, ActorRegister, parts
from dateline.resources.gazetteer import Gazetteer

_YEAR = re.compile(r"(?:19[4-9]|20[0-2])\d")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_FOCUS_SHARE = 0.4
_FOCUS_LEAD = 1.5
"""Least share of all weight, and least lead over the second, that make the first country the document's own."""
_WEIGHT = {"name": 1.0, "adjective": 0.4, "people": 0.4, "capital": 0.8}
_PLACE = 0.6
"""A town or province tells where a report is set as well as a country's name does, but its name may be another's too."""


@dataclass(slots=True)
class Profile:
    """Countries by weight, the country in focus if there is one, and the first and last year spoken of."""

    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    focus: str | None = None
    years: tuple[int, int] | None = None

    @classmethod
    def of(
        cls, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], register: ActorRegister
    ) -> Profile:
        """Return the profile of a document."""
        profile = cls()
        years = {int(document.published.iso[:4])} if document.published else set()
        for sentence in sentences:
            weight = 3.0 if sentence.zone is ZoneKind.TITLE else 1.5 if sentence.index < 3 else 1.0
            texts = [t.text for t in sentence.tokens]
            keys = [parts(x) for x in texts]
            i = 0
            while i < len(texts):
                text = texts[i]
                if text[:1].isupper():
                    last, terms = register.country_at(keys, texts, i)
                    for term in terms:
                        profile.weights[term.code] += weight * _WEIGHT[term.form] / len(terms)
                    i = last
                elif len(text) == 4 and _YEAR.fullmatch(text):
                    years.add(int(text))
                elif len(text) == 2 and text.isdigit() and i and texts[i - 1].lower()[:3] in _MONTHS and int(text) > 31:
                    years.add(1900 + int(text))
                i += 1
        profile._count_groups(mentions, register)
        profile._count_places(mentions)
        profile._decide()
        if years:
            profile.years = (min(years), max(years))
        return profile

    def _count_groups(self, mentions: Sequence[Mention], register: ActorRegister) -> None:
        for mention in mentions:
            if mention.kind is not MentionKind.ACTOR:
                continue
            key = ActorKey.parse(mention.key)
            # Letters alone may mean somebody else: they say nothing about the country.
            actor = register.get(key.ids[0]) if len(key.ids) == 1 and key.pairs.get("how") != "acronym" else None
            if actor is not None and len(actor.countries) == 1 and actor.kind is ActorKind.ARMED_GROUP:
                self.weights[actor.countries[0]] += 0.5

    def _count_places(self, mentions: Sequence[Mention]) -> None:
        gazetteer = Gazetteer.open()
        for mention in mentions:
            if mention.kind is MentionKind.PLACE and (found := gazetteer.lookup(mention.text)) and found[0].record.country:
                self.weights[found[0].record.country] += _PLACE

    def _decide(self) -> None:
        ranked = sorted(self.weights.items(), key=lambda x: (-x[1], x[0]))
        if not ranked:
            return
        total = sum(self.weights.values())
        best = ranked[0][1]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        if best >= _FOCUS_SHARE * total and best >= _FOCUS_LEAD * second:
            self.focus = ranked[0][0]

    def supports(self, countries: Sequence[str]) -> float:
        """Return how much of the document is about any of the countries, 0 to 1."""
        total = sum(self.weights.values())
        return max((self.weights.get(c, 0.0) for c in countries), default=0.0) / total if total else 0.0
