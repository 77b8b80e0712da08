"""Every error that Beleidszoeker raises on purpose.

::

    BeleidszoekerError               catch this at the edge: CLI and API do
    ├── ConfigurationError           a setting or option cannot be used
    ├── ModelError                   the embedding model
    │   ├── ModelUnavailableError    not installed, not prepared, or an unknown name
    │   └── ModelDamagedError        its bytes are not the bytes we know
    ├── DocumentError                one file; never stops the others
    │   ├── UnsupportedFormatError   no parser for this kind of file
    │   ├── DamagedDocumentError     truncated, or not what its name says
    │   ├── EncryptedDocumentError   needs a password
    │   ├── EmptyDocumentError       parsed, but holds no text
    │   ├── NeedsOcrError            pages are pictures without a text layer
    │   ├── LimitExceededError       too long, too large or too many pages
    │   └── ParserCrashedError       the parser's process died
    ├── LibraryError                 the library folder or its index
    │   ├── LibraryMissingError      there is no library at this place
    │   ├── LibraryBusyError         another process is writing
    │   ├── SnapshotMissingError     nothing was published yet
    │   └── SnapshotMismatchError    manifest and index do not belong together
    └── QueryError                   what a person asked for
        ├── InvalidFilterError       a filter's value cannot be read
        ├── DocumentNotFoundError    no such document
        └── PassageNotFoundError     no such passage

Messages are Dutch, because people who search read them. ``code`` is English and stable: the API's problem
details and the recorded ingest outcomes carry it.
"""

from typing import ClassVar


class BeleidszoekerError(Exception):
    """Something went wrong that we can explain.

    Args:
        message: What happened, to which file or query, in one Dutch sentence.
        advice: What the person can do about it, in Dutch; may be empty.
    """

    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class ConfigurationError(BeleidszoekerError):
    """A setting or a command-line option has a value that cannot be used."""

    code = "configuration"


class ModelError(BeleidszoekerError):
    """The embedding model cannot be used; catch this to fall back to lexical search."""

    code = "model"


class ModelUnavailableError(ModelError):
    """The model is not installed or not prepared, or nobody knows its name."""

    code = "model-unavailable"


class ModelDamagedError(ModelError):
    """The model's file is not the one we know: its digest or layout differs."""

    code = "model-damaged"


class DocumentError(BeleidszoekerError):
    """One file could not be taken in; it is recorded as failed and the others go on."""

    code = "document"


class UnsupportedFormatError(DocumentError):
    """There is no parser for this kind of file."""

    code = "unsupported-format"


class DamagedDocumentError(DocumentError):
    """The file is truncated, or is not what its name says."""

    code = "damaged"


class EncryptedDocumentError(DocumentError):
    """The file asks for a password."""

    code = "encrypted"


class EmptyDocumentError(DocumentError):
    """The file was parsed and holds no text."""

    code = "empty"


class NeedsOcrError(DocumentError):
    """The pages are pictures: there is no text layer to read."""

    code = "needs-ocr"


class LimitExceededError(DocumentError):
    """Parsing took more time, memory or pages than one file may cost."""

    code = "limit-exceeded"


class ParserCrashedError(DocumentError):
    """The process that parsed this file died."""

    code = "parser-crashed"


class LibraryError(BeleidszoekerError):
    """The library folder or its index cannot be used."""

    code = "library"


class LibraryMissingError(LibraryError):
    """There is no library at this place yet."""

    code = "library-missing"


class LibraryBusyError(LibraryError):
    """Another process is writing to this library."""

    code = "library-busy"


class SnapshotMissingError(LibraryError):
    """The library has no published index yet."""

    code = "snapshot-missing"


class SnapshotMismatchError(LibraryError):
    """An index does not match its manifest, or was made with another model or normaliser."""

    code = "snapshot-mismatch"


class QueryError(BeleidszoekerError):
    """A person asked for something that cannot be answered as asked."""

    code = "query"


class InvalidFilterError(QueryError):
    """A filter's value cannot be read."""

    code = "invalid-filter"


class DocumentNotFoundError(QueryError):
    """No document has this id."""

    code = "document-not-found"


class PassageNotFoundError(QueryError):
    """No passage has this id."""

    code = "passage-not-found"
