"""Every error that Beleidszoeker raises on purpose.

::

    BeleidszoekerError               catch this at the edge: CLI and API do
    ├── ConfigurationError           a setting or option cannot be used
    ├── BusyError                    the service: more people ask than it can answer in time
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
    ├── AnswerError                  an answer by a language model; the passages are there without it
    │   ├── AnswersOffError          no language model was configured
    │   ├── AnswersBusyError         enough others are waiting for theirs
    │   ├── AnswerEndpointError      nobody there, too slow, too much, or another status
    │   └── AnswerUnreadableError    what it said is not what was asked for
    └── QueryError                   what a person asked for
        ├── InvalidFilterError       a filter's value cannot be read
        ├── InvalidCursorError       no cursor of ours, or one of another question
        ├── CursorExpiredError       the library changed since that cursor was given
        ├── UnknownFieldError        an answer has no field of this name
        ├── DocumentNotFoundError    no such document
        ├── PassageNotFoundError     no such passage
        ├── NameNotFoundError        neither the gazetteer nor any document knows this name
        ├── OriginalGoneError        the file that a document was read from changed or is gone
        ├── SavedSearchNotFoundError no such saved search
        ├── NothingUploadedError     a form for files came without any
        ├── UploadNotFoundError      no such upload, or no such file in it
        ├── TooManySearchesError     no more searches can be saved
        ├── NothingToWatchError      a search to save has no words
        ├── NoTimelineError          no dossier, subject or document to show the timeline of
        ├── NothingToExportError     no passage was chosen, and no search that finds any
        ├── CollectionNotFoundError  no such collection, or nothing in it with this id
        ├── CollectionLimitError     too much for one collection, or too long
        └── CollectionChangedError   somebody else changed it in the meantime

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


class BusyError(BeleidszoekerError):
    """So many people ask at once that an answer would come too late; nothing was done.

    Args:
        seconds: After how long to ask again.
    """

    code = "busy"

    def __init__(self, seconds: int) -> None:
        super().__init__(
            "Er wachten al zoveel vragen op antwoord dat het te lang zou duren.",
            advice=f"Probeer het over {seconds} {'seconde' if seconds == 1 else 'seconden'} opnieuw.",
        )
        self.seconds = seconds


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


class AnswerError(BeleidszoekerError):
    """A language model gave no answer; catch this to show the passages alone."""

    code = "answer"


class AnswersOffError(AnswerError):
    """No language model was configured."""

    code = "answers-off"


class AnswersBusyError(AnswerError):
    """As many questions wait for the language model as may."""

    code = "answers-busy"


class AnswerEndpointError(AnswerError):
    """The language model is not there, too slow, without end, or answered with another status."""

    code = "answer-endpoint"


class AnswerUnreadableError(AnswerError):
    """What the language model said is not in the form that was asked for."""

    code = "answer-unreadable"


class QueryError(BeleidszoekerError):
    """A person asked for something that cannot be answered as asked."""

    code = "query"


class InvalidFilterError(QueryError):
    """A filter's value cannot be read."""

    code = "invalid-filter"


class InvalidCursorError(QueryError):
    """A cursor that we did not give, or not for this question."""

    code = "invalid-cursor"


class CursorExpiredError(QueryError):
    """The library changed since this cursor was given, so that its place means nothing any more."""

    code = "cursor-expired"


class UnknownFieldError(QueryError):
    """Fields were chosen that an answer does not have."""

    code = "unknown-field"


class DocumentNotFoundError(QueryError):
    """No document has this id."""

    code = "document-not-found"


class PassageNotFoundError(QueryError):
    """No passage has this id."""

    code = "passage-not-found"


class NameNotFoundError(QueryError):
    """Neither the gazetteer nor any document knows this name."""

    code = "name-not-found"


class OriginalGoneError(QueryError):
    """The file that a document was read from is gone, or holds other bytes now; the text is there still."""

    code = "original-gone"


class CollectionNotFoundError(QueryError):
    """No collection has this id, or nothing in it; it never says which, nor repeats the id."""

    code = "collection-not-found"

    def __init__(self) -> None:
        super().__init__(
            "Deze map of passage is er niet (meer).",
            advice="Controleer of het adres helemaal is overgenomen.",
        )


class CollectionLimitError(QueryError):
    """A collection is full, or a title or note is empty or too long."""

    code = "collection-limit"


class CollectionChangedError(QueryError):
    """Somebody else changed the same thing in the meantime; nothing was written."""

    code = "collection-changed"


class SavedSearchNotFoundError(QueryError):
    """No saved search has this id."""

    code = "saved-search-not-found"


class TooManySearchesError(QueryError):
    """A library keeps no more saved searches than this."""

    code = "too-many-searches"


class NothingToWatchError(QueryError):
    """A search cannot be saved: it has no words to look for."""

    code = "nothing-to-watch"


class NoTimelineError(QueryError):
    """It is not said of what the timeline is."""

    code = "no-timeline"


class NothingToExportError(QueryError):
    """An export was asked of no passages."""

    code = "nothing-to-export"


class NothingUploadedError(QueryError):
    """A form for files was sent without one."""

    code = "nothing-uploaded"


class UploadNotFoundError(QueryError):
    """No upload has this id, or no file in it."""

    code = "upload-not-found"
