"""Blocks: what a page is made of before anybody knows which of it is the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or label of a frozen text.

    The rest is known for html alone, or where plain text shows it: `heading` from its tag or mark, `listed` from a
    bullet, `outside` a reason to take it for furniture that the page's markup gives ("navigation"), `inside` that the
    markup and the article finder hold it for the article, `linked` the share of its characters that are link text.
    """

    span: Span
    text: str
    """The block on one line: breaks inside it are spaces."""
    heading: bool = False
    listed: bool = False
    outside: str = ""
    inside: bool = False
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """A frozen text, its blocks in order, and what was said about it besides: our part names to values."""

    text: str
    blocks: Sequence[Block]
    parts: dict[str, str]
