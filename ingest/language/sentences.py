"""Sentence boundaries in Dutch policy texts.

spaCy does the work: the trained pipeline ``nl_core_news_sm`` where it is installed, else the Dutch tokeniser
with the rules of ``boundaries``. Either way an abbreviation of government Dutch never ends a sentence.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from beleidszoeker.ingest.language.boundaries import Boundaries, is_abbreviation

TRAINED = "nl_core_news_sm"
RULES = "blank-nl+rules-2"

_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivx]{1,5})[.)]")

_Spans = Callable[[str], Iterable[tuple[int, int]]]


class SentenceSplitter:
    """Splits text into sentences; make one and keep it, loading takes a second.

    Attributes:
        name: Which splitter this is; an index records it.
    """

    def __init__(self, *, trained: str | None = TRAINED) -> None:
        """Load the trained pipeline when it is installed and wanted, else the rules.

        Args:
            trained: Name of an installed spaCy pipeline; ``None`` for the rules.
        """
        self._spans, self.name = _load(trained)

    def split(self, text: str) -> list[tuple[int, int]]:
        """Return the spans ``[start, end)`` of the sentences, without the white space between them."""
        spans: list[tuple[int, int]] = []
        for found in self._spans(text):
            start, end = _trim(text, *found)
            if start >= end:
                continue
            if spans and _goes_on(text[spans[-1][0] : spans[-1][1]]):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans


@lru_cache(maxsize=4)
def _load(trained: str | None) -> tuple[_Spans, str]:
    import spacy  # noqa: PLC0415 - costs half a second, and only ingest needs it

    if trained and spacy.util.is_package(trained):
        nlp = spacy.load(trained, exclude=["ner", "lemmatizer", "tagger", "morphologizer", "attribute_ruler"])
        name = f"{trained}-{nlp.meta['version']}"
        return lambda text: ((span.start_char, span.end_char) for span in nlp(text).sents), name
    tokenizer = spacy.blank("nl").tokenizer
    return Boundaries(lambda chunk: tuple(token.text for token in tokenizer(chunk))).spans, RULES


def _goes_on(sentence: str) -> bool:
    """Tell whether a sentence cannot end so: after an abbreviation, or after nothing but an item's number."""
    return bool(_ENUMERATOR.fullmatch(sentence)) or is_abbreviation(
        sentence.rsplit(None, 1)[-1].lstrip("([‘“'\"")
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
