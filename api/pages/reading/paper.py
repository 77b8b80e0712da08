"""What the viewer of PDFs needs to know, as JSON: the sizes of the pages, and which lines are marked how."""

import json
from collections.abc import Iterable, Sequence

from beleidszoeker.api.pages.assets import asset
from beleidszoeker.api.pages.reading.hits import Hits
from beleidszoeker.api.pages.reading.leading import Lead
from beleidszoeker.ingest.document import ParsedDocument
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.search.reading import Line, Mark, marked_lines

_LIBRARY = "vendor/pdfjs-dist/build/pdf.min.mjs"
_WORKER = "vendor/pdfjs-dist/build/pdf.worker.min.mjs"
_CODES = {"passage": "p", "quote": "q", "word": "w", "place": "q"}


def has_paper(document: ParsedDocument) -> bool:
    """Tell whether a document has pages with a size: then it was a PDF."""
    return any(page.width > 0 and page.height > 0 for page in document.pages)


def paper(
    document: ParsedDocument,
    hits: Hits,
    place: Mark | None,
    leads: Sequence[Lead] = (),
    *,
    file: str,
    page: int | None,
) -> str:
    """Return the viewer's data.

    Args:
        document: The document.
        hits: What is marked.
        place: Another place that is marked and shown first, or ``None``.
        leads: References that can be followed; no two overlap.
        file: Address of the PDF.
        page: The page to open at, or ``None`` for that of the marks.
    """
    pages = PageMap(document)
    groups = [
        {"id": hit.passage_id, "lines": _lines(marked_lines(pages, document.text, hit.marks(cited=True)))}
        for hit in hits.all
    ]
    first = hits.cited
    if place is not None:
        groups.append({"id": "", "lines": _lines(marked_lines(pages, document.text, [place]))})
        first = len(groups) - 1
    data = {
        "file": file,
        "library": asset(_LIBRARY),
        "worker": asset(_WORKER),
        "folder": asset(_LIBRARY).removesuffix("build/pdf.min.mjs"),
        "pages": [[one.width, one.height, one.label or str(one.number)] for one in document.pages],
        "groups": groups,
        "leads": [[lead.text, lead.href, lead.told, lead.leaves] for lead in leads],
        "leadLines": _lead_lines(pages, document.text, leads),
        "hits": len(hits.all),
        "first": first,
        "page": page,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _lead_lines(pages: PageMap, text: str, leads: Sequence[Lead]) -> list[object]:
    """Return the lines that references stand on: page, rectangle, and pieces with the reference of each."""
    marks = [Mark(lead.start, lead.end, str(number)) for number, lead in enumerate(leads)]
    return [
        [line.page, list(line.box), [[words, list(kinds)] for words, kinds in line.pieces]]
        for line in marked_lines(pages, text, marks)
    ]


def _lines(lines: Iterable[Line]) -> list[object]:
    return [[line.page, list(line.box), _pieces(line.pieces)] for line in lines]


def _pieces(pieces: Sequence[tuple[str, tuple[str, ...]]]) -> list[list[str]]:
    return [[text, "".join(_CODES[kind] for kind in kinds if kind in _CODES)] for text, kinds in pieces]
