"""Holds messages against the types of lsprotocol: into its classes and back, nothing may change."""

import collections.abc
import enum
import typing

import attrs
from lsprotocol import converters, types

CONVERTER = converters.get_converter()


def class_of(message, request_method=None):
    """The class of a message; of a response, by the method of its request. `None`: unknown."""
    if "method" in message:
        return types.METHOD_TO_TYPES.get(message["method"], (None,))[0]
    if "error" in message:
        return types.ResponseErrorMessage
    return types.METHOD_TO_TYPES.get(request_method, (None, None))[1]


def faults(message, request_method=None, strict=True):
    """What the types say against a message, a line each.

    Strict: what was read and written anew must equal the message, so that an unknown property, a
    value that had to be converted and a null in place of nothing are seen.
    """
    name = message.get("method") or f"response to {request_method}"
    kind = class_of(message, request_method)
    if kind is None:
        return [f"{name}: no such method in the protocol"]
    return [f"{name}: {each}" for each in value_faults(message, kind, strict)]


def part_faults(value, name):
    """The same for a part of a result, by the name of its class."""
    return [f"{name}: {each}" for each in value_faults(value, getattr(types, name), True)]


def value_faults(value, kind, strict):
    try:
        read = CONVERTER.structure(value, kind)
    except Exception as fault:  # cattrs groups the faults of parts
        return leaves(fault)
    if not strict:
        return []
    return [*misfits(read, kind, ""), *differences(value, CONVERTER.unstructure(read))]


def misfits(value, kind, path):
    """Where a value that was read is not of the annotated type; the converter lets some pass."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if kind in (typing.Any, object):
        return
    if origin is typing.Union:
        if any(not list(misfits(value, part, path)) for part in parts):
            return
        fitting = [part for part in parts if attrs.has(part) and isinstance(value, part)]
        if fitting:
            yield from misfits(value, fitting[0], path)
        else:
            yield f"{path} is {value!r}"
    elif origin in (list, collections.abc.Sequence):
        if not isinstance(value, (list, tuple)):
            yield f"{path} is no array"
        else:
            for index, each in enumerate(value):
                yield from misfits(each, parts[0], f"{path}[{index}]")
    elif origin is tuple:
        if not isinstance(value, (list, tuple)) or len(value) != len(parts):
            yield f"{path} is no array of {len(parts)}"
    elif origin in (dict, collections.abc.Mapping):
        if not isinstance(value, dict):
            yield f"{path} is no object"
        else:
            for key, each in value.items():
                yield from misfits(each, parts[1], f"{path}.{key}")
    elif origin is typing.Literal:
        if value not in parts:
            yield f"{path} is {value!r}"
    elif isinstance(kind, type) and issubclass(kind, enum.Enum):
        if getattr(value, "value", value) not in [member.value for member in kind]:
            yield f"{path} is {value!r}"
    elif isinstance(kind, type):
        expected = (int, float) if kind is float else kind
        if not isinstance(value, expected) or (isinstance(value, bool) and kind is not bool):
            yield f"{path} is {value!r}"
        elif attrs.has(kind):
            for field in attrs.fields(kind):
                yield from misfits(getattr(value, field.name), field.type, f"{path}.{field.name}")
    else:
        raise TypeError(f"no way to check {kind!r} at {path}")


def leaves(fault):
    if hasattr(fault, "exceptions"):
        return [leaf for each in fault.exceptions for leaf in leaves(each)]
    place = " ".join(str(note) for note in getattr(fault, "__notes__", []))
    return [f"{type(fault).__name__}: {fault} {place}".strip()]


def differences(message, again, path=""):
    again = again.value if isinstance(again, enum.Enum) else again
    if isinstance(message, dict) and isinstance(again, dict):
        for key, value in message.items():
            if key not in again:
                what = "null in place of nothing" if value is None else "unknown to the protocol"
                yield f"{path}.{key} is {what}"
            else:
                yield from differences(value, again[key], f"{path}.{key}")
        for key in again:
            if key not in message:
                yield f"{path}.{key} is missing"
    elif isinstance(message, list) and isinstance(again, (list, tuple)):
        if len(message) != len(again):
            yield f"{path} has {len(message)} entries, read as {len(again)}"
        for index, (one, other) in enumerate(zip(message, again)):
            yield from differences(one, other, f"{path}[{index}]")
    elif type(message) is not type(again) or message != again:
        yield f"{path} is {message!r}, read as {again!r}"
