"""The sentences of a passage that answer, cut literally from it."""

from collections.abc import Sequence

from beleidszoeker.index.store import PassageRecord
from beleidszoeker.search.matching import Match
from beleidszoeker.search.result import Quote

_MOST = 2
_NEARLY = 0.6
_SHORT = 25
_FEWEST_WORDS = 5


def best_quotes(passage: PassageRecord, matches: Sequence[Match]) -> tuple[Quote, ...]:
    """Return the sentences with the most telling matches; neighbours become one quote.

    Where no word matches — it was found by meaning — the first sentence that says something is quoted.
    """
    spans = passage.sentences or ((0, len(passage.text)),)
    scores = [_score(span, matches) for span in spans]
    best = max(scores)
    if best <= 0:
        chosen = [next((index for index, span in enumerate(spans) if _says_something(passage.text, span)), 0)]
    else:
        order = sorted(range(len(spans)), key=lambda index: (-scores[index], index))
        chosen = sorted(index for index in order[:_MOST] if scores[index] >= _NEARLY * best)
    return tuple(Quote(passage.text[start:end], start, end) for start, end in _joined(chosen, spans))


def _says_something(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a sentence is more than a label (*Besluit:*) or a courtesy (*Dank u wel*)."""
    sentence = text[span[0] : span[1]]
    return len(sentence.split()) >= _FEWEST_WORDS and not sentence.endswith(":")


def _score(span: tuple[int, int], matches: Sequence[Match]) -> float:
    """Add up the weight of the distinct terms in a sentence; a fragment counts for half."""
    start, end = span
    weights: dict[str, float] = {}
    for match in matches:
        if start <= match.start < end:
            weights[match.term] = max(weights.get(match.term, 0.0), match.weight)
    return sum(weights.values()) * (0.5 if end - start < _SHORT else 1.0)


def _joined(chosen: list[int], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    last = None
    for index in chosen:
        start, end = spans[index]
        if last is not None and index == last + 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        last = index
    return joined
