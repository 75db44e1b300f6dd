"""The anchor stack: when the report came out, and which dates it has told so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.model.mention import Mention
from dateline.model.resolution import Candidate, DateBasis, DatePrecision, Publication
from dateline.resources.timex import Days, Timex

UNIT_PRECISION = {
    "minute": DatePrecision.DAY,
    "hour": DatePrecision.DAY,
    "day": DatePrecision.DAY,
    "night": DatePrecision.DAY,
    "week": DatePrecision.WEEK,
    "weekend": DatePrecision.DAYS,
    "fortnight": DatePrecision.DAYS,
    "month": DatePrecision.MONTH,
    "quarter": DatePrecision.SEASON,
    "season": DatePrecision.SEASON,
    "year": DatePrecision.YEAR,
    "decade": DatePrecision.YEARS,
    "century": DatePrecision.YEARS,
}
_FAR_DAYS = 45
"""A date told further than this before the publication starts a story of its own, to which bare days belong."""
_NEAR_SENTENCES = 2


def width(days: Days) -> int:
    """Return the number of days of an interval."""
    return (days[1] - days[0]).days + 1


def precision_of(days: Days) -> DatePrecision:
    """Return the finest precision that an interval allows."""
    limits = ((1, DatePrecision.DAY), (31, DatePrecision.DAYS), (92, DatePrecision.SEASON), (366, DatePrecision.YEAR))
    return next((p for limit, p in limits if width(days) <= limit), DatePrecision.YEARS)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What an expression comes to, before it is put into a DateValue. No days: unresolved, for the reason in `rule`."""

    rule: str
    days: Days | None = None
    precision: DatePrecision = DatePrecision.DAY
    basis: DateBasis = DateBasis.STATED
    anchor: str = ""
    confidence: float = 1.0
    edtf: str = ""
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the report has told: what an expression after it may be counted from."""

    mention: Mention
    expression: Timex
    days: Days
    precision: DatePrecision
    paragraph: int
    explicit: bool
    """True if the words themselves give the year."""
    main: bool = True
    """True if it says when the main clause of its sentence happened."""
    opens: bool = True
    """True if it stands at the beginning of its sentence and sets the scene."""

    @property
    def label(self) -> str:
        """Return what a relative date's anchor is called."""
        return f"'{self.mention.text}'"

    @property
    def sets_scene(self) -> bool:
        """Tell whether what follows may go on in its year: "In 2014, ..." does, "founded in 2014" does not."""
        return self.main and (self.opens or width(self.days) <= 31)

    @property
    def background(self) -> bool:
        """Tell whether it only says since when something is so, and moves no story on."""
        return self.expression.cue == "since" or self.expression.tense in {"perfect", "future"}


@dataclass(slots=True)
class Discourse:
    """All that a date may be counted from, as far as the text has been read."""

    publication: Publication
    now: Days | None
    told: list[Told] = field(default_factory=list)
    full_days: dict[str, set[int]] = field(default_factory=dict)
    """Month and day to the years with which the report tells that day in full."""
    partial: tuple[str, str] | None = None
    """The last day told without its year, as EDTF, and its words."""
    dated: frozenset[date] = frozenset()
    """The days that the report tells in full."""
    lasting: int = -1
    """Where a stretch of more than a quarter was last told ("the first nine months")."""
    ambiguous_order: str = ""
    """`day-first` or `month-first` if an unambiguous date in figures shows it."""

    @property
    def now_label(self) -> str:
        """Return what the publication date is called as an anchor."""
        p = self.publication
        return f"published {p.start}" if p.start == p.end else f"published {p.start}/{p.end}"

    @property
    def now_basis(self) -> DateBasis:
        """Return the basis of what is counted from the publication date."""
        return DateBasis.INFERRED if self.publication.basis == "inferred" else DateBasis.RELATIVE

    @property
    def today(self) -> date | None:
        """Return the day of publication, if it is one day."""
        return self.now[0] if self.now is not None and self.now[0] == self.now[1] else None

    def last_told(self, widest: int = 366_000) -> Told | None:
        """Return the last date told that is no wider than this many days."""
        return next((t for t in reversed(self.told) if width(t.days) <= widest), None)

    def story(self, mention: Mention, paragraph: int) -> Told | None:
        """Return the date whose story a bare day or month belongs to: told just before, in full, in this paragraph."""
        for t in reversed(self.told):
            if t.paragraph != paragraph or mention.sentence - t.mention.sentence > _NEAR_SENTENCES:
                return None
            if t.background or (self.now is not None and not t.sets_scene):
                continue
            return t if (t.explicit if self.now is None else self.far(t)) else None
        return None

    def far(self, told: Told) -> bool:
        """Tell whether a date lies so far back that its story is not that of the report's day."""
        return self.now is not None and (self.now[0] - told.days[1]).days > _FAR_DAYS
