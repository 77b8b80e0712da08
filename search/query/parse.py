"""From what a person typed to what is asked. Nothing is an error: what makes no sense is taken as words."""

from collections.abc import Sequence

from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.search.query.chains import chains, either, is_shouted
from beleidszoeker.search.query.fields import Fields, short
from beleidszoeker.search.query.parsed import ParsedQuery
from beleidszoeker.search.query.pieces import FIELDS, Piece, pieces
from beleidszoeker.search.query.prose import Prose
from beleidszoeker.search.query.references import find_reference

_SHORTEST_PREFIX = 3
_MOST_PREFIXES = 16
_UNPAIRED = "Een aanhalingsteken staat alleen; er is op gewone woorden gezocht."
_SHORT_PREFIX = "‘{}’ is te kort: voor een * horen minstens drie letters; het is als gewoon woord gelezen."
_TOO_MANY = "Een vraag mag zestien keer een * hebben; ‘{}’ is als gewoon woord gelezen."
_NO_VALUE = "Achter ‘{}’ hoort meteen een waarde, zonder spatie; het is als gewoon woord gelezen."
_NO_SIDES = "‘{}’ staat niet tussen twee woorden of woordgroepen en is als gewoon woord gelezen."
_QUOTED = (
    "In lopende tekst zijn aanhalingstekens geen eis; zoek een woordgroep apart om haar letterlijk te vinden."
)
_NOT_USED = (
    "AND en NOT hebben geen betekenis: zet tussen aanhalingstekens wat er moet staan, en een - voor wat niet."
)


def parse(text: str) -> ParsedQuery:
    """Read a query; never an error, and in time in proportion to its length.

    >>> parse('stikstof "Regio Deal" -water').words
    'stikstof Regio Deal'
    """
    return _Reading(text).read()


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = tuple(pieces(text))
        self._prose = Prose(self._pieces)
        self._fields = Fields()
        self._notes = self._fields.notes
        self._words: list[str] = []
        self._demands: list[Demand] = []
        self._titles: dict[bool, list[Wording]] = {False: [], True: []}
        self._prefixes: list[str] = []
        self._starred = 0

    def read(self) -> ParsedQuery:
        for chain in chains(self._pieces, prose=self._prose.long):
            if len(chain) > 1:
                self._demand(chain)
            else:
                self._one(chain[0])
        self._demands += [
            Demand(tuple(wordings), excluded=excluded, in_title=True)
            for excluded, wordings in self._titles.items()
            if wordings
        ]
        words = " ".join(self._words) or " ".join(self._subjects())
        words = self._text if self._words == [piece.raw for piece in self._pieces] else words
        reference = None if self._prefixes else find_reference(words)
        return ParsedQuery(
            text=self._text,
            words=(reference.words if reference else "") or words,
            demands=tuple(dict.fromkeys(self._demands)),
            filters=self._fields.filters(),
            notes=tuple(dict.fromkeys(self._notes)),
            prefixes=tuple(dict.fromkeys(self._prefixes)),
            reference=reference,
        )

    def _one(self, piece: Piece) -> None:
        if piece.unpaired:
            self._note(_UNPAIRED)
            self._words.append(piece.raw)
        elif piece.field:
            self._field(piece)
        elif self._prose.only_quotes(piece):
            self._words.append(piece.raw)
            self._note(_QUOTED)
        elif piece.minus:
            self._exclude(piece)
        elif (piece.quoted or piece.star) and piece.words:
            self._demand([piece])
        elif not piece.quoted:
            self._word(piece)

    def _word(self, piece: Piece) -> None:
        unused = piece.raw in ("AND", "NOT") and not self._prose.long and not is_shouted(self._text)
        if not unused:
            self._words.append(piece.raw)
        name = piece.raw.rstrip(":").lower()
        if either(piece.raw) and not self._prose.long and not is_shouted(self._text):
            self._note(_NO_SIDES.format(piece.raw))
        elif unused:
            self._note(_NOT_USED)
        elif piece.raw.endswith(":") and name in FIELDS:
            self._note(_NO_VALUE.format(piece.raw))

    def _field(self, piece: Piece) -> None:
        if piece.field == "titel" and piece.words:
            self._titles[piece.minus].append(self._bounded(piece, _wording(piece)))
        elif piece.field == "titel" or not self._fields.take(piece):
            self._words.append(piece.text)

    def _exclude(self, piece: Piece) -> None:
        if not piece.words:
            return
        wording = _wording(piece)._replace(inflected=False)
        self._demands.append(Demand((self._bounded(piece, wording),), excluded=True))

    def _demand(self, chain: Sequence[Piece]) -> None:
        """Demand one of these; a lone prefix that is too short stays a wish."""
        wordings = [self._bounded(piece, _wording(piece)) for piece in chain]
        plain = len(chain) == 1 and chain[0].star and not chain[0].quoted and not wordings[0].prefix
        if not plain:
            self._demands.append(Demand(tuple(wordings)))
        for piece, wording in zip(chain, wordings, strict=True):
            kept = piece.text if not wording.prefix else " ".join(wording.words[:-1])
            self._words += [kept] if kept else []
            self._prefixes += [wording.words[-1]] if wording.prefix else []

    def _bounded(self, piece: Piece, wording: Wording) -> Wording:
        """Return the wording; without its prefix where that is too short to mean anything."""
        if not wording.prefix:
            return wording
        self._starred += 1
        if len(wording.words[-1]) >= _SHORTEST_PREFIX and self._starred <= _MOST_PREFIXES:
            return wording
        self._note((_SHORT_PREFIX if self._starred <= _MOST_PREFIXES else _TOO_MANY).format(short(piece.raw)))
        return wording._replace(prefix=False)

    def _subjects(self) -> list[str]:
        """Return what to rank by where there are no words: titles, dossiers and names that are asked for."""
        titles = [" ".join(wording.words) for wording in self._titles[False]]
        return [*titles, *self._fields.subjects()] if not self._prefixes else []

    def _note(self, note: str) -> None:
        self._notes.append(note)


def _wording(piece: Piece) -> Wording:
    """Return how a piece must stand there: literally where quoted, otherwise one word in any form."""
    words = piece.words
    quoted = piece.quoted
    star = piece.star or (quoted and piece.text.rstrip().endswith("*"))
    return Wording(words, prefix=star, inflected=not quoted and not star and len(words) == 1)
