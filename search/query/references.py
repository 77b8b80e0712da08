"""A query that is a reference and nothing else: *Kamerstuk 29 826, nr. 211*, *2024Z12345*, a kenmerk."""

import re
from typing import NamedTuple

from beleidszoeker.index.dutch import fold, tokenise
from beleidszoeker.ingest.metadata.kamerstukken import publications

_LONGEST = 200
_LONGEST_KENMERK = 60
_MOST_PARTS = 5
_LABEL = re.compile(r"\A\W*(?:(?:ons|uw)?\s*kenmerk|referentie|zaaknummer|zaaknr)\b[\s:.]*", re.IGNORECASE)
_KENMERK = re.compile(r"[\w./–& -]*\d{4}[\w./–& -]*")
_CASE = re.compile(r"\b20\d\d[zd]\d{5}\b", re.IGNORECASE)
_OFFICIAL = re.compile(r"\b(?:kst|ah-[te]k|h-[te]k|kv-[te]k)-[\w-]+", re.IGNORECASE)
_QUESTION = re.compile(r"\bkv-[te]k-(?=20\d\d[ZD])")
_NUMBERS = re.compile(
    r"[\d/.,-]+|\d{5}-?[ivxa-j]{1,6}(?:-\d+)?|20\d\d[zd]\d{5}|(?:kst|ah|h|kv)-[\w-]+|[ivx]+"
)
_ADDRESS = re.compile(r"https?://\S{0,99}?/(?=(?:kst|ah|h|kv)-)|(?<=\d)\.(?:html|pdf|xml)\b", re.IGNORECASE)
_WORDS = """
aanhangsel brief de der document dossier ek en handelingen het ii kamer kamerbrief kamerstuk kamerstukken
kamerstuknummer kamervragen nr nrs nummer nummers stuk tk tweede van vergaderjaar zaaknummer zie
"""
_ABOUT = frozenset(_WORDS.split())


class Reference(NamedTuple):
    """What a query refers to.

    Attributes:
        identifiers: Official ones: ``kst-29826-211``, ``ah-tk-20242025-1234``, ``2024Z12345``.
        kenmerk: The text as it may be a department's own reference, or empty.
    """

    identifiers: tuple[str, ...]
    kenmerk: str

    @property
    def words(self) -> str:
        """The same in the spelling that is looked for, whichever was typed; empty for a kenmerk."""
        return " ".join(map(name_of, self.identifiers))


def find_reference(query: str) -> Reference | None:
    """Return the reference that a query is; ``None`` where it asks for more, or for something else.

    >>> find_reference("Kamerstukken II 2024/25, 29 826, nr. 211").identifiers
    ('kst-29826-211',)
    >>> find_reference("wat staat er in Kamerstuk 29826-211 over netcapaciteit") is None
    True
    """
    if len(query) > _LONGEST or not any(map(str.isdigit, query)):
        return None
    official = _OFFICIAL.sub(lambda match: match.group().lower(), _ADDRESS.sub("", query))
    text = _QUESTION.sub("", _CASE.sub(lambda match: match.group().upper(), official))
    found = publications(text).identifiers or publications(f"Kamerstuk {text.strip()}").identifiers
    identifiers = found if all(_is_about(fold(token.text)) for token in tokenise(text)) else ()
    bare = _LABEL.sub("", query).strip()
    short = len(bare) <= _LONGEST_KENMERK and len(bare.split()) <= _MOST_PARTS
    kenmerk = bare if short and _KENMERK.fullmatch(bare) else ""
    return Reference(identifiers, kenmerk) if identifiers or kenmerk else None


def name_of(identifier: str) -> str:
    """Return how an identifier is called in a sentence.

    >>> name_of("kst-29826-211"), name_of("ah-tk-20242025-1234"), name_of("2024Z12345")
    ('Kamerstuk 29826-211', 'Aanhangsel 2024-2025, nr. 1234', '2024Z12345')
    """
    kind, _, rest = identifier.partition("-")
    if kind == "kst":
        return f"Kamerstuk {rest}"
    appendix = re.fullmatch(r"ah-[te]k-(\d{4})(\d{4})-(\d+)", identifier)
    return f"Aanhangsel {appendix[1]}-{appendix[2]}, nr. {appendix[3]}" if appendix else identifier


def _is_about(word: str) -> bool:
    """Tell whether a word belongs to a reference."""
    return word in _ABOUT or _NUMBERS.fullmatch(word) is not None
