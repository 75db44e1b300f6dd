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
    r"in retaliation for|in revenge for|compared to|unlike|in addition to|apart from)(?: [\w'’.-]{1,30}){0,8}\s*$"
)
"""An anchor under words that set it before or after what the sentence tells ("two days after shelling killed seven")."""
_POINTER = re.compile(rf"\b(?:the|this|that|these|those|such|said|both|its|their|his)\b{_INSIDE}{{0,4}}[\s\"“]*$")
_LATEST = re.compile(rf"\b(?:the|this) (?:recent|latest|last){_INSIDE}{{0,3}}[\s\"“]*$")
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


def setting(text: str, anchor: Span, anaphoric: bool, outcome: bool) -> Setting:
    """Read how the event at `anchor` is introduced.

    `anaphoric` says that the extraction took it for one that points back, `outcome` that its words tell only what came of
    some event ("also wounded two").
    """
    before = _sentence_before(text, anchor)
    word = text[anchor.start : anchor.end].lower()
    aside = _AFTER.search(before) is not None
    one_more = _BESIDE_ANCHOR.search(before) is not None
    definite = anaphoric and _POINTER.search(before) is not None
    points = (definite or _LATEST.search(before) is not None) and not one_more and _PARTICIPLE.match(word) is None
    turns = _OPENING.match(before) is not None or (_ALSO.search(before) is not None and not outcome)
    return Setting(one_more or (aside and not points), turns and not points, aside and not points, points)


def _sentence_before(text: str, anchor: Span) -> str:
    """Return the words of the anchor's sentence up to it, in lower case, with single blanks."""
    stretch = text[max(0, anchor.start - _REACH) : anchor.start]
    ends = [m.end() for m in _BOUNDARY.finditer(stretch)]
    return re.sub(r"\s+", " ", stretch[ends[-1] :] if ends else stretch).lower()
