"""A slogan under the title is furniture: the layout repeats it on other pages."""

import re

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft

_SHORTEST = 12


def without_slogan(drafts: list[Draft]) -> list[Draft]:
    """Take those closing lower-case lines out of the first heading that the document repeats."""
    if not drafts or drafts[0].kind is not BlockKind.HEADING:
        return drafts
    title = drafts[0]
    everything = _letters("".join(draft.raw for draft in drafts))
    kept = list(title.lines)
    while len(kept) > 1 and _recurs(kept[-1].text, everything):
        kept.pop()
    return [Draft(BlockKind.HEADING, kept, level=title.level), *drafts[1:]]


def _recurs(line: str, everything: str) -> bool:
    letters = _letters(line)
    return line.strip()[:1].islower() and len(letters) >= _SHORTEST and everything.count(letters) > 1


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]", "", text).lower()
