"""The sentences of a passage that answer, cut literally from it."""

import re
from collections.abc import Sequence

from beleidszoeker.index.store import PassageRecord
from beleidszoeker.search.explaining.matching import Match
from beleidszoeker.search.result import Quote

_MOST = 2
_NEARLY = 0.6
_SHORT = 25
_FEWEST_WORDS = 5
_ANSWER = re.compile(r"^\W*antwoord\b", re.IGNORECASE | re.MULTILINE)

_Span = tuple[int, int]


def best_quotes(
    passage: PassageRecord, matches: Sequence[Match], meaning: Sequence[float] | None = None
) -> tuple[Quote, ...]:
    """Return the sentences that say most of what was asked; neighbours become one quote.

    Args:
        passage: The passage.
        matches: The words that match.
        meaning: What each sentence's meaning counts, in the unit of the matches' weights; ``None`` where it
            is not known. Where no word matches either, the first sentence that says something is quoted.
    """
    spans = passage.sentences or ((0, len(passage.text)),)
    places = _answering(passage.text, spans)
    near = [meaning[place] for place in places] if meaning and len(meaning) == len(spans) else None
    scores = _scores(passage.text, [spans[place] for place in places], matches, near)
    best = max(scores)
    if best <= 0:
        chosen = [next((place for place in places if _says_something(passage.text, spans[place])), places[0])]
    else:
        order = sorted(range(len(places)), key=lambda index: (-scores[index], index))
        chosen = sorted(places[index] for index in order[:_MOST] if scores[index] >= _NEARLY * best)
    if 0 < places[0] == chosen[0] - 1 and _is_short(spans[places[0]]):
        chosen.insert(0, places[0])  # *Nee.* belongs to the reason that follows it
    quotes = [Quote(passage.text[start:end], start, end) for start, end in _joined(chosen, spans)]
    return tuple({quote.text: quote for quote in reversed(quotes)}.values())[::-1]


def _answering(text: str, spans: Sequence[_Span]) -> Sequence[int]:
    """Return the places of the sentences that may be quoted: of a question with its answer, the answer's."""
    for place in range(1, len(spans)):
        if _ANSWER.search(text, spans[place - 1][1], spans[place][0]):
            return range(place, len(spans))
    return range(len(spans))


def _scores(
    text: str, spans: Sequence[_Span], matches: Sequence[Match], meaning: Sequence[float] | None
) -> list[float]:
    """Add words and meaning; of meaning only what a sentence has more than the least of them counts."""
    words = [_score(span, matches) for span in spans]
    if not meaning:
        return words
    least = min(meaning)
    return [
        score + (near - least if _says_something(text, span) else 0.0)
        for score, near, span in zip(words, meaning, spans, strict=True)
    ]


def _says_something(text: str, span: _Span) -> bool:
    """Tell whether a sentence is more than a label (*Besluit:*) or a courtesy (*Dank u wel*)."""
    sentence = text[span[0] : span[1]]
    return len(sentence.split()) >= _FEWEST_WORDS and not sentence.endswith(":")


def _score(span: _Span, matches: Sequence[Match]) -> float:
    """Add up the weight of the distinct terms in a sentence; a fragment counts for half."""
    start, end = span
    weights: dict[str, float] = {}
    for match in matches:
        if start <= match.start < end:
            weights[match.term] = max(weights.get(match.term, 0.0), match.weight)
    return sum(weights.values()) * (0.5 if _is_short(span) else 1.0)


def _is_short(span: _Span) -> bool:
    return span[1] - span[0] < _SHORT


def _joined(chosen: list[int], spans: Sequence[_Span]) -> list[_Span]:
    joined: list[_Span] = []
    last = None
    for index in chosen:
        start, end = spans[index]
        if last is not None and index == last + 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        last = index
    return joined
