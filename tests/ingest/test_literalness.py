"""Every passage of every real document stands literally in its source, on the pages that it names.

Compared are letters and digits alone: white space, hyphens, control characters, bullets and the marks of
Markdown are left out on both sides, ligatures and accents decomposed, and a footnote's number may stand
where it was lifted.
"""

import html
import logging
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from beleidszoeker.ingest.document import LineSpan
from beleidszoeker.ingest.formats import SUFFIXES
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.official.tree import undo_double_encoding
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.sandbox.pool import ParserPool
from beleidszoeker.ingest.text.parser import decode

PROJECT = Path(__file__).parents[2]
SHARED = PROJECT.parent / "shared" / "corpus"
EXAMPLES = PROJECT / "corpus" / "documents"
MARGIN = 1.0  # points: boxes are rounded, and glyphs may overhang the page's edge

OFFICE = frozenset({".docx", ".odt", ".eml"})
"""See ``test_office_literalness.py`` and ``golden/test_office.py``: their list numbers stand nowhere."""

ORDERED_OTHERWISE = {
    # A poster: its title and logo stand on one height, and pypdf reads the logo elsewhere.
    "wegverkeer_doorrekenen_in_aerius_2-1.pdf": 1,
}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


@dataclass(frozen=True)
class Case:
    path: Path
    prepared: PreparedDocument
    pages: PageMap

    @property
    def text(self) -> str:
        return self.prepared.document.text


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    paths = sorted(p for root in (SHARED, EXAMPLES) for p in root.rglob("*") if p.suffix in SUFFIXES)
    with ParserPool(rules_only=True, ocr=False) as pool:  # what is recognised stands in no text layer
        prepared = [(outcome.path, outcome.prepared) for outcome in pool.parse(paths)]
    failed = {path.parent.name for path, item in prepared if item is None}
    assert failed == {"scans"}  # a bug of ours must not pass for a damaged file
    return [Case(path, item, PageMap(item.document)) for path, item in prepared if item is not None]


@cache
def bare(text: str) -> str:
    """Letters, digits and punctuation that carries meaning, decomposed."""
    kept = (c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in _LEFT_OUT)
    return "".join(c for c in kept if not c.isspace() and c not in "•●·▪|*_`´>#\\•◦‣")


_LEFT_OUT = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Pd", "Mn", "So"})


def pattern(case: Case, start: int, end: int) -> re.Pattern[str]:
    """What to look for: the bare text, with each lifted footnote number allowed at its place."""
    parts, last = [], start
    for link in sorted(case.prepared.document.footnotes, key=lambda link: link.position):
        if start < link.position <= end:
            parts.append(re.escape(bare(case.text[last : link.position])) + f"(?:,?{re.escape(link.label)})?")
            last = link.position
    return re.compile("".join(parts) + re.escape(bare(case.text[last:end])))


