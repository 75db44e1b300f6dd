"""Encodings found, binary content refused."""

from __future__ import annotations

import codecs

import pytest

from dateline.read.encoding import NotText, decode

TEXT = "Protesters in Bogotá and São Paulo said José Muñoz’s café was attacked – again – on Sunday.\n" * 3
PLAIN = "Gunmen attacked the jail of Marun on Sunday.\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_decode(encoding: str, mark: bytes) -> None:
    assert decode(mark + TEXT.encode(encoding))[0].lstrip("\ufeff") == TEXT


def test_latin_1_with_one_accent() -> None:
    assert decode((PLAIN * 50 + "A café was hit.").encode("latin-1"))[0].endswith("A café was hit.")


def test_cyrillic_is_not_taken_for_western() -> None:
    text = "Вооруженные люди напали на тюрьму в воскресенье и убили шестерых охранников, сообщили власти.\n" * 4
    assert decode(text.encode("cp1251"))[0] == text


def test_declared_charset_counts_where_utf_8_fails() -> None:
    html = '<html><head><meta charset="iso-8859-2"></head><body>Łódź, 12 zabitych</body></html>'
    assert decode(html.encode("iso-8859-2"))[0] == html


def test_wrongly_declared_charset_yields_to_utf_8() -> None:
    html = '<html><head><meta charset="iso-8859-1"></head><body>Bogotá</body></html>'
    assert decode(html.encode())[0] == html


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"%PDF-1.7\n%abc", "PDF"),
        (b"PK\x03\x04abc", "zip"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"SQLite format 3\x00", "SQLite"),
        (bytes(range(256)) * 40, "binary"),
        (b"abc\0" * 100, "binary"),
        (b"\x01\x02\x03\x04" * 100, "binary"),
    ],
)
def test_binary_content_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        decode(raw)


def test_a_stray_zero_is_repaired_later_and_not_refused() -> None:
    assert "Marun" in decode((PLAIN * 20).encode() + b"\0")[0]


def test_cut_off_inside_a_character_is_still_utf_8() -> None:
    assert decode((PLAIN + "café").encode()[:-1])[1] == "utf-8"
