"""DateStep: what each date mention refers to, read in text order with an anchor stack."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.model.document import Document, ZoneKind
from dateline.model.layer import DATES, MENTIONS, PUBLICATION, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.resolution import DateValue, Publication, Resolution
from dateline.resolve.dates.discourse import Discourse, Reckoned, Told
from dateline.resolve.dates.reckon import reckon_interval, reckon_one
from dateline.resolve.dates.value import value_of
from dateline.resources.timex import Days, Timex, TimexKind, decode, pattern_days

_APPOSED = re.compile(r"\s?[,(–-]?\s?\(?(?:or|i\.e\.|that is|namely)?,?\s?(?:in|on|at|by|of)?\s?(?:the )?", re.IGNORECASE)
_RELATIVE = frozenset({TimexKind.OFFSET, TimexKind.SAME, TimexKind.SHIFT, TimexKind.WEEKDAY})
_CALENDAR = frozenset({TimexKind.DATE, TimexKind.NUMERIC})
_RESOLVED = frozenset({MentionKind.DATE, MentionKind.TIME})
_HALVES_AND_MORE = frozenset({"P6M", "P9M", "P12M", "P1Y"})
_OPENING = 24
"""Characters before a date that still stands at the beginning of its sentence ("But in the spring of")."""
_UNTOLD = frozenset({TimexKind.DURATION, TimexKind.SET, TimexKind.VAGUE, TimexKind.STRETCH})


class DateStep:
    """Resolves every date mention; one Resolution for each, in order."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, MENTIONS, PUBLICATION)
    provides = DATES

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Resolution[DateValue]] | StepError]:
        """Return the resolutions of each document."""
        return [Layer(tuple(_Reader(annotated).resolve())) for annotated in batch]


def published_days(publication: Publication) -> Days | None:
    """Return the days on which a report may have come out, None if its publication is not bounded on both sides."""
    if publication.start is None or publication.end is None:
        return None
    return date.fromisoformat(publication.start[:10]), date.fromisoformat(publication.end[:10])


