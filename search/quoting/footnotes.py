"""Words found in a footnote count for the sentence that carries its marker."""

from collections.abc import Sequence

from beleidszoeker.index.store import PassageRecord
from beleidszoeker.search.explaining.matching import Match, QueryWords


def matches_in_notes(passage: PassageRecord, markers: Sequence[int], words: QueryWords) -> list[Match]:
    """Return the matches in a passage's footnotes, each placed at its marker in the passage.

    Args:
        passage: The passage.
        markers: Where it cites each of its footnotes; with another number of them the places are not known,
            and all stand at its start.
        words: The query's words.
    """
    known = len(markers) == len(passage.notes)
    places = [max(marker - 1, 0) for marker in markers] if known else [0] * len(passage.notes)
    return [
        match._replace(start=place, end=place)
        for place, note in zip(places, passage.notes, strict=True)
        for match in words.matches(note)
    ]
