"""The protocol of a parser."""

from collections.abc import Sequence
from typing import IO, Protocol

from beleidszoeker.ingest.drafts import DraftDocument


class Parser(Protocol):
    """Reads one file format. Runs in a child process, on hostile input."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a file's bytes into drafts, in reading order.

        Raises:
            DocumentError: The file cannot be read, with the reason and what to do.
        """


class Container(Protocol):
    """A file with other files in it: an archive, a message with attachments. Read in a child process."""

    def names(self, stream: IO[bytes]) -> Sequence[str]:
        """Return the names of the files in it.

        Raises:
            DocumentError: It cannot be read, with the reason and what to do.
        """

    def read(self, stream: IO[bytes], name: str, *, largest: int) -> bytes:
        """Return the bytes of one of them, at most ``largest``.

        Raises:
            DocumentError: It cannot be read, with the reason and what to do.
        """
