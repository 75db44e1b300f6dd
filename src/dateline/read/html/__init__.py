"""Reports from web pages."""

from __future__ import annotations

from dateline.read.html.page import read_html

__all__ = ["read_html"]
