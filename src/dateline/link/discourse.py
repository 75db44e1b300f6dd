"""Discourse: what the words around an event mention say of its place in the story, read from the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model.span import Span

_REACH = 400
"""Characters on either side in which the sentence of an anchor is looked for."""
_BOUNDARY = re.compile(r"[.!?;][\"'”’)\]]{0,2}\s|\n\s{0,20}\n|\n {2,}|(?<=[a-z])\n(?=[A-Z“\"])")
_ONE_MORE = (
    "another|other|others|second|third|fourth|fifth|previous|prior|earlier|similar|separate|further|subsequent|additional|"
    "more(?! than)|later"
)
_INSIDE = r"(?:[\s-]{1,3}(?!(?:of|in|on|to|at|and|or|by|from|with|for|that|who|which|the|an?)\b)[\w'’.\"“-]{1,30})"
"""A word that may stand between a word and the noun it belongs to."""
_BESIDE_ANCHOR = re.compile(rf"\b(?:{_ONE_MORE})\b{_INSIDE}{{0,3}}[\s\"“]*$")
"""Words before an anchor that make it one more event ("another suicide bombing", "a second explosion")."""
_BEFELL = re.compile(r"die[ds]?|dead|killed|injured|wounded|hurt|succumbed|hospitali[sz]ed|pronounced|wounds?|injur(?:y|ies)")
_UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?)"
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_OPENING = re.compile(
    r"\W*(?:(?:but|and|while|on the same (?:day|night)|the same (?:day|night)|at the same time)[\s,]+)?(?:"
    r"meanwhile|elsewhere|separately|previously|since|additionally|moreover|in addition|besides|also|apart from|"
    r"earlier(?!,? (?:today|in the day|that day|this morning|on))|"
    rf"in (?:an? |the |one )?(?:{_ONE_MORE}|unrelated)|in (?:recent|the (?:same|past|last))|"
    r"over the (?:past|last|course)|so far this|"
    rf"last (?:week|month|year|spring|summer|autumn|fall|winter|{_MONTH})|"
    rf"(?:\w{{1,12}} ){{0,2}}{_UNIT} (?:ago|before|earlier|later|after)|the (?:previous|next|following) {_UNIT}|"
    rf"(?:an |the )?(?!earlier|later)(?:{_ONE_MORE})|(?:many|several|two|three|four|five) (?:others?|more)|earlier \w{{1,20}}s"
    r")\b"
)
"""How a sentence opens that turns to another event ("Meanwhile, ...", "A day earlier, ...", "In a similar attack, ...")."""
_ALSO = re.compile(r"\b(?:also|likewise)(?: [\w'’-]{1,30}){0,4}\s*$")
_AFTER = re.compile(
    rf"\b(?:{_UNIT} (?:after|before|since)|(?:comes?|came|coming) (?:\w{{1,12}} ){{0,3}}after|following|since|in response to|"
    r"in retaliation for|in revenge for|compared to|unlike|repeated|successive|"
    r"a series of|in addition to|apart from)(?: [\w'’.-]{1,30}){0,8}\s*$"
)
"""An anchor under words that set it before or after what the sentence tells ("two days after shelling killed seven")."""
_POINTER = re.compile(rf"\b(?:the|this|that|these|those|such|said|both|its|their|his)\b{_INSIDE}{{0,4}}[\s\"“]*$")
_LATEST = re.compile(rf"\b(?:the|this) (?:recent|latest|last){_INSIDE}{{0,3}}[\s\"“]*$")
_SEVERAL = re.compile(rf"\b(?:these|those){_INSIDE}{{0,3}}[\s\"“]*$")
_YEAR = r"(?:19|20)[0-9]{2}"
_PAST = (
    rf"(?:then|last (?:week|month|year)|(?:(?:early|mid|late)[ -])?(?:{_MONTH}|{_YEAR})|"
    r"the (?:start|beginning|outbreak|war|coup))"
)
_OVER_TIME = re.compile(
    rf"\b(?:since {_PAST}|for (?:months|years|weeks)|"
    r"(?:over|in|during) the (?:past|last)(?! (?:[\w-]{1,12} ){0,2}(?:hours?|minutes?|night|day))|in recent|so far this|"
    r"every (?:day|week|month|year))\b"
)
"""Words that make what is told a series over some time, where it is told in the perfect."""
_PERFECT = re.compile(r"\b(?:has|have)(?: [\w'’-]{1,30}){0,4} $")
_DAY = re.compile(
    rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|this (?:morning|afternoon|evening|noon)|"
    rf"(?:{_MONTH}) [0-9]{{1,2}}|[0-9]{{1,2}} (?:{_MONTH}))\b"
)
_OPENS_ON = re.compile(rf"\W*(?:and |but |later |earlier )?on (?:the (?:\w{{1,12}} ){{1,3}}of )?(?={_DAY.pattern[2:]})")
_PARTICIPLE = re.compile(
    r"(?:\w+ed|shot|slain|taken|held|hit|burnt|stolen|struck|blown|set|hanged|fought|broken|driven|thrown|fallen|seen)\b"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a mention stands in its sentence."""

    one_more: bool
    """Its words say that it is another than those told before ("a second explosion", "two days after shelling killed ten")."""
    turns: bool
    """Its sentence turns away from what was told before it ("Meanwhile, ...")."""
    aside: bool
    """It is only set beside what its sentence tells."""
    points: bool
    """A noun that a word such as "the" or "this" makes one told before."""
    series: bool
    """It tells of all there was over some time ("have been killed since January")."""
    several: bool
    """It points to more than one ("these attacks")."""
    opens_on: str
    """The day with which its sentence opens ("On Sunday, ..."), in words, or none."""
    days: frozenset[str]
    """The days that its sentence names, in words."""


