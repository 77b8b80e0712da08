"""The child process that parses: reads requests from standard input, writes answers to standard output.

One request is a line of JSON: ``{"path": …, "member": …}`` to parse a file, or one inside it, or ``{"path":
…, "list": true}`` to list what is inside. One answer is a line of JSON with ``digest`` and ``prepared``, with
``names``, or with ``error``. It runs with limits on memory and open files and never opens a network
connection. While it recognises pages it writes lines ``{"recognised": [done, total]}`` before the answer.
"""

import gc
import hashlib
import json
import os
import sys
from pathlib import Path, PurePath
from typing import IO, Any

from beleidszoeker.errors import DamagedDocumentError, DocumentError, LimitExceededError
from beleidszoeker.ingest.containers.registry import container_for
from beleidszoeker.ingest.language.sentences import TRAINED, SentenceSplitter
from beleidszoeker.ingest.ocr import Recogniser, system_recogniser, use
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.sandbox.limiting import limit_memory
from beleidszoeker.ingest.sandbox.wire import to_wire


def main() -> None:
    """Serve requests until standard input closes. Arguments: memory in bytes, largest file in bytes."""
    memory, largest = int(sys.argv[1]), int(sys.argv[2])
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not garble the answers
    limit_memory(memory)
    # spaCy's engine imports torch where it finds it: a second and 200 MB for nothing that parsing needs.
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type]  # None is how an import is refused
    splitter = SentenceSplitter(trained=TRAINED if len(sys.argv) < 4 or sys.argv[3] != "rules" else None)  # noqa: PLR2004
    _collect_seldom()
    _send(answers, {"ready": splitter.name})
    with use(_recogniser(answers, sys.argv[4] if len(sys.argv) > 4 else "")):  # noqa: PLR2004
        for request in sys.stdin:
            _send(answers, _answer(json.loads(request), splitter, largest))


def _collect_seldom() -> None:
    """Parsing makes many objects and hardly any cycles: looking for these took a tenth of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def _recogniser(answers: IO[str], slots: str) -> Recogniser:
    if not slots:
        return Recogniser(lambda: None, advice="Tekstherkenning staat uit: zet BELEIDSZOEKER_OCR op auto.")
    return system_recogniser(
        slots=Path(slots), progress=lambda done, total: _send(answers, {"recognised": [done, total]})
    )


def _answer(request: dict[str, Any], splitter: SentenceSplitter, largest: int) -> dict[str, Any]:
    path, member = Path(request["path"]), request.get("member", "")
    answer: dict[str, Any] = {"digest": ""}
    try:
        if path.stat().st_size > largest:
            raise _too_large(largest)  # noqa: TRY301 - one place turns errors into answers
        if request.get("list"):
            with path.open("rb") as stream:
                return {"names": list(container_for(path.name).names(stream))}
        data = _read(path, member, largest)
        answer["digest"] = hashlib.sha256(data).hexdigest()
        name = PurePath(member or path.name).name
        answer["prepared"] = to_wire(prepare_document(name, data, split=splitter.split))
    except DocumentError as error:
        answer["error"] = _error(error)
    except (MemoryError, RecursionError):
        answer["error"] = _error(
            LimitExceededError(
                "Het lezen kostte te veel geheugen.", advice="Splits het bestand in delen en neem die op."
            )
        )
    except OSError as error:
        reason = DamagedDocumentError(
            f"Het bestand is onleesbaar: {error.strerror}.", advice="Kijk of het er nog staat en leesbaar is."
        )
        answer["error"] = _error(reason)
    except Exception as error:  # noqa: BLE001 - whatever a parser raises costs this file alone
        reason = DamagedDocumentError(
            f"Het bestand kon niet worden gelezen ({type(error).__name__}).",
            advice="Haal het opnieuw op bij de bron.",
        )
        answer["error"] = _error(reason)
    return answer


def _read(path: Path, member: str, largest: int) -> bytes:
    if not member:
        return path.read_bytes()
    with path.open("rb") as stream:
        return container_for(path.name).read(stream, member, largest=largest)


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
