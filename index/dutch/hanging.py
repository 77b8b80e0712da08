"""Compounds that share their end: in *energie- en klimaatbeleid* stands *energiebeleid* as well."""

import re
from collections.abc import Mapping

from beleidszoeker.index.dutch.compounds import CompoundSplitter
from beleidszoeker.index.dutch.expressions import GAP
from beleidszoeker.index.dutch.parts import PARTICLES
from beleidszoeker.index.dutch.tokens import fold

_HANGING = re.compile(rf"[-\u2010\u2011]{GAP}(?:en|of|en/of|tot|alsmede|dan{GAP}wel){GAP}([^\W\d_]{{4,40}})")


def hanging_words(text: str) -> Mapping[int, str]:
    """Return where words end that lack their last part: the place of the hyphen → the word that has it."""
    return {found.start(): fold(found[1]) for found in _HANGING.finditer(text)}


def completed(splitter: CompoundSplitter, word: str, following: str) -> str | None:
    """Return a hanging word with the last part of the word that follows, or nothing when that has none.

    Args:
        splitter: Knows the parts.
        word: The hanging word, folded, without its hyphen.
        following: The word that has the part, folded.
    """
    if word in PARTICLES:  # in- en uitvoer
        particle = next((each for each in PARTICLES if following.startswith(each)), following)
        rest = following.removeprefix(particle)
        return word + rest if rest else None
    pieces = splitter.split(following)
    return word + pieces[-1] if pieces else None
