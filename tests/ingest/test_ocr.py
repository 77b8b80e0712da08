"""Pages that are pictures are recognised and then are pages like all others; with a scripted engine."""

import threading
import time
from pathlib import Path

import pytest
from tests.scans import HEIGHT, LETTER, WIDTH, garbled, joined, scanned, text_pdf

from beleidszoeker.errors import EmptyDocumentError, LimitExceededError, NeedsOcrError
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.ocr import (
    Picture,
    Recognised,
    Recogniser,
    ScriptedEngine,
    TextLine,
    Word,
    use,
)
from beleidszoeker.ingest.ocr.base import RecognitionTimeoutError
from beleidszoeker.ingest.ocr.hocr import read_hocr
from beleidszoeker.ingest.ocr.slots import make_slots, slot
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.pdf.pictures import render
from beleidszoeker.ingest.pdf.recognised import to_lines, turned_back
from beleidszoeker.ingest.prepared import PreparedDocument

SPLIT = SentenceSplitter(trained=None).split
OTHER = ["Dit is een andere pagina met tekst van zichzelf, over het waterschap en de dijken."] * 10
NOBODY = Recogniser(lambda: None)


def read(data: bytes, engine: ScriptedEngine | None = None) -> PreparedDocument:
    with use(Recogniser(lambda: engine)):
        return prepare_document("x.pdf", data, split=SPLIT)


def test_a_scan_is_read_and_cut_into_passages_with_pages_and_boxes() -> None:
    """Recognised lines become one paragraph; each line has its page and a box on that page."""
    prepared = read(scanned(text_pdf([LETTER])), ScriptedEngine(LETTER, confidence=83))
    assert " ".join(LETTER) in prepared.document.text
    assert [page.confidence for page in prepared.document.pages] == [83]
    assert {(p.page_first, p.confidence) for p in prepared.passages} == {(1, 83)}
    boxes = PageMap(prepared.document).boxes(0, len(prepared.document.text))
    assert len(boxes) == 4
    assert all(0 <= b.x0 < b.x1 <= WIDTH and 0 <= b.y0 < b.y1 <= HEIGHT for _, b in boxes)


def test_only_the_pages_that_need_it_are_recognised() -> None:
    """In a file of text, scan and white paper the scan alone is given to the engine."""
    engine = ScriptedEngine(LETTER)
    data = joined(text_pdf([OTHER]), scanned(text_pdf([LETTER])), text_pdf([[]]))
    prepared = read(data, engine)
    assert len(engine.read) == 1
    assert [page.confidence for page in prepared.document.pages] == [None, 95, None]
    assert OTHER[0] in prepared.document.text
    assert LETTER[0] in prepared.document.text
    assert {p.confidence for p in prepared.passages if p.page_last == 1} == {None}


def test_a_stamp_on_a_scan_does_not_hide_it() -> None:
    """A scan that carries a few words of text has both, and a line that is there already is not doubled."""
    prepared = read(scanned(text_pdf([LETTER]), stamp="Woo-stuk 00012"), ScriptedEngine(LETTER))
    assert LETTER[0] in prepared.document.text
    assert prepared.document.text.count("Woo-stuk 00012") == 1


@pytest.mark.parametrize("shift", [3, 0xE000])
def test_a_text_layer_of_other_letters_is_not_believed(shift: int) -> None:
    """Where a font says that its letters are others, or private signs, the page is recognised instead."""
    lines = LETTER * 3
    prepared = read(garbled(lines, shift=shift), ScriptedEngine(lines))
    assert prepared.document.pages[0].confidence == 95
    assert LETTER[1] in prepared.document.text
    assert "Gh#jhphhqwh" not in prepared.document.text


def test_a_font_that_tells_its_letters_is_believed() -> None:
    """The same page with a map that is right is not recognised."""
    engine = ScriptedEngine(["Niets."])
    assert LETTER[0] in read(garbled(LETTER * 3, shift=0), engine).document.text
    assert not engine.read


@pytest.mark.parametrize(
    ("data", "reason"),
    [(scanned(text_pdf([LETTER])), "afbeeldingen"), (garbled(LETTER * 3, shift=3), "onleesbare tekstlaag")],
)
def test_without_an_engine_a_scan_needs_ocr(data: bytes, reason: str) -> None:
    """The file fails by name, with the command that installs what is missing."""
    with pytest.raises(NeedsOcrError, match=reason) as raised:
        read(data)
    assert "apt-get install tesseract-ocr tesseract-ocr-nld" in raised.value.advice


def test_without_an_engine_the_other_pages_count() -> None:
    """A file with pages of text is taken in, and warns which pages were not read."""
    prepared = read(joined(text_pdf([OTHER]), scanned(text_pdf([LETTER]))))
    assert OTHER[0] in prepared.document.text
    (warning,) = prepared.document.warnings
    assert warning.startswith("Pagina 2 is niet gelezen")


def test_a_picture_of_nothing_holds_no_text() -> None:
    """A scan on which nothing can be read is empty."""
    with pytest.raises(EmptyDocumentError):
        read(scanned(text_pdf([LETTER])), ScriptedEngine([]))


