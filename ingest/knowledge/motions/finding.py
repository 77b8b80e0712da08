"""Motions in a text: from who speaks to the order of the day, in clauses, with what is told around them."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.knowledge.model import Motion
from beleidszoeker.ingest.knowledge.motions.clauses import clauses
from beleidszoeker.ingest.knowledge.motions.telling import number_of, proposers_of
from beleidszoeker.ingest.knowledge.text import Text

_OPENING = re.compile(
    r"\b(?:De\s{1,4}(?:Eerste\s|Tweede\s)?Kamer|De\s{1,4}(?:gemeente)?raad|Provinciale\s{1,4}Staten)\b"
    r"[^.;:]{0,160}?\bgehoord\s{1,4}(?:de\s{1,4}beraadslaging|het\s{1,4}debat)",
)
_CLOSING = re.compile(r"\bgaat\s{1,4}over\s{1,4}tot\s{1,4}de\s{1,4}orde\s{1,4}van\s{1,4}de\s{1,4}dag\b\.?")
_LONGEST = 12_000


def find_motions(text: Text) -> Iterator[Motion]:
    """Yield the motions of a document in the order of its text.

    One that never goes over to the order of the day is none: others quote what a motion asks.
    """
    words = text.document.text
    openings = list(_OPENING.finditer(words)) if "gehoord" in words else []
    if not openings:
        return
    limits = [opening.start() for opening in openings[1:]] + [len(words)]
    before = 0
    for opening, limit in zip(openings, limits, strict=True):
        closing = _CLOSING.search(words, opening.end(), min(limit, opening.end() + _LONGEST))
        if closing is None:
            continue
        said = clauses(words, opening.end(), closing.start())
        if said.requests:
            around = (before, opening.start(), closing.end(), limit)
            yield Motion(
                start=opening.start(),
                end=closing.end(),
                number=number_of(text, *around, alone=len(openings) == 1),
                proposers=proposers_of(text, *around, alone=len(openings) == 1),
                noting=said.noting,
                considering=said.considering,
                requests=said.requests,
            )
        before = closing.end()
