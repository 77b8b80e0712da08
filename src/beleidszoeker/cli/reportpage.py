"""The report of an ingest as a page: one table, no script, nothing from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from beleidszoeker.cli.output import harmless

_OUTCOMES = {"added": "nieuw", "changed": "gewijzigd", "unchanged": "ongewijzigd", "failed": "mislukt"}
_HEADS = ("Bestand", "Uitkomst", "Titel", "Soort", "Datum", "Pagina's", "Passages", "Opmerkingen")
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; }
th, td { padding: .4rem; }
th { border-bottom: 2px solid #555; } td { border-bottom: 1px solid #ccc; }
.failed td { background: #fdecea; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
"""
_PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Verslag van de opname</title><style>{style}</style></head>
<body><h1>Verslag van de opname</h1><p>{made}: {counts}.</p>
<table><thead><tr>{heads}</tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What came of one file.

    Attributes:
        source: Its name.
        outcome: ``added``, ``changed``, ``unchanged`` or ``failed``.
        code: Why it failed, as an error code; empty when it did not.
        message: The same in Dutch.
        advice: What to do about it, in Dutch.
        document_id: Its document, or ``None``.
        title: The document's title, or ``None``; so are kind, date, pages and passages.
        kind: Kind.
        date: ISO day.
        pages: Number of pages; ``None`` also where the format has none.
        passages: Number of passages.
        warnings: What parsing wants known, in Dutch.
    """

    source: str
    outcome: str
    code: str
    message: str
    advice: str
    document_id: str | None
    title: str | None = None
    kind: str | None = None
    date: str | None = None
    pages: int | None = None
    passages: int | None = None
    warnings: tuple[str, ...] = ()


def report_page(lines: Sequence[ReportLine]) -> str:
    """Return the report as HTML; what comes from documents is shown as text."""
    count = {name: sum(line.outcome == name for line in lines) for name in _OUTCOMES}
    return _PAGE.format(
        style=_STYLE,
        made=datetime.now().astimezone().strftime("%Y-%m-%d %H:%M"),
        counts=", ".join(f"{count[name]} {dutch}" for name, dutch in _OUTCOMES.items()),
        heads="".join(f'<th scope="col">{escape(head)}</th>' for head in _HEADS),
        rows="\n".join(_row(line) for line in lines),
    )


def _row(line: ReportLine) -> str:
    remarks = " ".join((line.message, line.advice, *line.warnings)).strip()
    words = (line.source, _OUTCOMES[line.outcome], line.title, line.kind, line.date)
    cells = [f"<td>{escape(harmless(word or ''))}</td>" for word in words]
    cells += [f'<td class="number">{"" if n is None else n}</td>' for n in (line.pages, line.passages)]
    return f'<tr class="{line.outcome}">{"".join(cells)}<td>{escape(harmless(remarks))}</td></tr>'
