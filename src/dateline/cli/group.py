"""The group of commands, each imported only when it is called: `--help` must not wait for a parser."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from _collections_abc import dict_items


class Commands(dict[str, click.Command]):
    """Commands by name, each loaded from its module on first use."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        """Know the module of each command, in the order in which `--help` lists them."""
        super().__init__()
        self._modules = dict(modules)

    def __missing__(self, name: str) -> click.Command:
        """Import a command. Raises KeyError if there is none of that name."""
        command: click.Command = getattr(import_module(self._modules[name]), "command")  # noqa: B009
        self[name] = command
        return command

    def names(self) -> list[str]:
        """Return the names of all commands, in order."""
        return list(self._modules)

    def items(self) -> dict_items[str, click.Command]:
        """Return all commands in order, importing those that are not yet."""
        return {name: self[name] for name in self._modules}.items()


class Program(click.Group):
    """A group whose commands load lazily, and which ends quietly when nobody reads its output any more."""

    def __init__(self, modules: Mapping[str, tuple[str, str]], **settings: Any) -> None:
        """Take the module and the one-line help of each command."""
        super().__init__(**settings)
        self.commands = self._lazy = Commands({name: module for name, (module, _) in modules.items()})
        self._lines = {name: line for name, (_, line) in modules.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in their order."""
        return self._lazy.names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None if there is none of that name."""
        return self._lazy[cmd_name] if cmd_name in self._lazy.names() else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a reader that has gone away (`dateline show | head`) is no failure."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except OSError as e:
            if e.errno != errno.EPIPE:
                raise
            # What is left in the buffer must not be written once more at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            ctx.exit(0)
        return result
