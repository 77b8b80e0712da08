"""What parsing may cost, what is asked of it and what comes of it."""

from dataclasses import dataclass
from pathlib import Path

from beleidszoeker.errors import DocumentError
from beleidszoeker.ingest.prepared import PreparedDocument


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        seconds: Processor time of the parser's process; wall-clock time where the system does not tell it.
            Where pages are recognised, for each of them.
        patience: Wall-clock time as a multiple of ``seconds``, against a process that sleeps.
        memory: Address space of the parser's process in bytes.
        file_size: Largest file in bytes.
        answer_size: Largest answer in bytes; text and layout of 3,000 dense pages are about a third of it.
    """

    seconds: float = 120.0
    patience: float = 5.0
    memory: int = 3 << 30
    file_size: int = 200 << 20
    answer_size: int = 256 << 20

    @property
    def longest_wait(self) -> float:
        """Seconds by the wall after which even a process that does nothing is ended."""
        return self.seconds * self.patience


@dataclass(frozen=True, slots=True)
class Part:
    """A file to parse, or a file inside one.

    Attributes:
        path: The file on disk.
        member: Name inside it, where it is an archive or a message; empty for the file itself.
    """

    path: Path
    member: str = ""


@dataclass(frozen=True, slots=True)
class MemberList:
    """The files inside a file.

    Attributes:
        names: Their names.
        error: Why they could not be listed, or ``None``.
    """

    names: tuple[str, ...] = ()
    error: DocumentError | None = None


@dataclass(frozen=True, slots=True)
class ParseOutcome:
    """What came of one file.

    Attributes:
        path: The file on disk.
        digest: SHA-256 of the bytes that were read, in hexadecimal; empty when they were not.
        prepared: The document, or ``None`` when it failed.
        error: Why it failed, or ``None``.
    """

    path: Path
    digest: str
    prepared: PreparedDocument | None = None
    error: DocumentError | None = None
