"""Learning the linear map from pairs of question and answer, and proving that it helps."""

from beleidszoeker.search.adaptation.adapt import Adaptation, adapt, learn_for
from beleidszoeker.search.adaptation.pairs import Pairs, collection_from_library, pairs_from_collection
from beleidszoeker.search.adaptation.training import Training, train
from beleidszoeker.search.adaptation.validation import Gain, Material, cross_validate

__all__ = [
    "Adaptation",
    "Gain",
    "Material",
    "Pairs",
    "Training",
    "adapt",
    "collection_from_library",
    "cross_validate",
    "learn_for",
    "pairs_from_collection",
    "train",
]
