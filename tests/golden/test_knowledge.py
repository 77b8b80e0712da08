"""What is read from real documents, held against what readers saw in them without knowing the program.

The bounds stand a little below what was measured, and docs/knowledge.md has the figures. The first set was
used to improve the program, the second, third and fourth to improve the reading of commitments.
"""

import pytest

from benchmarks.knowledge import scoring
from benchmarks.knowledge.judged import SHARED, Judged, Judgements, prepared

FIRST, SECOND, THIRD, FOURTH = ALL = tuple(
    Judgements(name) for name in ("first", "second", "third", "fourth")
)

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


@pytest.mark.parametrize(
    ("judgements", "precision", "recall"),
    [(FIRST, 0.99, 0.97), (SECOND, 0.98, 0.95)],
    ids=["first", "second"],
)
def test_references(judgements: Judgements, precision: float, recall: float) -> None:
    """Nearly all references are found, with the right key, and hardly anything else."""
    found = scoring.references(judgements)
    assert found.precision >= precision
    assert found.recall >= recall


@pytest.mark.parametrize(
    ("judgements", "precision", "recall"),
    [(FIRST, 0.95, 0.95), (SECOND, 0.97, 0.88), (THIRD, 0.95, 0.9), (FOURTH, 0.95, 0.8)],
    ids=["first", "second", "third", "fourth"],
)
def test_commitments(judgements: Judgements, precision: float, recall: float) -> None:
    """Most sentences that promise are found, and most that are found do."""
    found = scoring.commitments(judgements)
    assert found.precision >= precision
    assert found.recall >= recall


def test_kinds_and_deadlines() -> None:
    """Commitments that are found are told apart rightly, and their terms end on the right day."""
    for of, least in ((scoring.kinds, 0.95), (scoring.deadlines, 0.95)):
        counts = [of(judgements) for judgements in ALL]
        assert sum(right for right, _ in counts) >= least * sum(judged for _, judged in counts)


def test_programmes() -> None:
    """Programmes are recognised wherever they are named in five texts."""
    found = scoring.mentions(FIRST, kind="programme")
    assert found.precision >= 0.98
    assert found.recall >= 0.95


def test_the_judgements_are_about_these_texts() -> None:
    """Every span lies in its text, and a sentence that was judged is one of the program's."""
    for judgements in ALL:
        for document in judgements.documents():
            read = prepared(document)
            sentences = {span for passage in read.passages for span in passage.sentences}
            assert len(sentences) == document.sentences
        starts = {(each.id, start) for each in judgements.documents("commitments") for start in _starts(each)}
        assert {(row["document"], int(row["start"])) for row in judgements.rows("commitments")} <= starts


def _starts(document: Judged) -> set[int]:
    return {start for passage in prepared(document).passages for start, _ in passage.sentences}
