"""Lines of text with a left and a right side, wrapped to a width in cells (CJK letters take two)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.export.wording import plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROW = 20
"""Columns below which nothing is laid out any more."""
STYLES = {
    "heading": "bold",
    "section": "bold underline",
    "type": "bold",
    "label": "bold",
    "dim": "dim",
    "contested": "bold yellow",
    "value": "cyan",
}


@dataclass
class Line:
    """One logical line. Pieces are text with a style's name; `hang` indents what wraps further than `indent`."""

    indent: int = 0
    hang: int = 0
    left: list[tuple[str, str]] = field(default_factory=list)
    right: str = ""

    def __len__(self) -> int:
        return sum(len(text) for text, _ in self.left)

    def add(self, text: str, style: str = "") -> Line:
        """Append a piece; text from outside is made harmless here."""
        kept = plain(text)
        # Spaces at the ends of a piece are ours, between words.
        before = " " * (len(text) - len(text.lstrip(" ")))
        after = " " * (len(text) - len(text.rstrip(" "))) if kept else ""
        self.left.append((before + kept + after, style))
        return self


class Layout:
    """Turns lines into strings of at most `width` columns, with colours if wanted."""

    def __init__(self, width: int, colour: bool) -> None:
        """Lay out for a terminal of `width` columns."""
        # Rich is slow to import, and only the terminal needs it.
        from rich.console import Console

        self.width = max(NARROW, width)
        self._buffer = io.StringIO()
        self._console: Console = Console(
            file=self._buffer,
            width=self.width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
        )

    def render(self, lines: list[Line]) -> Iterator[str]:
        """Yield strings that end in a line break."""
        for line in lines:
            yield from self._rows(line)

    def _rows(self, line: Line) -> Iterator[str]:
        from rich.text import Text

        indent = min(line.indent, self.width // 4)
        hang = min(line.hang, self.width // 3)
        left = Text()
        for text, style in line.left:
            left.append(text, STYLES.get(style, ""))
        right = Text(plain(line.right), "dim")
        if not line.left and not line.right:
            yield "\n"
            return
        room = self.width - indent
        if line.right and left.cell_len + right.cell_len + 2 <= room:
            left.append(" " * (room - left.cell_len - right.cell_len))
            left.append_text(right)
            yield self._string(left, indent)
            return
        yield from self._wrapped(left, indent, hang)
        if line.right:
            yield from self._wrapped(right, max(0, self.width - right.cell_len), 0)

    def _wrapped(self, text: Text, indent: int, hang: int) -> Iterator[str]:
        from rich.text import Text

        room = max(NARROW // 2, self.width - indent)
        rows = text.wrap(self._console, room)
        if len(rows) > 1 and hang:
            # The first row is as wide as there is room, the others are indented by `hang` more.
            first = rows[0]
            rest = text[len(first.plain) :] if text.plain.startswith(first.plain) else Text.assemble(*rows[1:])
            rest = Text.assemble(rest)
            offset = len(rest.plain) - len(rest.plain.lstrip())
            rest = rest[offset:]
            yield self._string(first, indent)
            for row in rest.wrap(self._console, max(NARROW // 2, room - hang)):
                yield self._string(row, indent + hang)
            return
        for row in rows:
            yield self._string(row, indent)

    def _string(self, text: Text, indent: int) -> str:
        text.rstrip()
        self._console.print(text, end="", no_wrap=True, overflow="ignore", crop=False)
        shown = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return f"{' ' * indent}{shown}\n"
