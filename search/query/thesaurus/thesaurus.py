"""The thesaurus: everyday words, and what policy documents write instead.

Written by us, a file for each field of policy in ``data/``, lines of three columns with tabs between:

- ``=``: the wordings of the second column mean the same.
- ``>``: who says one of the second column is also served by one of the third, not the other way round; those
  of the second mean much the same among themselves.

Wordings have a semicolon between them, the likeliest first, a few words each. A line that begins with
``#`` is a heading.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from beleidszoeker.index.dutch import Term
from beleidszoeker.index.dutch.analyser import lemma
from beleidszoeker.index.postings import spelled_words

_COLUMNS = 3
_KINDS = ("=", ">")
_LONGEST = 8  # words of a wording
_SHORTEST_PIECE = 4  # a shorter piece of a compound often is none of its words: norm-aal, her-stellen


class Found(NamedTuple):
    """Words of a query that the thesaurus knows.

    Attributes:
        first: Place of the first of them.
        last: One past the last.
        others: Other wordings: first what documents write, then what people say.
        piece: Whether they are of a piece of a compound only.
    """

    first: int
    last: int
    others: tuple[str, ...]
    piece: bool = False


class _Entry(NamedTuple):
    """A wording that people use.

    Attributes:
        words: Its folded words.
        said: How it is written.
        line: Where it stands.
    """

    words: tuple[str, ...]
    said: str
    line: str


class Thesaurus:
    """Finds other wordings for words.

    Args:
        lines: As the files have them.

    Raises:
        ValueError: A line is not of this form.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._known = cache(self._read)  # only words that lines begin with: their number has an end
        self._lines: dict[str, list[str]] = defaultdict(list)
        for line in filter(_is_entry, lines):  # read further when a query needs it: there are thousands
            for said in _columns(line)[1].split(";"):
                self._lines[_first_word(said)].append(line)

    def find(self, terms: Sequence[Term], names: Sequence[bool]) -> Iterator[Found]:
        """Yield what it knows of a query, from left to right: the longest wordings, none within another.

        A word stands for its own entry before that of its dictionary form. A compound without an entry stands
        for those of its pieces.

        Args:
            terms: The words of the query, stop words among them.
            names: Which of them are names by their capital: those are found where the entry has it too.
        """
        place, longest = 0, cache(self._longest)
        while place < len(terms):
            ahead = tuple(term.word for term in terms[place : place + _LONGEST])
            count, found = longest(ahead, names[place])
            if found:
                yield Found(place, place + count, _others(found))
            elif not names[place]:
                yield from self._of_pieces(terms[place].pieces, place)
            place += max(count, 1)

    def _longest(self, words: tuple[str, ...], name: bool) -> tuple[int, list[_Entry]]:  # noqa: FBT001 - cached
        """Return how many of these words the longest wording has that they begin with, and its entries."""
        for form in _forms(words[0]):
            fitting = [
                entry
                for entry in self._entries(form)
                if _fits(entry.words, words) and (not name or entry.said[0].isupper())
            ]
            if longest := max((len(entry.words) for entry in fitting), default=0):
                return longest, [entry for entry in fitting if len(entry.words) == longest]
        return 0, []

    def _of_pieces(self, pieces: Sequence[str], place: int) -> Iterator[Found]:
        for piece in pieces if len(pieces) > 1 else ():
            if len(piece) >= _SHORTEST_PIECE and (entries := self._of_one(piece)):
                yield Found(place, place + 1, _others(entries), piece=True)

    def _of_one(self, word: str) -> list[_Entry]:
        alone = ([each for each in self._entries(form) if len(each.words) == 1] for form in _forms(word))
        return next(filter(None, alone), [])

    def _entries(self, first: str) -> tuple[_Entry, ...]:
        return self._known(first) if first in self._lines else ()

    def _read(self, first: str) -> tuple[_Entry, ...]:
        """Return the wordings that begin with a word."""
        said = (
            (line, said)
            for line in dict.fromkeys(self._lines[first])
            for said in _wordings(_columns(line)[1])
        )
        entries = (_Entry(spelled_words(wording), wording, line) for line, wording in said)
        return tuple(entry for entry in entries if entry.words[:1] == (first,))


@cache
def shipped() -> Thesaurus:
    """Return the thesaurus that comes with the program; read once."""
    folder = files(__package__) / "data"
    texts = (path.read_text("utf-8") for path in sorted(folder.iterdir(), key=lambda path: path.name))
    return Thesaurus(line for text in texts for line in text.splitlines())


def _is_entry(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _first_word(said: str) -> str:
    """Return the first folded word of a wording, in a moment where it has letters without accents only."""
    first = said.split(maxsplit=1)[0] if said.strip() else ""
    if first.isascii() and first.isalpha():
        return first.lower()
    return next(iter(spelled_words(said)), "")


def _columns(line: str) -> list[str]:
    columns = line.split("\t")
    if len(columns) != _COLUMNS or columns[0] not in _KINDS or not columns[1].strip():
        raise ValueError(f"no line of the thesaurus: {line!r}")
    return columns


def _wordings(column: str) -> Iterator[str]:
    return (wording for part in column.split(";") if (wording := part.strip()))


def _others(entries: Sequence[_Entry]) -> tuple[str, ...]:
    """Return the wordings in the lines of these but for what was said."""
    said = {entry.said for entry in entries}
    lines = [_columns(entry.line) for entry in entries]
    written = (wording for _, _, column in lines for wording in _wordings(column))
    alike = (wording for _, column, _ in lines for wording in _wordings(column))
    return tuple(wording for wording in dict.fromkeys((*written, *alike)) if wording not in said)


def _forms(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word, lemma(word))))


def _fits(words: Sequence[str], asked: Sequence[str]) -> bool:
    pairs = zip(words[1:], asked[1:], strict=False)
    return len(words) <= len(asked) and all(
        word == other or lemma(word) == lemma(other) for word, other in pairs
    )
