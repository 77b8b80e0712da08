"""Pages without a usable text layer: recognised where that is possible, named where it is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from beleidszoeker.errors import NeedsOcrError
from beleidszoeker.ingest.drafts import Draft
from beleidszoeker.ingest.ocr import Recogniser
from beleidszoeker.ingest.pdf.legible import Fault
from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.pictures import render
from beleidszoeker.ingest.pdf.recognised import settle_sizes, to_lines, turned_back

_POINTS = 72.0
_FEWEST_LETTERS_PER_PAGE = 20
_MOST_NAMED = 8


@dataclass(slots=True)
class Scans:
    """What came of the pages that had to be recognised.

    Attributes:
        confidence: Mean confidence of the words of each page on which any were read.
        turns: Quarter turns of the pages that lie on their side or head.
        warnings: What a reader of the report should know, in Dutch.
    """

    confidence: dict[int, float] = field(default_factory=dict)
    turns: dict[int, int] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def upright(self, sizes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return the width and height of each page as it is held to read it."""
        return [
            (height, width) if self.turns.get(number, 0) % 2 else (width, height)
            for number, (width, height) in enumerate(sizes, start=1)
        ]

    def put_back(self, drafts: list[Draft], sizes: Sequence[tuple[float, float]]) -> None:
        """Place the lines of turned pages on the page as a viewer shows it."""
        for line in (line for draft in drafts for line in draft.lines):
            turns = self.turns.get(line.page or 0, 0)
            if turns and line.page and line.box:
                line.box = turned_back(line.box, turns, *sizes[line.page - 1])


def read_scans(
    document: Any, pages: list[list[PdfLine]], faults: Mapping[int, Fault], recogniser: Recogniser
) -> Scans:
    """Recognise the pages that need it; their lines are put into ``pages``.

    Args:
        document: The ``pypdfium2.PdfDocument``.
        pages: Lines of each page as the text layer has them.
        faults: What is wrong with which page number.
        recogniser: Reads pictures.

    Raises:
        NeedsOcrError: Nothing can read them, and the other pages hold next to nothing.
        LimitExceededError: It took too long.
    """
    scans = Scans()
    for number, fault in faults.items():
        if fault is Fault.GARBLED:
            pages[number - 1] = []
    if faults and not recogniser.available:
        _refuse(pages, faults, recogniser)
        scans.warnings.append(f"{_named(faults)} niet gelezen: zonder tekstlaag. {recogniser.advice}")
    elif faults:
        _recognise(document, pages, list(faults), recogniser, scans)
    return scans


def _recognise(
    document: Any, pages: list[list[PdfLine]], numbers: list[int], recogniser: Recogniser, scans: Scans
) -> None:
    found: dict[int, list[PdfLine]] = {}
    pictures = (render(document, number) for number in numbers)
    for number, read in zip(numbers, recogniser.recognise(pictures, len(numbers)), strict=True):
        own = pages[number - 1]
        scale = read.dpi / _POINTS if read.lines else 1.0
        lines = [line for line in to_lines(read, number, scale) if not _is_known(line, own)]
        if lines:
            found[number] = lines
            scans.confidence[number] = round(read.confidence, 1)
            if read.turns:
                scans.turns[number] = read.turns
    settle_sizes(list(found.values()), pages)
    for number, lines in found.items():
        pages[number - 1] = [*pages[number - 1], *lines]


def _is_known(line: PdfLine, own: list[PdfLine]) -> bool:
    """Tell whether the text layer has this line itself: a stamp on a scan."""
    x, y = (line.box.x0 + line.box.x1) / 2, (line.box.y0 + line.box.y1) / 2
    return any(o.box.x0 <= x <= o.box.x1 and o.box.y0 <= y <= o.box.y1 for o in own)


def _refuse(pages: list[list[PdfLine]], faults: Mapping[int, Fault], recogniser: Recogniser) -> None:
    letters = sum(
        len(line.text) for number, lines in enumerate(pages, 1) if number not in faults for line in lines
    )
    if letters >= _FEWEST_LETTERS_PER_PAGE * len(pages):
        return
    broken = all(fault is Fault.GARBLED for fault in faults.values())
    what = "hebben een onleesbare tekstlaag" if broken else "zijn afbeeldingen zonder tekstlaag"
    raise NeedsOcrError(f"De {len(pages)} pagina's {what}.", advice=recogniser.advice)


def _named(faults: Mapping[int, Fault]) -> str:
    numbers = [str(number) for number in sorted(faults)]
    if len(numbers) == 1:
        return f"Pagina {numbers[0]} is"
    more = f" en {len(numbers) - _MOST_NAMED} andere" if len(numbers) > _MOST_NAMED else ""
    return f"Pagina's {', '.join(numbers[:_MOST_NAMED])}{more} zijn"
