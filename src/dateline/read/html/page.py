"""A web page as a document: everything visible in one frozen text, a block a line, and what its markup says of it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.model.document import Document
from dateline.model.span import Span
from dateline.read.assemble import Raw, finish
from dateline.read.block import Block, Page
from dateline.read.html.article import ArticleText
from dateline.read.html.metadata import metadata_of
from dateline.read.html.visible import Piece, pieces_of
from dateline.read.options import ReadOptions, Reject
from dateline.read.repair import repair
from dateline.read.zones.line import words_of
from dateline.read.zones.title import clean_title, matches

MOSTLY_LINKS = 0.6
"""Share of link text from which a block that the article finder left out is a list of links."""
HEAD = 60
PARTS = 20_000


def read_html(raw: Raw, options: ReadOptions) -> Document | Reject:
    """Return the document of a web page, or why there is none."""
    html = raw.parts["text"]
    # libxml2 stops at 256 levels, or at 2,048 if told that large input is fine, and drops what comes after.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError, AssertionError):
        return Reject(raw.locator, "no text in the html")
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        return Reject(raw.locator, "html nested too deep")
    parts = metadata_of(tree)
    pieces = pieces_of(tree)
    if sum(len(piece.text) for piece in pieces) > options.max_characters:
        return Reject(raw.locator, f"more than the {options.max_characters:,} characters of one report")
    return finish(raw, _page(tree, html, pieces, parts), options)


def _page(tree: HtmlElement, html: str, pieces: Sequence[Piece], parts: dict[str, str]) -> Page:
    article = ArticleText(tree, html)
    title = clean_title(repair(parts.get("title", "")), parts.get("outlet"))
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    key = words_of(title)
    if len(key.split()) >= 3 and not any(matches(words_of(piece.text), key) for piece in pieces[:HEAD]):
        pieces = [Piece(title, heading=True), *pieces]
    for piece in pieces:
        for text in _cut(repair(piece.text).replace("\n", " ").strip()):
            inside = article.holds(text)
            outside = "" if inside and piece.guess else piece.outside
            if not outside and not inside and piece.linked > MOSTLY_LINKS and not piece.heading:
                outside = "links"
            span = Span(at, at + len(text))
            blocks.append(Block(span, text, piece.heading, piece.listed, outside, inside, piece.linked))
            texts.append(text)
            at += len(text) + 1
    return Page("\n".join(texts), blocks, {**parts, "title": title})


def _cut(text: str) -> list[str]:
    """Cut an overlong block at sentence ends, else at blanks."""
    pieces: list[str] = []
    while len(text) > PARTS:
        at = max(text.rfind(". ", PARTS // 2, PARTS) + 1, 0) or text.rfind(" ", PARTS // 2, PARTS)
        at = at if at > 0 else PARTS
        pieces.append(text[:at].strip())
        text = text[at:].strip()
    return [p for p in [*pieces, text] if p]
