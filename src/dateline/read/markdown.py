"""Markdown as plain text: marks that print nothing are taken out before the text is frozen."""

from __future__ import annotations

import re

FRONT = re.compile(r"\A---\n(.{0,10000}?)\n(?:---|\.\.\.)(?:\n|\Z)", re.S)
PAIR = re.compile(r"^([A-Za-z_-]{1,40}):[ \t]*(.{1,1000})$", re.M)
FRONT_NAMES = {
    "title": "title", "headline": "title", "date": "published", "published": "published", "author": "author", "source": "outlet",
    "outlet": "outlet", "publisher": "outlet", "url": "url", "link": "url", "id": "id",
}  # fmt: skip
IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")
LINK = re.compile(r"\[([^\]\n]{1,1000})\]\([^)\n]{0,2000}\)")
REFERENCE = re.compile(r"^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]{0,9}\S[^\n]{0,2000}$", re.M)
STRONG = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])")
QUOTE = re.compile(r"^(?:[ \t]{0,3}>[ \t]?){1,9}", re.M)
CODE = re.compile(r"^[ \t]{0,3}(?:```|~~~)[^\n]*$", re.M)
TICKS = re.compile(r"`([^`\n]{1,1000})`")
COMMENT = re.compile(r"<!--.{0,10000}?-->", re.S)
UNDERLINED = re.compile(r"^([^\n]{1,200})\n(?:={3,}|-{3,})[ \t]*$", re.M)


def plain_of(text: str) -> tuple[str, dict[str, str]]:
    """Return a markdown text without its inline marks (headings keep their `#`), and what its front matter gives."""
    front: dict[str, str] = {}
    if match := FRONT.match(text):
        for name, value in PAIR.findall(match[1]):
            if part := FRONT_NAMES.get(name.lower()):
                front.setdefault(part, value.strip().strip("\"'"))
        text = text[match.end() :]
    text = COMMENT.sub("", text)
    text = UNDERLINED.sub(r"# \1", text)
    for pattern, kept in ((IMAGE, r"\1"), (LINK, r"\1"), (REFERENCE, ""), (QUOTE, ""), (CODE, ""), (TICKS, r"\1")):
        text = pattern.sub(kept, text)
    text = STRONG.sub(r"\2", text)
    return text.strip("\n"), front
