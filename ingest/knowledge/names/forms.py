"""From a name, as the gazetteer writes it, to the spellings that a text is searched for.

Marks before a name: ``?`` it means something else as well, so the document must name the thing in another way
or be about programmes; ``??`` it must name it in another way; ``=`` the name needs its capitals. Behind a
name: ``*`` compounds may go on where it ends (``woondeal*``: *woondealregio*).
"""

import re
from dataclasses import dataclass

from beleidszoeker.ingest.knowledge.model import NameKind

WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"([?=]*)([^?=*][^*]*)(\*?)")
_LOOSE = (NameKind.PROGRAMME, NameKind.THEME)
_INFLECTED = {"Nationaal": "Nationale", "Interbestuurlijk": "Interbestuurlijke", "Integraal": "Integrale"}
"""Behind an article: *het Nationale Programma*."""
_LONG = 3  # words of a name that is told apart without its capitals


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a name.

    Attributes:
        entry: Id of the entry.
        kind: Its kind.
        words: Its words in small letters.
        capitals: For each word its spelling where capitals are needed, else nothing.
        gaps: What stands before the first word, between the words and behind the last, without white space:
            ``-``, ``'``, ``++``.
        short: Whether it is an abbreviation.
        unsure: 1 or 2 where it means something else as well, as it is marked.
        open: Whether compounds may go on where it ends.
    """

    entry: str
    kind: NameKind
    words: tuple[str, ...]
    capitals: tuple[str, ...]
    gaps: tuple[str, ...]
    short: bool = False
    unsure: int = 0
    open: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A name of the gazetteer with its marks read."""

    text: str
    kind: NameKind
    short: bool
    unsure: int
    exact: bool
    open: bool

    def forms(self, entry: str) -> tuple[Form, ...]:
        """Return its spellings: as it is and, for programmes and abbreviations, in the plural."""
        found = WORD.findall(self.text)
        firsts = dict.fromkeys((found[0], _INFLECTED.get(found[0], found[0])))
        plural = self.kind is NameKind.PROGRAMME or self.short
        ends = ("", "s") if plural and not self.open and self.text[-1].isalpha() else ("",)
        spelled = [[first, *found[1:]] if found[1:] else found for first in firsts]
        return tuple(self._form(entry, [*words[:-1], words[-1] + end]) for words in spelled for end in ends)

    @property
    def _is_loose(self) -> bool:
        """Whether the name is told apart without its capitals."""
        if self.short or self.exact or self.kind is NameKind.PLACE:
            return False
        return self.kind in _LOOSE or len(WORD.findall(self.text)) >= _LONG

    def _form(self, entry: str, spelled: list[str]) -> Form:
        return Form(
            entry,
            self.kind,
            tuple(word.lower() for word in spelled),
            tuple("" if self._is_loose or word.islower() else word for word in spelled),
            tuple("".join(gap.split()) for gap in WORD.split(self.text)),
            self.short,
            self.unsure,
            self.open,
        )


def marked(cell: str, kind: NameKind, *, short: bool = False) -> Marked:
    """Return a name with its marks read.

    >>> marked("?IRM", NameKind.PROGRAMME, short=True).unsure
    1
    """
    match = _MARKS.fullmatch(cell)
    if match is None:
        raise ValueError(f"No name for the gazetteer: {cell!r}")
    marks, text, end = match.groups()
    return Marked(text, kind, short, marks.count("?"), "=" in marks, bool(end))


def spelled(text: str, entry: str, kind: NameKind, *, short: bool = False) -> Form:
    """Return the spelling of a name that a document itself brings."""
    return Marked(text, kind, short=short, unsure=0, exact=False, open=False).forms(entry)[0]
