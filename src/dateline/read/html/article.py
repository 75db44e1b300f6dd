"""Which blocks belong to the article, as trafilatura finds it: one vote among others."""

from __future__ import annotations

import logging

from lxml.html import HtmlElement

from dateline.read.zones.line import words_of

LARGEST, DEEPEST, MOST = 3_000_000, 200, 60_000
"""Characters, levels and elements of a page beyond which the finder is not asked: it goes through the tree many times."""
SMALLEST = 30
"""Words of a found article below which the finder has found nothing worth believing."""


class ArticleText:
    """The words of the article that trafilatura finds on a page, or none."""

    def __init__(self, tree: HtmlElement, html: str) -> None:
        found = _find(html) if len(html) <= LARGEST and _is_plain(tree) else ""
        lines = [words_of(line) for line in found.split("\n")]
        enough = sum(line.count(" ") for line in lines) >= SMALLEST
        self._lines = frozenset(line for line in lines if line) if enough else frozenset[str]()
        self._all = f" {' '.join(lines)} " if enough else ""

    def holds(self, text: str) -> bool:
        """Tell whether a block is a line of the article, or a longer part of one."""
        key = words_of(text)
        return bool(key) and (key in self._lines or key.count(" ") >= 4 and f" {key} " in self._all)


def _is_plain(tree: HtmlElement) -> bool:
    """Tell whether a page has the size and depth of pages that people write."""
    for count, element in enumerate(tree.iter()):
        if count > MOST:
            return False
        if not len(element) and sum(1 for _ in zip(element.iterancestors(), range(DEEPEST), strict=False)) >= DEEPEST:
            return False
    return True


def _find(html: str) -> str:
    from trafilatura import extract  # imported late: 0.6 s

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return extract(html, favor_recall=True, include_comments=False, include_tables=True) or ""
    except Exception:  # a page that breaks the finder is still read without its vote
        return ""
