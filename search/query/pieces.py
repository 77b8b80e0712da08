"""A query cut into pieces: words, phrases, fields, each with the marks that stand at it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from beleidszoeker.index.postings import spelled_words

FIELDS = ("soort", "na", "voor", "dossier", "organisatie", "programma", "titel", "document")

_QUOTES = '"„“”‟«»'
_PHRASE = r'"[^"]*"|"[^"”]*”|[„“”‟][^„“”‟"]*[“”"]|«[^«»]*»|»[^«»]*«'
_PIECE = re.compile(
    rf"""
    (?P<minus>(?<![^\s(\[{{])-(?=[^\W\d_]|\d{{5}}|\d\d[ ]\d{{3}}|[{_QUOTES}]))?
    (?:(?P<field>{"|".join(FIELDS)}):(?=[^\s]))?
    (?: (?P<phrase>{_PHRASE})(?P<star>\*)?
      | (?P<dossier>(?<=dossier:)\d\d[ \u00a0]\d{{3}}(?!\d)[^\s]*)
      | (?P<word>[^\s]+) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s(\[{]*")
_CLOSING = ".,;:!?)]}"
_DIGIT = re.compile(r"\d[\"”]+\Z")  # 15" is a size


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a query.

    Attributes:
        raw: As it was typed.
        text: Without the marks: what a field is given, the words in quotes, the word.
        field: Name of a field, or empty.
        minus: Whether it is to be left out.
        quoted: Whether it stood between quotation marks.
        star: Whether its last word is only the beginning of one.
    """

    raw: str
    text: str
    field: str = ""
    minus: bool = False
    quoted: bool = False
    star: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words."""
        return spelled_words(self.text)

    @property
    def plain(self) -> bool:
        """Whether it neither names a field nor leaves anything out, and holds a word."""
        return not self.field and not self.minus and bool(self.words)

    @property
    def unpaired(self) -> bool:
        """Whether it holds a quotation mark that was not closed, or not opened."""
        if self.quoted:
            return False
        bare = self.text.rstrip(_CLOSING)
        return bare[:1] in set(_QUOTES) or (bare[-1:] in set(_QUOTES) and not _DIGIT.search(bare))


def pieces(query: str) -> Iterator[Piece]:
    """Yield the pieces of a query in order; takes time in proportion to its length.

    >>> [(p.text, p.field, p.minus) for p in pieces('netcapaciteit -"Regio Deal" soort:nota F-35 a:b')]
    [('netcapaciteit', '', False), ('Regio Deal', '', True), ('nota', 'soort', False), ('F-35', '', False), \
('a:b', '', False)]
    """
    position = 0
    while match := _PIECE.match(query, _after(_BETWEEN, query, position)):
        position, raw = match.end(), match.group()
        field, minus = (match["field"] or "").lower(), bool(match["minus"])
        if match["phrase"]:
            yield Piece(raw, match["phrase"][1:-1], field, minus, quoted=True, star=bool(match["star"]))
            continue
        written = match["dossier"] or match["word"]
        bare = written.rstrip(_CLOSING)
        starred = bare.endswith("*") and field in ("", "titel")
        yield Piece(raw, bare.rstrip("*") if starred else written, field, minus, star=starred)


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