class _Reader:
    """Reads the date mentions of one document in order."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        self.document: Document = annotated.document
        self.sentences = annotated[SENTENCES]
        self.mentions = [m for m in annotated[MENTIONS] if m.kind in _RESOLVED]
        self.says = [self._as_told(m) for m in self.mentions]
        published = annotated[PUBLICATION]
        publication = published[0] if published else Publication(None, None, None, "unknown")
        self.discourse = Discourse(publication, published_days(publication))
        self.reckoned: dict[int, Reckoned] = {}
        self._survey()

    def _as_told(self, m: Mention) -> tuple[Timex, ...]:
        """Return what a mention says; the present tense of a headline is the past."""
        says = decode(m.key)
        if self.sentences[m.sentence].zone is ZoneKind.TITLE and says[0].tense in {"", "present"}:
            return tuple(replace(x, tense="past") for x in says)
        return says

    def _survey(self) -> None:
        """Note which days the report tells in full, and how it orders day and month in figures."""
        dated: set[date] = set()
        for m, says in zip(self.mentions, self.says, strict=True):
            x = says[0]
            days = pattern_days(x.value) if x.kind is TimexKind.DATE else None
            if days is not None and days[0] == days[1]:
                dated.add(days[0])
            if x.kind is TimexKind.DATE and x.value[:4].isdigit():
                self.discourse.full_days.setdefault(x.value[5:], set()).add(int(x.value[:4]))
            if m.rule == "date:figures" and x.kind is TimexKind.DATE and len(m.text.split("/")[0]) <= 2:
                first = re.split(r"[/.-]", m.text)[0]
                self.discourse.ambiguous_order = "day-first" if int(first) > 12 else "month-first"
        self.discourse.dated = frozenset(dated)

    def resolve(self) -> list[Resolution[DateValue]]:
        """Return one resolution a mention."""
        out: list[Resolution[DateValue]] = []
        for i, mention in enumerate(self.mentions):
            found = self.reckoned[i] if i in self.reckoned else self._reckon(i)
            self.reckoned[i] = found
            self._tell(i, found)
            out.append(Resolution(mention, value_of(self.says[i], found), found.rule, found.candidates, found.confidence))
        return out

    def _tell(self, i: int, found: Reckoned) -> None:
        x = self.says[i][0]
        if x.kind is TimexKind.DURATION and x.value in _HALVES_AND_MORE:
            self.discourse.lasting = self.mentions[i].span.start
        if x.kind is TimexKind.DATE and found.days is None and found.edtf.count("-") == 2:
            self.discourse.partial = found.edtf, f"'{self.mentions[i].text}'"
        if found.days is None or x.kind in _UNTOLD or (x.ref == "period" and x.unit != "quarter"):
            return
        self.discourse.partial = None
        explicit = x.kind in _CALENDAR and not x.value.startswith("XXXX")
        m = self.mentions[i]
        sentence = self.sentences[m.sentence]
        self.discourse.told.append(
            Told(
                m,
                x,
                found.days,
                found.precision,
                sentence.paragraph,
                explicit,
                main=_in_main_clause(sentence, m.head),
                opens=m.span.start - sentence.span.start <= _OPENING,
            )
        )

    def _reckon(self, i: int) -> Reckoned:
        says, mention = self.says[i], self.mentions[i]
        paragraph = self.sentences[mention.sentence].paragraph
        try:
            if len(says) == 2:
                return reckon_interval(says, mention, self.discourse, paragraph)
            if (apposed := self._apposed(i)) is not None:
                return apposed
            base = self._base(i) if says[0].ref in {"next", "period"} else None
            return reckon_one(says[0], mention, self.discourse, paragraph, base)
        except (ValueError, OverflowError):
            return Reckoned("out of the calendar")

    def _adjacent(self, i: int) -> bool:
        """Tell whether mention i+1 only says again or more exactly what mention i says."""
        if i < 0 or i + 1 >= len(self.mentions) or self.mentions[i].sentence != self.mentions[i + 1].sentence:
            return False
        gap = self.document.text[self.mentions[i].span.end : self.mentions[i + 1].span.start]
        return len(gap) <= 12 and _APPOSED.fullmatch(gap) is not None and gap.strip() not in {"", "-", "–"} or gap == " "

    def _apposed(self, i: int) -> Reckoned | None:
        """Resolve one of two expressions that stand for one date ("a year earlier, in July 2012")."""
        x = self.says[i][0]
        if x.ref != "next" and x.kind in _RELATIVE and self._adjacent(i) and self._is(i + 1, _CALENDAR):
            return self._with_following(i, x)
        if x.kind in _RELATIVE and x.kind is not TimexKind.WEEKDAY and self._adjacent(i - 1) and self._is(i - 1, _CALENDAR):
            return self._with_preceding(i, x)
        return None

    def _is(self, i: int, kinds: frozenset[TimexKind]) -> bool:
        return len(self.says[i]) == 1 and self.says[i][0].kind in kinds

    def _with_following(self, i: int, x: Timex) -> Reckoned | None:
        mention, after = self.mentions[i], self.mentions[i + 1]
        paragraph = self.sentences[mention.sentence].paragraph
        relative = reckon_one(x, mention, self.discourse, paragraph, None)
        y = self.says[i + 1][0]
        if y.value.startswith("XXXX") and x.unit == "year":
            if relative.days is None:
                return relative
            told = Told(mention, x, relative.days, relative.precision, paragraph, True)
            inner = Discourse(self.discourse.publication, None, [told])
            explicit = reckon_one(replace(y, tense="past"), after, inner, paragraph, None)
        else:
            explicit = reckon_one(y, after, self.discourse, paragraph, None)
        if explicit.days is None:
            return None
        self.reckoned[i + 1] = explicit
        if x.kind is TimexKind.WEEKDAY and explicit.days[0].isoweekday() != x.weekday:
            return None
        same_day = x.unit == "day" and explicit.days[0] == explicit.days[1]
        if x.kind is TimexKind.SHIFT and not same_day and relative.days and not _overlap(relative.days, explicit.days):
            return None
        return replace(explicit, rule=f"the same as {after.text!r}", anchor=f"'{after.text}'")

    def _with_preceding(self, i: int, x: Timex) -> Reckoned | None:
        explicit = self.reckoned[i - 1]
        if explicit.days is None or x.kind is TimexKind.SHIFT:
            return None
        earlier = replace_told(self.discourse)
        relative = reckon_one(x, self.mentions[i], earlier, self.sentences[self.mentions[i].sentence].paragraph, None)
        agrees = relative.days is not None and _overlap(relative.days, explicit.days)
        event_based = x.kind is TimexKind.OFFSET and x.ref == "next" and "," in self._gap(i - 1)
        if not agrees and not event_based:
            return None
        before = self.mentions[i - 1]
        return replace(explicit, rule=f"the same as {before.text!r}", anchor=f"'{before.text}'")

    def _gap(self, i: int) -> str:
        return self.document.text[self.mentions[i].span.end : self.mentions[i + 1].span.start]

    def _base(self, i: int) -> tuple[Reckoned, str] | None:
        """Return the date that "two days after" counts from, if one follows at once."""
        if i + 1 >= len(self.mentions) or self.mentions[i].sentence != self.mentions[i + 1].sentence:
            return None
        gap = self._gap(i).strip().lower()
        if gap not in ({"ended", "ending", "that ended"} if self.says[i][0].ref == "period" else {"", "the", "on"}):
            return None
        found = self._reckon(i + 1)
        self.reckoned[i + 1] = found
        return found, f"'{self.mentions[i + 1].text}'"


def replace_told(discourse: Discourse) -> Discourse:
    """Return the discourse as it was before its last date was told."""
    return replace(discourse, told=discourse.told[:-1])


def _in_main_clause(sentence: Sentence, head: int) -> bool:
    """Tell whether a date hangs on the main verb of its sentence, or on one coordinated with or said by it."""
    for token in sentence.ancestors(head):
        if token.pos in {"VERB", "AUX"}:
            return token.dep in {"ROOT", "conj", "ccomp"}
        if token.pos not in {"ADP", "ADV", "PROPN", "NUM"}:
            return False
    return True


def _overlap(a: Days, b: Days) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
