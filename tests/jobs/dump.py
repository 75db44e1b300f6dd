"""The whole content of a database as text, in the order in which its tables keep it."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def dump(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()
