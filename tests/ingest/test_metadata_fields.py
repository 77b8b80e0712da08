"""Departments, authors, addressees, references, Kamerstukken and session years, read from the content."""

import pytest

from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import Evidence, Metadata, ParsedDocument
from beleidszoeker.ingest.formats import parser_for
from beleidszoeker.ingest.metadata.extraction import extract_metadata

BODY = (
    "Het kabinet werkt aan een programma voor de industrie en de ruimte daarvoor,"
    " met provincies en gemeenten samen. De minister van Defensie is daarover ook gevraagd."
)
HEAD = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 20 juni 2025\nBetreft Ruimte\n"


def parsed(text: str) -> ParsedDocument:
    return compose(parser_for("brief.txt", b"").parse(text.encode()))


def metadata(text: str) -> Metadata:
    return extract_metadata(parsed(text), file_stem="brief")


def values(evidence: tuple[Evidence, ...]) -> list[str]:
    return [item.value for item in evidence]


@pytest.mark.parametrize(
    ("head", "kenmerk", "uw_kenmerk"),
    [
        ("Ons kenmerk\n\nDGX / 10012345", "DGX / 10012345", None),
        ("Kenmerk KGG_DGR / 20011\n\nUw kenmerk\n2025Z00001", "KGG_DGR / 20011", "2025Z00001"),
        ("Onze referentie: 4123456\n\nUw referentie: AB-77", "4123456", "AB-77"),
        ("Ons kenmerk I enW/BSK-2025/1234", "IenW/BSK-2025/1234", None),
        ("Tijd Join registratie\n9.30 – 14.00 Z/23/000123", "Z/23/000123", None),
        ("Uw kenmerk\n\nOns kenmerk\n\nBijlagen\n2", None, None),
        ("Ons kenmerk\n\n-\n\nBijlage(n) 12", None, None),
    ],
)
def test_references_stand_behind_their_label(head: str, kenmerk: str | None, uw_kenmerk: str | None) -> None:
    """Ours and theirs are told apart; a label left open gives nothing."""
    found = metadata(f"{HEAD}\n{head}\n\nGeachte voorzitter,\n\n{BODY}")
    assert (found.kenmerk.value if found.kenmerk else None) == kenmerk
    assert (found.uw_kenmerk.value if found.uw_kenmerk else None) == uw_kenmerk


def test_a_reference_in_running_text_is_of_another_letter() -> None:
    """*Bij brief van 1 mei, kenmerk 123* says nothing about this letter."""
    text = (
        f"{HEAD}\nGeachte voorzitter,\n\nBij brief van 1 mei 2025, kenmerk 2025-0001234, vroeg u dit. {BODY}"
    )
    assert metadata(text).kenmerk is None


@pytest.mark.parametrize(
    ("close", "authors"),
    [
        (
            "DE MINISTER VAN FINANCIËN,\n\nWillem Vermeer",
            ["minister van Financiën (Willem Vermeer)"],
        ),
        (
            "De staatssecretaris van Financiën, drs. W.P .A. Vermeer",
            ["staatssecretaris van Financiën (W.P.A. Vermeer)"],
        ),
        (
            "W. van Buren Minister voor Klimaat en Energie",
            ["minister voor Klimaat en Energie (W. van Buren)"],
        ),
        ("De Minister van Financiën, namens deze:\n\nJan Jansen directeur", ["minister van Financiën"]),
        (
            "DE MINISTER-PRESIDENT, Minister van Algemene Zaken, namens deze,\n\nJ. Buren",
            ["minister-president"],
        ),
        ("Een medewerker", []),
    ],
)
def test_a_letter_is_by_who_signs_it(close: str, authors: list[str]) -> None:
    """The office and its holder; an official who signs on behalf is not named."""
    assert (
        values(metadata(f"{HEAD}\nGeachte voorzitter,\n\n{BODY}\n\nHoogachtend,\n\n{close}\n").authors)
        == authors
    )


def test_answers_are_by_who_answers() -> None:
    """The minister who answers, not the one who is asked; the ministry follows."""
    text = (
        "Vragen van het lid Jansen (XYZ) aan de Ministers van Defensie en van Financiën over gas"
        " (ingezonden 1 mei 2024)."
        "\n\nAntwoord van Minister Van Buren (Financiën) (ontvangen 2 juni 2024).\n\nVraag 1\n\n"
        f"{BODY}\n\nAntwoord 1\n\n{BODY}"
    )
    found = metadata(text)
    assert values(found.authors) == ["minister van Financiën (Van Buren)"]
    assert values(found.organisations) == ["ministerie van Financiën"]


