"""Two sets of vectors, and of rankings, side by side."""

from typing import Any

import numpy as np

BEST = 10


def ranking(found: Any, expected: Any) -> dict[str, float]:
    """Compare the ten best of each question by their scores, both of shape ``(questions, passages)``.

    Returns:
        ``same_top_10``: share of the questions with the same ten, in any order; ``shared_of_top_10``: share
        of all places that went to the same passage; ``score_difference``: its standard deviation;
        ``gap_after_10``: median difference between the expected tenth and eleventh score;
        ``largest_loss``: by how much the worst passage that came in scores below the expected tenth.
    """
    ours, theirs = _best(found), _best(expected)
    shared = [len({*a} & {*b}) for a, b in zip(ours, theirs, strict=True)]
    ordered = -np.sort(-expected, axis=1)
    worst = np.take_along_axis(expected, np.array(ours), axis=1).min(axis=1)
    return {
        "same_top_10": float(np.mean([count == BEST for count in shared])),
        "shared_of_top_10": float(np.mean(shared)) / BEST,
        "score_difference": float(np.std(found - expected)),
        "gap_after_10": float(np.median(ordered[:, BEST - 1] - ordered[:, BEST])),
        "largest_loss": float((ordered[:, BEST - 1] - worst).max()),
    }


def cosines(vectors: Any, expected: Any) -> dict[str, float]:
    """Lowest and mean cosine of the rows, whatever their norms."""
    likeness = (unit(vectors) * unit(expected)).sum(axis=1)
    return {"cosine_min": float(likeness.min()), "cosine_mean": float(likeness.mean())}


def unit(vectors: Any) -> Any:
    """Scale each row to L2 norm 1."""
    # Rounded to bf16, a vector's own norm is not quite 1.
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _best(scores: Any) -> list[list[int]]:
    best: list[list[int]] = np.argsort(-scores, axis=1, kind="stable")[:, :BEST].tolist()
    return best