def runs(lines: list[LineSpan], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, page) of what stands under each other: a run ends with its page or column."""
    begin, before = start, lines[0]
    for line in lines[1:]:
        climbs = line.box is not None and before.box is not None and line.box.y0 > before.box.y1
        if line.page != before.page or climbs:
            yield begin, line.start, before.page
            begin = line.start
        before = line
    yield begin, end, before.page


def misses(case: Case, pages: list[str], start: int, end: int) -> tuple[bool, list[str]]:
    """Tell whether a run of the sentence is not literal on its page, and which of its printed lines are not.

    Where a file keeps its letterhead in the middle of a sentence, only the lines can be compared.
    """
    lines = case.pages.lines(start, end)
    whole = all(pattern(case, a, b).search(pages[page - 1]) for a, b, page in runs(lines, start, end))
    if whole:
        return False, []
    cut = [(max(line.start, start), min(line.end, end), line.page) for line in lines]
    return True, [case.text[a:b] for a, b, page in cut if not pattern(case, a, b).search(pages[page - 1])]


def sentences(case: Case) -> Iterator[tuple[int, int]]:
    for passage in case.prepared.passages:
        yield from passage.sentences


def source_text(path: Path) -> str:
    if path.suffix == ".xml":
        return publication_text(path)
    text = decode(path.read_bytes())
    if path.suffix == ".html":
        return html.unescape(
            re.sub(
                r"<[^>]+>", "", re.sub(r"<(?:style|script).*?</(?:style|script)>", "", text, flags=re.DOTALL)
            )
        )
    return re.sub(r"\[\^(\w+)\]", r"\1", text)


def publication_text(path: Path) -> str:
    """The text of an official publication; its footnotes, which stand inside sentences, come last."""
    text = decode(undo_double_encoding(path.read_bytes())[0])
    note = re.compile(r"<noot\b.*?</noot>", re.DOTALL)
    notes = [re.sub(r"<noot\.nr>.*?</noot\.nr>", "", found) for found in note.findall(text)]
    return html.unescape(re.sub(r"<[^>]+>", "", note.sub("", text) + "".join(notes)))


@cache
def pdfium_pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [bare(page.get_textpage().get_text_range()) for page in document]


@cache
def pypdf_pages(path: Path) -> list[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return [bare(page.extract_text()) for page in pypdf.PdfReader(path).pages]


def check(cases: list[Case], reader: str) -> tuple[int, int, dict[str, list[str]]]:
    missing: dict[str, list[str]] = defaultdict(list)
    total = torn = 0
    for case in cases:
        if case.path.suffix != ".pdf":
            continue
        pages = pdfium_pages(case.path) if reader == "pdfium" else pypdf_pages(case.path)
        for start, end in sentences(case):
            total += 1
            interrupted, lost = misses(case, pages, start, end)
            torn += interrupted
            missing[case.path.name] += lost
    return total, torn, {name: lines for name, lines in missing.items() if lines}


def report(total: int, torn: int, missing: dict[str, list[str]]) -> None:
    """Figures for whoever runs the test with ``-s``."""
    lost = sum(map(len, missing.values()))
    sys.stdout.write(f"{total} sentences, {torn} with a letterhead or cell between, {lost} lines not found\n")


def test_sentences_are_literal_on_the_pdf_page_that_they_name(cases: list[Case]) -> None:
    """Every sentence of every PDF stands in PDFium's text of its own page, all but a few without a line
    between.
    """
    total, torn, missing = check(cases, "pdfium")
    report(total, torn, missing)
    assert total > 10_000
    assert not missing
    assert torn < total / 300


def test_sentences_are_literal_for_another_pdf_reader(cases: list[Case]) -> None:
    """Every sentence of every PDF also stands in pypdf's text of that page."""
    total, torn, missing = check(cases, "pypdf")
    report(total, torn, missing)
    assert {name: len(lines) for name, lines in missing.items()} == ORDERED_OTHERWISE
    assert torn < total / 300


def test_sentences_are_literal_in_files_of_text(cases: list[Case]) -> None:
    """Every sentence of every text, HTML and Markdown file stands in that file."""
    texts = [case for case in cases if case.path.suffix not in {".pdf", *OFFICE}]
    assert len(texts) >= 12
    for case in texts:
        source = bare(source_text(case.path))
        lost = [
            case.text[a:b]
            for start, end in sentences(case)
            for a, b in parts(case, start, end)
            if not pattern(case, a, b).search(source)
        ]
        assert not lost, case.path.name


def parts(case: Case, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence over a page break of a text is interrupted by the footnotes there."""
    lines = case.pages.lines(start, end)
    return [(a, b) for a, b, _ in runs(lines, start, end)] if lines else [(start, end)]


def test_pages_of_a_passage_are_those_of_its_lines(cases: list[Case]) -> None:
    """A passage names the first and last page on which one of its printed lines stands, or none at all."""
    for case in cases:
        for passage in case.prepared.passages:
            pages = {
                line.page
                for line in case.prepared.document.lines
                if line.start < passage.end and line.end > passage.start
            }
            expected = (min(pages), max(pages)) if pages else (None, None)
            assert (passage.page_first, passage.page_last) == expected, case.path.name


def test_every_box_lies_on_its_page(cases: list[Case]) -> None:
    """The rectangle of each printed line lies inside the page as a reader sees it."""
    for case in cases:
        pages = {page.number: page for page in case.prepared.document.pages}
        for line in case.prepared.document.lines:
            if line.box is not None:
                page = pages[line.page]
                inside = (
                    -MARGIN <= line.box.x0 <= line.box.x1 <= page.width + MARGIN
                    and -MARGIN <= line.box.y0 <= line.box.y1 <= page.height + MARGIN
                )
                assert inside, (case.path.name, line, page)
