"""The child process that parses: reads requests from standard input, writes answers to standard output.

One request is a line of JSON ``{"path": …}``; one answer is a line of JSON with ``digest`` and either
``prepared`` or ``error``. It runs with limits on memory and open files and never opens a network connection.
"""

import hashlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from beleidszoeker.errors import DamagedDocumentError, DocumentError, LimitExceededError
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.sentences import TRAINED, SentenceSplitter
from beleidszoeker.ingest.wire import to_wire

_OPEN_FILES = 64


def main() -> None:
    """Serve requests until standard input closes. Arguments: memory in bytes, largest file in bytes."""
    memory, largest = int(sys.argv[1]), int(sys.argv[2])
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not garble the answers
    _limit(memory)
    # spaCy's engine imports torch where it finds it: a second and 200 MB for nothing that parsing needs.
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type]  # None is how an import is refused
    splitter = SentenceSplitter(trained=TRAINED if len(sys.argv) < 4 or sys.argv[3] != "rules" else None)  # noqa: PLR2004
    _send(answers, {"ready": splitter.name})
    for request in sys.stdin:
        _send(answers, _answer(Path(json.loads(request)["path"]), splitter, largest))


def _limit(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # not every system knows these limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(path: Path, splitter: SentenceSplitter, largest: int) -> dict[str, Any]:
    digest = ""
    try:
        if path.stat().st_size > largest:
            return {"digest": "", "error": _error(_too_large(largest))}
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        return {
            "digest": digest,
            "prepared": to_wire(prepare_document(path.name, data, split=splitter.split)),
        }
    except DocumentError as error:
        return {"digest": digest, "error": _error(error)}
    except (MemoryError, RecursionError):
        return {"digest": digest, "error": _error(LimitExceededError("Het lezen kostte te veel geheugen."))}
    except OSError as error:
        return {
            "digest": digest,
            "error": _error(DamagedDocumentError(f"Het bestand is onleesbaar: {error.strerror}.")),
        }
    except Exception as error:  # noqa: BLE001 - whatever a parser raises costs this file alone
        reason = DamagedDocumentError(
            f"Het bestand kon niet worden gelezen ({type(error).__name__}).",
            advice="Haal het opnieuw op bij de bron.",
        )
        return {"digest": digest, "error": _error(reason)}


def _too_large(largest: int) -> LimitExceededError:
    return LimitExceededError(
        f"Het bestand is groter dan {largest // 2**20} MB.", advice="Splits het in delen."
    )


def _error(error: DocumentError) -> dict[str, str]:
    return {"code": error.code, "message": error.message, "advice": error.advice}


def _send(answers: IO[str], message: dict[str, Any]) -> None:
    answers.write(json.dumps(message, ensure_ascii=True) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
