"""``ingest --report``: what came of each file, as JSON for programs or as a page for people."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from beleidszoeker.cli.reportpage import ReportLine, report_page
from beleidszoeker.errors import ConfigurationError

if TYPE_CHECKING:
    from beleidszoeker.index.ingestion import IngestSummary
    from beleidszoeker.index.store import DocumentRecord, LibraryReader, SourceRecord

_SUFFIXES = {".html", ".htm", ".json"}


def check_report(path: Path | None) -> None:
    """Refuse a report that cannot be written, before any work is done.

    Raises:
        ConfigurationError: Its suffix is neither ``.html`` nor ``.json``, or its folder is not there.
    """
    if path is None:
        return
    if path.suffix.lower() not in _SUFFIXES:
        raise ConfigurationError(
            f"Een verslag kan niet als '{path.suffix}' worden geschreven.",
            advice="Noem het verslag.html of verslag.json.",
        )
    if not path.absolute().parent.is_dir():
        raise ConfigurationError(f"De map {path.absolute().parent} bestaat niet.", advice="Maak haar eerst.")


def write_report(path: Path, reader: "LibraryReader", summary: "IngestSummary") -> None:
    """Write the report of a run; the suffix of ``path`` tells the form."""
    sources = reader.sources()
    documents = {record.id: record for record in reader.documents()}
    lines = [
        _line(sources[key], outcome, documents)
        for key, outcome in sorted(summary.outcomes.items())
        if key in sources
    ]
    text = _json(lines) if path.suffix.lower() == ".json" else report_page(lines)
    path.write_text(text, encoding="utf-8")


def _line(source: "SourceRecord", outcome: str, documents: dict[str, "DocumentRecord"]) -> ReportLine:
    line = (source.name, outcome, source.code, source.message, source.advice, source.document_id)
    record = documents.get(source.document_id or "")
    if record is None:
        return ReportLine(*line)
    return ReportLine(
        *line,
        title=record.title,
        kind=record.kind,
        date=record.date,
        pages=record.page_count,
        passages=record.passage_count,
        warnings=record.warnings,
    )


def _json(lines: list[ReportLine]) -> str:
    return json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=2) + "\n"
