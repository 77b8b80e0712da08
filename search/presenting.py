"""From a passage that was chosen to a result with quotes, citation and reasons."""

import math

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.choosing import Found
from beleidszoeker.search.citation import cite
from beleidszoeker.search.footnotes import matches_in_notes
from beleidszoeker.search.matching import QueryWords, explain
from beleidszoeker.search.quotes import best_quotes
from beleidszoeker.search.result import SearchResult, Version, Why


def present(reader: LibraryReader, rank: int, item: Found, words: QueryWords) -> SearchResult:
    """Return the result that a person sees.

    Args:
        reader: Where footnotes and versions stand.
        rank: Its place, from 1.
        item: What was chosen.
        words: The words that were looked for.
    """
    passage = item.passage
    matches = words.matches(passage.text)
    noted = matches_in_notes(passage, reader.note_markers(passage), words) if passage.notes else []
    versions = reader.other_versions(passage.document_id)
    return SearchResult(
        rank=rank,
        score=round(1 / (1 + math.exp(-item.score)), 4),
        passage_id=passage.id,
        text=passage.text,
        quotes=best_quotes(passage, [*matches, *noted]),
        highlights=tuple((match.start, match.end) for match in matches),
        footnotes=passage.notes,
        citation=cite(passage),
        versions=tuple(Version(one.document_id, one.title, one.date, one.source) for one in versions),
        why=Why(round(item.lexical, 3), round(item.dense, 3), explain([*matches, *noted])),
    )
