"""*Is dit eerder gevraagd?*, measured: ``python benchmarks/asked.py --eval DIR [--json]``.

Every question of a collection in BEIR's layout is asked again in other words, by each rule of
``rewording.py``, of an archive of all questions with their answers, as the product holds it in memory: is the
same one first? Where a rule finds nothing to change, it is not counted. One question of fourteen is kept out
of the archive. Those, and each question of the archive without itself, were *not* asked before: what the best
of the others scores tells where *asked before* begins. That likeness is chosen on every second score and told
of the rest, also for an archive of a hundred.
``--large 100000`` times a draft against so many made-up questions.
"""

import argparse
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from rewording import RULES, with_neighbour

from beleidszoeker.index.wording import Wording, wording
from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder, Vectors
from beleidszoeker.search.asked.likeness import Texts
from beleidszoeker.search.asked.telling import ASKED
from beleidszoeker.search.measuring.beir import Collection, read_collection
from beleidszoeker.settings import load_settings

EVAL = Path(__file__).parents[2] / "shared" / "eval" / "kamervragen"
APART = 14
SEED = 7
SMALL = 100
_BATCH = 64


@dataclass(frozen=True)
class Asked:
    """Questions that were asked, with the answers that the collection gives them, and others."""

    questions: Sequence[str]
    answers: Sequence[tuple[str, ...]]
    apart: Sequence[str]


def main() -> None:
    parser = argparse.ArgumentParser(description="Is a reworded question found again?")
    parser.add_argument("--eval", type=Path, default=EVAL, help="BEIR folder of questions with answers")
    parser.add_argument("--large", type=int, default=0, help="time a draft against so many questions")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    if arguments.large:
        found = large(arguments.large)
    else:
        settings = load_settings()
        embedder = load_embedder(settings.model, cache_dir=settings.cache)
        found = measure(read_asked(read_collection(arguments.eval)), embedder)
    if arguments.json:
        print(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            print(name, *(value.items() if isinstance(value, dict) else [value]), sep="\t")


def read_asked(collection: Collection) -> Asked:
    """Pair each question with its answers, and keep some apart."""
    pairs = [
        (question, tuple(collection.texts[text][1] for text in collection.judgements[name]))
        for name, question in collection.queries.items()
    ]
    kept = [pair for place, pair in enumerate(pairs) if place % APART]
    return Asked([q for q, _ in kept], [a for _, a in kept], [q for q, _ in pairs[::APART]])


def measure(asked: Asked, embedder: Embedder) -> dict[str, Any]:
    """Return the share of each rule that is first, and what tells apart what was asked from what was not."""
    wordings, vectors = [wording(text) for text in asked.questions], encoded(embedder, asked.questions)
    archive = Texts(wordings, vectors)
    rules = {**RULES, "with neighbour": with_neighbour(list(asked.apart))}
    found: dict[str, Any] = {"questions": len(asked.questions), "rules": {}, "changed": {}}
    own: list[float] = []
    for name, rule in rules.items():
        random = Random(SEED)
        drafts = [rule(text, random) for text in asked.questions]
        scores = [
            archive.like(wording(draft), vector).score
            for draft, vector in zip(drafts, encoded(embedder, drafts), strict=True)
        ]
        first = [
            is_same(asked, place, int(np.argmax(each)))
            for place, each in enumerate(scores)
            if drafts[place] != asked.questions[place]
        ]
        found["rules"][name] = round(float(np.mean(first)), 4)
        found["changed"][name] = len(first)
        own += [float(each[place]) for place, each in enumerate(scores)]
    weights = list(found["changed"].values())
    found["together"] = round(float(np.average(list(found["rules"].values()), weights=weights)), 4)
    apart = [
        float(archive.like(wording(text), vector).score.max())
        for text, vector in zip(asked.apart, encoded(embedder, asked.apart), strict=True)
    ]
    others = [*apart, *best_others(archive, wordings, vectors)]
    found["threshold"] = threshold(np.array(own), np.array(others))
    found["of a hundred"] = of_a_hundred(asked, wordings, vectors, embedder)
    return found


def is_same(asked: Asked, place: int, first: int) -> bool:
    """Tell whether what came first is the question, or one in the same words with the same answer."""
    same = asked.questions[first] == asked.questions[place]
    return first == place or (same and asked.answers[first] == asked.answers[place])


def best_others(archive: Texts, wordings: Sequence[Wording], vectors: Vectors) -> Iterable[float]:
    """Yield for each question of the archive what the best of the others scores."""
    for place, (words, vector) in enumerate(zip(wordings, vectors, strict=True)):
        scores = archive.like(words, vector).score
        scores[place] = -1
        yield float(scores.max())


def threshold(own: Any, others: Any) -> dict[str, float]:
    """Choose on every second score, by the fewest errors of both kinds, and tell of the rest."""
    choices = np.arange(0.2, 0.8, 0.01)
    wrong = [np.mean(own[::2] < each) + np.mean(others[::2] >= each) for each in choices]
    return {
        "chosen": round(float(choices[int(np.argmin(wrong))]), 2),
        "used": ASKED,
        "recognised": round(float(np.mean(own[1::2] >= ASKED)), 4),
        "wrongly recognised": round(float(np.mean(others[1::2] >= ASKED)), 4),
    }


def of_a_hundred(
    asked: Asked, wordings: Sequence[Wording], vectors: Vectors, embedder: Embedder
) -> Mapping[str, float]:
    """Tell how it goes in a small library: stacked rewordings of its own, and questions of others."""
    archive = Texts(wordings[:SMALL], vectors[:SMALL])
    random = Random(SEED)
    drafts = [RULES["stacked"](text, random) for text in asked.questions[:SMALL]]
    own = [
        archive.like(wording(draft), vector).score
        for draft, vector in zip(drafts, encoded(embedder, drafts), strict=True)
    ]
    others = [
        archive.like(words, vector).score.max()
        for words, vector in zip(wordings[SMALL:], vectors[SMALL:], strict=True)
    ]
    return {
        "first": round(float(np.mean([int(np.argmax(each)) == place for place, each in enumerate(own)])), 4),
        "recognised": round(float(np.mean([each[place] >= ASKED for place, each in enumerate(own)])), 4),
        "wrongly recognised": round(float(np.mean(np.array(others) >= ASKED)), 4),
    }


def large(count: int) -> dict[str, float]:
    """Time drafts against made-up questions whose words are as common as those of a language (Zipf)."""
    random = np.random.default_rng(SEED)
    common = lambda size: np.unique(random.zipf(1.3, size) % 300_000).astype(np.uint32)  # noqa: E731
    rows = [Wording(common(20), random.integers(0, 2**32, 34, dtype=np.uint32)) for _ in range(count)]
    vectors = random.standard_normal((count, 384), dtype=np.float32)
    started = time.perf_counter()
    archive = Texts(rows, vectors)
    opened = time.perf_counter()
    times = []
    for row in rows[:50]:
        began = time.perf_counter()
        archive.like(row, vectors[0])
        times.append(time.perf_counter() - began)
    return {
        "questions": count,
        "open_s": round(opened - started, 2),
        "draft_ms_median": round(1000 * float(np.median(times)), 1),
        "draft_ms_p95": round(1000 * float(np.quantile(times, 0.95)), 1),
        "megabytes": round((vectors.nbytes + archive.nbytes) / 1e6, 1),
    }


def encoded(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    """Embed questions, some at a time."""
    parts = [embedder.encode_queries(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
    return np.vstack(parts)


if __name__ == "__main__":
    main()
