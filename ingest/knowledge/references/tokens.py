"""Where a reference may begin: one pass over a text with a cheap pattern of first letters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_STARTS = {
    "paper": (
        r"[Kk]amer(?:stuk|dossier)|KAMERSTUK|[Dd]ossier|[Ww]etsvoorstel|[TE]K\s|"
        r"(?:[Tt]weede|[Ee]erste)\sKamer,"
    ),
    "appendix": r"[Aa]anhangsel",
    "debate": r"Handelingen",
    "gazette": (
        r"[Ss]tb\b|STB\b|[Ss]taatsblad|[Ss]tcrt\b|STCRT\b|[Ss]taatscourant|"
        r"[Tt]rb\b|TRB\b|[Tt]ractatenblad"
    ),
    "article": r"[Aa]rt(?:ikel|nr|\b|t\b)|ARTIKEL",
    "ecli": r"ECLI:",
    "proposal": r"(?:COM|SWD|JOIN|SEC)\s?[(/]",
    "act": (
        r"(?:(?:[Gg]edelegeerde|[Gg]emachtigde|[Ii]mplementing|[Dd]elegated)\s)?"
        r"(?:[Uu]itvoerings|[Kk]ader|[Ww]ijzigings)?(?:[Vv]erordening|[Rr]ichtlijn|[Bb]esluit|[Bb]eschikking|[Aa]anbeveling)(?:en)?\s|[Rr]egulation\s|[Dd]irective\s|[Dd]ecision\s"
    ),
    "celex": r"CELEX|[356](?:19|20)\d\d[A-Z]",
    "official": r"(?:kst|ah|h|stb|stcrt|trb)-(?=[\detk])",
    "commitment": r"TZ20",
    "labelled": r"[Kk]enmerk|KENMERK|(?:[Oo]n|[Uu]w|U)[ws]?\s(?:kenmerk)|(?:[Oo]nze|[Uu]w)\sreferentie",
    "fixed": (
        r"20\d\d-0000\d|\d{6,7}-\d{6,7}-[A-Z]|[Mm]in-?[Bb]u[Zz]a[.-]|MINBUZA[.-]|BZDOC-|"
        r"W\d\d\.\d|[A-Z]{2,4} ?(?:19|20)\d\d/\d"
    ),
    "case": r"20\d\d[ZD]\d",
    "numbered": r"(?:[Ss]tuk(?:ken)?\s)?[Nn]rs?\b\.?\s?\d{1,4}[^()\n]{0,40}\((?=[23]\d)",
    "bare": r"[1-3]\d[ \u00a0]?\d{3}(?!\d)",
    "number": r"\d{2,4}/\d{1,4}/E",
    "code": r"[A-Z][A-Za-z&]{1,9}(?:[_-][A-Z][A-Za-z&]{1,9}){0,3}\s?/(?=[\sA-Z\d])",
}
_TOKEN = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{start})" for name, start in _STARTS.items()) + ")")


class Token(NamedTuple):
    """A place where a reference may begin.

    Attributes:
        name: What kind may begin here.
        start: First character.
    """

    name: str
    start: int


def tokenise(text: str) -> Iterator[Token]:
    """Yield the places of a text where a reference may begin, in order."""
    for match in _TOKEN.finditer(text):
        yield Token(str(match.lastgroup), match.start())
