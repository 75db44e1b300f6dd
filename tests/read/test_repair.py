"""What repairing changes, and what it must leave alone."""

from __future__ import annotations

import pytest

from dateline.read.repair import repair

CASES = {
    "mojibake undone": ("the cafÃ© in BogotÃ¡ was hit", "the café in Bogotá was hit"),
    "curly quotes stay": ("“We did it,” he said; it’s ours", "“We did it,” he said; it’s ours"),
    "ligatures and full width": ("ﬁve killed, １２ hurt", "five killed, 12 hurt"),
    "composed": ("Bogota\u0301", "Bogotá"),
    "newlines": ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
    "NUL and controls": ("ki\x00ll\x07ed", "killed"),
    "soft hyphens, zero width, marks of direction": ("ki\u00adll\u200bed\ufeff \u202ahere\u202c", "killed here"),
    "no-break and thin spaces": ("500\u00a0km, 2\u2009000", "500 km, 2 000"),
    "entities": ("Oland &amp; Telmar &lt;3", "Oland & Telmar <3"),
    "blank ends": ("\n\nA line  \t\nand another\n\n", "A line\nand another"),
    "emoji and other scripts stay": ("🔥 سجن مارون – Marun", "🔥 سجن مارون – Marun"),
    "terminal colours": ("\x1b[31mkilled\x1b[0m", "killed"),
}


@pytest.mark.parametrize("name", CASES)
def test_repair(name: str) -> None:
    before, after = CASES[name]
    assert repair(before) == after
    assert repair(after) == after
