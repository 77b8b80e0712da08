"""The results as cards: one for each passage, or one for each document with its passages."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.result import Citation, Effect, Manner, MatchedWord, Place, SearchResult

_MANNERS = {
    Manner.EXACT: "letterlijk",
    Manner.STEM: "in een andere vorm",
    Manner.VARIANT: "anders gespeld",
    Manner.CORRECTION: "als het woord dat bedoeld zal zijn",
    Manner.ABBREVIATION: "afgekort of voluit",
    Manner.PREFIX: "als begin van een woord",
    Manner.PART: "als deel van een samenstelling",
    Manner.COMPOUND: "in zijn delen",
    Manner.RELATED: "in andere woorden",
}
_PLACES = {
    Place.TEXT: "in de passage",
    Place.FOOTNOTE: "in een voetnoot",
    Place.HEADING: "in de titel of een kop",
    Place.CONTEXT: "in wat erboven staat",
}
_EFFECTS = {
    "meaning": "betekenis van de passage",
    "sentences": "betekenis van de beste zin",
    "words": "woorden",
    "document": "de rest van het document",
    "reading": "nogmaals gelezen",
    "reference": "het document dat u noemt",
    "diversity": "plaats voor andere documenten",
}


class Card(NamedTuple):
    """A document with the passages that were found in it.

    Attributes:
        citation: Citation of its first passage.
        organisations: Organisations named as its own.
        results: The passages.
    """

    citation: Citation
    organisations: tuple[str, ...]
    results: tuple[SearchResult, ...]


def cards(reader: LibraryReader, results: tuple[SearchResult, ...], *, grouped: bool) -> list[Card]:
    """Return results as cards, in their order."""
    facets = reader.facets(sorted({result.citation.document_id for result in results}))
    own = {document: each.organisations for document, each in facets.items()}
    return [
        Card(together[0].citation, own.get(together[0].citation.document_id, ()), together)
        for together in _together(results, grouped=grouped)
    ]


def _together(results: tuple[SearchResult, ...], *, grouped: bool) -> Iterator[tuple[SearchResult, ...]]:
    for _, together in groupby(results, key=lambda each: each.citation.document_id if grouped else each.rank):
        yield tuple(together)


def reading_link(result: SearchResult, q: str) -> str:
    """Return the address where a passage is read, with what was asked."""
    asked = urlencode([("passage", result.passage_id), ("q", q)], errors="replace")
    return f"/documenten/{result.citation.document_id}?{asked}#passage"


def place(citation: Citation) -> str:
    """Return the pages that a passage stands on as its citation has them; empty where they are not known."""
    return "p. " + citation.label.rpartition(", p. ")[2] if citation.page_first is not None else ""


def word_told(word: MatchedWord) -> str:
    """Return how a word of the question stands there, in Dutch."""
    same = tuple(found.lower() for found in word.found) == (word.asked.lower(),)
    found = "" if same else f": {', '.join(f'‘{each}’' for each in word.found)}"
    return f"{_MANNERS[word.how]} {_PLACES[word.where]}{found}"


def effects_told(effects: tuple[Effect, ...]) -> list[tuple[str, str]]:
    """Return what makes up the score, as (name, value) in Dutch; what adds nothing is left out."""
    return [
        (_EFFECTS.get(each.name, each.name), f"{each.value:+.2f}".replace(".", ",").replace("-", "−"))
        for each in effects
        if round(each.value, 2)
    ]
