"""From what jobs raise to one clear line and an exit code."""

from __future__ import annotations

import errno
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from dateline.jobs.pool import PoolError
from dateline.store import StoreError

P = ParamSpec("P")
R = TypeVar("R")

DONE_WITH_REJECTS = 3
VERIFICATION_FAILED = 4


def telling_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what is nobody's mistake in the program into one line; work that is interrupted is said to be kept."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (StoreError, PoolError) as e:
            raise click.ClickException(str(e)) from e
        except OSError as e:
            if e.errno == errno.EPIPE:
                raise
            raise click.ClickException(f"{e.filename or 'output'}: {(e.strerror or str(e)).lower()}") from e
        except KeyboardInterrupt:
            raise click.ClickException("interrupted; what is done is kept, and the same command goes on from there") from None

    return wrapped
