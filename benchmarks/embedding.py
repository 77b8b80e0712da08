"""How quickly passages and questions become vectors, each runtime in turn on the same texts.

    python benchmarks/embedding.py [--json] [--rounds 3] [--passages 32] [--parity FOLDER]

The rounds take turns between the runtimes, so what else the machine does hits all alike; rates and ratios are
medians over the rounds. FOLDER holds ``corpus.jsonl`` and ``queries.jsonl`` in the form of BEIR: then vectors
and the ten best passages are compared with those of sentence-transformers in full precision as well.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from beleidszoeker.model.batches import batches_by_tokens
from beleidszoeker.model.prepare import prepare, prepare_network
from beleidszoeker.model.runtime import Runtime, Use
from beleidszoeker.model.tokenising import Tokens, open_question_tokens, open_tokens

Encode = Callable[[list[str]], Any]
TOKENS, BATCH, LAYERS, HEADS, WIDTH, WIDE = 280, 8, 12, 12, 384, 1536
REFERENCE = "sentence-transformers fp32"
WORDS = (  # noqa: SIM905 - easier to read
    "de het een van voor gemeente minister provincie stikstof netcapaciteit woningbouw toeslag subsidie "
    "onderzoek besluit kamer motie waterschap budget burger regeling toezicht uitvoering jaar wordt is heeft"
).split()


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the embedding model.")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passages", type=int, default=32)
    parser.add_argument("--parity", type=Path, help="folder with corpus.jsonl and queries.jsonl")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        figures = measure(Path(cache), options.rounds, options.passages, options.parity)
    print(json.dumps(figures, indent=2) if options.json else table(figures))


def measure(cache: Path, rounds: int, count: int, parity_folder: Path | None) -> dict[str, Any]:
    folder = prepare_network(cache)
    tokens = open_tokens(folder, 512)
    passages, questions = invented(tokens, count)
    runtimes = opened(folder, tokens, prepare(cache))
    fast = list(runtimes)[-1]
    dtype = torch.bfloat16 if fast.endswith("bf16") else torch.float32
    bare, large = matrix_products(dtype), large_product(dtype)
    vectors = {name: encode(passages) for name, (encode, _) in runtimes.items()}
    rates: dict[str, list[float]] = {name: [] for name in runtimes}
    waits: dict[str, list[float]] = {name: [] for name in runtimes}
    bounds: list[float] = []
    best: list[float] = []
    for _ in range(rounds):
        bounds.append(BATCH / min(seconds(bare) for _ in range(3)))
        best.append(BATCH / min(seconds(large) for _ in range(3)))
        for name, (encode, ask) in runtimes.items():
            rates[name].append(count / seconds(lambda encode=encode: encode(passages)))
            waits[name].append(statistics.median(seconds(lambda q=q, ask=ask: ask([q])) for q in questions))
    figures: dict[str, Any] = {
        "tokens_per_passage": TOKENS,
        "runtimes": {
            name: {
                "passages_per_second": statistics.median(rates[name]),
                "query_milliseconds": statistics.median(waits[name]) * 1000,
            }
            | cosines(vectors[name], vectors[REFERENCE])
            for name in runtimes
        },
        "production": {"passages": fast, "queries": "OpenVINO f32"},
        "matrix_product_passages_per_second": statistics.median(bounds),
        "best_matrix_product_passages_per_second": statistics.median(best),
        "ratio_passages_to_sentence_transformers_fp32": ratio(rates[fast], rates[REFERENCE]),
        "ratio_passages_to_matrix_product": ratio(rates[fast], bounds),
        "ratio_passages_to_best_matrix_product": ratio(rates[fast], best),
        "ratio_query_milliseconds_to_sentence_transformers_fp32": ratio(
            waits["OpenVINO f32"], waits[REFERENCE]
        ),
    }
    return figures | ({"parity": parity(parity_folder, runtimes, fast)} if parity_folder else {})


def opened(folder: Path, tokens: Tokens, transformer: Path) -> dict[str, tuple[Encode, Encode]]:
    """For each runtime how it embeds passages and questions; the production path comes last."""
    ask = open_question_tokens(folder, 512)
    runtimes = {}
    for name, dtype in ((REFERENCE, torch.float32), ("sentence-transformers bf16", torch.bfloat16)):
        model = SentenceTransformer(str(transformer), device="cpu").to(dtype)
        runtimes[name] = (
            lambda texts, model=model: model.encode(texts, prompt="passage: ", normalize_embeddings=True),
            lambda texts, model=model: model.encode(texts, prompt="query: ", normalize_embeddings=True),
        )
    for use in (Use.QUERIES, Use.PASSAGES):
        network = Runtime(folder, use)
        runtimes[f"OpenVINO {network.precision}"] = (
            lambda texts, network=network: computed(network, [tokens.ids("passage: " + t) for t in texts]),
            lambda texts, network=network: computed(network, [ask.ids("query: " + t) for t in texts]),
        )
    return runtimes


def computed(network: Runtime, ids: list[list[int]]) -> Any:
    vectors = np.empty((len(ids), WIDTH), dtype=np.float32)
    batches = list(batches_by_tokens([len(one) for one in ids]))
    rows = network.vectors([ids[place] for place in places] for places in batches)
    for places, row in zip(batches, rows, strict=True):
        vectors[places] = row
    return vectors


def matrix_products(dtype: torch.dtype) -> Callable[[], None]:
    """Nothing but the matrix products of one batch, each shape as often as the encoder has it."""
    rows, heads, size = BATCH * TOKENS, BATCH * HEADS, WIDTH // HEADS
    shapes = [((rows, WIDTH), (WIDTH, WIDTH))] * 4 + [
        ((rows, WIDTH), (WIDTH, WIDE)),
        ((rows, WIDE), (WIDE, WIDTH)),
    ]
    shapes += [
        ((heads, TOKENS, size), (heads, size, TOKENS)),
        ((heads, TOKENS, TOKENS), (heads, TOKENS, size)),
    ]
    pairs = [(torch.ones(*left).to(dtype), torch.ones(*right).to(dtype)) for left, right in shapes]
    outs = [left @ right for left, right in pairs]

    def products() -> None:
        with torch.inference_mode():
            for _ in range(LAYERS):
                for (left, right), out in zip(pairs, outs, strict=True):
                    torch.matmul(left, right, out=out)

    products()
    return products


def large_product(dtype: torch.dtype) -> Callable[[], None]:
    """As many multiplications as the products of one batch, all in a shape that suits processors."""
    left, right = torch.ones(BATCH * TOKENS, WIDTH).to(dtype), torch.ones(WIDTH, WIDE).to(dtype)
    out = left @ right
    # Per token and layer: four square matrices, two wide ones, and two products with every other token.
    work = LAYERS * (4 * WIDTH * WIDTH + 2 * WIDTH * WIDE + 2 * TOKENS * WIDTH)

    def products() -> None:
        with torch.inference_mode():
            for _ in range(round(work / (WIDTH * WIDE))):
                torch.matmul(left, right, out=out)

    products()
    return products


def parity(folder: Path, runtimes: dict[str, tuple[Encode, Encode]], fast: str) -> dict[str, Any]:
    """The first 500 passages and 200 questions, against sentence-transformers in full precision."""
    passages = [
        f"{row.get('title', '')}\n{row['text']}".strip() for row in rows(folder / "corpus.jsonl", 500)
    ]
    questions = [row["text"] for row in rows(folder / "queries.jsonl", 200)]
    expected = runtimes[REFERENCE][0](passages), runtimes[REFERENCE][1](questions)
    results = {}
    for name in ("OpenVINO f32", fast):
        found = runtimes[name][0](passages), runtimes["OpenVINO f32"][1](questions)
        best = best_ten(*found), best_ten(*expected)
        results[f"passages {name}, queries OpenVINO f32"] = cosines(found[0], expected[0]) | {
            "same_top_10": float(np.mean([set(a) == set(b) for a, b in zip(*best, strict=True)])),
            "shared_of_top_10": float(np.mean([len({*a} & {*b}) / 10 for a, b in zip(*best, strict=True)])),
            "largest_difference_in_score": float(
                np.abs(found[1] @ found[0].T - expected[1] @ expected[0].T).max()
            ),
        }
    return results


def best_ten(passages: Any, questions: Any) -> list[list[int]]:
    return np.argsort(-(questions @ passages.T), axis=1, kind="stable")[:, :10].tolist()


def rows(path: Path, count: int) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:count]]


def invented(tokens: Tokens, count: int) -> tuple[list[str], list[str]]:
    """Passages of just so many tokens, and questions of ten words."""
    source = random.Random(1)
    return [invented_passage(source, tokens) for _ in range(count)], [
        " ".join(source.choices(WORDS, k=10)) for _ in range(15)
    ]


def invented_passage(source: random.Random, tokens: Tokens) -> str:
    text = source.choice(WORDS)
    while tokens.count("passage: " + text) < TOKENS:
        text += " " + source.choice(WORDS)
    return text


def cosines(vectors: Any, expected: Any) -> dict[str, float]:
    # Rounded to bf16, a vector's own norm is not quite 1.
    norms = np.linalg.norm(vectors, axis=1) * np.linalg.norm(expected, axis=1)
    likeness = (vectors * expected).sum(axis=1) / norms
    return {"cosine_min": float(likeness.min()), "cosine_mean": float(likeness.mean())}


def seconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def ratio(left: list[float], right: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(left, right, strict=True))


def table(figures: dict[str, Any]) -> str:
    lines = [f"{'runtime':30}{'passages/s':>12}{'query ms':>10}{'cosine min':>12}{'mean':>10}"]
    for name, f in figures["runtimes"].items():
        lines.append(
            f"{name:30}{f['passages_per_second']:12.1f}{f['query_milliseconds']:10.1f}"
            f"{f['cosine_min']:12.6f}{f['cosine_mean']:10.6f}"
        )
    flat = {name: value for name, value in figures.items() if isinstance(value, float)}
    lines += [f"{name}: {value:.3g}" for name, value in flat.items()]
    for name, values in figures.get("parity", {}).items():
        lines.append(f"{name}: " + ", ".join(f"{key} {value:.6g}" for key, value in values.items()))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
