"""Which of the candidates are shown: one version of a work, not all from one document."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.search.ranking.diversity import PENALTY, diversify, spread
from beleidszoeker.search.ranking.fusion import Fused
from beleidszoeker.search.ranking.versions import surplus


class Picked(NamedTuple):
    """A passage that was chosen, not read yet.

    Attributes:
        key: The passage's key.
        document: Its document.
        score: Its fused score, less what diversity took away.
        dense: Its standardised score by meaning.
        lexical: Its standardised score by words.
        effects: What each part adds to the score, by its name.
        held: It holds a word of the query.
    """

    key: int
    document: str
    score: float
    dense: float
    lexical: float
    effects: tuple[tuple[str, float], ...] = ()
    held: bool = True


class Found(NamedTuple):
    """A passage that was chosen.

    Attributes:
        passage: The passage.
        picked: How it was chosen.
    """

    passage: PassageRecord
    picked: Picked


def choose(reader: LibraryReader, fused: Fused, count: int, *, diverse: bool) -> list[Picked]:
    """Choose among the candidates; those of a document that was removed meanwhile are left out.

    Args:
        reader: Where the passages stand.
        fused: The candidates, best first.
        count: How many are wanted.
        diverse: Show several documents, and one version of each work.
    """
    owners = reader.owners(fused.keys.tolist())
    places = [place for place, key in enumerate(fused.keys.tolist()) if key in owners]
    places = _of_one_version(reader, fused, places, owners) if diverse else places
    scores = [float(fused.scores[place]) for place in places]
    documents = [owners[int(fused.keys[place])] for place in places]
    choices = diversify(scores, documents, len(places), penalty=PENALTY if diverse else 0.0)
    return [
        _picked(fused, places[choice.place], documents[choice.place], choice.score)
        for choice in spread(choices, documents, count)
    ]


def read(reader: LibraryReader, picks: Sequence[Picked]) -> list[Found]:
    """Return these passages in full; one whose document was removed meanwhile is left out."""
    records = reader.passages([pick.key for pick in picks])
    return [Found(records[pick.key], pick) for pick in picks if pick.key in records]


def _picked(fused: Fused, place: int, document: str, score: float) -> Picked:
    dense, lexical = float(fused.dense[place]), float(fused.lexical[place])
    lost = ("diversity", score - float(fused.scores[place]))
    effects = [(name, float(effect[place])) for name, effect in fused.effects.items()]
    told, held = (*effects, lost), bool(fused.held[place])
    return Picked(int(fused.keys[place]), document, score, dense, lexical, told, held)


def _of_one_version(
    reader: LibraryReader, fused: Fused, places: list[int], owners: Mapping[int, str]
) -> list[int]:
    """Leave out the candidates of versions that another version of their work stands for."""
    documents = [owners[int(fused.keys[place])] for place in places]
    works = reader.works(sorted(set(documents)))
    out = surplus([float(fused.scores[place]) for place in places], documents, works)
    return [place for place, document in zip(places, documents, strict=True) if document not in out]
