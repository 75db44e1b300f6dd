"""The words for an entry's values, the same in the terminal, in tables and on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day

from dateline.export.privacy import Privacy
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry, EntryDate, EntryPlace, Participant, Quantity, SourcedClaim
from dateline.model.event import Certainty, Modality, Polarity, Responsibility
from dateline.model.resolution import DateBasis, DatePrecision, PlacePrecision

MONTHS = "January February March April May June July August September October November December".split()
UNDATED = "Undated"
OWN_VOICE = "the report itself"
_WITHIN = {
    DatePrecision.MONTH: "within the month",
    DatePrecision.SEASON: "within the season",
    DatePrecision.YEAR: "within the year",
    DatePrecision.YEARS: "within these years",
    DatePrecision.WEEK: "within the week",
    DatePrecision.DAYS: "within these days",
}
_EXTENT = {
    PlacePrecision.NEIGHBOURHOOD: "neighbourhood",
    PlacePrecision.ADMIN3: "district",
    PlacePrecision.ADMIN2: "district",
    PlacePrecision.ADMIN1: "province",
    PlacePrecision.COUNTRY: "country only",
    PlacePrecision.REGION: "region",
    PlacePrecision.UNRESOLVED: "not located",
}
_STEERING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return text that cannot steer a terminal: on one line, without control characters and direction overrides."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _STEERING.sub("", " ".join(text.split())))


def label(code: str) -> str:
    """Return the words of a code of ours: `prison_break` and `prison break` are "prison break"."""
    return code.replace("_", " ").replace("-", " ")


def capital(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def day_words(iso: str, *, year: bool = True, month: bool = True) -> str:
    """Return an ISO 8601 day or minute in words: "14 March 2019", "14 March 2019, 05:30"."""
    try:
        day = Day.fromisoformat(iso[:10])
    except ValueError:
        return iso
    words = str(day.day) + (f" {MONTHS[day.month - 1]}" if month or year else "") + (f" {day.year}" if year else "")
    return f"{words}, {iso[11:16]}" if len(iso) > 10 and year else words


def published_words(published: str | None) -> str:
    """Return when a report came out, of an EDTF day or interval: "22–31 January 2022"; empty if nobody knows."""
    if not published:
        return ""
    start, _, end = published.partition("/")
    if not end:
        return day_words(start)
    return date_heading(EntryDate(published, start, end, DatePrecision.DAYS, DateBasis.INFERRED, ()))


def locator_words(locator: str) -> str:
    """Return where a report is from: an address whole, of a path only the file, as folders tell about their owner."""
    return locator if "://" in locator else locator.replace("\\", "/").rsplit("/", 1)[-1]


def date_heading(date: EntryDate | None) -> str:
    """Return when, as a heading: "March 2019", "3–5 March 2019"."""
    if date is None or not (date.start or date.end):
        return UNDATED
    if not date.end:
        return f"since {day_words(date.start or '')}"
    if not date.start:
        return f"until {day_words(date.end)}"
    start, end = date.start, date.end
    whole = _whole_months(start, end)
    if date.precision is DatePrecision.MONTH and whole and start[:7] == end[:7]:
        return f"{MONTHS[int(start[5:7]) - 1]} {start[:4]}"
    if date.precision is DatePrecision.YEAR and whole and start[:4] == end[:4] and start[5:7] == "01" and end[5:7] == "12":
        return start[:4]
    if date.precision is DatePrecision.YEARS and whole and start[5:7] == "01" and end[5:7] == "12":
        return f"{start[:4]}–{end[:4]}"
    if start[:10] == end[:10]:
        return day_words(start)
    if whole:
        return _month_range(start, end)
    return _day_range(start, end)


def date_note(date: EntryDate | None) -> str:
    """Return how wide a date is and how it came about, in words; empty for a plain stated day."""
    if date is None or not (date.start or date.end):
        return ""
    notes = []
    if date.start and date.end and date.start[:10] != date.end[:10]:
        notes.append(_within(date.precision, date.start, date.end))
    if date.basis is DateBasis.RELATIVE:
        notes.append("counted from another date")
    elif date.basis is DateBasis.INFERRED:
        notes.append("inferred")
    return ", ".join(notes)


def _within(precision: DatePrecision, start: str, end: str) -> str:
    if precision is DatePrecision.MONTH and start[:7] != end[:7]:
        return "within these months"
    return _WITHIN.get(precision, "on one of these days")


def _whole_months(start: str, end: str) -> bool:
    try:
        after = Day.fromordinal(Day.fromisoformat(end[:10]).toordinal() + 1)
    except (ValueError, OverflowError):
        return False
    return start[8:10] == "01" and after.day == 1


def _month_range(start: str, end: str) -> str:
    first, last = MONTHS[int(start[5:7]) - 1], MONTHS[int(end[5:7]) - 1]
    return f"{first}–{last} {end[:4]}" if start[:4] == end[:4] else f"{first} {start[:4]} – {last} {end[:4]}"


def _day_range(start: str, end: str) -> str:
    if start[:7] == end[:7]:
        return f"{day_words(start, year=False, month=False)}–{day_words(end[:10])}"
    if start[:4] == end[:4]:
        return f"{day_words(start, year=False)} – {day_words(end[:10])}"
    return f"{day_words(start[:10])} – {day_words(end[:10])}"


def distance(metres: float) -> str:
    """Return a radius in words: "200 m", "12 km"."""
    if metres < 1000:
        return f"{metres:.0f} m"
    return f"{round(metres / 1000, 1):g} km" if metres < 9950 else f"{metres / 1000:,.0f} km"


def place_note(place: EntryPlace) -> str:
    """Return how narrow a place is: "facility, 200 m", "province, centroid"."""
    notes = [_EXTENT.get(place.precision, place.precision.value)]
    if place.precision is PlacePrecision.UNRESOLVED:
        return notes[0]
    if place.uncertainty_m:
        notes.append(distance(place.uncertainty_m))
    if place.basis != "named":
        notes.append(place.basis)
    return ", ".join(notes)


def place_words(place: EntryPlace, country: str = "") -> str:
    """Return where: name, town, subdivision and country, each once."""
    parts = [place.name]
    for part in (place.town, place.admin1, country):
        if part and all(part.lower() not in seen.lower() for seen in parts):
            parts.append(part)
    return ", ".join(parts)


def range_words(low: int | None, best: int | None, high: int | None) -> str:
    """Return a count with its bounds: "12", "40–65", "6 or more", "up to 9", "about 30", "number not told"."""
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}–{number(high)}"
    if low is not None:
        return f"more than {number(best)}" if best is not None and best == low - 1 else f"{number(low)} or more"
    if high is not None:
        return f"up to {number(high)}"
    return f"about {number(best)}" if best is not None else "number not told"


def number(value: float) -> str:
    """Return a number with its thousands set apart, without a needless fraction."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def quantity_label(quantity: Quantity) -> str:
    """Return what is counted: "killed", "took part"."""
    return label(quantity.outcome.value)


