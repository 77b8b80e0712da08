"""The indexes that are compared, each by a name of FAISS' factory and what can be set when searching."""

from pathlib import Path
from typing import Any, NamedTuple

import faiss
import numpy as np

from beleidszoeker.index.nearest.approximate import ApproximateIndex
from beleidszoeker.index.nearest.exact import ExactIndex
from beleidszoeker.model.base import Vectors

BLOCK = 50_000
LEARNT_FROM = 60_000
OURS = "ours"


class Design(NamedTuple):
    """An index and what to try with it.

    Attributes:
        name: For FAISS' factory; ``{lists}`` is the number of lists.
        settings: Parameters to try, cheapest first: each is a list for FAISS' ``ParameterSpace``.
        most: Up to how many vectors it is tried.
    """

    name: str
    settings: tuple[str, ...]
    most: int = 1_000_000


def _probing(*shares: int) -> tuple[str, ...]:
    return tuple(f"nprobe={{{share}}},k_factor_rf=20" for share in shares)


_REFINED = tuple(f"k_factor_rf={factor}" for factor in (5, 10, 20, 40, 80))
DESIGNS = (
    Design("SQfp16", ("",)),
    Design("SQ8,Refine(SQfp16)", ("k_factor_rf=1", "k_factor_rf=2")),
    Design("PQ192x4fs,Refine(SQfp16)", _REFINED),
    Design("PQ128x4fs,Refine(SQfp16)", _REFINED),
    Design("PQ96x4fs,Refine(SQfp16)", _REFINED),
    Design("RaBitQ,Refine(SQfp16)", _REFINED),
    Design("RaBitQfs,Refine(SQfp16)", _REFINED),
    Design("IVF{lists},PQ192x4fs,Refine(SQfp16)", _probing(16, 8, 4, 2)),
    Design("IVF{lists},RaBitQfs,Refine(SQfp16)", _probing(8, 4, 2)),
    Design("IVF{lists},SQ8,Refine(SQfp16)", tuple(f"nprobe={{{n}}},k_factor_rf=2" for n in (16, 8, 4, 2))),
    Design("IVF{lists},SQfp16", tuple(f"nprobe={{{share}}}" for share in (16, 8, 4, 2))),
    Design(
        "HNSW32_SQ8,Refine(SQfp16)",
        tuple(f"efSearch={most},k_factor_rf=2" for most in (256, 512, 1024, 2048)),
        most=100_000,
    ),
    Design("HNSW32_SQfp16", tuple(f"efSearch={most}" for most in (256, 512, 1024, 2048)), most=100_000),
)


def build(design: Design, vectors: Vectors, path: Path) -> None:
    """Build an index by one thread and write it."""
    faiss.omp_set_num_threads(1)
    name = design.name.format(lists=lists_of(len(vectors)))
    index = faiss.index_factory(vectors.shape[1], name, faiss.METRIC_INNER_PRODUCT)
    if not index.is_trained:
        places = np.random.default_rng(1).permutation(len(vectors))[:LEARNT_FROM]
        index.train(vectors[np.sort(places)])
    for first in range(0, len(vectors), BLOCK):
        index.add(vectors[first : first + BLOCK])
    faiss.write_index(index, str(path))


def build_ours(vectors: Vectors, path: Path) -> None:
    """Build what a snapshot of this version holds when vectors are many."""
    blocks = (vectors[first : first + BLOCK] for first in range(0, len(vectors), BLOCK))
    ApproximateIndex.build(np.arange(len(vectors)), blocks, vectors.shape[1]).save(path)


def open_ours(path: Path, kind: str = "codes") -> ApproximateIndex | ExactIndex:
    return ApproximateIndex.load(path) if kind == "codes" else ExactIndex.load(path)


def tune(index: Any, setting: str, size: int) -> None:
    """Set what a search uses; ``nprobe={8}`` means an eighth of the lists."""
    if setting:
        shares = [f"{{{share}}}" for share in (16, 8, 4, 2)]
        for share in shares:
            setting = setting.replace(share, str(lists_of(size) // int(share[1:-1])))
        faiss.ParameterSpace().set_index_parameters(index, setting)


def lists_of(size: int) -> int:
    """Return the usual number of lists for so many vectors: about the square root."""
    return int(2 ** round(np.log2(size) / 2))
