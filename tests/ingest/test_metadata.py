"""Title, kind, date, organisations and dossiers, read from the content."""

import pytest

from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import Metadata, ParsedDocument
from beleidszoeker.ingest.formats import parser_for
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.ingest.knowledge.references.finding import find
from beleidszoeker.ingest.metadata.dates import dates
from beleidszoeker.ingest.metadata.dossiers import find_dossiers
from beleidszoeker.ingest.metadata.extraction import extract_metadata

BODY = (
    "Het kabinet werkt aan een programma voor de industrie en de ruimte daarvoor,"
    " met provincies en gemeenten samen."
)


def metadata(text: str, name: str = "") -> Metadata:
    name = name or ("bestand_1.md" if text.startswith("#") else "bestand_1.txt")
    return extract_metadata(
        compose(parser_for(name, b"").parse(text.encode())), file_stem=name.rsplit(".", 1)[0]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("op 20 juni 2025 besloten", ["2025-06-20"]),
        ("20-06-2025 en 1/7/2025", ["2025-06-20", "2025-07-01"]),
        ("3 sept. 2024", ["2024-09-03"]),
        ("31 februari 2024", []),
        ("artikel 3-12-1899", []),
        ("1 MEI 2023", ["2023-05-01"]),
    ],
)
def test_a_day_of_the_calendar_is_a_date(text: str, expected: list[str]) -> None:
    """Written and numeric days are read; what is no day is passed over."""
    assert [value for value, _, _ in dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Datum 20 juni 2025\nBetreft Ruimte\n\n{BODY}", "2025-06-20"),
        (f"Datum aangemaakt\n29 juni 2026\n\n{BODY}", "2026-06-29"),
        (f"Den Haag, 3 mei 2021\n\n{BODY}", "2021-05-03"),
        (f"Een titel van dit stuk\n\n12 maart 2024\n\n{BODY}", "2024-03-12"),
        (f"{BODY} De brief van 20 juni 2025 gaat daarover.", None),
        (
            f"Een titel van dit stuk\n\nDe datum is van de bron: Kamerbrief Ruimte, 20 juni 2025.\n\n{BODY}",
            None,
        ),
        (
            (
                f"Vragen van het lid Jansen (XYZ) aan de minister over energie (ingezonden 1 mei 2024).\n\n"
                f"Antwoord (ontvangen 2 juni 2024).\n\nVraag 1\n\n{BODY}\n\nAntwoord 1\n\n{BODY}"
            ),
            "2024-06-02",
        ),
        (
            f"Besluitenlijst openbare vergadering college van 3 juni 2025\n\nDatum 4 juni 2025\n\n{BODY}",
            "2025-06-03",
        ),
    ],
)
def test_a_document_is_dated_by_its_own_statement(text: str, expected: str | None) -> None:
    """A date behind its label, or alone on a line, dates the document; one in running text is about
    something else.
    """
    found = metadata(text).date
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"Datum 20 juni 2025\nBetreft Ruimte voor clusters\n\nGeachte voorzitter,\n\n{BODY}",
            "Ruimte voor clusters",
        ),
        (
            f"Datum 3 mei 2022\nBetreft Een lange titel die\nover twee regels loopt\n\n{BODY}",
            "Een lange titel die over twee regels loopt",
        ),
        (f"Onderwerp: Netcapaciteit\n\n{BODY}", "Netcapaciteit"),
        (
            f"TER INFORMATIE\n\nNota waterstof in de regio\n\n{BODY}\n\nBetreft iets anders",
            "Nota waterstof in de regio",
        ),
        (
            f"Voortgang Regio Deal, 4e tranche\n\n{BODY}\n\n1. Stand van zaken\n\n{BODY}",
            "Voortgang Regio Deal, 4e tranche",
        ),
        (
            f"# Antwoorden over de corridor\n\nBetreft Beantwoording vragen\n\n## Vraag 1\n\n{BODY}",
            "Antwoorden over de corridor",
        ),
        (f"# Ministerie van Financiën\n\nBetreft De begroting\n\n## Inleiding\n\n{BODY}", "De begroting"),
        (f"{BODY}\n\n1. Inleiding\n\n{BODY}", "bestand 1"),
        (f"Overwegingen\n\n{BODY}\n\nBesluit\n\n{BODY}", "bestand 1"),
        (
            f"Vragen van de leden Jansen en Pieters over «Vol net» (ingezonden 1 mei 2024).\n\n{BODY}",
            "Vragen van de leden Jansen en Pieters over «Vol net»",
        ),
    ],
)
def test_the_title_is_the_document_s_own(text: str, title: str) -> None:
    """The subject, the nota's line, the question or the first heading names a document; a chapter's
    heading never does.
    """
    assert metadata(text).title.value == title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            f"Aan de Voorzitter van de Tweede Kamer\n\nBetreft Voortgang\n\nGeachte voorzitter,\n\n{BODY}",
            "kamerbrief",
        ),
        (f"TER BESLISSING\n\nNota clusterplan\n\nAanleiding\n\n{BODY}", "nota"),
        (
            f"# Antwoorden op Kamervragen over gas\n\n## Vraag 1\n\n{BODY}\n\n## Antwoord 1\n\n{BODY}",
            "beantwoording-kamervragen",
        ),
        (f"# Bijlage: trajecten\n\n{BODY}", "bijlage"),
        (f"# Voortgang Regio Deal Zuid\n\n{BODY}", "voortgangsrapportage"),
        (f"# Voortgangsrapportage waterstof\n\n{BODY}", "voortgangsrapportage"),
        (f"# Nationaal Programma Waterstof\n\n{BODY}", "programmapagina"),
        (
            f"# Waterstof in Limburg\n\nDe feiten op deze programmapagina zijn openbaar.\n\n{BODY}",
            "programmapagina",
        ),
        (f"# Randvoorwaarden\n\nDit korte rapport legt stukken naast elkaar.\n\n{BODY}", "rapport"),
        (f"# Randvoorwaarden\n\nSoort rapport\n\n{BODY}", "rapport"),
        (f"# Fiche 1: Wijziging verordening\n\n{BODY}", "bnc-fiche"),
        (f"# Besluit op uw Woo-verzoek\n\n{BODY}", "woo-besluit"),
        (
            f"De Kamer,\n\ngehoord de beraadslaging,\n\nconstaterende dat {BODY}\n\nverzoekt dit.",
            "motie",
        ),
        (f"# Losse aantekeningen\n\n{BODY}", "overig"),
    ],
)
def test_the_kind_is_told_by_the_document_s_words(text: str, kind: str) -> None:
    """Each kind is known by its title, by the words of its head, or by what it calls itself."""
    assert metadata(text).kind.value == kind
    assert kind in KINDS


