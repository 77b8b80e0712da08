"""What a search is limited to; applied inside retrieval, never to its first results afterwards."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from beleidszoeker.errors import InvalidFilterError
from beleidszoeker.index.programmes import programme_ids
from beleidszoeker.ingest.kinds import KINDS

_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
UNDATED = "onbekend"
"""The year of a document without a date."""
_THOUSANDS = re.compile(r"(?<=[0-9])[ .](?=[0-9]{3})")


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits that must all hold; within one field any value will do.

    A document without a date is in no date range.

    Attributes:
        kinds: Kinds of document.
        date_from: First day, ISO 8601.
        date_to: Last day, ISO 8601.
        years: Years as ``2024``; ``UNDATED`` for documents without a date.
        organisations: Names; a part of the name is enough, in any case.
        dossiers: Kamerstukdossiers as ``29826`` or ``36410-XIII``.
        programmes: Ids of programmes of the gazetteer that documents name.
        documents: Ids.
        excluded: What must not hold: no value of any of its fields; its range of dates does not count.
        also: Further limits, which must hold too.
    """

    kinds: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    years: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    excluded: "Filters | None" = None
    also: "Filters | None" = None

    @property
    def dated(self) -> bool:
        """Whether a range of dates is among the limits: then documents without a date are left out."""
        return bool(self.date_from or self.date_to or (self.also and self.also.dated))

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def one_by_one(self) -> bool:
        """Whether documents are named: their passages are wanted, not a choice among documents."""
        return bool(self.documents or (self.also and self.also.one_by_one))

    def both(self, other: "Filters") -> "Filters":
        """Return the limits that hold where these and the others do.

        A document may be of several dossiers, programmes and organisations, so two limits cannot be made one.
        """
        if not self or not other:
            return self or other
        return replace(self, also=self.also.both(other) if self.also else other)

    @classmethod
    def parse(
        cls,
        *,
        kinds: Iterable[str] | None = None,
        date_from: str | None = None,
        date_to: str | None = None,
        years: Iterable[str] | None = None,
        organisations: Iterable[str] | None = None,
        dossiers: Iterable[str] | None = None,
        programmes: Iterable[str] | None = None,
        documents: Iterable[str] | None = None,
    ) -> "Filters":
        """Read filters as people type them; ``None`` is no limit.

        Raises:
            InvalidFilterError: A kind or programme is unknown, a year is none, or a date is no ``JJJJ``,
                ``JJJJ-MM`` or ``JJJJ-MM-DD``.
        """
        return cls(
            kinds=tuple(map(_kind, kinds or ())),
            date_from=_day(date_from, "01-01", "01"),
            date_to=_day(date_to, "12-31", "31"),
            years=tuple(map(_year, years or ())),
            organisations=tuple(name.strip() for name in organisations or () if name.strip()),
            dossiers=tuple(_THOUSANDS.sub("", dossier.strip()).upper() for dossier in dossiers or ()),
            programmes=tuple(dict.fromkeys(each for name in programmes or () for each in _programmes(name))),
            documents=tuple(documents or ()),
        )


def _kind(name: str) -> str:
    if name not in KINDS:
        raise InvalidFilterError(
            f"'{name}' is geen bekende soort.", advice=f"Kies uit: {', '.join(sorted(KINDS))}."
        )
    return name


def _year(text: str) -> str:
    if text != UNDATED and not _YEAR.fullmatch(text):
        raise InvalidFilterError(
            f"'{text}' is geen jaar.", advice=f"Schrijf een jaar als 2025, of '{UNDATED}'."
        )
    return text


def _programmes(name: str) -> tuple[str, ...]:
    found = programme_ids(name)
    if name.strip() and not found:
        raise InvalidFilterError(
            f"'{name}' is geen bekend programma.", advice="Bekijk de programma's op /programmas."
        )
    return found


def names(part: str, name: str) -> bool:
    """Tell whether a part of an organisation's name is in its name, in any case; both indexes ask this.

    >>> names("ministerie van economische", "Ministerie van Economische Zaken"), names("oost", "Westland")
    (True, False)
    """
    return _caseless(part) in _caseless(name)


def _caseless(text: str) -> str:
    """Fold case as Unicode has it (The Unicode Standard, section 3.13, D146)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _day(text: str | None, of_year: str, of_month: str) -> str | None:
    if not text:
        return None
    if _DAY.fullmatch(text):
        return text
    if _MONTH.fullmatch(text):
        return f"{text}-{of_month}"
    if _YEAR.fullmatch(text):
        return f"{text}-{of_year}"
    raise InvalidFilterError(
        f"'{text}' is geen datum.",
        advice="Schrijf een jaar, een maand of een dag: 2025, 2025-06 of 2025-06-20.",
    )