class _Slow:
    """An engine that never comes to an end of a page, or counts how many it reads at once."""

    def __init__(self) -> None:
        self.at_once = self.most = 0
        self._lock = threading.Lock()

    def recognise(self, picture: Picture) -> Recognised:
        if not picture.width:
            raise RecognitionTimeoutError
        with self._lock:
            self.at_once += 1
            self.most = max(self.most, self.at_once)
        time.sleep(0.02)
        with self._lock:
            self.at_once -= 1
        return Recognised((), 1, 1, 72)


def test_pages_that_take_too_long_end_the_file() -> None:
    """Three pages may; with the fourth the file ends by name."""
    slow = Recogniser(_Slow, threads=2)
    assert len(list(slow.recognise([Picture(b"", 0, 0, 72)] * 3, 3))) == 3
    with pytest.raises(LimitExceededError):
        list(slow.recognise([Picture(b"", 0, 0, 72)] * 4, 4))


def test_slots_bound_what_is_read_at_once(tmp_path: Path) -> None:
    """Over several recognisers no more pages are read at once than there are slots, and each page is told."""
    make_slots(tmp_path, 2)
    engine, told = _Slow(), []
    crew = [
        Recogniser(lambda: engine, slots=tmp_path, threads=3, progress=lambda *seen: told.append(seen))
        for _ in range(3)
    ]
    page = Picture(b"", 1, 1, 72)
    threads = [threading.Thread(target=lambda r=r: list(r.recognise([page] * 6, 6))) for r in crew]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert engine.most == 2
    assert sorted(told) == sorted([(done, 6) for done in range(7)] * 3)


def test_a_slot_is_free_again(tmp_path: Path) -> None:
    """One slot can be held by one after the other."""
    make_slots(tmp_path, 1)
    held = 0
    for _ in range(3):
        with slot(tmp_path):
            held += 1
    assert held == 3


HOCR = """<div class='ocr_page' title='bbox 0 0 400 600'>
<span class='ocr_line' id='line_1' title="bbox 40 80 200 110; baseline 0.01 -6; x_size 30; x_descenders 6">
<span class='ocrx_word' id='w1' title='bbox 40 82 90 110; x_wconf 96'>Datum</span>
<span class='ocrx_word' id='w2' title='bbox 100 80 200 104; x_wconf 91'>_mei&amp;</span>
<span class='ocrx_word' id='w3' title='bbox 202 80 204 104; x_wconf 12'>~</span></span>
<span class='ocr_header' id='line_2' title="bbox 40 300 60 340; x_size 20">
<span class='ocrx_word' id='w4' title='bbox 40 300 60 340; x_wconf 3'>zz</span></span></div>"""


def test_hocr_gives_lines_with_words() -> None:
    """Words have their text, place and confidence; specks and lines of nonsense are left out."""
    (line,) = read_hocr(HOCR.encode(), Picture(b"", 400, 600, 100)).lines
    assert line.words == (Word("Datum", 96, 40, 82, 90, 110), Word("mei&", 91, 100, 80, 200, 104))
    assert line.size == 30
    assert line.base == pytest.approx(110 - 6 + 0.8 + 6)


def test_a_page_on_its_side_is_turned() -> None:
    """Lines at an angle give the page as it must be held, and how it was turned."""
    sideways = HOCR.replace("baseline 0.01 -6", "textangle 90").replace("x_size 20", "textangle 90")
    read_page = read_hocr(sideways.encode(), Picture(b"", 400, 600, 100))
    assert (read_page.turns, read_page.width, read_page.height) == (1, 600, 400)
    assert read_page.lines[0].words[0][2:] == (600 - 110, 40, 600 - 82, 90)


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_boxes_go_back_to_the_page_as_it_lies(turns: int) -> None:
    """A box read on the turned picture lies on the page where the words lie."""
    angle = f"textangle {turns * 90}" if turns else "baseline 0 0"
    data = HOCR.replace("baseline 0.01 -6", angle).replace("x_size 30; x_descenders 6", "x_size 15")
    data = data.replace("x_size 20", angle)
    read_page = read_hocr(data.encode(), Picture(b"", 400, 600, 72))
    (line,) = to_lines(read_page, 1, 1.0)
    assert turned_back(line.box, turns, 400, 600) == (40, 600 - 110, 200, 600 - 80)


def test_a_gap_parts_columns() -> None:
    """Words far from each other on one height become two lines."""
    words = (
        Word("Datum", 95, 10, 0, 60, 20),
        Word("3", 95, 200, 0, 210, 20),
        Word("mei", 95, 215, 0, 240, 20),
    )
    lines = to_lines(Recognised((TextLine(words, 20, 20),), 400, 600, 72), 1, 1.0)
    assert [line.text for line in lines] == ["Datum", "3 mei"]


def test_a_huge_page_makes_no_huge_picture() -> None:
    """A page of five metres is rendered with fewer dots to the inch."""
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument.new()
    document.new_page(14_400, 14_400).close()
    picture = render(document, 1)
    document.close()
    assert picture.width * picture.height < 26_000_000
    assert len(picture.pixels) == picture.width * picture.height
    assert picture.dpi == pytest.approx(25, abs=1)