def test_a_page_of_html_about_a_programme_is_a_programme_page() -> None:
    """A web page that speaks of its programme throughout needs no word for itself."""
    page = f"<main><h1>NOVEX</h1><p>Het programma is een programma van het Rijk. {BODY}</p></main>"
    assert metadata(page, "pagina.html").kind.value == "programmapagina"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamerstuk 29826-211", ["29826"]),
        ("Kamerstuk 29 826, nr. 211", ["29826"]),
        ("Kamerstukken II 2024/25, 29826, nr. 211", ["29826"]),
        ("Kamerstuk 36 410-XIII, nr. 5", ["36410-XIII"]),
        ("Kamerstuk 29 826, nr. 1 en Kamerstuk 29 826, nr. 2", ["29826"]),
        ("nummer 29826 zonder meer", []),
    ],
)
def test_dossiers_are_read_in_each_spelling(text: str, expected: list[str]) -> None:
    """One dossier has many spellings and one key."""
    assert [evidence.value for evidence in find_dossiers(ParsedDocument(text, ()), find(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Ministerie van Infrastructuur en Waterstaat\n\n{BODY}",
            ["ministerie van Infrastructuur en Waterstaat"],
        ),
        (f"De Minister voor Klimaat en Groene Groei\n\n{BODY}", ["ministerie van Klimaat en Groene Groei"]),
        (
            f"provincie Limburg en gemeente Sittard-Geleen\n\n{BODY}",
            ["provincie Limburg", "gemeente Sittard-Geleen"],
        ),
        (BODY, []),
    ],
)
def test_organisations_are_written_out(text: str, expected: list[str]) -> None:
    """Ministries, provinces and municipalities of the head are named in full, each once."""
    assert [evidence.value for evidence in metadata(text).organisations] == expected


def test_evidence_stands_in_the_text() -> None:
    """A value with a place can be read there."""
    document = compose(
        parser_for("a.txt", b"").parse(f"Datum 20 juni 2025\nBetreft Ruimte\n\n{BODY}".encode())
    )
    found = extract_metadata(document, file_stem="a")
    assert found.date is not None
    assert document.text[found.date.start : found.date.end] == "20 juni 2025"
    assert document.text[found.title.start : found.title.end] == found.title.value == "Ruimte"


def test_a_letter_that_quotes_a_motion_is_a_letter() -> None:
    """A motion by itself is one; in a letter to parliament it is what the letter is about."""
    motion = (
        "Motie van het lid De Wit\n\nDe Kamer, gehoord de beraadslaging, constaterende dat het net vol is, "
        "verzoekt de regering een plan te maken, en gaat over tot de orde van de dag."
    )
    assert metadata(motion).kind.value == "motie"
    assert metadata(f"Geachte voorzitter,\n\nHierbij reageer ik.\n\n{motion}").kind.value == "kamerbrief"