def test_a_letter_comes_from_its_signer_and_not_from_whom_it_names() -> None:
    """A ministry in the text is what the letter is about."""
    text = (
        f"{HEAD}\nGeachte voorzitter,\n\n{BODY}\n\nHoogachtend,\n\nDe minister van Financiën,\n\nW. Vermeer\n"
    )
    assert values(metadata(text).organisations) == ["ministerie van Financiën"]


def test_departments_and_addressees_of_a_nota() -> None:
    """A directorate on a line of its own; each addressee once."""
    text = (
        "Directoraat-generaal Ruimte en Water\n\nAan de Minister van Financiën Aan de Staatssecretaris van"
        " Financiën\n\n"
        f"TER BESLISSING Datum aangemaakt 29 juni 2026\n\nNota over geld\n\nAanleiding\n\n{BODY}"
    )
    found = metadata(text)
    assert values(found.departments) == ["Directoraat-generaal Ruimte en Water"]
    assert values(found.addressees) == ["minister van Financiën", "staatssecretaris van Financiën"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamerstuk 29826-211", ["kst-29826-211"]),
        ("Kamerstukken II 2024/25, 29 826, nr. 211", ["kst-29826-211"]),
        ("Kamerstuk 33 037, nrs. 431 en 437 zijn bekend", ["kst-33037-431", "kst-33037-437"]),
        ("Kamerstuk 36 410 XVI, nr. 5", ["kst-36410-XVI-5"]),
        ("Kamerstuk 36410-J, nr. 19", ["kst-36410-J-19"]),
        ("Kamerstuk 21 501-02, nr. 2498", ["kst-21501-02-2498"]),
        ("Aanhangsel Handelingen, vergaderjaar 2016-2017, nr. 11", ["ah-tk-20162017-11"]),
        ("Kamerstukken II 2021/22, Aanhangsel, nr. 1694", ["ah-tk-20212022-1694"]),
        ("uw brief met nummer 2024Z12345", ["2024Z12345"]),
        ("zie h-tk-20172018-70-12", ["h-tk-20172018-70-12"]),
        ("Kamerstuk 35335 zonder nummer", []),
        ("Kamerstukken II 2021/22, 30175, nr. 414", ["kst-30175-414"]),
        ("Kamerstuk 29826, nr. 2 en 12 mei 2024", ["kst-29826-2"]),
    ],
)
def test_publications_have_one_identifier_in_each_spelling(text: str, expected: list[str]) -> None:
    """Kamerstukken, answers, cases and debates, by the identifiers of official publications."""
    assert values(metadata(f"{BODY} {text}.").kamerstukken) == expected


def test_an_answer_s_own_number_comes_first() -> None:
    """The number that stands alone under *Aanhangsel van de Handelingen* is the document's own."""
    text = (
        "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2023–2024 Aanhangsel van de Handelingen\n\n"
        "Vragen gesteld door de leden der Kamer\n\n1314\n\n"
        f"Vragen van het lid Jansen (XYZ) over gas (ingezonden 1 mei 2024).\n\nVraag 1\n\n"
        f"{BODY} Kamerstuk 29826, nr. 2."
    )
    found = metadata(text)
    assert values(found.kamerstukken) == ["ah-tk-20232024-1314", "kst-29826-2"]
    assert found.session_year is not None
    assert found.session_year.value == "2023-2024"


def test_a_session_year_of_a_cited_paper_is_not_the_document_s() -> None:
    """*Aanhangsel Handelingen, vergaderjaar …* cites."""
    assert (
        metadata(f"Zie Aanhangsel Handelingen, vergaderjaar 2016-2017, nr. 11. {BODY}").session_year is None
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Date February 18, 2013", "2013-02-18"),
        ("Verzonden: dinsdag 28 augustus 2018 7:43", "2018-08-28"),
        ("Datum: woensdag 13 februari 2019 15:27:00", "2019-02-13"),
        ("Datum", None),
    ],
)
def test_dates_of_messages_and_reports_in_english(line: str, expected: str | None) -> None:
    """A weekday may stand before the day; English writes the month first; an empty field is no date."""
    found = metadata(f"Een stuk over water\n\n{line}\n\n{BODY}").date
    assert (found.value if found else None) == expected


def test_a_law_is_named_and_dated_by_its_full_title() -> None:
    """The ministers who sign a law are not its authors here."""
    title = "Besluit van 12 juni 1931, tot vaststelling van regels over het water"
    enacted = "Wij WILHELMINA, bij de gratie Gods, Koningin der Nederlanden"
    text = f"## {title}\n\n{enacted}\n\n## Artikel 1\n\n{BODY}"
    found = extract_metadata(compose(parser_for("a.md", b"").parse(text.encode())), file_stem="a")
    assert (found.title.value, found.kind.value, found.date and found.date.value) == (
        title,
        "regeling",
        "1931-06-12",
    )
    assert found.authors == ()
