"""Repairing a text before it is frozen; nothing changes it afterwards."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
TRAILING = re.compile(r"[ \t]+(?=\n|$)")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


@lru_cache(maxsize=1)
def _config() -> TextFixerConfig:
    from ftfy import TextFixerConfig  # imported late: 0.2 s

    # Quotes stay as written, because a quotation must be what the report printed.
    return TextFixerConfig(uncurl_quotes=False, fix_line_breaks=False, normalization="NFC", explain=False)


def repair(text: str) -> str:
    """Return the text with mojibake undone, composed (NFC), newlines as `\\n`, plain spaces, and nothing invisible in it."""
    text = BREAKS.sub("\n", text)
    if not text.isascii() or "&" in text or "\x1b" in text:
        from ftfy import fix_text

        text = BREAKS.sub("\n", fix_text(text, _config()))
    text = CONTROL.sub("", INVISIBLE.sub("", SPACES.sub(" ", text)))
    return TRAILING.sub("", text).strip("\n")
