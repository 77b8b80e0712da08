"""What layout leaves behind in the text of all real PDFs: broken words, running heads, noise.

The measures do not use the parser's own rules: they compare with what PDFium reads inside the lines, and
count lines that recur in the margins.
"""

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from beleidszoeker.ingest.formats import SUFFIXES
from beleidszoeker.ingest.language.words import in_word_list, is_word
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.sandbox.pool import ParserPool

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
MOST_ARTEFACTS = 0.001
MOST_FURNITURE = 0.005
MOST_NOISE = 0.02
MARGIN = 0.1
FEWEST_WORDS = 4
FEWEST_PAGES = 3
LONGEST_CELL = 4
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LINE_END = re.compile(r"[\r\n\x02\ufffe]+")
LEFT_OVER = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010] ([a-zà-ÿ]{2,})")
CONJUNCTIONS = frozenset({"en", "of", "tot", "noch", "dan", "als", "respectievelijk", "resp", "and", "or"})
MARK = re.compile(r"[\ufb00-\ufb06\u00ad\ufffd]")
RUNNING = re.compile(r"(?:pagina|blz\.?) ?\d+ ?(?:van|/) ?\d+", re.IGNORECASE)
STAND_ALONE = frozenset("aeuxàëstnmd")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


@dataclass(frozen=True)
class Source:
    """A document's canonical text, and the lines of its file as PDFium reads them."""

    text: str
    lines: list[str]

    @cached_property
    def on_one_line(self) -> Counter[str]:
        """Words as they stand in the file's lines, those at an end included."""
        return Counter(word.lower() for line in self.lines for word in WORD.findall(line))

    @cached_property
    def unbroken(self) -> Counter[str]:
        """Words that surely are whole: those inside the lines."""
        return Counter(word.lower() for line in self.lines for word in WORD.findall(line)[1:-1])

    @cached_property
    def beside(self) -> set[tuple[str, str]]:
        """Pairs of words with one space between them in a line."""
        words = (re.findall(r"[^\W\d_]+|\S", line.lower()) for line in self.lines)
        return {pair for line in words for pair in pairwise(line)}


@dataclass(frozen=True)
class Case:
    """A PDF and what came of it."""

    path: Path
    prepared: PreparedDocument

    @property
    def text(self) -> str:
        return self.prepared.document.text

    @property
    def passages(self) -> list[str]:
        return [self.text[p.start : p.end] for p in self.prepared.passages]

    @cached_property
    def source(self) -> Source:
        with pypdfium2.PdfDocument(self.path) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        return Source(self.text, [line for page in pages for line in LINE_END.split(page)])


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    paths = sorted(p for p in SHARED.rglob("*.pdf") if p.suffix in SUFFIXES and p.parent.name != "scans")
    with ParserPool(rules_only=True) as pool:
        return [
            Case(outcome.path, outcome.prepared)
            for outcome in pool.parse(paths)
            if outcome.prepared is not None
        ]


def artefacts(source: Source) -> Iterator[str]:
    """Words of the canonical text that carry a trace of the lines that they stood on."""
    yield from (word for word in source.text.split() if MARK.search(word) or has_control(word))
    yield from left_over(source)
    yield from wrongly_joined(source)
    yield from cut(source)


def has_control(word: str) -> bool:
    return any(unicodedata.category(char) in {"Cc", "Cf", "Co", "Cn"} for char in word)


def left_over(source: Source) -> Iterator[str]:
    """*netcapaci- teit*: two pieces, one word, and no conjunction that waits for the other half."""
    for match in LEFT_OVER.finditer(source.text):
        left, right = match.groups()
        if right not in CONJUNCTIONS and (is_word(left + right) or source.unbroken[(left + right).lower()]):
            yield match.group()


def wrongly_joined(source: Source) -> Iterator[str]:
    """A hyphen or space kept or dropped against the word list and the document's own spelling."""
    for word in WORD.findall(source.text):
        key = word.lower()
        if source.on_one_line[key]:
            continue
        plain = key.replace("-", "")
        if "-" in word:
            if word.islower() and (in_word_list(plain) or source.unbroken[plain]) and not is_clash(key):
                yield word
        elif any(source.unbroken[f"{a}-{b}"] or (a, b) in source.beside for a, b in halves(key)):
            yield word


def is_clash(word: str) -> bool:
    """Vowels that would run together keep their hyphen: *media-aanbod*."""
    return bool(re.search(r"[aeiou]-[aeiou]", word))


def halves(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:at], word[at:]) for at in range(2, len(word) - 1))


def cut(source: Source) -> Iterator[str]:
    """*P agina*, *appl icatie*: one of the pieces is no word, both together are."""
    for match in re.finditer(r"(?<![\w.’'@/-])(?=([^\W\d_]+) ([a-zà-ÿ][^\W\d_]*)(?![\w’'@/-]))", source.text):
        left, right = match.groups()
        whole = left + right
        if left.lower() in STAND_ALONE or right in STAND_ALONE:
            continue
        known = in_word_list(whole) or source.unbroken[whole.lower()] > 0
        torn = not is_word(right) and source.unbroken[right] <= 1
        if known and (torn or (not is_word(left) and source.unbroken[left.lower()] <= 1)):
            yield f"{left} {right}"


