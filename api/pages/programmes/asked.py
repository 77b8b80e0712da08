"""What is asked of the pages on programmes, as it stands in their addresses.

What cannot be read is told beside its field, and the rest counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.search.programmes import Axis, find_names
from beleidszoeker.search.programmes.matrix import MOST, USUAL
from beleidszoeker.search.query.days import read_span

_LONGEST = 1000
_NO_DAY = "‘{}’ is geen datum. Schrijf een jaar, een maand of een dag: 2025, 2025-06 of 20-6-2025."
_NO_NAME = "Niet bekend: {}."
_COUNTS = (10, USUAL, 30, MOST)


@dataclass(frozen=True, slots=True)
class Limits:
    """Which documents count.

    Attributes:
        kind: Only this kind of document; empty for all.
        date_from: First day, as it was typed.
        date_to: Last day, as it was typed.
        problems: What could not be read, in Dutch, by the name in the address.
    """

    kind: str = ""
    date_from: str = ""
    date_to: str = ""
    problems: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def filters(self) -> Filters:
        """The limits that could be read."""
        first, last = read_span(self.date_from), read_span(self.date_to)
        return Filters(
            kinds=(self.kind,) if self.kind else (),
            date_from=first.first if first else None,
            date_to=last.last if last else None,
        )

    @property
    def parameters(self) -> dict[str, str]:
        """What stands in the address."""
        given = {"soort": self.kind, "van": self.date_from, "tot": self.date_to}
        return {name: value for name, value in given.items() if value}


def read_limits(parameters: QueryParams) -> Limits:
    """Read which documents count."""
    kind, problems = text_of(parameters, "soort"), {}
    days = {name: text_of(parameters, name) for name in ("van", "tot")}
    for name, typed in days.items():
        if typed and read_span(typed) is None:
            problems[name] = _NO_DAY.format(typed[:40])
    return Limits(kind if kind in KINDS else "", days["van"], days["tot"], problems)


@dataclass(frozen=True, slots=True)
class AskedMatrix:
    """A matrix as a person put it.

    Attributes:
        rows: Kind of the names down the side.
        columns: Kind of the names along the top.
        row_names: Or these names, as they were typed, with commas between them.
        column_names: Likewise.
        count: How many names of a kind at most.
        limits: Which documents count.
    """

    rows: NameKind
    columns: NameKind
    row_names: str
    column_names: str
    count: int
    limits: Limits

    @property
    def parameters(self) -> dict[str, str]:
        """What stands in the address."""
        names = {"rij": self.row_names, "kolom": self.column_names}
        kinds = {"rijen": self.rows.value, "kolommen": self.columns.value}
        count = {"aantal": str(self.count)} if self.count != USUAL else {}
        return {
            **kinds,
            **{name: value for name, value in names.items() if value},
            **count,
            **self.limits.parameters,
        }

    @property
    def counts(self) -> tuple[int, ...]:
        """The numbers to choose from."""
        return tuple(sorted({*_COUNTS, self.count}))

    def axes(self, reader: LibraryReader) -> tuple[Axis, Axis]:
        """Return both sides; names that are not known are told among the problems."""
        sides = (("rij", self.rows, self.row_names), ("kolom", self.columns, self.column_names))
        rows, columns = (self._axis(reader, *side) for side in sides)
        return rows, columns

    def _axis(self, reader: LibraryReader, side: str, kind: NameKind, typed: str) -> Axis:
        names = [part.strip() for part in typed.split(",") if part.strip()][:MOST]
        found = {name: find_names(reader, name) for name in names}
        if unknown := [name for name, meant in found.items() if not meant]:
            self.limits.problems[side] = _NO_NAME.format(", ".join(f"‘{name[:40]}’" for name in unknown[:5]))
        ids = dict.fromkeys(each.id for meant in found.values() for each in meant[:1])
        return Axis(kind, self.count, tuple(ids))


def read_matrix(parameters: QueryParams) -> AskedMatrix:
    """Read which matrix is wanted."""
    typed = text_of(parameters, "aantal")
    count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < len("1000") else USUAL
    return AskedMatrix(
        kind_of(parameters, "rijen") or NameKind.PROGRAMME,
        kind_of(parameters, "kolommen") or NameKind.CLUSTER,
        text_of(parameters, "rij"),
        text_of(parameters, "kolom"),
        min(max(count, 1), MOST),
        read_limits(parameters),
    )


def kind_of(parameters: QueryParams, name: str) -> NameKind | None:
    """Read a kind of names; ``None`` where it is none."""
    value = parameters.get(name, "")
    return NameKind(value) if value in set(NameKind) else None


def text_of(parameters: QueryParams, name: str) -> str:
    """Read a text, without what no browser can send back: half a surrogate pair."""
    return parameters.get(name, "").encode("utf-8", "replace").decode().strip()[:_LONGEST]


def page_of(parameters: QueryParams) -> int:
    """Read the number of a page, from 1."""
    typed = parameters.get("pagina", "")
    return max(int(typed), 1) if typed.isascii() and typed.isdigit() and len(typed) < len("1000000") else 1


def address(path: str, *given: dict[str, Any]) -> str:
    """Return an address with parameters; those without a value are left out."""
    asked = urlencode([*_pairs(given)], errors="replace")
    return "/programmas" + path + ("?" + asked if asked else "")


def name_address(name_id: str, limits: Limits | None = None) -> str:
    """Return the address of a name's page."""
    return address("/naam/" + quote(name_id, safe="~"), limits.parameters if limits else {})


def _pairs(given: tuple[dict[str, Any], ...]) -> Iterator[tuple[str, str]]:
    for each in given:
        yield from ((name, str(value)) for name, value in each.items() if value not in {None, ""})
