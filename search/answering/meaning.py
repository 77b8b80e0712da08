"""Are a sentence and a quote near in meaning? A floor for each model, measured; see docs/assistants.md."""

from beleidszoeker.model.base import Embedder

# The least near of 86 true pairs has 0.883; false ones lie as near as true ones, so this refuses little.
_FLOORS = {"multilingual-e5-small-q4": 0.88, "intfloat/multilingual-e5-small": 0.88}


class Nearness:
    """Compares by cosine.

    Args:
        embedder: One without a measured floor refuses nothing.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._floor = _FLOORS.get(embedder.id.split("@", maxsplit=1)[0])

    def __call__(self, sentence: str, quote: str) -> bool:
        """Tell whether the two are near enough."""
        if self._floor is None:
            return True
        first, second = self._embedder.encode_passages([sentence, quote])
        return float(first @ second) >= self._floor