def setting(text: str, anchor: Span, anaphoric: bool, outcome: bool) -> Setting:
    """Read how the event at `anchor` is introduced.

    `anaphoric` says that the extraction took it for one that points back, `outcome` that its words tell only what came of
    some event ("also wounded two").
    """
    before, after = _around(text, anchor)
    word = text[anchor.start : anchor.end].lower()
    aside = _AFTER.search(before) is not None
    # "three others were wounded", "he later died": others of the same event, and what came of it
    one_more = _BESIDE_ANCHOR.search(before) is not None and not (outcome and _BEFELL.fullmatch(word))
    definite = (anaphoric and _POINTER.search(before) is not None) or _LATEST.search(before) is not None
    definite = definite and not one_more and _PARTICIPLE.match(word) is None
    points = definite and not after.startswith(" of ")
    turns = _OPENING.match(before) is not None or (_ALSO.search(before) is not None and not outcome)
    series = _PERFECT.search(before) is not None and _OVER_TIME.search(before + after) is not None
    opening = _OPENS_ON.match(before)
    day = _DAY.match(before, opening.end()) if opening is not None else None
    return Setting(
        one_more=one_more or ((series or aside) and not definite),
        turns=turns and not definite,
        aside=aside and not definite,
        points=points,
        series=series and not definite,
        several=points and _SEVERAL.search(before) is not None,
        opens_on=day.group() if day is not None else "",
        days=frozenset(_DAY.findall(before + word + after)),
    )


def _around(text: str, anchor: Span) -> tuple[str, str]:
    """Return the words of the anchor's sentence before and after it, in lower case, with single blanks."""
    first, last = max(0, anchor.start - _REACH), min(len(text), anchor.end + _REACH)
    for boundary in _BOUNDARY.finditer(text, first, anchor.start):
        first = boundary.end()
    end = _BOUNDARY.search(text, anchor.end, last)
    return _plain(text[first : anchor.start]), _plain(text[anchor.end : end.start() if end is not None else last])


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).lower()
