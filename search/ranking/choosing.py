"""Which of the candidates are shown: one version of a work, not all from one document."""

from collections.abc import Mapping
from typing import NamedTuple

from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.search.ranking.diversity import PENALTY, diversify
from beleidszoeker.search.ranking.fusion import Fused
from beleidszoeker.search.ranking.versions import surplus


class Found(NamedTuple):
    """A passage that was chosen.

    Attributes:
        passage: The passage.
        score: Its fused score, less what diversity took away.
        dense: Its standardised score by meaning.
        lexical: Its standardised score by words.
        effects: What each part adds to the score, by its name.
    """

    passage: PassageRecord
    score: float
    dense: float
    lexical: float
    effects: tuple[tuple[str, float], ...] = ()


def choose(reader: LibraryReader, fused: Fused, count: int, *, diverse: bool) -> list[Found]:
    """Choose among the candidates and read those chosen; a document removed meanwhile is left out.

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
    choices = diversify(scores, documents, count, penalty=PENALTY if diverse else 0.0)
    records = reader.passages([int(fused.keys[places[choice.place]]) for choice in choices])
    found = []
    for choice in choices:
        place = places[choice.place]
        record = records.get(int(fused.keys[place]))
        if record is not None:
            dense, lexical = float(fused.dense[place]), float(fused.lexical[place])
            lost = choice.score - float(fused.scores[place])
            effects = [(name, float(effect[place])) for name, effect in fused.effects.items()]
            found.append(Found(record, choice.score, dense, lexical, (*effects, ("diversity", lost))))
    return found


def _of_one_version(
    reader: LibraryReader, fused: Fused, places: list[int], owners: Mapping[int, str]
) -> list[int]:
    """Leave out the candidates of versions that another version of their work stands for."""
    documents = [owners[int(fused.keys[place])] for place in places]
    works = reader.works(sorted(set(documents)))
    out = surplus([float(fused.scores[place]) for place in places], documents, works)
    return [place for place, document in zip(places, documents, strict=True) if document not in out]
