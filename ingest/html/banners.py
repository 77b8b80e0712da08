"""Cookie banners that a web export left in the text."""

import re

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft

_COOKIE = re.compile(r"\bcookie", re.IGNORECASE)
_TELLTALE = re.compile(
    r"cookie-?(instellingen|voorkeuren|verklaring|beleid|melding|wall)|(plaats|gebruik)\w* (van )?cookies"
    r"|cookies? (accepteren|weigeren|toestaan)|(accepteer|weiger|sta)\w* (alle )?cookies",
    re.IGNORECASE,
)
_LONGEST = 400
_FEWEST_MENTIONS = 2


def without_banners(drafts: list[Draft]) -> list[Draft]:
    """Drop the run of cookie blocks at the head or foot of a page.

    A run consists of blocks that speak of cookies; it must hold a telltale phrase and touch the document's
    begin or end, so that a letter *about* cookies keeps its text.
    """
    about = [bool(_COOKIE.search(draft.raw)) and len(draft.raw) < _LONGEST for draft in drafts]
    if all(about):
        return drafts
    first = next(i for i, cookie in enumerate(about) if not cookie)
    last = len(about) - next(i for i, cookie in enumerate(reversed(about)) if not cookie)
    start = first if _is_banner(drafts[:first]) else 0
    end = last if _is_banner(drafts[last:]) else len(drafts)
    return drafts[start:end]


def _is_banner(run: list[Draft]) -> bool:
    notes = [draft for draft in run if draft.kind is not BlockKind.FOOTNOTE]
    mentions = sum(bool(_COOKIE.search(draft.raw)) for draft in notes)
    return mentions >= _FEWEST_MENTIONS and any(_TELLTALE.search(draft.raw) for draft in notes)
