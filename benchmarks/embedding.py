"""How quickly passages, sentences and questions become vectors, each runtime in turn on the same texts.

    python benchmarks/embedding.py [--json] [--rounds 3] [--passages 32] [--parity FOLDER]

The rounds take turns between the runtimes, so what else the machine does hits all alike; rates and ratios are
medians over the rounds. FOLDER holds ``corpus.jsonl`` and ``queries.jsonl`` in the form of BEIR: then vectors
and the ten best passages are compared with those of sentence-transformers in full precision as well. On two
quiet cores it takes a minute, with a FOLDER two more.
"""

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from encoding.likeness import cosines
from encoding.parity import parity
from encoding.products import BATCH, of_a_good_shape, of_one_batch
from encoding.runtimes import QUERIES, REFERENCE, Way, ways
from encoding.texts import PASSAGE, SENTENCE, Texts, invented
from machine import machine

from beleidszoeker.model.embedded import FACTS
from beleidszoeker.model.prepare import prepare, prepare_network
from beleidszoeker.model.tokenising import open_tokens

Rounds = dict[str, list[float]]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the embedding model.")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passages", type=int, default=32)
    parser.add_argument("--parity", type=Path, help="folder with corpus.jsonl and queries.jsonl")
    options = parser.parse_args()
    with TemporaryDirectory() as made:
        # Where the model is unpacked already, it need not be done again.
        cache = Path(os.environ.get("BELEIDSZOEKER_CACHE") or made)
        figures = measure(cache, options.rounds, options.passages, options.parity)
    print(json.dumps(figures, indent=2) if options.json else table(figures))


def measure(cache: Path, rounds: int, passages: int, folder: Path | None) -> dict[str, Any]:
    network = prepare_network(cache)
    tokens = open_tokens(network, FACTS.max_tokens)
    texts = invented(lambda text: tokens.count(FACTS.passage_prefix + text), passages)
    runtimes = ways(network, prepare(cache))
    fast = list(runtimes)[-1]
    vectors = {name: way.passages(texts.passages) for name, way in runtimes.items()}
    bounds = bare_products(torch.bfloat16 if fast.endswith("bf16") else torch.float32)
    taken = [turn(runtimes, bounds, texts) for _ in range(rounds)]
    rates = {name: [one[name] for one in taken] for name in taken[0]}
    figures = {
        "machine": machine(),
        "tokens": {"passage": PASSAGE, "sentence": SENTENCE},
        "production": {"passages": fast, "queries": QUERIES},
        "runtimes": {
            name: of_runtime(name, rates) | cosines(vectors[name], vectors[REFERENCE]) for name in runtimes
        },
    }
    figures |= {f"{name}_passages_per_second": statistics.median(rates[name]) for name in bounds}
    figures |= ratios(rates, fast)
    return figures | ({"parity": parity(folder, runtimes)} if folder else {})


def bare_products(dtype: torch.dtype) -> dict[str, Callable[[], None]]:
    return {"matrix_product": of_one_batch(dtype), "best_matrix_product": of_a_good_shape(dtype)}


def turn(runtimes: Any, bounds: dict[str, Callable[[], None]], texts: Texts) -> dict[str, float]:
    """One round: passages a second of each bound; passages, sentences and questions of each runtime."""
    found = {name: BATCH / min(seconds(product) for _ in range(3)) for name, product in bounds.items()}
    for name, way in runtimes.items():
        found[f"{name} passages"] = rate(way.passages, texts.passages)
        found[f"{name} sentences"] = rate(way.passages, texts.sentences)
        found[f"{name} wait"] = wait(way, texts.questions)
    return found


def rate(encode: Callable[[Sequence[str]], Any], texts: Sequence[str]) -> float:
    return len(texts) / seconds(lambda: encode(texts))


def wait(way: Way, questions: Sequence[str]) -> float:
    return statistics.median(seconds(lambda text=text: way.questions([text])) for text in questions)


def of_runtime(name: str, rates: Rounds) -> dict[str, float]:
    passages, sentences = (statistics.median(rates[f"{name} {kind}"]) for kind in ("passages", "sentences"))
    return {
        "passages_per_second": passages,
        "passage_tokens_per_second": passages * PASSAGE,
        "sentence_tokens_per_second": sentences * SENTENCE,
        "query_milliseconds": statistics.median(rates[f"{name} wait"]) * 1000,
    }


def ratios(rates: Rounds, fast: str) -> dict[str, float]:
    def ratio(left: str, right: str) -> float:
        return statistics.median(a / b for a, b in zip(rates[left], rates[right], strict=True))

    passages = f"{fast} passages"
    return {
        "ratio_passages_to_sentence_transformers_fp32": ratio(passages, f"{REFERENCE} passages"),
        "ratio_passages_to_matrix_product": ratio(passages, "matrix_product"),
        "ratio_passages_to_best_matrix_product": ratio(passages, "best_matrix_product"),
        "ratio_sentences_to_sentence_transformers_fp32": ratio(f"{fast} sentences", f"{REFERENCE} sentences"),
        "ratio_query_milliseconds_to_sentence_transformers_fp32": ratio(
            f"{QUERIES} wait", f"{REFERENCE} wait"
        ),
    }


def seconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def table(figures: dict[str, Any]) -> str:
    processor = figures["machine"]
    lines = [f"{processor['processor']}, {processor['cores']} cores, {' '.join(processor['features'])}", ""]
    heads = f"{'passages/s':>12}{'tokens/s':>10}{'short':>8}{'query ms':>10}{'cosine min':>12}{'mean':>10}"
    lines.append(f"{'runtime':28}{heads}")
    for name, f in figures["runtimes"].items():
        lines.append(
            f"{name:28}{f['passages_per_second']:12.2f}{f['passage_tokens_per_second']:10.0f}"
            f"{f['sentence_tokens_per_second']:8.0f}{f['query_milliseconds']:10.1f}"
            f"{f['cosine_min']:12.6f}{f['cosine_mean']:10.6f}"
        )
    flat = {name: value for name, value in figures.items() if isinstance(value, float)}
    lines += ["", *(f"{name}: {value:.3g}" for name, value in flat.items())]
    for name, values in figures.get("parity", {}).items():
        lines.append(f"{name}: " + ", ".join(f"{key} {value:.6g}" for key, value in values.items()))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