def recurring(case: Case) -> set[str]:
    """Lines that stand in the outer tenth of three or more pages, numbers aside, in PDFium's own reading."""
    pages: dict[str, set[int]] = defaultdict(set)
    with pypdfium2.PdfDocument(case.path) as pdf:
        for number, page in enumerate(pdf):
            for line in margin_lines(page):
                pages[shape_of(line)].add(number)
    return {
        line for line, numbers in pages.items() if len(numbers) >= FEWEST_PAGES and len(line) > LONGEST_CELL
    }


def margin_lines(page: pypdfium2.PdfPage) -> Iterator[str]:
    height, text = page.get_height(), page.get_textpage()
    for low, high in ((0, MARGIN * height), ((1 - MARGIN) * height, height)):
        yield from text.get_text_bounded(bottom=low, top=high).splitlines()


def shape_of(line: str) -> str:
    return " ".join(re.sub(r"\d+", "#", line).split())


def with_furniture(case: Case) -> list[str]:
    """Passages in which a printed line of a margin recurs there, or that say *Pagina 2 van 7*."""
    lines, pages = recurring(case), PageMap(case.prepared.document)
    heights = {page.number: page.height for page in case.prepared.document.pages}
    return [
        case.text[passage.start : passage.end]
        for passage in case.prepared.passages
        if RUNNING.search(case.text[passage.start : passage.end])
        or any(
            shape_of(case.text[line.start : line.end]) in lines
            for line in pages.lines(passage.start, passage.end)
            if line.box and not MARGIN < line.box.y0 / heights[line.page] < 1 - 2 * MARGIN
        )
    ]


def report(name: str, found: list[tuple[str, str]], total: int) -> None:
    """Figures and the first finds for whoever runs the test with ``-s``."""
    sys.stdout.write(f"\n{name}: {len(found)} of {total} ({len(found) / total:.4%})\n")
    for file, text in found[:60]:
        sys.stdout.write(f"  {file[:30]:30} {' '.join(text.split())[:90]}\n")


def test_the_measure_sees_what_is_there() -> None:
    """Each kind of trace is counted, and what Dutch writes with a hyphen or a space is not."""
    lines = [
        "de netcapaciteit in Zuid-Limburg en de zee-egel is van Maastricht",
        "om- en bijscholing te geven",
    ]
    planted = (
        "netcapaci- teit, P agina, rij ksoverheid, ﬁnancieel, ruim\u00adte, net-capaciteit, zeeegel, isvan"
    )
    assert len(list(artefacts(Source(planted, lines)))) == len(planted.split(", "))
    clean = "om- en bijscholing in Noord-, Midden- en Zuid-Limburg, de zee-egel, media-aanbod, A. de Vries"
    assert list(artefacts(Source(clean, lines))) == []


def test_words_bear_no_trace_of_the_lines_that_they_stood_on(cases: list[Case]) -> None:
    """Fewer than one word in a thousand is broken, wrongly joined, cut in two or holds an odd character."""
    total = sum(len(case.text.split()) for case in cases)
    found = [(case.path.name, word) for case in cases for word in artefacts(case.source)]
    report("line-break artefacts", found, total)
    assert total > 150_000
    assert len(found) / total < MOST_ARTEFACTS


def test_suspended_and_real_hyphens_stay(cases: list[Case]) -> None:
    """Suspended compounds and names with hyphens are as many as a reader finds them in the files."""
    text = " ".join(case.text for case in cases)
    assert len(re.findall(r"\bom- en bijscholing", text)) >= 1
    assert len(re.findall(r"\w- en \w", text)) > 100
    assert not re.search(r"\b(?:Zuid|Noord)(?:Holland|Limburg|Brabant)\b", text)


def test_passages_hold_no_running_head_or_foot(cases: list[Case]) -> None:
    """Fewer than five passages in a thousand hold a line that recurs in the margins of the pages."""
    total = sum(len(case.passages) for case in cases)
    found = [(case.path.name, passage) for case in cases for passage in with_furniture(case)]
    report("passages with a running head or foot", found, total)
    assert len(found) / total < MOST_FURNITURE


def test_passages_hold_text(cases: list[Case]) -> None:
    """Fewer than two passages in a hundred have not even four words, and each has one."""
    total = sum(len(case.passages) for case in cases)
    found = [
        (case.path.name, passage)
        for case in cases
        for passage in case.passages
        if len(re.findall(r"[^\W\d_]{2,}", passage)) < FEWEST_WORDS
    ]
    report("passages of fewer than four words", found, total)
    assert len(found) / total < MOST_NOISE
    assert all(re.search(r"[^\W\d_]{3}", passage) for _, passage in found)
