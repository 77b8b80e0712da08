"""How to cut a question with its answer, measured: ``python benchmarks/kamervragen.py [--pairs 300]``.

One sentence is taken out of the middle of each answer and asked for: what remains, cut in each way, should be
found. So no query stands in what it looks for. Meaning alone, without the map; a pair scores as its best
passage. *Too long* counts passages beyond the model's tokens, whose end it would not see.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from beleidszoeker.index.store import embedded_text
from beleidszoeker.ingest.chunk import ChunkSize, chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind, Evidence, Metadata
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.kamervragen.finding import find_questions
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.measuring.beir import Collection, read_collection
from beleidszoeker.settings import load_settings

EVAL = Path(__file__).parents[2] / "shared" / "eval" / "kamervragen"
SPLIT = SentenceSplitter(trained=None).split
FEWEST_SENTENCES = 4
DEPTH = 10
WAYS = ("answers alone", "answers with context", 1200, 1500, 1800, 2200)


@dataclass(frozen=True)
class Case:
    """A question, its answer without one sentence, and that sentence."""

    question: str
    rest: str
    query: str


def main() -> None:
    parser = argparse.ArgumentParser(description="Retrieval by the way that questions and answers are cut.")
    parser.add_argument("--eval", type=Path, default=EVAL, help="BEIR folder of questions with answers")
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache)
    chosen = list(cases(read_collection(arguments.eval)))
    random.Random(5).shuffle(chosen)
    found = []
    for way in WAYS:
        found.append({"way": way, **measure(chosen[: arguments.pairs], embedder, way)})
        if not arguments.json:
            print(*found[-1].values(), sep="\t", flush=True)
    if arguments.json:
        print(json.dumps(found, indent=2))


def cases(collection: Collection) -> Iterator[Case]:
    for name, question in collection.queries.items():
        for text in collection.judgements[name]:
            answer = collection.texts[text][1]
            spans = SPLIT(answer)
            start, end = spans[len(spans) // 2] if spans else (0, 0)
            if len(spans) >= FEWEST_SENTENCES and 60 < end - start < 400:
                yield Case(question, f"{answer[:start]} {answer[end:]}", answer[start:end])


def measure(chosen: list[Case], embedder: Embedder, way: str | int) -> dict[str, float]:
    texts = [(owner, text) for owner, case in enumerate(chosen) for text in cut(case, way)]
    owners = np.array([owner for owner, _ in texts])
    passages = embedder.encode_passages([text for _, text in texts])
    cosines = embedder.encode_queries([case.query for case in chosen]) @ passages.T
    ranks = []
    for wanted, row in enumerate(cosines):
        order = list(dict.fromkeys(owners[np.argsort(-row)].tolist()))
        ranks.append(order.index(wanted))
    gains = [1 / np.log2(rank + 2) if rank < DEPTH else 0.0 for rank in ranks]
    tokens = [embedder.count_tokens(text) for _, text in texts]
    return {
        "passages": len(texts),
        "nDCG@10": round(float(np.mean(gains)), 4),
        "R@1": round(ranks.count(0) / len(ranks), 4),
        "longest": max(tokens),
        "too_long": sum(count > embedder.max_tokens for count in tokens),
    }


def cut(case: Case, way: str | int) -> Iterator[str]:
    """Yield what is embedded of a case."""
    lines = ["Vraag 1", case.question, "Antwoord 1", case.rest]
    document = compose(DraftDocument([Draft(BlockKind.PARAGRAPH, [Line(line)]) for line in lines]))
    questions = find_questions(document, Metadata(Evidence(""), Evidence("overig")))
    size = replace(ChunkSize(), exchange=way if isinstance(way, int) else 0)
    for passage in chunk(document, SPLIT, size=size, questions=questions):
        text = document.text[passage.start : passage.end]
        if way != "answers alone":
            yield embedded_text(passage.section[-1], text, passage.context)
        elif passage.context:
            yield embedded_text(passage.section[-1], text)


if __name__ == "__main__":
    main()
