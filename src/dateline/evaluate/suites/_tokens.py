"""Tokens: gold that comes as tokens, printed as a text again."""

from __future__ import annotations

from collections.abc import Sequence

_SIGNS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_CLOSING = frozenset({".", ",", ";", ":", "?", "!", "%", ")", "]", "}", "'", "’", "”", "...", "…"})
_OPENING = frozenset({"(", "[", "{", "$", "£", "€", "“", "‘", "#"})
_CLITICS = frozenset({"n't", "n’t", "'s", "'re", "'ve", "'ll", "'d", "'m", "’s", "’re", "’ve", "’ll", "’d", "’m"})


def printed(tokens: Sequence[str]) -> str:
    """Return tokens of the Penn Treebank's kind as they were printed, letters untouched."""
    out = ""
    glued = True
    quoted = False
    for token in tokens:
        sign = _SIGNS.get(token, token)
        closes = sign in _CLOSING or sign.lower() in _CLITICS or (sign == '"' and (quoted if token == '"' else token == "''"))
        out += sign if glued or closes else f" {sign}"
        opens = sign == '"' and not closes
        quoted = opens or (quoted and sign != '"')
        glued = sign in _OPENING or opens
    return out
