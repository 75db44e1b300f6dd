"""Answer keys of MUC-4: templates of 24 lines, read and written; and the messages that they are keys to.

The format is that of template-doc-part1 (version 7), sections 4 and 7: alternatives stand between slashes, an optional fill
after a question mark, further fills on lines of their own, what a fill refers to after a colon; `-` is no fill, `*` a slot
that does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.evaluate.suite import GoldError

SLOTS = {
    2: "INCIDENT: DATE", 3: "INCIDENT: LOCATION", 4: "INCIDENT: TYPE", 5: "INCIDENT: STAGE OF EXECUTION",
    6: "INCIDENT: INSTRUMENT ID", 7: "INCIDENT: INSTRUMENT TYPE", 8: "PERP: INCIDENT CATEGORY", 9: "PERP: INDIVIDUAL ID",
    10: "PERP: ORGANIZATION ID", 11: "PERP: ORGANIZATION CONFIDENCE", 12: "PHYS TGT: ID", 13: "PHYS TGT: TYPE",
    14: "PHYS TGT: NUMBER", 15: "PHYS TGT: FOREIGN NATION", 16: "PHYS TGT: EFFECT OF INCIDENT", 17: "PHYS TGT: TOTAL NUMBER",
    18: "HUM TGT: NAME", 19: "HUM TGT: DESCRIPTION", 20: "HUM TGT: TYPE", 21: "HUM TGT: NUMBER",
    22: "HUM TGT: FOREIGN NATION", 23: "HUM TGT: EFFECT OF INCIDENT", 24: "HUM TGT: TOTAL NUMBER",
}  # fmt: skip
"""The 23 content slots by number."""
STRINGS = frozenset({6, 9, 10, 12, 18, 19})
"""Slots filled with strings of the text."""
REFERRING = frozenset({7, 11, 13, 14, 15, 16, 19, 20, 21, 22, 23})
"""Slots whose fills name the fill of another slot that they are about."""
_MESSAGE = re.compile(r"[A-Z]{3,4}\d*-MUC\d-\d{4}(?=\s|$)")
_LINE = re.compile(r"(\d{1,2})\.\s")
_VALUES = 36
"""The column at which fills begin."""
_DOUBLED = re.compile(r'(?<!\\)""(?=\w)')
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|[:/()]|[^":/()]+')


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill: its right values, and those of the fill that it refers to. Strings are without their outer quotes."""

    values: tuple[str, ...]
    references: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One template: fills by slot number; slots that do not apply are in `without`."""

    message: str
    number: int
    fills: Mapping[int, tuple[Fill, ...]] = field(default_factory=dict)
    without: frozenset[int] = frozenset()
    optional: bool = False

    def of(self, slot: int) -> tuple[Fill, ...]:
        """Return the fills of a slot."""
        return self.fills.get(slot, ())


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its text as sent out."""

    id: str
    text: str


def read_messages(folder: Path) -> list[Message]:
    """Return the messages of all files of a folder that hold any, in order. Raises GoldError."""
    out = [message for path in _files(folder) if not _is_key(path) for message in _messages(_text(path))]
    if not out:
        raise GoldError(f"{folder}: no file of messages, each under a line such as TST1-MUC3-0001")
    return out


def _messages(text: str) -> Iterator[Message]:
    current = ""
    lines: list[str] = []
    for line in text.splitlines():
        found = _MESSAGE.match(line)
        if found is None:
            lines.append(line)
            continue
        if current:
            yield Message(current, "\n".join(lines))
        current, lines = found.group(), []
    if current:
        yield Message(current, "\n".join(lines))


def _is_key(path: Path) -> bool:
    return path.name.lower().startswith("key")


def read_keys(folder: Path) -> dict[str, list[Template]]:
    """Return the templates of each message that the keys in a folder name; none for an irrelevant one. Raises GoldError."""
    out: dict[str, list[Template]] = {}
    paths = [p for p in _files(folder) if _is_key(p)]
    if not paths:
        raise GoldError(f"{folder}: no file whose name begins with key")
    for path in paths:
        for number, block in _blocks(_text(path), path):
            message, template = _template(block, f"{path}, line {number}")
            out.setdefault(message, []).extend([template] if template is not None else [])
    return out


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder")
    return sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="latin-1")
    except OSError as e:
        raise GoldError(f"{path}: cannot be read: {e}") from e


