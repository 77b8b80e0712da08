"""The same as rows of cells under a row of heads, in Dutch, for spreadsheets and terminals."""

from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.index.store.knowledge import Closeness
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.search.programmes.counting import NameCount
from beleidszoeker.search.programmes.matrix import Matrix
from beleidszoeker.search.programmes.meeting import Found, MarkedPassage

Rows = list[list[str]]


class KindName(NamedTuple):
    """A kind of names in Dutch.

    Attributes:
        one: In the singular.
        many: In the plural.
    """

    one: str
    many: str


KINDS_OF_NAMES = {
    NameKind.PROGRAMME: KindName("programma", "programma’s"),
    NameKind.CLUSTER: KindName("cluster", "clusters"),
    NameKind.PLACE: KindName("plaats", "plaatsen"),
    NameKind.ORGANISATION: KindName("organisatie", "organisaties"),
    NameKind.THEME: KindName("thema", "thema’s"),
}
CLOSENESS = {
    Closeness.SENTENCE: "in dezelfde zin",
    Closeness.PASSAGE: "in dezelfde passage",
    Closeness.HEADING: "in de kop erboven",
    Closeness.NEXT: "in de passage erna",
}


def names_rows(counts: Sequence[NameCount]) -> Rows:
    """Return a row for each name, with its documents in each year."""
    years = sorted({year.year for each in counts for year in each.years})
    rows = [["id", "naam", "afkortingen", "soort", "documenten", "passages", "vermeldingen", *years]]
    for each in counts:
        by_year = {year.year: year.documents for year in each.years}
        named = each.named
        numbers = [each.documents, each.passages, each.mentions, *(by_year.get(year, 0) for year in years)]
        about = [named.id, named.name, ", ".join(named.abbreviations), KINDS_OF_NAMES[named.kind].one]
        rows.append([*about, *map(str, numbers)])
    return rows


def matrix_rows(matrix: Matrix) -> Rows:
    """Return a row for each name down the side, with the passages in which it meets those along the top."""
    rows = [["", *(each.label for each in matrix.columns)]]
    for row in matrix.rows:
        cells = [matrix.cells.get((row.id, column.id)) for column in matrix.columns]
        rows.append([row.label, *(str(cell.passages) if cell else "0" for cell in cells)])
    return rows


def matrix_years_rows(matrix: Matrix) -> Rows:
    """Return a row for each pair of names and each year."""
    rows = [["rij", "kolom", "jaar", "passages", "documenten"]]
    for row in matrix.rows:
        for column in matrix.columns:
            cell = matrix.cells.get((row.id, column.id))
            rows += [
                [row.name, column.name, year.year, str(year.passages), str(year.documents)]
                for year in (cell.years if cell else ())
            ]
    return rows


def passages_rows(found: Sequence[Found], *, together: bool) -> Rows:
    """Return a row for each passage; where the next one completes it, the two stand together.

    Args:
        found: The passages.
        together: Whether they are those of two names: then how close these stand is told.
    """
    rows = [["samenhang", "citaat", "bron", "titel", "datum", "kop", "document", "begin", "einde"]]
    for each in found:
        text = "\n\n".join(one.text for one in (each.passage, each.next) if one)
        cited = each.citation
        place = [cited.document_id, str(each.passage.start), str(_end(each.next or each.passage))]
        about = [cited.label, cited.title, cited.date or "", " › ".join(cited.section)]
        rows.append([CLOSENESS[each.closeness] if together else "", text, *about, *place])
    return rows


def _end(passage: MarkedPassage) -> int:
    return passage.start + len(passage.text)
