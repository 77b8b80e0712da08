"""Numbers and dates of several words are read as one expression."""

from typing import NamedTuple

GAP = r"[ \xa0\n]"
"""What may stand between the words of an expression, as a pattern; a line may end there."""


class Expression(NamedTuple):
    """A number, date or quarter in a text, in whatever spelling.

    Attributes:
        name: The term that all its spellings share, without white space; never shown to a person.
        parts: Words by which it is found as well: ``juni`` and ``2025`` of a day in that month.
        end: One past its last character.
    """

    name: str
    parts: tuple[str, ...]
    end: int