def role_label(person: Participant) -> str:
    """Return a role as it is put before a name: "by" for a perpetrator."""
    return {"perpetrator": "by", "on_behalf_of": "on behalf of", "opponent": "against", "addressee": "to"}.get(
        person.role.value, label(person.role.value)
    )


def responsibility_note(person: Participant) -> str:
    """Return how a perpetrator is tied to the event, in brackets-ready words; empty if it is plainly stated."""
    if person.responsibility in (None, Responsibility.STATED):
        return ""
    return "not told who" if person.responsibility is Responsibility.UNKNOWN else str(person.responsibility.value)


def standing(entry: Entry) -> list[str]:
    """Return what qualifies an entry as a whole: denied, foiled, ongoing, reviewed."""
    out = []
    if entry.polarity is Polarity.DENIED:
        out.append("denied")
    if entry.modality is not Modality.ACTUAL:
        out.append(label(entry.modality.value))
    if entry.ongoing:
        out.append("ongoing when reported")
    if entry.review != "unreviewed":
        out.append(entry.review)
    return out


def speaker_words(sourced: SourcedClaim, privacy: Privacy) -> str:
    """Return who says so, nearest first: "officials, quoted by local media"; empty for the report's own voice."""
    names = [privacy.speaker(said) for said in reversed(sourced.claim.said_by)]
    return ", quoted by ".join(names)


def certainty_words(certainty: Certainty) -> str:
    """Return how the report puts a claim; empty for a plain statement."""
    return "" if certainty is Certainty.STATED else label(certainty.value)


