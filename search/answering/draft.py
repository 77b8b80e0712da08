"""From the letters that a language model returned to sentences with citations, or a clear error."""

import json
from itertools import islice

import msgspec

from beleidszoeker.errors import AnswerUnreadableError
from beleidszoeker.search.answering.base import Claimed, Written

_TRIES = 50
_DECODER = json.JSONDecoder()


class _Citation(msgspec.Struct):
    passage: int
    quote: str


class _Sentence(msgspec.Struct):
    text: str
    citations: list[_Citation] = []


class _Draft(msgspec.Struct):
    sentences: list[_Sentence]


def read_draft(content: str) -> tuple[Written, ...]:
    """Return the sentences in what a model wrote; fences and talk around the JSON do no harm.

    Raises:
        AnswerUnreadableError: It holds no such JSON.
    """
    starts = (place for place, char in enumerate(content) if char == "{")
    for start in islice(starts, _TRIES):
        try:
            found, _ = _DECODER.raw_decode(content, start)
            draft = msgspec.convert(found, _Draft, strict=False)
        except (ValueError, RecursionError, msgspec.MsgspecError):
            continue
        return tuple(map(_written, draft.sentences))
    raise AnswerUnreadableError(
        "Het taalmodel gaf geen antwoord in de vorm die is gevraagd.",
        advice="De citaten hieronder staan er los van.",
    )


def _written(sentence: _Sentence) -> Written:
    return Written(sentence.text, tuple(Claimed(one.passage, one.quote) for one in sentence.citations))
