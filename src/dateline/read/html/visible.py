"""The visible text of a page in reading order, block by block, with what the markup says about each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

BLOCK_TAGS = frozenset(
    """address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre section summary table tbody td tfoot th
    thead title tr ul video audio""".split()
)
UNSEEN = frozenset(
    "script style noscript template head svg math iframe object canvas select textarea datalist embed map audio video".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TAG_REASONS = {
    "nav": "navigation", "aside": "aside", "footer": "foot of the page", "button": "button", "dialog": "dialog", "form": "form",
    "label": "form", "menu": "navigation",
}  # fmt: skip
ROLE_REASONS = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "complementary": "aside", "search": "form",
    "contentinfo": "foot of the page", "banner": "head of the page", "dialog": "dialog", "alertdialog": "dialog",
}  # fmt: skip
NAMES = re.compile(
    r"(?:^|[\s_-])(?:(?P<navigation>nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|skip-?link)"
    r"|(?P<share>share|sharing|social|addthis|sharedaddy|follow-?us)"
    r"|(?P<related>related|recommend(?:ed|ations?)|more-?stories|read-?(?:more|next|also)|also-?like|popular|"
    r"trending|most-?(?:read|viewed)"
    r"|teasers?|promo|outbrain|taboola|latest-?news|sidebar|up-?next)"
    r"|(?P<comments>comments?|disqus|respond|reply)"
    r"|(?P<consent>cookies?|consent|gdpr|newsletter|subscribe|subscription|paywall|signup|donat(?:e|ion)|popup|modal|overlay)"
    r"|(?P<advertisement>ads?|advert|advertisement|sponsor(?:ed)?|banner)"
    r"|(?P<bio>author-?(?:bio|box|info|card)|about-?(?:the-)?author|bio)"
    r"|(?P<tags>tags?|tag-?(?:list|cloud)|topics|keywords))(?:$|[\s_-])",
    re.I,
)
"""What web pages of all kinds call their own parts in classes and ids (as in Readability's lists)."""
NAME_REASONS = {
    "navigation": "navigation", "share": "share bar", "related": "other stories", "comments": "comments",
    "consent": "addresses the reader",
    "advertisement": "advertisement", "bio": "biography of an author", "tags": "tags",
}  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
TOO_MUCH = 0.4
"""A part that holds this share of a page's paragraph text is no side matter, whatever it is called."""
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One visible block. `guess` says that `outside` rests on a class or id alone."""

    text: str
    heading: bool = False
    listed: bool = False
    outside: str = ""
    guess: bool = False
    linked: float = 0.0


@dataclass(slots=True)
class _Place:
    """Where in the tree we are: what the open elements say together."""

    heading: bool = False
    listed: bool = False
    outside: str = ""
    guess: bool = False
    link: bool = False


@dataclass(slots=True)
class _Buffer:
    """Text of the block that is being gathered."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    size: int = 0

    def add(self, text: str | None, link: bool) -> None:
        if text:
            self.parts.append(text)
            letters = len(text.strip())
            self.size += letters
            self.linked += letters if link else 0

    def take(self, place: _Place) -> Piece | None:
        text = BLANKS.sub(" ", "".join(self.parts)).strip()
        share = self.linked / self.size if self.size else 0.0
        self.parts.clear()
        self.linked = self.size = 0
        return Piece(text, place.heading, place.listed, place.outside, place.guess, share) if text else None


def pieces_of(tree: HtmlElement) -> list[Piece]:
    """Return a page's visible blocks in order. Goes through the tree without recursion, however deep."""
    return list(_walk(tree, _paragraph_text(tree)))


def _paragraph_text(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Return how many characters of paragraphs each element holds."""
    sizes: dict[HtmlElement, int] = {}
    for element in reversed(list(tree.iter(etree.Element))):
        own = 0
        if element.tag == "p":
            own = len(cast(str, element.xpath("string()")))
        size = own or sizes.get(element, 0)
        sizes[element] = size
        if (parent := element.getparent()) is not None:
            sizes[parent] = sizes.get(parent, 0) + size
    return sizes


def _walk(tree: HtmlElement, sizes: dict[HtmlElement, int]) -> Iterator[Piece]:
    total = sizes.get(tree, 0) or 1
    places = [_Place()]
    buffer = _Buffer()
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "end":
            if tag in BLOCK_TAGS and (piece := buffer.take(places[-1])):
                yield piece
            places.pop()
            buffer.add(element.tail, places[-1].link if places else False)
            continue
        if tag in BLOCK_TAGS or tag == "br":
            if piece := buffer.take(places[-1]):
                yield piece
        elif buffer.parts and tag == "td":
            buffer.add("\t", False)
        if tag in UNSEEN or not tag or _is_hidden(element):
            walker.skip_subtree()
            places.append(places[-1])
            continue
        places.append(_place(element, tag, places[-1], sizes.get(element, 0) < TOO_MUCH * total))
        buffer.add(element.text, places[-1].link)


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or style is not None and HIDDEN.search(style[:300]) is not None


def _place(element: HtmlElement, tag: str, above: _Place, small: bool) -> _Place:
    outside, guess = above.outside, above.guess
    if not outside and small:
        outside = TAG_REASONS.get(tag) or ROLE_REASONS.get((element.get("role") or "").lower(), "")
        if not outside and tag not in {"html", "body", "main", "article", "p"} and tag not in HEADINGS:
            outside = _named(element)
            guess = bool(outside)
    return _Place(
        tag in HEADINGS or above.heading and tag not in BLOCK_TAGS,
        tag == "li" or above.listed,
        outside,
        guess,
        tag == "a" or above.link,
    )


def _named(element: HtmlElement) -> str:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    match = NAMES.search(names) if len(names) > 1 else None
    return NAME_REASONS.get(match.lastgroup or "", "") if match else ""