def contested_words(field: str) -> str:
    """Return what is contested, in words: "how many were freed", "who did it"."""
    head, _, tail = field.partition(":")
    if head in ("quantity", "quantities") and tail:
        return "how many took part" if tail == "took_part" else f"how many were {label(tail)}"
    return {
        "date": "when it happened",
        "place": "where it happened",
        "type": "what it was",
        "responsibility": "who did it",
        "participant": f"the {label(tail)}" if tail else "who took part",
        "quantity": "how many",
        "quantities": "how many",
        "polarity": "whether it happened",
        "statistic": "the figure",
    }.get(head, label(field.replace(":", " ")))


def field_label(field: str) -> str:
    """Return the name of a claim's field as a heading: "Killed", "Perpetrator", "Date"."""
    head, _, tail = field.partition(":")
    return capital(label(tail if tail and head in ("quantity", "participant") else field.replace(":", ": ")))


def value_words(field: str, value: JsonValue) -> str:
    """Return a claim's value in words, whatever its shape."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return label(value) if field in ("type", "polarity", "modality", "responsibility") else value
    if isinstance(value, list):
        return ", ".join(value_words(field, item) for item in value)
    return _object_words(field, value)


def _object_words(field: str, value: dict[str, JsonValue]) -> str:
    if field.startswith("quantity") and {"low", "best", "high"} & value.keys():
        low, best, high = (v if isinstance(v, int) else None for v in (value.get(k) for k in ("low", "best", "high")))
        words = range_words(low, best, high)
        whom = value.get("whom")
        return f"{words} {whom}" if isinstance(whom, str) and whom else words
    if "edtf" in value:
        return _edtf_words(value)
    for key in ("name", "text", "type", "measure", "what"):
        if isinstance(value.get(key), str):
            return _with_rest(str(value[key]), value)
    return ", ".join(f"{label(k)} {value_words('', v)}" for k, v in value.items() if v not in (None, "", [], {}))


def _with_rest(words: str, value: dict[str, JsonValue]) -> str:
    """Return `words` with what else a reader needs: responsibility, subdivision, or the figure."""
    figure = value.get("value")
    if isinstance(figure, (int, float)):
        unit = value.get("unit")
        words = f"{words}: {number(figure)}" + (f" {unit}" if isinstance(unit, str) and unit else "")
    for key in ("town", "admin1", "country", "responsibility"):
        extra = value.get(key)
        if isinstance(extra, str) and extra and extra not in words and extra != "stated":
            words += f" ({label(extra)})" if key == "responsibility" else f", {extra}"
    return words


def _edtf_words(value: dict[str, JsonValue]) -> str:
    def text(key: str) -> str | None:
        found = value.get(key)
        return found if isinstance(found, str) else None

    try:
        date = EntryDate(
            str(value["edtf"]),
            text("start"),
            text("end"),
            DatePrecision(text("precision") or "day"),
            DateBasis(text("basis") or "stated"),
            (),
        )
    except ValueError:
        return str(value["edtf"])
    words = date_heading(date) if date.start or date.end else date.edtf
    anchor = text("anchor")
    return f"{words} (from {anchor_words(anchor)})" if anchor else words


def anchor_words(anchor: str) -> str:
    """Return what a relative date was counted from, its dates in words."""
    head, _, when = anchor.partition(" ")
    return f"publication, {published_words(when)}" if head == "published" and when else anchor


def before(prefix: str) -> str:
    """Return the context before a quotation from the start of its line, without the word that the cut went through."""
    line = prefix.split("\n")[-1]
    if line != prefix:
        return line.lstrip()
    cut = line.find(" ") + 1
    return f"…{line[cut:]}" if cut and cut < len(line) else line


def after(suffix: str) -> str:
    """Return the context after a quotation to the end of its line, without the word that the cut goes through."""
    line = suffix.split("\n")[0]
    cut = line.rfind(" ")
    return line.rstrip() if line != suffix or cut < 1 else f"{line[:cut]}…"


def shared(places: Sequence[EntryPlace]) -> EntryPlace | None:
    """Return the place that heads an entry: the first that is located, else the first."""
    return next((p for p in places if p.lat is not None), places[0] if places else None)
