"""Files of a form, written to disk while they come in: nothing large is ever held in memory.

The form is ``multipart/form-data`` (RFC 7578).
"""

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from beleidszoeker.api.managing.names import clean_name, free_name
from beleidszoeker.api.managing.parthead import PartHead
from beleidszoeker.api.managing.upload import Refused, Upload
from beleidszoeker.index.durable import flush_file
from beleidszoeker.ingest.sandbox.pool import Limits


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """What one upload may bring.

    Attributes:
        file: Most bytes of a file: what ingesting takes.
        total: Most bytes of all files together.
        files: Most files.
    """

    file: int = Limits().file_size
    total: int = 2 << 30
    files: int = 500


class Receiver:
    """Writes the files of one form into an upload's folder.

    Args:
        upload: Where they go.
        boundary: What stands between the parts.
        limits: What is too much.
    """

    def __init__(self, upload: Upload, boundary: bytes, limits: UploadLimits) -> None:
        self.refused: list[Refused] = []
        self.kept: list[str] = []
        self._folder, self._limits = upload.folder, limits
        self._head = PartHead()
        self._name, self._part = "", Path()
        self._stream: IO[bytes] | None = None
        self._size = self._total = self._count = 0
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._head.begin,
                "on_header_field": self._head.on_field,
                "on_header_value": self._head.on_value,
                "on_header_end": self._head.on_end,
                "on_headers_finished": self._open,
                "on_part_data": self._write,
                "on_part_end": self._close,
            },
        )

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the form.

        Raises:
            FormParserError: They are no such form.
        """
        self._parser.write(data)

    def cut_off(self) -> None:
        """The form ended before its end: what was coming in is not kept, what came before is."""
        if self._stream is not None:
            self._drop("De verbinding werd verbroken voor het bestand binnen was.", "Stuur het opnieuw.")

    def _open(self) -> None:
        given = self._head.file_name()
        if not given:  # a field, or a form that was sent without choosing a file
            return
        self._name = clean_name(given)
        self._count, self._size = self._count + 1, 0
        if self._count > self._limits.files:
            self._refuse(f"Er kunnen {self._limits.files} bestanden tegelijk.", "Stuur de rest apart.")
            return
        self._part = self._folder / f".part.{self._count}"
        self._stream = self._part.open("wb")

    def _write(self, data: bytes, start: int, end: int) -> None:
        self._size += end - start
        self._total += end - start
        if self._stream is None:
            return
        if self._size > self._limits.file:
            self._drop(f"Het bestand is groter dan {self._limits.file >> 20} MB.", "Splits het in delen.")
        elif self._total > self._limits.total:
            self._drop(
                f"Samen zijn de bestanden groter dan {self._limits.total >> 20} MB.", "Stuur er minder."
            )
        else:
            self._store(data[start:end])

    def _store(self, data: bytes) -> None:
        try:
            if self._stream is not None:
                self._stream.write(data)
        except OSError as error:
            full = error.errno in {errno.ENOSPC, errno.EDQUOT}
            advice = "Vraag de beheerder om ruimte te maken." if full else "Probeer het later opnieuw."
            self._drop("Het bestand kon niet worden bewaard.", advice)

    def _close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is None:
            return
        stream.close()
        flush_file(self._part)
        name = free_name(self._name, self.kept)
        self._part.replace(self._folder / name)
        self.kept.append(name)

    def _drop(self, message: str, advice: str) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()
        self._part.unlink(missing_ok=True)
        self._refuse(message, advice)

    def _refuse(self, message: str, advice: str) -> None:
        if len(self.refused) < self._limits.files:  # each is told of; a form may hold a million of them
            taken = [one.name for one in self.refused]
            self.refused.append(Refused(free_name(self._name, taken), message, advice))


async def receive(request: Request, upload: Upload, limits: UploadLimits) -> None:
    """Write the files of a request into an upload.

    Raises:
        HTTPException: 415 when it is no form with files, 400 when it is a broken one.
    """
    kind, options = parse_options_header(request.headers.get("content-type"))
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        raise HTTPException(415)
    try:
        receiver = Receiver(upload, boundary, limits)
        try:
            async for data in request.stream():
                await run_in_threadpool(receiver.feed, data)
        except ClientDisconnect:
            pass  # what came in whole is kept
        receiver.cut_off()
    except FormParserError as error:
        raise HTTPException(400) from error
    if receiver.refused:
        upload.refuse(receiver.refused)
