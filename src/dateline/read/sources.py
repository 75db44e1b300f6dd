"""Finding what there is to read: files, folders, globs, standard input. Nothing but regular files is ever opened."""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.read.options import MEGABYTE, Reject

STDIN_LIMIT = 100 * MEGABYTE
"""Standard input is held in memory so that it can be handed to another process."""

SPECIAL = (
    (stat.S_ISFIFO, "a named pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISBLK, "a block device, not a file"),
    (stat.S_ISCHR, "a character device, not a file"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or the bytes of standard input. Small and picklable; may hold many reports (csv, jsonl)."""

    locator: str
    """The path as shown: bytes of a name that are not UTF-8 appear as escapes."""
    path: str = ""
    size: int = 0
    raw: bytes | None = None


def discover(paths: Sequence[str]) -> Iterator[Source | Reject]:
    """Yield the files under `paths` in a fixed order (as given; sorted by name inside folders and globs), none twice.

    In folders, names that start with a dot are left out; named outright, they are read.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            key = found.locator if isinstance(found, Reject) else os.path.abspath(found.path or found.locator)  # noqa: PTH100
            if key not in seen:
                seen.add(key)
                yield found


def _expand(path: str) -> Iterator[Source | Reject]:
    if path == "-":
        yield _stdin()
    elif "\0" in path:
        yield Reject(path.replace("\0", "\\0"), "not a file name")
    elif not os.path.lexists(path) and glob.has_magic(path):
        names = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 (a path object cannot hold an absolute pattern)
        if not names:
            yield Reject(locator_of(path), "no file matches")
        for name in names:
            yield from _walk(Path(name), ())
    else:
        yield from _walk(Path(path), ())


def _stdin() -> Source | Reject:
    raw = sys.stdin.buffer.read(STDIN_LIMIT + 1)
    if len(raw) > STDIN_LIMIT:
        return Reject("-", f"standard input is longer than {STDIN_LIMIT // MEGABYTE} MB")
    return Source("-", size=len(raw), raw=raw)


def _walk(path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Source | Reject]:
    """Yield what lies at and under `path`; `above` are the folders on the way down, to notice loops of links."""
    try:
        info = path.stat()
    except (OSError, ValueError) as error:
        yield Reject(locator_of(path), _why_not(path, error))
        return
    if not stat.S_ISDIR(info.st_mode):
        yield _file(path, info)
        return
    here = (info.st_dev, info.st_ino)
    if here in above:
        yield Reject(locator_of(path), "a link back to a folder that holds it")
        return
    try:
        names = sorted(p.name for p in path.iterdir() if not p.name.startswith("."))
    except OSError as error:
        yield Reject(locator_of(path), _why_not(path, error))
        return
    for name in names:
        yield from _walk(path / name, (*above, here))


def _file(path: Path, info: os.stat_result) -> Source | Reject:
    for is_kind, reason in SPECIAL:
        if is_kind(info.st_mode):
            return Reject(locator_of(path), reason)
    if not stat.S_ISREG(info.st_mode):
        return Reject(locator_of(path), "not a regular file")
    if info.st_size == 0:
        return Reject(locator_of(path), "empty file")
    return Source(locator_of(path), str(path), info.st_size)


def open_regular(path: str) -> int:
    """Return a descriptor of a regular file. Raises OSError if it has become something else since it was found."""
    # Without O_NONBLOCK, a pipe put in the file's place would block for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a regular file any more")
    return descriptor


def locator_of(path: str | Path) -> str:
    """Return a path as text that can be stored: bytes that are not UTF-8 become escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _why_not(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "not a file name"
    if error.errno == errno.ELOOP:
        return "symbolic links that lead in a circle"
    if error.errno == errno.ENOENT:
        return "a dangling symbolic link" if path.is_symlink() else "no such file or folder"
    if error.errno == errno.EACCES:
        return "no permission to read"
    return (error.strerror or "cannot be read").lower()
