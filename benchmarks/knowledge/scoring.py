"""Precision and recall of what was found against what was judged."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from beleidszoeker.ingest.knowledge.model import Commitment, Mention, Reference
from beleidszoeker.ingest.knowledge.references.laws import law_key
from benchmarks.knowledge.judged import Judgements, prepared


@dataclass(frozen=True, slots=True)
class Found:
    """Something at a place.

    Attributes:
        document: Id.
        start: First character.
        end: One past the last.
        what: What it is; two are the same when this is, and their places overlap.
    """

    document: str
    start: int
    end: int
    what: Hashable


@dataclass(frozen=True, slots=True)
class Score:
    """How what was found agrees with what was judged.

    Attributes:
        judged: How many there are.
        found: How many were found.
        right: How many of these are right.
        missed: Judged and not found.
        wrong: Found and not judged.
    """

    judged: int
    found: int
    right: int
    missed: Sequence[Found] = field(repr=False, default=())
    wrong: Sequence[Found] = field(repr=False, default=())

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found."""
        return self.right / self.judged if self.judged else 1.0


def score(judged: Sequence[Found], found: Sequence[Found]) -> Score:
    """Match each judgement with at most one thing found, in the order of the text."""
    left = sorted(found, key=_place)
    missed = []
    for each in sorted(judged, key=_place):
        twin = next((other for other in left if _same(each, other)), None)
        if twin is None:
            missed.append(each)
        else:
            left.remove(twin)
    return Score(len(judged), len(found), len(judged) - len(missed), missed, left)


def references(judgements: Judgements) -> Score:
    """Score references by their key, with overlapping spans."""
    expected = [_expected(row, _key(row["key"])) for row in judgements.rows("references")]

    def found(reference: Reference) -> Hashable:
        return _key(reference.key)

    return score(expected, _all(judgements, "references", found))


def commitments(judgements: Judgements) -> Score:
    """Score sentences: a commitment of any kind or none."""
    expected = [_expected(row, "") for row in judgements.rows("commitments")]
    return score(expected, _all(judgements, "commitments", lambda _: ""))


def kinds(judgements: Judgements) -> tuple[int, int]:
    """Return how many of the commitments found rightly have the judged kind, and how many there are."""
    told = {(row["document"], int(row["start"])): row["label"] for row in judgements.rows("commitments")}
    same = [each.kind.value == told[key] for key, each in _commitments(judgements) if key in told]
    return sum(same), len(same)


def deadlines(judgements: Judgements) -> tuple[int, int]:
    """Return how many of the commitments found rightly have the judged last day, and how many have one."""
    told = {(row["document"], int(row["start"])): row["until"] for row in judgements.rows("commitments")}
    found = [(told[key], _until(each)) for key, each in _commitments(judgements) if key in told]
    dated = [one == other for one, other in found if one or other]
    return sum(dated), len(dated)


def mentions(judgements: Judgements, *, kind: str = "programme") -> Score:
    """Score the mentions of one kind of name."""
    expected = [_expected(row, kind) for row in judgements.rows("mentions") if row["kind"] == kind]

    def found(mention: Mention) -> Hashable:
        return mention.kind.value

    everything = _all(judgements, "mentions", found)
    return score(expected, [each for each in everything if each.what == kind])


def _until(commitment: Commitment) -> str:
    return (commitment.term.until if commitment.term else None) or ""


def _commitments(judgements: Judgements) -> Iterable[tuple[tuple[str, int], Commitment]]:
    for document in judgements.documents("commitments"):
        for each in prepared(document).knowledge.commitments:
            yield (document.id, each.start), each


def _all(judgements: Judgements, part: str, what: Callable[..., Hashable]) -> list[Found]:
    return [
        Found(document.id, each.start, each.end, what(each))
        for document in judgements.documents(part)
        for each in getattr(prepared(document).knowledge, part)
    ]


def _expected(row: dict[str, str], what: Hashable) -> Found:
    return Found(row["document"], int(row["start"]), int(row["end"]), what)


def _key(key: str) -> str:
    """Judges wrote a law as it is named: two names of one law are the same key."""
    article, at, law = key.partition("@")
    return (f"{article}@{law_key(law) if law else ''}" if at else key).lower().replace(" ", "")


def _place(found: Found) -> tuple[str, int, int]:
    return found.document, found.start, found.end


def _same(one: Found, other: Found) -> bool:
    return (
        one.document == other.document
        and one.what == other.what
        and one.start < other.end
        and other.start < one.end
    )
