"""Expressions of time in news and their values (TempEval-3: TimeBank and AQUAINT, TIMEX3 of TimeML).

Spans are those of the date mentions, values the TIMEX3 values that their resolutions hold; the date of a document's creation
is given as its publication date and is not scored. Spans are compared by their letters and digits.
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.figures import Counts, prf, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites._alignment import Alignment
from dateline.model.claim import JsonValue
from dateline.model.layer import DATES, AnnotatedDocument
from dateline.model.resolution import DateValue, Resolution
from dateline.model.span import Span
from dateline.resources.timex import decode

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Timex3:
    """An expression of time, by its place in the text, and its value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A document: its text, the day of its creation if it is told, and what is marked in it."""

    id: str
    text: str
    created: str | None
    marked: tuple[Timex3, ...]


def read_gold(folder: Path, split: str) -> list[Gold]:
    """Return the documents of a split, a tar archive of .tml files. Raises GoldError."""
    path = folder / f"{split}.tar.gz"
    if not path.is_file():
        raise GoldError(f"{folder}: no {path.name}")
    out = []
    try:
        with tarfile.open(path) as archive:
            for member in sorted(archive.getmembers(), key=lambda m: m.name):
                file = archive.extractfile(member) if member.isfile() and member.name.endswith(".tml") else None
                if file is not None:
                    out.append(document(file.read(), Path(member.name).stem))
    except (OSError, EOFError, tarfile.TarError) as e:
        raise GoldError(f"{path}: cannot be read: {e}") from e
    if not out:
        raise GoldError(f"{path}: no .tml files")
    return out


def document(xml: bytes, id: str) -> Gold:
    """Return the document that a TimeML file holds. Raises GoldError."""
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError as e:
        raise GoldError(f"{id}: not XML: {e}") from e
    body = root.find("TEXT")
    if body is None:
        raise GoldError(f"{id}: no TEXT")
    text, marked = "", list[Timex3]()
    for element, piece in _pieces(body):
        if element is not None and element.get("functionInDocument") != "CREATION_TIME":
            marked.append(Timex3(_lettered(piece, len(text)), element.get("value", "")))
        text += piece
    creation = (t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME")
    created = _DAY.match(next(creation, ""))
    return Gold(id, text, created.group() if created else None, tuple(marked))


def _pieces(element: ElementTree.Element) -> Iterator[tuple[ElementTree.Element | None, str]]:
    """Yield the text of an element piece by piece, that of an expression of time together with its element."""
    yield None, element.text or ""
    for child in element:
        if child.tag == "TIMEX3":
            yield child, "".join(child.itertext())
        else:
            yield from _pieces(child)
        yield None, child.tail or ""


def _lettered(piece: str, at: int) -> Span:
    """Return the span from the first letter or digit of a piece of text to its last."""
    found = [n for n, c in enumerate(piece) if c.isascii() and c.isalnum()]
    return Span(at + found[0], at + found[-1] + 1) if found else Span(at, at + len(piece))


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split, each document a report of its own."""
    gold = read_gold(folder, split)
    by_id = {g.id: g for g in gold}
    reports = [Report(g.id, g.text, published=g.created) for g in gold]
    return scored(gold, {report.id: ours(by_id[report.id], annotated) for report, annotated, _ in coder.claims(reports)})


def ours(gold: Gold, annotated: AnnotatedDocument) -> list[Timex3]:
    """Return the expressions of time that the pipeline resolved, by their place in gold's text."""
    there = Alignment(gold.text)
    text = annotated.document.text
    stretches, values, cursor = list[str](), list[str | None](), 0
    for resolution in annotated[DATES]:
        for span, value in _expressions(resolution):
            stretches += [text[cursor : span.start], span.of(text)]
            values += [None, value]
            cursor = span.end
    spans = there.spans(stretches)
    return [Timex3(span, value) for span, value in zip(spans, values, strict=True) if span is not None and value is not None]


