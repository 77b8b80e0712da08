"""What is told of an upload: each file with its state and its documents, or why it failed."""

from dataclasses import dataclass
from enum import StrEnum

from beleidszoeker.index.store import DocumentRecord


class FileState(StrEnum):
    """Where an uploaded file is."""

    WAITING = "waiting"
    READING = "reading"
    INDEXING = "indexing"
    DONE = "done"
    FAILED = "failed"
    REFUSED = "refused"
    BESIDE = "beside"
    GONE = "gone"


class JobState(StrEnum):
    """Where an upload is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a file, or of a file inside it.

    Attributes:
        name: Its name inside the file; empty for the file itself.
        document: Its document, or ``None`` when it failed.
        code: Why it failed: error code.
        message: The same in a Dutch sentence.
        advice: What to do about it, in Dutch.
    """

    name: str
    document: DocumentRecord | None
    code: str = ""
    message: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """An uploaded file.

    Attributes:
        id: Names it in an address.
        name: As it is called.
        state: Where it is.
        parts: What came of it: one, but for archives and messages.
        message: Why it was refused.
        advice: What to do about that.
        pages: How many of how many pages that are pictures are recognised, while it is read.
    """

    id: str
    name: str
    state: FileState
    parts: tuple[Part, ...] = ()
    message: str = ""
    advice: str = ""
    pages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """An upload, and how far it is.

    Attributes:
        id: Names it in an address.
        created: When it came in, ISO 8601 in UTC.
        state: Where it is.
        files: Its files by name, those that were refused last.
        phase: What is done now: ``lezen``, ``embedden``, ``Kamervragen embedden``, ``vectoren``, ``tellen``,
            ``indexeren``; or empty.
        done: Steps of that which are done, over all uploads that are taken in together.
        total: All its steps.
        pace: How quick it goes and how long it still takes, in Dutch; empty while that is not known.
        busy: Whether another process is writing to the library, so that this one waits.
        message: Why it stopped.
        advice: What to do about that.
    """

    id: str
    created: str
    state: JobState
    files: tuple[FileOutcome, ...]
    phase: str = ""
    done: int = 0
    total: int = 0
    pace: str = ""
    busy: bool = False
    message: str = ""
    advice: str = ""

    @property
    def is_open(self) -> bool:
        """Whether more will come of it."""
        return self.state in {JobState.WAITING, JobState.RUNNING}
