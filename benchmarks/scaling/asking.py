"""Distinct questions to a running service, one after another, and how long each took.

One connection that stays open, as browsers and programs keep it; answers come compressed, as they ask for
them. What a question costs is a question nobody asked before: none is asked twice, so nothing is remembered
but words.
"""

import gzip
import json
import time
from collections.abc import Callable, Iterator, Sequence
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

import numpy as np

from beleidszoeker.index.dutch import STOPWORDS, fold, tokenise
from beleidszoeker.index.library import Library

PATH = "/api/v1/search?q="
WARM = 100
SHARES = (50, 95, 99)


class Asked(NamedTuple):
    """One question that was answered.

    Attributes:
        whole: Milliseconds from the first byte of the request until the last of the answer.
        took: What the server says that its search took, in milliseconds.
        size: Bytes of the answer as they came.
        answered: Whether it found anything.
    """

    whole: float
    took: float
    size: int
    answered: bool


def measure(
    address: str,
    questions: Sequence[str],
    *,
    warm: Sequence[str] = (),
    busy: Callable[[], float] | None = None,
) -> dict[str, Any]:
    """Ask each question once and return the figures, in milliseconds but for what is named otherwise.

    Args:
        address: Where the service listens: ``http://127.0.0.1:8000``.
        questions: What to ask, no two the same.
        warm: Other questions, asked before and not counted.
        busy: Tells how many milliseconds of processor time the service used so far.
    """
    connection = HTTPConnection(urlsplit(address).netloc, timeout=120)
    try:
        for question in warm:
            ask(connection, question)
        before = busy() if busy else 0.0
        asked = [ask(connection, question) for question in questions]
        used = busy() - before if busy else 0.0
    finally:
        connection.close()
    figures = {
        "questions": len(asked),
        "answered": sum(each.answered for each in asked),
        "whole_ms": spread([each.whole for each in asked]),
        "took_ms": spread([each.took for each in asked]),
        "whole_ms_of_answered": spread([each.whole for each in asked if each.answered]),
        "answer_bytes": round(sum(each.size for each in asked) / len(asked)),
    }
    return figures | ({"processor_ms": round(used / len(asked), 2)} if busy else {})


def ask(connection: HTTPConnection, question: str) -> Asked:
    """Ask one question.

    Raises:
        SystemExit: The service refused it.
    """
    started = time.perf_counter()
    connection.request("GET", PATH + quote(question), headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    content = response.read()
    whole = (time.perf_counter() - started) * 1000
    if response.status != 200:
        raise SystemExit(f"{response.status} for {question!r}")
    packed = response.headers.get("content-encoding") == "gzip"
    answer = json.loads(gzip.decompress(content) if packed else content)
    return Asked(whole, float(answer["took_ms"]), len(content), bool(answer["answered"]))


def combined(questions: Sequence[str], count: int) -> list[str]:
    """Return distinct questions made of two others each, at most all pairs: *mantelzorg en laadpalen*."""
    return list(islice(_pairs(questions), count))


def taken(library: Path, count: int, *, seed: int = 1) -> list[str]:
    """Return distinct questions of two to four words that stand in a row in a library, but for stop words.

    A library that was made by recombining sentences has no answer to many questions that make sense; to
    these it has.

    Args:
        library: The library's folder.
        count: How many to return.
        seed: Draws the passages.
    """
    draw = Random(seed)
    with Library(library) as opened:
        keys = opened.reader.keys().tolist()
        records = opened.reader.passages(draw.sample(keys, min(len(keys), 2 * count)))
    found = (_phrase(record.text, draw) for record in records.values())
    return list(dict.fromkeys(each for each in found if " " in each))[:count]


def spread(values: Sequence[float]) -> dict[str, float]:
    """Return the percentiles of values, by name; none of no values."""
    return {f"p{share}": round(float(np.percentile(values, share)), 1) for share in SHARES if len(values)}


def _phrase(text: str, draw: Random) -> str:
    words = [word for word in (token.text for token in tokenise(text)) if fold(word) not in STOPWORDS]
    telling = [word for word in words if word.isalpha()]
    start = draw.randrange(max(1, len(telling)))
    return " ".join(telling[start : start + draw.randint(2, 4)])


def _pairs(questions: Sequence[str]) -> Iterator[str]:
    """Yield every two of them once, near ones first, so that each takes part about as often."""
    for apart in range(1, (len(questions) + 1) // 2):
        for place, one in enumerate(questions):
            yield f"{one} en {questions[(place + apart) % len(questions)]}"
