"""A prepared document as JSON-ready data: how it travels out of the parser's process.

JSON and not pickle: the process has read hostile input, so what it sends must not be able to run code. And
what comes back is held against the types of ``PreparedDocument``, field by field, before it is believed.
"""

from typing import Any

import msgspec

from beleidszoeker.ingest.prepared import PreparedDocument


def to_wire(prepared: PreparedDocument) -> dict[str, Any]:
    """Return plain lists, dictionaries, strings and numbers."""
    data: dict[str, Any] = msgspec.to_builtins(prepared)
    return data


def from_wire(data: Any) -> PreparedDocument:
    """Rebuild a prepared document.

    Raises:
        ValueError: The data has another shape (``msgspec.ValidationError`` is one).
    """
    return msgspec.convert(data, PreparedDocument)