def _expressions(resolution: Resolution[DateValue]) -> Iterator[tuple[Span, str]]:
    """Yield what a mention names with its value: each end of an interval by itself, nothing for what names no time."""
    span, value = resolution.mention.span, resolution.value.timex if resolution.value is not None else ""
    places = [x.at.split("-") for x in decode(resolution.mention.key) if x.at]
    if len(places) == 2 and "/" in value:
        for (start, end), own in zip(places, value.split("/"), strict=True):
            yield Span(span.start + int(start), span.start + int(end)), own
    elif value:
        yield span, value


def scored(gold: Sequence[Gold], found: Mapping[str, Sequence[Timex3]]) -> Score:
    """Return the figures of expressions found, by document."""
    counts, misses, predictions = [], list[Miss](), list[JsonValue]()
    for g in gold:
        mine = found.get(g.id, ())
        counts.append(_counted(g.marked, mine))
        misses += _misses(g, mine)
        predictions.append({"id": g.id, "timex": [[t.span.start, t.span.end, t.value] for t in mine]})
    metrics, intervals = with_intervals(counts, figures)
    items = sum(len(g.marked) for g in gold)
    return Score(len(gold), items, metrics, intervals, {}, tuple(misses), tuple(predictions))


def partner(one: Timex3, others: Sequence[Timex3]) -> Timex3 | None:
    """Return the expression that overlaps one the most, the same span first."""
    shared = [(_shared(one.span, o.span), o.span == one.span, -o.span.start, o) for o in others if one.span.overlaps(o.span)]
    return max(shared, key=lambda s: s[:3])[3] if shared else None


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _counted(gold: Sequence[Timex3], mine: Sequence[Timex3]) -> Counts:
    sums = {"gold": float(len(gold)), "ours": float(len(mine))}
    for name, these, those in (("gold", gold, mine), ("ours", mine, gold)):
        pairs = [(one, other) for one in these if (other := partner(one, those)) is not None]
        sums[f"{name}.relaxed"] = float(len(pairs))
        sums[f"{name}.strict"] = float(sum(one.span == other.span for one, other in pairs))
        sums[f"{name}.value"] = float(sum(one.value == other.value for one, other in pairs))
    return sums


def figures(sums: Counts) -> dict[str, float]:
    """Return the figures of the TempEval-3 scorer: F of any overlap, of the same span, and of overlap with the same value."""
    out = dict[str, float]()
    for name in ("relaxed", "strict", "value"):
        p, r, f = prf(sums[f"ours.{name}"], sums["ours"], sums[f"gold.{name}"], sums["gold"])
        out[f"{name}_f1"] = f
        if name == "relaxed":
            out["relaxed_precision"], out["relaxed_recall"] = p, r
    return out


def _misses(gold: Gold, mine: Sequence[Timex3]) -> Iterator[Miss]:
    for t in gold.marked:
        other = partner(t, mine)
        if other is None or other.value != t.value or other.span != t.span:
            says = "" if other is None else f"{other.value or 'unresolved'} [{_words(gold, other.span)}]"
            yield Miss(gold.id, _words(gold, t.span), t.value, says, _context(gold, t.span))
    for t in mine:
        if partner(t, gold.marked) is None:
            yield Miss(gold.id, _words(gold, t.span), "", t.value or "unresolved", _context(gold, t.span))


def _words(gold: Gold, span: Span) -> str:
    return " ".join(span.of(gold.text).split())


def _context(gold: Gold, span: Span) -> str:
    around = Span(max(0, span.start - _AROUND), min(len(gold.text), span.end + _AROUND))
    return f"({gold.created}) …{_words(gold, around)}…"


SUITE = Suite(
    name="tempeval3",
    about="expressions of time in news and what they come to (TempEval-3, TimeML)",
    splits=("dev", "train"),
    score=score,
    main=("relaxed_f1", "value_f1"),
)
