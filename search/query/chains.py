"""Alternatives: pieces of a query tied by ``OR``, or ``OF`` in capitals."""

from collections.abc import Sequence

from beleidszoeker.search.query.pieces import Piece


def chains(found: Sequence[Piece], *, prose: bool = False) -> list[list[Piece]]:
    """Return the pieces in order, those that are tied together, without what ties them.

    Two fields of one name are alternatives by nature, so what stands between them is left out. An ``OR`` that
    has not an alternative on both sides stays a piece by itself. In a query all in capitals ``OF`` ties only
    where every second piece does: *WAT DOET RIJK OF PROVINCIE* is a sentence; in prose it stresses a word.

    Args:
        found: The pieces in order.
        prose: Whether they are running text.
    """
    shouted = all(is_shouted(piece.raw) for piece in found)
    sentence = prose or (shouted and not all(either(piece.raw) for piece in found[1::2]))
    words = {"OR"} if sentence else {"OR", "OF"}
    made: list[list[Piece]] = []
    tied = False
    for place, piece in enumerate(found):
        before, after = found[place - 1 : place], found[place + 1 : place + 2]
        if piece.raw in words and before and after and _alike(before[0], after[0]):
            tied = not before[0].field
        elif tied and made:
            made[-1].append(piece)
            tied = False
        else:
            made.append([piece])
    return made


def is_shouted(text: str) -> bool:
    """Tell whether a text has no lower-case letter."""
    return not any(map(str.islower, text))


def either(raw: str) -> bool:
    """Tell whether a piece is written like what ties alternatives."""
    return raw in ("OR", "OF")


def _alike(one: Piece, other: Piece) -> bool:
    if one.field or other.field:
        return one.field == other.field and one.minus == other.minus
    return all(piece.plain and not piece.unpaired and not either(piece.raw) for piece in (one, other))
