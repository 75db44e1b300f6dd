"""From bytes to text: binary content told from text, and the encoding found."""

from __future__ import annotations

import codecs
import re

SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or film)"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536
CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x0b\x1b\x85")
META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
WIDE = 0.7
"""Share of zeros in every other byte from which a text is UTF-16: that of one mostly in Latin letters."""
LATIN = re.compile("[\u00c0-\u024f]")
UNDEFINED = re.compile(b"[\x81\x8d\x8f\x90\x9d]")
"""Bytes that Windows-1252 gives no character."""


class NotText(ValueError):
    """Bytes that are no text, with the reason in words."""


def find_encoding(raw: bytes) -> str:
    """Return the encoding of a sample of text. Raises NotText for binary content."""
    for signature, name in SIGNATURES:
        if raw.startswith(signature):
            raise NotText(f"not text: {name}")
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return encoding
    if b"\0" in raw:
        return _wide(raw)
    sample = raw[:SAMPLE]
    if len(sample.translate(None, CONTROLS)) < 0.98 * len(sample):
        raise NotText("not text: binary content")
    if _is_utf8(raw):
        return "utf-8"
    return _declared(sample) or _guessed(sample)


def decode(raw: bytes) -> tuple[str, str]:
    """Return the text and its encoding's name; undecodable bytes become U+FFFD. Raises NotText for binary content."""
    encoding = find_encoding(raw)
    return raw.decode(encoding, "replace"), "utf-8" if encoding == "utf-8-sig" else encoding


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # A sample may end inside a character; a file cut off there is still UTF-8.
        return error.reason == "unexpected end of data" and error.end >= len(raw)
    return True


def _wide(raw: bytes) -> str:
    """Tell UTF-16 without a mark by where its zeros are; anything else with zeros is binary, bar a stray one."""
    sample = raw[: SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2 or 1
    if odd > WIDE * half and even < 0.1 * half:
        return "utf-16-le"
    if even > WIDE * half and odd < 0.1 * half:
        return "utf-16-be"
    if even + odd > 0.001 * len(sample) + 2 or not _is_utf8(raw):
        raise NotText("not text: binary content")
    return "utf-8"


def _declared(sample: bytes) -> str | None:
    match = META_CHARSET.search(sample[:4096])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    # Browsers read these names as Windows-1252 (WHATWG Encoding Standard).
    name = "cp1252" if name in {"iso-8859-1", "latin1", "ascii", "us-ascii"} else name
    try:
        sample.decode(name, "ignore")
    except (LookupError, UnicodeError):
        return None
    return None if name.startswith("utf") else name


def _guessed(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # imported late: needed for few files

    best = from_bytes(sample, steps=5, chunk_size=512).best()
    letters = [c for c in (str(best) if best else "") if not c.isascii() and c.isalpha()]
    if best is not None and 2 * sum(LATIN.match(c) is not None for c in letters) < len(letters):
        return best.encoding
    # A few accents in an English text fit many code pages of Latin letters; the Western one is the likeliest by far.
    return "latin-1" if UNDEFINED.search(sample) else "cp1252"
