"""The texts that are timed: our examples and, where a checkout has them, development texts beside the project."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.model.document import Capture, Document, Zone, ZoneKind
from dateline.model.span import Span

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples" / "reports"
DEVELOPMENT = ROOT.parent / "shared" / "data"
ARTICLE_WORDS = 1700
MESSAGE = re.compile(r"^TST\d-MUC\d-\d{4}$", re.MULTILINE)
BLANK_LINE = re.compile(r"\n[ \t]*\n")
PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
LINE = re.compile(r"\S[^\n]*")


@dataclass(frozen=True)
class Corpus:
    """Named documents to be timed together."""

    name: str
    documents: Sequence[Document]

    @property
    def words(self) -> int:
        """Return the number of words of all zones that are coded."""
        return sum(len(text.split()) for document in self.documents for text in coded_texts(document))


def coded_texts(document: Document) -> list[str]:
    """Return the zones that the pipeline parses: the bare parser is given the same."""
    return [z.span.of(document.text) for z in document.zones if z.kind is not ZoneKind.FURNITURE]


def document(text: str, name: str) -> Document:
    """Return a document whose paragraphs are body zones: nothing is left out, so that both sides read every word."""
    zones = tuple(Zone(ZoneKind.BODY, Span(m.start(), m.end())) for m in _paragraphs(text))
    return Document(Capture(hashlib.sha256(text.encode()).hexdigest(), name), text, "en", zones)


def corpora(words: int) -> list[Corpus]:
    """Return the corpora at hand, each of at least `words` words if repeating its texts is allowed to make up for it."""
    found = [Corpus("examples", list(_repeated(_files(EXAMPLES), words)))]
    if (seed := DEVELOPMENT / "seed").is_dir():
        found.append(Corpus("seed article", list(_repeated(_files(seed), words // 2))))
    if (wire := DEVELOPMENT / "muc4" / "corpora" / "tst1").exists():
        found.append(Corpus("newswire, upper case", list(_repeated(_messages(wire), words))))
    return [corpus for corpus in found if corpus.documents]


def article() -> str:
    """Return one article of about 1,700 words: the seed article, or examples joined."""
    seed = sorted((DEVELOPMENT / "seed").glob("*.txt"))
    if seed:
        return seed[0].read_text(encoding="utf-8")
    parts: list[str] = []
    for _, text in itertools.cycle(_files(EXAMPLES)):
        parts.append(text)
        if sum(len(p.split()) for p in parts) >= ARTICLE_WORDS:
            return "\n\n".join(parts)
    raise FileNotFoundError(f"no example reports in {EXAMPLES}")


def _paragraphs(text: str) -> Iterator[re.Match[str]]:
    wrapped = BLANK_LINE.search(text) is not None
    return (PARAGRAPH if wrapped else LINE).finditer(text)


def _files(folder: Path) -> list[tuple[str, str]]:
    paths = sorted(p for p in folder.rglob("*") if p.suffix in {".txt", ".md"} and p.name.lower() != "readme.md")
    return [(p.name, p.read_text(encoding="utf-8", errors="replace")) for p in paths]


def _messages(folder: Path) -> list[tuple[str, str]]:
    text = (folder / f"{folder.name}-muc3").read_text(encoding="utf-8", errors="replace")
    return [(f"{folder.name}-{n}", part) for n, part in enumerate(MESSAGE.split(text)) if part.strip()]


def _repeated(texts: Sequence[tuple[str, str]], words: int) -> Iterator[Document]:
    """Yield documents until they hold `words` words. A repeated text is a document of its own."""
    if not texts:
        return
    seen = 0
    for round_, (name, text) in ((r, t) for r in itertools.count() for t in texts):
        if seen >= words:
            return
        seen += len(text.split())
        yield document(text, f"{name}#{round_}")
