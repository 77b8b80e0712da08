"""From what was written to what may be shown: every sentence against its passages as they stand now."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from beleidszoeker.index.dutch.analyser import Analyser
from beleidszoeker.index.store import PassageRecord
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.search.answering.answer import Carrier, Sentence
from beleidszoeker.search.answering.base import Claimed, Written
from beleidszoeker.search.answering.literal import Span, find_literal, is_too_short, whole_sentences
from beleidszoeker.search.answering.reasons import Reason
from beleidszoeker.search.answering.support import unsupported
from beleidszoeker.search.quoting.citation import cite
from beleidszoeker.search.result import Quote

_LONGEST_SENTENCE = 400
_LONGEST_QUOTE = 1_500
_MOST_CITATIONS = 5
_MARKER = re.compile(r"\s*\[\d{1,2}(?:\s*[,-]\s*\d{1,2})*\](?=\W*$)")
_MARKUP = re.compile(r"[<>{}\[\]*_`#|\\^~]|://|\bwww\.|\S@\S|&\w+;")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}

Near: TypeAlias = Callable[[str, str], bool]
"""Tells whether a sentence and a quote are near in meaning."""


@cache
def _splitter() -> SentenceSplitter:
    """Made when it is first used: spaCy takes half a second to load, and most services never answer."""
    return SentenceSplitter(trained=None)


class Checker:
    """Holds sentences against passages.

    Args:
        passages: By number, from 1, as they stand in the library now; ``None`` for one that is gone.
        analyser: Turns text into terms.
        near: Tells whether two texts are near in meaning.
    """

    def __init__(self, passages: Mapping[int, PassageRecord | None], analyser: Analyser, near: Near) -> None:
        self._passages = passages
        self._analyser = analyser
        self._near = near

    def check(self, written: Written) -> Iterator[Sentence | Reason]:
        """Yield for each sentence in what was written either the sentence, or why it is not shown."""
        text = _MARKER.sub("", " ".join(unicodedata.normalize("NFC", written.text).split()))
        if len(text) > _LONGEST_SENTENCE or len(written.citations) > _MOST_CITATIONS:
            yield Reason.TOO_LONG
        elif _MARKUP.search(text) or any(unicodedata.category(char) in _INVISIBLE for char in text):
            yield Reason.MARKUP
        else:
            for start, end in _splitter().split(text) or [(0, len(text))]:
                yield self._checked(text[start:end], written.citations)

    def _checked(self, text: str, claims: tuple[Claimed, ...]) -> Sentence | Reason:
        """Check one sentence: all its quotes must be literal, and one by itself must carry it."""
        if not claims:
            return Reason.UNCITED
        carriers, reason = dict[tuple[str, int], Carrier](), None
        for claim in claims:
            found = self._carrier(text, claim)
            if isinstance(found, Carrier):
                carriers[found.passage_id, found.quote.start] = found
            elif found.is_false:
                return found
            else:
                reason = reason or found
        return Sentence(text, tuple(carriers.values())) if carriers else reason or Reason.UNCITED

    def _carrier(self, text: str, claim: Claimed) -> Carrier | Reason:
        if claim.passage not in self._passages:
            return Reason.NOT_LITERAL
        passage = self._passages[claim.passage]
        if passage is None:
            return Reason.CHANGED
        if is_too_short(claim.quote):
            return Reason.TOO_SHORT
        reason = Reason.NOT_LITERAL
        for place in find_literal(passage.text, claim.quote):
            span = whole_sentences(place, passage.sentences)
            refused = self._refused(text, passage.text[span[0] : span[1]])
            if refused is None:
                return _carry(passage, span)
            reason = refused
        return reason

    def _refused(self, text: str, quote: str) -> Reason | None:
        if len(quote) > _LONGEST_QUOTE:
            return Reason.TOO_LONG
        reason = unsupported(self._analyser, text, quote)
        return reason or (None if self._near(text, quote) else Reason.MEANING)


def _carry(passage: PassageRecord, span: Span) -> Carrier:
    start, end = span
    return Carrier(passage.id, Quote(passage.text[start:end], start, end), cite(passage))
