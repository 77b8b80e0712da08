"""What whoever runs the service chose; settings are read at the edge and come in as this."""

import os
from dataclasses import dataclass
from pathlib import Path

from beleidszoeker.search.answering import Writer

AT_ONCE = min(max(os.cpu_count() or 1, 2), 4)
"""One for each processor; most of a search is Python, of which one runs at a time, so no more than four."""
LONGEST_WAIT = 8.0
"""Seconds. Sixty-four who each ask at once are served within it; people leave after about ten."""
LONGEST_QUERY = 4000
"""Characters of a question, whoever asks it: a page, a program or an assistant."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How uploaded documents are read and embedded; as the service itself was started.

    Attributes:
        model: Name of the embedding model: the one that the service searches with.
        cache: Folder for the unpacked model.
        workers: Parser processes; ``None`` for one per processor.
        ocr: Whether pages that are pictures are recognised.
    """

    model: str
    cache: Path
    workers: int | None = None
    ocr: bool = True


@dataclass(frozen=True, slots=True)
class Management:
    """What opens `/beheer`.

    Attributes:
        key: The key that people and programs show.
        intake: How uploads are read.
    """

    key: str
    intake: Intake


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for one service.

    Attributes:
        management: Who may change the library, and how; without it `/beheer` and all that changes it is off.
        address: Where people reach the service, as ``https://zoek.naam.nl``: what permalinks, feeds and
            exports begin with. Without it that is the host that each request names, and who asks can make up.
        local: Whether it serves this computer only: then it goes by no name but ``localhost``, an IP address
            and the one in ``address``, so that no website can have a browser ask it (DNS rebinding).
        origins: Other websites whose scripts may ask the API, as ``https://naam.nl``; none by default.
        writer: The language model that writes answers; without one there are quotes only.
        at_once: How many searches run at once; others wait their turn.
        longest_wait: Seconds; who would have to wait longer for a turn is asked to come back (429).
    """

    management: Management | None = None
    address: str | None = None
    local: bool = False
    origins: tuple[str, ...] = ()
    writer: Writer | None = None
    at_once: int = AT_ONCE
    longest_wait: float = LONGEST_WAIT
