"""What was found as a file: ``beleidszoeker search --output bijlage.docx``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.index.store import LibraryReader
    from beleidszoeker.search.result import SearchResponse

_SUFFIXES = (".docx", ".csv", ".ris", ".bib")


def check_suffix(path: Path | None) -> Path | None:
    """Refuse a file whose name tells no format before anything is searched."""
    if path is not None and path.suffix.lower() not in _SUFFIXES:
        raise typer.BadParameter(f"kies een naam die eindigt op {', '.join(_SUFFIXES)}")
    return path


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        callback=check_suffix,
        dir_okay=False,
        help="Schrijf de citaten ook naar dit bestand: .docx, .csv, .ris of .bib.",
    ),
]


def write_annex(
    path: Path,
    reader: "LibraryReader",
    response: "SearchResponse",
    filters: "Filters",
    *,
    address: str,
    snapshot: int,
) -> None:
    """Write what was found, with its citations, in the format that the file's name tells.

    Raises:
        typer.BadParameter: Nothing can be written there.
    """
    from beleidszoeker.api.exporting import FORMATS, About
    from beleidszoeker.api.exporting.choosing import TITLE, limits_of
    from beleidszoeker.api.exporting.day import today
    from beleidszoeker.api.exporting.gathering import cited

    form = next(each for each in FORMATS.values() if each.suffix == path.suffix.lower())
    items = [
        cited(reader, each.passage_id, each.quotes, base=address, snapshot=snapshot)
        for each in response.results
    ]
    try:
        path.write_bytes(form.write(TITLE, items, About(today(), response.query, limits_of(filters))))
    except OSError as error:
        raise typer.BadParameter(f"{path} kan niet worden geschreven: {error.strerror}") from error
