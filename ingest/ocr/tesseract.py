"""Tesseract as an engine: the program of the system, one process a page."""

import os
import shutil
import subprocess
import sys
from functools import cache

from beleidszoeker.ingest.ocr import tether
from beleidszoeker.ingest.ocr.base import Picture, Recognised, RecognitionTimeoutError
from beleidszoeker.ingest.ocr.hocr import read_hocr

INSTALL = "apt-get install tesseract-ocr tesseract-ocr-nld"
"""What makes recognition possible on Debian and Ubuntu."""

_DUTCH, _BESIDE = "nld", "eng"  # with English beside it, it misreads half as many letters of Dutch scans
_SECONDS = 60.0
_UNSURE = 60.0
_AS_IT_STANDS, _TURN_FIRST = "3", "1"
_MOST_OUTPUT = 32 << 20


class TesseractEngine:
    """Reads Dutch with Tesseract 4 or 5.

    Args:
        program: Path of the program.
        languages: Names of its language files, joined by ``+``.
        seconds: What one page may take.
    """

    def __init__(self, program: str, languages: str, *, seconds: float = _SECONDS) -> None:
        self._command = [program, "stdin", "stdout", "-l", languages]
        self._seconds = seconds

    def recognise(self, picture: Picture) -> Recognised:
        """Read a picture; a page that makes little sense is tried again as if it lay on its side."""
        first = self._run(picture, _AS_IT_STANDS)
        if not first.lines or first.confidence >= _UNSURE:
            return first
        second = self._run(picture, _TURN_FIRST)
        return max(first, second, key=lambda read: read.confidence)

    def _run(self, picture: Picture, segmentation: str) -> Recognised:
        tied = [sys.executable, "-I", "-S", str(tether.__file__), str(os.getpid()), *self._command]
        try:
            ended = subprocess.run(  # noqa: S603 - the system's own program, no shell
                [*tied, "--psm", segmentation, "--dpi", str(round(picture.dpi)), "hocr"],
                input=b"P5 %d %d 255\n" % (picture.width, picture.height) + picture.pixels,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                timeout=self._seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise RecognitionTimeoutError from error
        if ended.returncode or len(ended.stdout) > _MOST_OUTPUT:
            return Recognised(
                (), picture.width, picture.height, picture.dpi
            )  # a page that it cannot see at all
        return read_hocr(ended.stdout, picture)


@cache
def find_tesseract() -> TesseractEngine | None:
    """Return the system's Tesseract where it reads Dutch, or ``None``."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        listed = subprocess.run(  # noqa: S603 - the system's own program, no shell
            [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    known = set(listed.stdout.split())
    if _DUTCH not in known:
        return None
    return TesseractEngine(program, "+".join(name for name in (_DUTCH, _BESIDE) if name in known))
