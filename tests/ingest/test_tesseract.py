"""Tesseract itself, where it is installed: what it reads, where, and that it never outlives its parser."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.scans import LETTER, scanned, text_pdf
from tests.support import Shelf

from beleidszoeker.index.ingestion import ingest
from beleidszoeker.ingest.document import Box
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.ocr import find_tesseract
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.sandbox.pool import ParserPool

SPLIT = SentenceSplitter(trained=None).split
pytestmark = pytest.mark.skipif(find_tesseract() is None, reason="tesseract with Dutch is not installed")


def boxes(prepared: PreparedDocument) -> list[Box]:
    document = prepared.document
    return [box for _, box in PageMap(document).boxes(0, len(document.text))]


def read(data: bytes) -> PreparedDocument:
    return prepare_document("x.pdf", data, split=SPLIT)


@pytest.mark.parametrize("turn", [0, 1, -1])
def test_a_scan_reads_as_the_text_it_was_made_of(turn: int) -> None:
    """Words and boxes of a scan, also one that lies askew, are those of the text that was printed."""
    letter = read(text_pdf([LETTER]))
    scan = read(scanned(text_pdf([LETTER]))) if not turn else read(scanned(text_pdf([LETTER]), turn=turn))
    assert scan.document.text.split() == letter.document.text.split()
    assert (scan.document.pages[0].confidence or 0) > 85
    if not turn:
        near = [
            max(abs(a - b) for a, b in zip(seen, printed, strict=True))
            for seen, printed in zip(boxes(scan), boxes(letter), strict=True)
        ]
        assert max(near) < 4  # points: the one measures ink, the other the font's box


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_scan_that_lies_on_its_side_is_read(turn: int) -> None:
    """The words are read, and their boxes lie on the page as it lies."""
    lines = LETTER * 3
    scan = read(scanned(text_pdf([lines]), turn=turn))
    upright = read(scanned(text_pdf([lines])))
    assert " ".join(LETTER) in " ".join(scan.document.text.split())
    page = scan.document.pages[0]
    for box, other in zip(boxes(scan), boxes(upright), strict=True):
        expected = {
            90: (842 - other.y1, other.x0, 842 - other.y0, other.x1),
            180: (595 - other.x1, 842 - other.y1, 595 - other.x0, 842 - other.y0),
            270: (other.y0, 595 - other.x1, other.y1, 595 - other.x0),
        }[turn]
        assert box == pytest.approx(expected, abs=4)
        assert 0 <= box.x0 < box.x1 <= page.width
        assert 0 <= box.y0 < box.y1 <= page.height


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    """While a scan of three pages is read in a child, each page is told; the outcome comes after."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(text_pdf([LETTER] * 3)))
    told: list[tuple[Path, int, int]] = []
    with ParserPool(workers=1, rules_only=True) as pool:
        (outcome,) = pool.parse([path], progress=lambda *seen: told.append(seen))
    assert outcome.prepared is not None
    assert told == [(path, done, 3) for done in range(4)]


def test_a_file_that_needed_ocr_is_tried_again_once_it_can_be_read(shelf: Shelf, tmp_path: Path) -> None:
    """Recorded as needing OCR while there was none, it is taken in by the next ingest, unchanged as it is."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(text_pdf([LETTER])))
    with ParserPool(workers=1, rules_only=True, ocr=False) as without:
        first = ingest(shelf.library, [path], shelf.embedder, without)
        again = ingest(shelf.library, [path], shelf.embedder, without)
    with ParserPool(workers=1, rules_only=True) as pool:
        last = ingest(shelf.library, [path], shelf.embedder, pool)
    assert [source.code for source in (*first.failed, *again.failed)] == ["needs-ocr"] * 2
    assert (last.failed, last.passages > 0) == ([], True)


WORK = """
import random
from beleidszoeker.ingest.ocr import Picture, recogniser
noise = Picture(random.Random(1).randbytes(2400 * 3300), 2400, 3300, 300)
print(len(list(recogniser().recognise([noise] * 4, 4))))
"""


def children(pid: int) -> set[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return {int(number) for task in tasks for number in (task / "children").read_text("ascii").split()}


def is_engine(pid: int) -> bool:
    return b"--psm" in Path(f"/proc/{pid}/cmdline").read_bytes()


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rsplit(")", 1)[1]
    except OSError:
        return False
    return state.split()[0] != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ties a process to its parent")
def test_no_engine_outlives_a_parser_that_is_killed() -> None:
    """When a parser is killed in the middle of a page, the processes that read for it die with it."""
    parser = subprocess.Popen([sys.executable, "-c", WORK], stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    engines: set[int] = set()
    while not engines and parser.poll() is None and time.monotonic() < deadline:
        engines = {pid for pid in children(parser.pid) if is_engine(pid)}
        time.sleep(0.05)
    time.sleep(0.3)  # so that they are at work
    at_work = {pid for pid in engines if is_alive(pid)}
    os.kill(parser.pid, signal.SIGKILL)
    parser.wait()
    deadline = time.monotonic() + 10
    while any(map(is_alive, at_work)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert at_work
    assert not any(map(is_alive, at_work))
