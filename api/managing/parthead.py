"""The headers of one part of a form: they hold a file's name.

Names come as browsers write them (HTML Standard, "multipart form data"): in UTF-8, with quotes and line ends
written as ``%22``, ``%0D`` and ``%0A``.
"""

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header

_ESCAPES = {"%22": '"', "%0D": " ", "%0A": " "}
_LONGEST = 8192  # bytes


class PartHead:
    """Collects the headers of one part after the other, as a parser comes upon them."""

    def __init__(self) -> None:
        self._headers, self._field, self._value, self._size = dict[str, str](), b"", b"", 0

    def begin(self) -> None:
        """Another part begins."""
        self._headers, self._size = {}, 0

    def on_field(self, data: bytes, start: int, end: int) -> None:
        """More of a header's name is here."""
        self._field += self._counted(data[start:end])

    def on_value(self, data: bytes, start: int, end: int) -> None:
        """More of a header's value is here."""
        self._value += self._counted(data[start:end])

    def on_end(self) -> None:
        """The header is whole."""
        self._headers[self._field.decode("latin-1").lower()] = self._value.decode("latin-1")
        self._field = self._value = b""

    def file_name(self) -> str:
        """Return what the file is called; empty where the part is none."""
        _, options = parse_options_header(self._headers.get("content-disposition"))
        name = options.get(b"filename", b"").decode("utf-8", "replace")
        for escape, char in _ESCAPES.items():
            name = name.replace(escape, char).replace(escape.lower(), char)
        return name

    def _counted(self, data: bytes) -> bytes:
        self._size += len(data)
        if self._size > _LONGEST:
            raise FormParserError("headers too long")
        return data
