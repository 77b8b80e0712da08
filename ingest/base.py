"""The protocol of a parser."""

from typing import Protocol

from beleidszoeker.ingest.drafts import DraftDocument


class Parser(Protocol):
    """Reads one file format. Runs in a child process, on hostile input."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a file's bytes into drafts, in reading order.

        Raises:
            DocumentError: The file cannot be read, with the reason and what to do.
        """
