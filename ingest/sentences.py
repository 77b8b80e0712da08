"""Sentence boundaries in Dutch policy texts.

spaCy does the work: the trained pipeline ``nl_core_news_sm`` where it is installed, else a blank Dutch
pipeline with the rules below. Either way an abbreviation of government Dutch never ends a sentence.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from beleidszoeker.ingest.abbreviations import ABBREVIATIONS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TRAINED = "nl_core_news_sm"
RULES = "blank-nl+rules-1"
_COMPONENT = "beleidszoeker_sentences"

_INITIAL = re.compile(r"^(?:[A-Z]\.)+$")
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]")
_OPENS = re.compile(r"^[\"'“‘«(\[•▪–—-]*[A-ZÀ-Þ0-9€'’]")


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
        self._nlp, self.name = _load(trained)

    def split(self, text: str) -> list[tuple[int, int]]:
        """Return the spans ``[start, end)`` of the sentences, without the white space between them."""
        doc = self._nlp(text)
        spans: list[tuple[int, int]] = []
        for sentence in doc.sents:
            start, end = _trim(text, sentence.start_char, sentence.end_char)
            if start >= end:
                continue
            if spans and _ends_in_abbreviation(text[spans[-1][0] : spans[-1][1]]):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans


@lru_cache(maxsize=4)
def _load(trained: str | None) -> "tuple[Language, str]":
    import spacy  # noqa: PLC0415 - costs half a second, and only ingest needs it
    from spacy.language import Language  # noqa: PLC0415

    if trained and spacy.util.is_package(trained):
        nlp = spacy.load(trained, exclude=["ner", "lemmatizer", "tagger", "morphologizer", "attribute_ruler"])
        return nlp, f"{trained}-{nlp.meta['version']}"
    if not Language.has_factory(_COMPONENT):
        Language.component(_COMPONENT, func=mark_sentences)
    nlp = spacy.blank("nl")
    nlp.add_pipe(_COMPONENT)
    return nlp, RULES


def mark_sentences(doc: "Doc") -> "Doc":
    """Set the sentence starts of a tokenised text by rule (a spaCy pipeline component)."""
    for token in doc[1:]:
        token.is_sent_start = _starts(doc, token.i)
    return doc


def _starts(doc: "Doc", index: int) -> bool:
    """A sentence starts after an end mark and closing quotes, before a capital, number or opening mark."""
    back = index - 1
    while back > 0 and doc[back].text in _CLOSERS and not doc[back].whitespace_:
        back -= 1
    closed = doc[index - 1].text in _CLOSERS and back == index - 1
    ender = doc[back - 1] if closed and back else doc[back]
    if not doc[index - 1].whitespace_ and not doc[index].is_space:
        return False
    if not _OPENS.match(doc[index : index + 2].text):
        return False
    return ender.text[-1:] in _ENDERS and not _is_abbreviation(doc, ender.i)


def _is_abbreviation(doc: "Doc", index: int) -> bool:
    text = doc[index].text
    if text == "." and index and not doc[index - 1].whitespace_:
        text = doc[index - 1].text + "."
    return text.lower() in ABBREVIATIONS or bool(_INITIAL.match(text))


def _ends_in_abbreviation(sentence: str) -> bool:
    word = sentence.rsplit(None, 1)[-1].lstrip("([‘“'\"")
    return word.lower() in ABBREVIATIONS or bool(_INITIAL.match(word))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
