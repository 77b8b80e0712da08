"""What ``beleidszoeker programmes`` prints: records for programs, tables for people, CSV for a file."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from rich.table import Table

from beleidszoeker.api.exporting.rows import rows_to_csv
from beleidszoeker.cli.output import console, plain, print_json
from beleidszoeker.errors import InvalidFilterError, LibraryError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.search.programmes import (
    Axis,
    Found,
    Named,
    count_names,
    defined,
    find_names,
    make_matrix,
    meetings,
    mention_records,
    overview,
)
from beleidszoeker.search.programmes.matrix import USUAL
from beleidszoeker.search.programmes.tables import (
    CLOSENESS,
    KINDS_OF_NAMES,
    matrix_rows,
    names_rows,
    passages_rows,
)

_SHOWN = 20


class Asked(NamedTuple):
    """What was asked.

    Attributes:
        name: A name or id; ``None`` for all.
        other: Another that it must meet.
        kind: Only names of this kind.
        matrix: Kind of the names along the top of a matrix; ``None`` for no matrix.
        filters: Limits to documents.
        limit: How many at most; ``None`` for all.
    """

    name: str | None
    other: str | None
    kind: NameKind | None
    matrix: NameKind | None
    filters: Filters
    limit: int | None


def answer(reader: LibraryReader, asked: Asked, *, as_json: bool, output: Path | None) -> None:
    """Print or write what was asked.

    Raises:
        InvalidFilterError: A name is not known, or another is given without a first.
        LibraryError: The file cannot be written.
    """
    if asked.other and not asked.name:
        raise InvalidFilterError("--with vraagt ook om een naam.", advice="Geef eerst de ene naam.")
    name = _one(reader, asked.name) if asked.name else None
    other = _one(reader, asked.other) if asked.other else None
    if asked.matrix:
        _matrix(reader, asked, name, as_json=as_json, output=output)
    elif as_json:
        print_json(_records(reader, asked, name, other))
    elif name is None:
        _names(reader, asked, output)
    else:
        _passages(reader, asked, name, other, output)


def _one(reader: LibraryReader, text: str) -> Named:
    found = find_names(reader, text)
    if not found:
        raise InvalidFilterError(
            f"'{text}' is geen bekende naam.", advice="Bekijk de namen met: beleidszoeker programmes"
        )
    return found[0]


def _records(
    reader: LibraryReader, asked: Asked, name: Named | None, other: Named | None
) -> list[dict[str, Any]]:
    ids = (name.id if name else None, other.id if other else None)
    return list(islice(mention_records(reader, *ids, asked.filters, kind=asked.kind), asked.limit))


def _names(reader: LibraryReader, asked: Asked, output: Path | None) -> None:
    counts = overview(reader, asked.filters, kinds=(asked.kind,) if asked.kind else ())[: asked.limit]
    if output:
        _write(output, names_rows(counts))
        return
    table = _table("naam", "soort", "documenten", "passages", "per jaar")
    for each in counts:
        years = ", ".join(f"{year.year}: {year.documents}" for year in each.years)
        name = plain(each.named.name) + (" [dim](geleerd)[/]" if each.named.learned else "")
        table.add_row(
            name, KINDS_OF_NAMES[each.named.kind].one, str(each.documents), str(each.passages), years
        )
    console().print(table)
    console().print(f"{len(counts)} namen.")


def _passages(
    reader: LibraryReader, asked: Asked, name: Named, other: Named | None, output: Path | None
) -> None:
    most = asked.limit or (reader.knowledge.names.state()[1] if output else _SHOWN)
    found = meetings(reader, name.id, other.id if other else None, asked.filters, count=most)
    if output:
        _write(output, passages_rows(found.found, together=other is not None))
        return
    if other is None:
        _tell(reader, name, asked.filters)
    for each in found.found:
        _print_found(each, told=other is not None)
    total, documents = found.totals.all, found.totals.documents
    console().print(f"{len(found.found)} van {total} passages, in {documents} documenten.")


def _tell(reader: LibraryReader, name: Named, filters: Filters) -> None:
    out = console()
    others = ", ".join(dict.fromkeys([*name.abbreviations, *name.other_names]))
    out.print(f"[bold]{plain(name.name)}[/]" + (f" [dim]{plain(others)}[/]" if others else ""))
    for each in defined(reader, name.id):
        out.print(f"{plain(' '.join(each.excerpt.text.split()))} [dim]({plain(each.excerpt.label)})[/]")
    count = count_names(reader, [name.id], filters).get(name.id)
    if count:
        out.print(", ".join(f"{year.year}: {year.passages}" for year in count.years) + " passages")


def _print_found(found: Found, *, told: bool) -> None:
    how = f" [dim]{CLOSENESS[found.closeness]}[/]" if told else ""
    console().print(f"\n[bold]{plain(found.citation.label)}[/]{how}")
    console().print(plain(" ".join(found.passage.text.split())))
    if found.next:
        console().print("[dim]en daarna:[/] " + plain(" ".join(found.next.text.split())))


def _matrix(
    reader: LibraryReader, asked: Asked, name: Named | None, *, as_json: bool, output: Path | None
) -> None:
    most = asked.limit or USUAL
    rows = Axis(names=(name.id,)) if name else Axis(asked.kind or NameKind.PROGRAMME, most)
    made = make_matrix(reader, rows, Axis(asked.matrix or NameKind.PROGRAMME, most), asked.filters)
    if as_json:
        print_json(made.to_json())
    elif output:
        _write(output, matrix_rows(made))
    else:
        head, *lines = matrix_rows(made)
        table = _table(*map(plain, head))
        for line in lines:
            table.add_row(*(plain(cell) for cell in line))
        console().print(table)


def _table(*heads: str) -> Table:
    table = Table(*heads, box=None, header_style="bold", pad_edge=False)
    for column in table.columns[2:]:
        column.justify = "right"
    return table


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    try:
        path.write_bytes(rows_to_csv(rows))
    except OSError as error:
        raise LibraryError(f"{path} kan niet worden geschreven: {error.strerror}.") from error
    count = len(rows) - 1
    console().print(f"{count} {'regel' if count == 1 else 'regels'} geschreven naar {plain(str(path))}.")
