"""Write docs/cli.md, the reference of commands and options, from the program itself: `python -m tools.commands FILE`."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dateline.cli import main as program

HEAD = """# Commands

Generated from the program by `make docs`; change the help texts in `src/dateline/cli/` instead.

Results go to standard output, progress and messages to standard error. `-` is standard input or output. `-h` or `--help` after
any command prints what stands here.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | failed |
| 2 | wrong usage |
| 3 | done with rejects: each rejected input stands in the rejects file with its reason |
| 4 | verification failed |
"""


def render(group: click.Group) -> str:
    """Return the page for all commands of `group`, in their order."""
    return HEAD + "".join(f"\n{part}" for part in _command(group, "dateline"))


def undocumented(group: click.Group) -> list[str]:
    """Return the commands and options without a help text."""
    missing = []
    for path, command in _walk(group, "dateline"):
        if not (command.help or "").strip():
            missing.append(path)
        missing += [f"{path} {p.opts[0]}" for p in command.params if isinstance(p, click.Option) and not p.hidden and not p.help]
    return missing


def _walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from _walk(child, f"{path} {name}")


def _command(group: click.Group, path: str) -> Iterator[str]:
    for name, command in _walk(group, path):
        context = click.Context(command, info_name=name)
        usage = " ".join([name, *command.collect_usage_pieces(context)])
        level = "#" * min(2 + name.count(" ") - (name.count(" ") > 0), 4)
        yield f"{level} {name}\n\n    {usage}\n\n{_help(command)}\n"
        options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
        if options:
            rows = "\n".join(_row(option, context) for option in options)
            yield f"| option | meaning |\n|---|---|\n{rows}\n"


def _help(command: click.Command) -> str:
    """Return the help text; a paragraph that click is told not to wrap has its indented lines as code."""
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    return "\n\n".join(_verbatim(p) if p.startswith("\b") else p for p in paragraphs)


def _verbatim(paragraph: str) -> str:
    lines = paragraph.split("\n")[1:]
    code = [f"    {line.strip()}" for line in lines if line.startswith("  ")]
    words = [line for line in lines if not line.startswith("  ")]
    return "\n\n".join(part for part in ("\n".join(words), "\n".join(code)) if part)


def _row(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    names, meaning = record if record else (", ".join(option.opts), "")
    escaped = " ".join(meaning.split()).replace("|", "\\|")
    return f"| `{names.replace('|', chr(92) + '|')}` | {escaped} |"


def main() -> None:
    """Write the page into the file named on the command line."""
    Path(sys.argv[1]).write_text(render(program), encoding="utf-8")


if __name__ == "__main__":
    main()
