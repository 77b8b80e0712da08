"""The fields of a query: ``soort:``, ``na:``, ``voor:``, ``dossier:``, ``programma:`` and so on."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

from beleidszoeker.index.dutch import fold
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.programmes import programme_ids, programme_name
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.query.days import read_span
from beleidszoeker.search.query.pieces import Piece
from beleidszoeker.search.quoting.citation import written_date

_DOSSIER = re.compile(r"(\d\d)[ .\u00a0]?(\d{3})(?:-([A-Z]{1,6}|\d\d))?")
_PAPER = re.compile(r"(\d\d[ .\u00a0]?\d{3}(?:-[A-Z]{1,6})?)-(?:\d|\d{3,4})")
_DOCUMENT = re.compile(r"([0-9a-f]{16})(?:-[0-9a-f]+)?")
_SHORTEST_KIND = 3
_LONGEST_SHOWN = 40


@dataclass(slots=True)
class Fields:
    """Gathers what the fields of one query limit it to, and what must be said of them."""

    notes: list[str] = field(default_factory=list)
    _wanted: dict[str, list[str]] = field(default_factory=dict)
    _unwanted: dict[str, list[str]] = field(default_factory=dict)

    def take(self, piece: Piece) -> bool:
        """Read a field; return whether it was understood, otherwise it is taken as words."""
        value = piece.text if piece.quoted else piece.text.strip("\"„“”«».,;:!?)]}'")
        if not value.strip():
            return False
        if piece.field in ("na", "voor"):
            return self._date(piece, value)
        found = _READ[piece.field](value)
        if found is None:
            self.notes.append(_UNKNOWN[piece.field].format(short(value)))
            return False
        (self._unwanted if piece.minus else self._wanted).setdefault(piece.field, []).append(found)
        return not (piece.field == "dossier" and _PAPER.fullmatch(value.upper().strip()))

    def filters(self) -> Filters:
        """Return the limits; repeated fields of one name mean either."""
        return replace(
            _limits(self._wanted),
            date_from=min(self._wanted.get("na", ()), default=None),
            date_to=max(self._wanted.get("voor", ()), default=None),
            excluded=_limits(self._unwanted) if self._unwanted else None,
        )

    def subjects(self) -> list[str]:
        """Return what can be looked for where a query has fields only: dossiers and names."""
        programmes = map(programme_name, self._wanted.get("programma", ()))
        return [*self._wanted.get("dossier", ()), *self._wanted.get("organisatie", ()), *programmes]

    def _date(self, piece: Piece, value: str) -> bool:
        span = read_span(value)
        if span is None or piece.minus:
            reason = "kan niet worden uitgesloten" if piece.minus else "is geen datum"
            self.notes.append(
                f"‘{piece.field}:{short(value)}’ {reason} en is als gewoon woord gelezen; "
                "schrijf bijvoorbeeld na:2024, voor:2024-06 of na:20-6-2025."
            )
            return False
        day, meaning = (span.first, "vanaf {}") if piece.field == "na" else (span.last, "tot en met {}")
        self._wanted.setdefault(piece.field, []).append(day)
        self.notes.append(f"{piece.field}:{short(value)} is gelezen als {meaning.format(written_date(day))}.")
        return True


def short(text: str) -> str:
    """Return a text as it can be named in a sentence: on one line, and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def _limits(found: dict[str, list[str]]) -> Filters:
    return Filters(
        kinds=tuple(found.get("soort", ())),
        organisations=tuple(found.get("organisatie", ())),
        dossiers=tuple(found.get("dossier", ())),
        programmes=tuple(found.get("programma", ())),
        documents=tuple(found.get("document", ())),
    )


def _kind(value: str) -> str | None:
    """Return the kind that is meant: by name or label, in singular or plural, or by how it alone begins."""
    wanted, kinds = _plain(value), _kinds()
    if wanted in kinds:
        return kinds[wanted]
    begun = {kind for name, kind in kinds.items() if name.startswith(wanted)}
    return begun.pop() if len(begun) == 1 and len(wanted) >= _SHORTEST_KIND else None


@cache
def _kinds() -> dict[str, str]:
    """Stemming them takes half a second, and most queries name none."""
    return {_plain(name): kind for kind, label in KINDS.items() for name in (kind, label)}


def _plain(name: str) -> str:
    return " ".join(stem(fold(word)) for word in name.replace("-", " ").split())


def _dossier(value: str) -> str | None:
    value = value.strip().upper()
    paper = _PAPER.fullmatch(value)
    found = _DOSSIER.fullmatch(paper[1] if paper else value)
    return found[1] + found[2] + (f"-{found[3]}" if found[3] else "") if found else None


def _document(value: str) -> str | None:
    found = _DOCUMENT.fullmatch(value.strip().lower())
    return found[1] if found else None


_READ: dict[str, Callable[[str], str | None]] = {
    "soort": _kind,
    "dossier": _dossier,
    "document": _document,
    "organisatie": str.strip,
    "programma": lambda value: next(iter(programme_ids(value)), None),
}
_UNKNOWN = {
    "soort": "‘{}’ is geen bekende soort en is als gewoon woord gelezen; kies uit: " + ", ".join(KINDS) + ".",
    "dossier": "‘{}’ is geen dossiernummer en is als gewoon woord gelezen; schrijf dossier:29826.",
    "programma": "‘{}’ is geen bekend programma en is als gewoon woord gelezen.",
    "document": "‘{}’ is geen id van een document en is als gewoon woord gelezen.",
}
