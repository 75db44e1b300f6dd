"""Frozen types to JSON values and back, by their annotations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.model.claim import JsonValue

T = TypeVar("T")
Decode = Callable[[Any], Any]


def encode(value: object) -> JsonValue:
    """Return a frozen value as JSON; fields that have their default value are left out."""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if not is_dataclass(value):
        raise TypeError(f"not a record: {type(value).__name__}")
    out: dict[str, JsonValue] = {}
    for f in fields(value):
        item = getattr(value, f.name)
        if f.default is MISSING or item != f.default:
            out[f.name] = encode(item)
    return out


def decode(cls: type[T], value: Any) -> T:
    """Return the `cls` that `encode` made `value` of. Raises KeyError, TypeError or ValueError if it is none."""
    result: T = _decoder(cls)(value)  # type: ignore[arg-type]  # a class is hashable
    return result


@cache
def _decoder(annotation: Any) -> Decode:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        decode_some = _decoder(next(a for a in args if a is not NoneType))
        return lambda value: None if value is None else decode_some(value)
    if origin is tuple:
        decode_item = _decoder(args[0])
        return lambda value: tuple(decode_item(item) for item in value)
    if is_dataclass(annotation):
        return _dataclass_decoder(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return _same


def _same(value: Any) -> Any:
    return value


def _dataclass_decoder(cls: Any) -> Decode:
    hints = get_type_hints(cls)
    decoders = {f.name: _decoder(hints[f.name]) for f in fields(cls)}

    def decode_record(value: Any) -> Any:
        return cls(**{name: decoders[name](item) for name, item in value.items()})

    return decode_record
