"""Passages on a terminal: citation, place, and quotes with the matched words marked."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from beleidszoeker.cli.output import harmless, plain
from beleidszoeker.search.detail import BlockDetail, PassageDetail
from beleidszoeker.search.result import SearchResponse, SearchResult

_INDENT = (0, 0, 0, 3)


def print_results(out: Console, response: SearchResponse) -> None:
    """Print what was found, or that nothing was."""
    for note in response.notes:
        out.print(f"[dim]Let op: {plain(note)}[/]")
    if not response.answered:
        out.print(response.message or "", markup=False)
        return
    for result in response.results:
        _print_result(out, result)
    number = len(response.results)
    out.print(f"[dim]{number} {'passage' if number == 1 else 'passages'} in {response.took_ms:.0f} ms[/]")


def print_passage(out: Console, detail: PassageDetail) -> None:
    """Print one passage in full."""
    out.print(f"[bold]{plain(detail.citation.label)}[/]\n[dim]{plain(detail.citation.source)}[/]\n")
    out.print(harmless(detail.text), markup=False)
    for note in detail.footnotes:
        out.print(f"\n[dim]Voetnoot:[/] {plain(note)}")


def print_document(out: Console, facts: Mapping[str, Any]) -> None:
    """Print what is known of a document, a line for each field that has a value; evidence is for programs."""
    for name, value in facts.items():
        text = ", ".join(map(str, value)) if isinstance(value, list) else value
        if text not in (None, "") and name != "evidence":
            out.print(f"[dim]{name}:[/] {plain(str(text))}")


def print_blocks(out: Console, blocks: Iterable[BlockDetail]) -> None:
    """Print each block as the parser saw it: page, kind and text."""
    for block in blocks:
        page = "" if block.page_first is None else f"p. {block.page_first} "
        mark = f" {block.level or block.label}" if block.level or block.label else ""
        out.print(f"[dim]{page}{block.kind}{plain(mark)}[/] {plain(block.text)}")


def _print_result(out: Console, result: SearchResult) -> None:
    citation = result.citation
    place = (citation.kind, citation.source, " › ".join(citation.section))
    out.print(f"[bold]{result.rank}. {plain(citation.label)}[/]")
    out.print(f"   [dim]{plain(' · '.join(part for part in place if part))}[/]")
    for quote in result.quotes:
        out.print(Padding(_marked(result, quote.start, quote.end), _INDENT, expand=False))
    if result.why.told:
        out.print(Padding(f"[dim]{plain(result.why.told)}[/]", _INDENT, expand=False))
    held = {found.lower() for word in result.why.words for found in word.found}
    for note in result.footnotes:
        if any(found in note.lower() for found in held):
            out.print(Padding(f"[dim]Voetnoot: {plain(note)}[/]", _INDENT, expand=False))
    for version in result.versions:
        out.print(f"   [dim]Andere versie: {plain(version.source)} ({version.document_id})[/]")
    out.print(f"   [dim]{result.passage_id}[/]\n")


def _marked(result: SearchResult, start: int, end: int) -> Text:
    """Return a quote between quotation marks, the matched words in it marked."""
    text = Text(f"“{harmless(result.text[start:end])}”")
    for first, last in result.highlights:
        if start <= first and last <= end:
            text.stylize("bold yellow", first - start + 1, last - start + 1)
    return text
