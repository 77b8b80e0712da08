"""Learning the matrix: in-batch negatives, the identity at the start, a penalty for leaving it.

The loss is InfoNCE in both directions (van den Oord et al. 2018) over cosines of mapped vectors.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.vector_map import VectorMap
from beleidszoeker.model.base import Vectors


@dataclass(frozen=True, slots=True)
class Training:
    """How the map is learnt; values measured by cross-validation, see docs/retrieval.md.

    Attributes:
        epochs: Times that every pair is seen.
        batch: Pairs in a batch; each pair's answer is a negative for all other questions of its batch.
        rate: Step size of Adam.
        temperature: Divides the cosines; smaller looks harder at near misses.
        penalty: Weight of the squared distance from the identity, per dimension.
        seeds: So many maps are learnt, each from the pairs in another order, and their mean is taken.
        share: What the learnt matrix counts, where the identity counts the rest.
    """

    epochs: int = 30
    batch: int = 256
    rate: float = 2e-3
    temperature: float = 0.03
    penalty: float = 3.0
    seeds: int = 5
    share: float = 0.8


def train(
    queries: Vectors, passages: Vectors, pairs: NDArray[np.int64], *, training: Training | None = None
) -> VectorMap:
    """Learn a map.

    Args:
        queries: Shape ``(q, d)``, float32, unit length.
        passages: Shape ``(p, d)``, likewise.
        pairs: Rows of queries and passages that belong together, shape ``(n, 2)``.
        training: How.
    """
    how = training or Training()
    with _one_thread():
        mean = np.mean([_learn(queries, passages, pairs, how, seed) for seed in range(how.seeds)], axis=0)
    matrix = how.share * mean + (1 - how.share) * np.eye(queries.shape[1])
    return VectorMap(matrix.astype(np.float32))


@contextmanager
def _one_thread() -> Iterator[None]:
    """The matrices are small: threads gain nothing, and on a busy machine they wait for each other."""
    import torch  # noqa: PLC0415 - only learning needs it

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _learn(
    queries: Vectors, passages: Vectors, pairs: NDArray[np.int64], how: Training, seed: int
) -> NDArray[np.float32]:
    import torch  # noqa: PLC0415 - only learning needs it
    from torch.nn.functional import cross_entropy, normalize  # noqa: PLC0415

    order = torch.Generator().manual_seed(seed)
    identity = torch.eye(queries.shape[1])
    matrix = identity.clone().requires_grad_()
    optimiser = torch.optim.Adam([matrix], lr=how.rate)
    asked, given = torch.tensor(queries), torch.tensor(passages)
    rows = torch.tensor(pairs)
    for _ in range(how.epochs):
        for batch in torch.split(torch.randperm(len(rows), generator=order), how.batch):
            left = normalize(asked[rows[batch, 0]] @ matrix, dim=1)
            right = normalize(given[rows[batch, 1]] @ matrix, dim=1)
            cosines = left @ right.T / how.temperature
            target = torch.arange(len(batch))
            loss = cross_entropy(cosines, target) + cross_entropy(cosines.T, target)
            loss = loss + how.penalty * ((matrix - identity) ** 2).sum() / len(identity)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            optimiser.step()
    return np.asarray(matrix.detach().numpy(), dtype=np.float32)
