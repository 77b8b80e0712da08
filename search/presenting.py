"""From a passage that was chosen to a result with quotes, citation and reasons."""

import math
from collections.abc import Sequence

from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.search.explaining.matching import Match, QueryWords, explain
from beleidszoeker.search.explaining.reasons import reasons
from beleidszoeker.search.explaining.telling import tell, tell_alike
from beleidszoeker.search.quoting.citation import cite
from beleidszoeker.search.quoting.footnotes import matches_in_notes
from beleidszoeker.search.quoting.quotes import best_quotes
from beleidszoeker.search.ranking.choosing import Found
from beleidszoeker.search.result import Effect, Quote, SearchResult, Version, Why


def present(
    reader: LibraryReader,
    rank: int,
    item: Found,
    words: QueryWords,
    meaning: Sequence[float] | None = None,
    *,
    alike: bool = False,
) -> SearchResult:
    """Return the result that a person sees.

    Args:
        reader: Where footnotes and versions stand.
        rank: Its place, from 1.
        item: What was chosen.
        words: The words that were looked for.
        meaning: What the meaning of each of its sentences counts, where it is known.
        alike: The words are not a question's but those of a passage that this one is like.
    """
    passage = item.passage
    matches, noted = _matches(reader, passage, words)
    versions = reader.other_versions(passage.document_id)
    return SearchResult(
        rank=rank,
        score=round(1 / (1 + math.exp(-item.picked.score)), 4),
        passage_id=passage.id,
        text=passage.text,
        quotes=best_quotes(passage, [*matches, *noted], meaning),
        highlights=tuple((match.start, match.end) for match in matches),
        footnotes=passage.notes,
        citation=cite(passage),
        versions=tuple(Version(one.document_id, one.title, one.date, one.source) for one in versions),
        why=_why(item, words, matches, noted, alike=alike),
    )


def quotes_of(
    reader: LibraryReader, passage: PassageRecord, words: QueryWords, meaning: Sequence[float] | None = None
) -> tuple[Quote, ...]:
    """Return the quotes that a person sees of a passage, as ``present`` has them."""
    matches, noted = _matches(reader, passage, words)
    return best_quotes(passage, [*matches, *noted], meaning)


def _matches(
    reader: LibraryReader, passage: PassageRecord, words: QueryWords
) -> tuple[list[Match], list[Match]]:
    """Return the words found in a passage, and those found in its footnotes."""
    noted = matches_in_notes(passage, reader.note_markers(passage), words) if passage.notes else []
    return words.matches(passage.text), noted


def _why(
    item: Found, words: QueryWords, matches: Sequence[Match], noted: Sequence[Match], *, alike: bool
) -> Why:
    found = reasons(item.passage, words, matches, noted)
    return Why(
        lexical=round(item.picked.lexical, 3),
        dense=round(item.picked.dense, 3),
        terms=explain([*matches, *noted]),
        words=tuple(reason.word for reason in found.found),
        missing=() if alike else found.missing,
        effects=tuple(
            Effect(name, round(value, 3) + 0.0) for name, value in item.picked.effects
        ),  # never -0.0
        told=(tell_alike if alike else tell)(found, item.picked.dense),
    )