def _blocks(text: str, path: Path) -> Iterator[tuple[int, dict[int, list[str]]]]:
    """Yield each template with the number of its first line: the fills as written, by slot."""
    block: dict[int, list[str]] = {}
    slot, start = -1, 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith(";"):
            continue
        found = _LINE.match(line)
        if found is None and not block:
            raise GoldError(f"{path}, line {number}: no slot before it")
        if found is not None:
            slot = int(found.group(1))
            if slot == 0 and block:
                yield start, block
                block = {}
            start = start if block else number
            block[slot] = []
        value = line[_VALUES:].strip() if found is not None else line.strip()
        if value:
            block[slot].append(value)
    if block:
        yield start, block


def _template(block: Mapping[int, list[str]], where: str) -> tuple[str, Template | None]:
    message = _MESSAGE.match(" ".join(block.get(0, ())))
    if message is None:
        raise GoldError(f"{where}: no message id in slot 0")
    head = " ".join(block.get(1, ()))
    if not head[:1].isdigit():
        return message.group(), None
    without = {slot for slot in SLOTS if block.get(slot) == ["*"]}
    fills = {slot: tuple(_fills(slot, block.get(slot, ()))) for slot in SLOTS if slot not in without}
    number = int(re.match(r"\d+", head)[0])  # type: ignore[index]
    return message.group(), Template(
        message.group(), number, {s: f for s, f in fills.items() if f}, frozenset(without), "OPTIONAL" in head
    )


def _fills(slot: int, lines: Sequence[str]) -> Iterator[Fill]:
    joined: list[str] = []
    for line in lines:
        # A string that runs over the end of a line leaves an odd number of quotes on both.
        if joined and joined[-1].count('"') % 2 and line.count('"') % 2:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    for line in joined:
        fill = parse_fill(slot, line)
        if fill is not None:
            yield fill


def parse_fill(slot: int, text: str) -> Fill | None:
    """Return one fill as written in a key, none for `-` and `*`."""
    optional = text.startswith("?")
    text = text.lstrip("? ")
    if slot in (2, 3):
        alternatives = [v.strip() for v in text.split(" / ")]
        values = [v[1:-1].strip() if v.startswith("(") and v.endswith(")") else v for v in alternatives]
        references: list[str] = []
    else:
        values, references = _parts(text, slot in REFERRING)
    values = [" ".join(v.split()) for v in values]
    kept = tuple(v for v in values if v not in ("", "-", "*"))
    if not kept:
        return None
    return Fill(kept, tuple(references), optional or "-" in values)


def _parts(text: str, referring: bool) -> tuple[list[str], list[str]]:
    """Return the alternatives before and after the colon; brackets only group them."""
    values: list[str] = []
    references: list[str] = []
    into = values
    for token in _TOKEN.findall(_DOUBLED.sub('"', text)):
        if token == ":" and referring and into is values:
            into = references
        elif token.startswith('"') and len(token) > 1:
            into.append(token[1:-1].replace('\\"', '"'))
        elif token.strip(' /:()"'):
            into.append(token.strip())
    return values, references


def written(templates: Sequence[Template], message: str) -> str:
    """Return the templates of a message in the form of a key; without any, the template of an irrelevant message."""
    if not templates:
        return "\n".join([_line(0, "MESSAGE: ID", message), _line(1, "MESSAGE: TEMPLATE", "*")]
                         + [_line(slot, name, "*") for slot, name in SLOTS.items()]) + "\n"  # fmt: skip
    return "\n".join(_written(t) for t in templates)


def _written(template: Template) -> str:
    lines = [_line(0, "MESSAGE: ID", template.message), _line(1, "MESSAGE: TEMPLATE", str(template.number))]
    for slot, name in SLOTS.items():
        shown = [_fill(slot, fill) for fill in template.of(slot)] or ["*" if slot in template.without else "-"]
        lines.append(_line(slot, name, shown[0]))
        lines.extend(" " * _VALUES + value for value in shown[1:])
    return "\n".join(lines) + "\n"


def _line(slot: int, name: str, value: str) -> str:
    return f"{f'{slot}.':<4}{name}".ljust(_VALUES) + value


def _fill(slot: int, fill: Fill) -> str:
    values = " / ".join(_quoted(v) if slot in STRINGS else v for v in fill.values)
    return f"{values}: {' / '.join(_quoted(r) for r in fill.references)}" if fill.references else values


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '\\"') + '"'
