"""Running text, as it is pasted from a letter: there quotation marks quote, and hyphens hang.

Of 1,651 real questions from parliament 88 hold quotation marks, around headlines and words that others used.
An answer seldom repeats them, so what stands between them must not become a demand.
"""

from collections.abc import Sequence

from beleidszoeker.search.query.pieces import Piece

_LONG = 12
_FAIRLY_LONG = 8
_ASKED = 3


class Prose:
    """Tells how far a query is running text, by its words outside of quotation marks."""

    def __init__(self, found: Sequence[Piece]) -> None:
        words = sum(piece.plain and not piece.quoted for piece in found)
        asked = words > _ASKED and any("?" in piece.raw for piece in found if not piece.quoted)
        self.long = words > _LONG
        self._fairly_long = words > _FAIRLY_LONG or asked

    def only_quotes(self, piece: Piece) -> bool:
        """Tell whether the marks at a piece demand nothing: they quote, or a hyphen hangs (*en -doeken*).

        Guillemets quote sooner: official texts are full of them, and few people type them.
        """
        if piece.field or not (piece.quoted or piece.minus):
            return False
        return self.long or (self._fairly_long and piece.raw[0] in "«»")
