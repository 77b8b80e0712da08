"""The house notation of citations."""

import pytest
from tests.support import passage_record as passage

from beleidszoeker.search.quoting.citation import cite, label, named_title, written_date


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"page_first": 2, "page_last": 2}, "Kamerbrief Ruimte voor industrieclusters, 20 juni 2025, p. 2"),
        ({"page_first": 2, "page_last": 3}, "Kamerbrief Ruimte voor industrieclusters, 20 juni 2025, p. 2-3"),
        (
            {"page_first": 4, "page_last": 4, "label_first": "2", "label_last": "2"},
            "Kamerbrief Ruimte voor industrieclusters, 20 juni 2025, p. 2 (pdf-pagina 4)",
        ),
        (
            {"page_first": 4, "page_last": 5, "label_first": "ii", "label_last": "iii"},
            "Kamerbrief Ruimte voor industrieclusters, 20 juni 2025, p. ii-iii (pdf-pagina 4-5)",
        ),
        (
            {"page_first": 4, "page_last": 4, "label_first": "4", "label_last": "4"},
            "Kamerbrief Ruimte voor industrieclusters, 20 juni 2025, p. 4",
        ),
        (
            {"page_first": 4, "page_last": 5, "label_first": "4", "label_last": None},
            "Kamerbrief Ruimte voor industrieclusters, 20 juni 2025, p. 4-5",
        ),
        (
            {"section": ("1. Inleiding", "1.1 Aanleiding")},
            "Kamerbrief Ruimte voor industrieclusters, 20 juni 2025, onder ‘1.1 Aanleiding’",
        ),
        (
            {"section": ("1. Inleiding",), "page_first": 1, "page_last": 1, "date": None},
            "Kamerbrief Ruimte voor industrieclusters, p. 1",
        ),
        ({"date": None}, "Kamerbrief Ruimte voor industrieclusters"),
        (
            {"page_first": 2, "page_last": 2, "date": None, "confidence": 94.9},
            "Kamerbrief Ruimte voor industrieclusters, p. 2 (OCR)",
        ),
        (
            {
                "title": "Brexit",
                "kind": "handelingen",
                "date": None,
                "section": ("Brexit", "De heer Alkaya (SP)"),
                "url": "https://zoek.officielebekendmakingen.nl/h-tk-20172018-70-12.html",
            },
            "Brexit, Handelingen II 2017/18, nr. 70, item 12, onder ‘De heer Alkaya (SP)’",
        ),
        (
            {
                "page_first": 2,
                "page_last": 2,
                "url": "https://zoek.officielebekendmakingen.nl/kst-29826-211.html",
            },
            "Kamerbrief Ruimte voor industrieclusters, Kamerstuk 29826, nr. 211, 20 juni 2025, p. 2",
        ),
        (
            {"date": None, "url": "https://zoek.officielebekendmakingen.nl/kst-36410-XIII-5.html"},
            "Kamerbrief Ruimte voor industrieclusters, Kamerstuk 36410-XIII, nr. 5",
        ),
        (
            {
                "title": "Vragen over het net",
                "kind": "beantwoording-kamervragen",
                "url": "https://zoek.officielebekendmakingen.nl/ah-tk-20232024-1314.html",
            },
            "Vragen over het net, Aanhangsel Handelingen II 2023/24, nr. 1314, 20 juni 2025",
        ),
        ({"date": None, "url": "https://example.nl/kst-x.html"}, "Kamerbrief Ruimte voor industrieclusters"),
        (
            {"page_first": 2, "page_last": 2, "date": None, "confidence": 95.0},
            "Kamerbrief Ruimte voor industrieclusters, p. 2",
        ),
    ],
)
def test_labels(facts: dict[str, object], expected: str) -> None:
    """Title, date and page, the printed one first where two differ; a section where no page is known.

    Where recognition was in doubt, the label says so.
    """
    assert label(passage(**facts)) == expected


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Ruimte voor industrie", "kamerbrief", "Kamerbrief Ruimte voor industrie"),
        ("Kamerbrief over ruimte", "kamerbrief", "Kamerbrief over ruimte"),
        ("KAMERBRIEF over ruimte", "kamerbrief", "KAMERBRIEF over ruimte"),
        ("Clusterplan", "nota", "Nota Clusterplan"),
        ("Denotatie", "nota", "Nota Denotatie"),
        ("Nota Ruimte", "nota", "Nota Ruimte"),
        ("Besluit op Woo-verzoek", "woo-besluit", "Besluit op Woo-verzoek"),
        ("Besluit op uw Wob-verzoek", "woo-besluit", "Besluit op uw Wob-verzoek"),
        ("Inventaris", "woo-besluit", "Woo-besluit Inventaris"),
        ("Verslag", "schriftelijk-overleg", "Schriftelijk overleg Verslag"),
        ("Stikstof in 2024", "rapport", "Stikstof in 2024"),
        ("Iets", "overig", "Iets"),
        ("a " * 100, "overig", "a " * 78 + "a…"),
    ],
)
def test_the_kind_stands_before_a_title_that_does_not_name_it(title: str, kind: str, expected: str) -> None:
    """Only for kinds by which documents are called, and never twice; a very long title is cut at a word."""
    assert named_title(title, kind) == expected


@pytest.mark.parametrize(
    ("day", "written"), [("2024-01-01", "1 januari 2024"), ("2023-08-31", "31 augustus 2023")]
)
def test_dates_are_written_out(day: str, written: str) -> None:
    """Day without a leading zero, month in Dutch, year."""
    assert written_date(day) == written


def test_a_citation_holds_the_place() -> None:
    """It has the span in the canonical text beside the label."""
    citation = cite(passage(url="https://example.nl"))
    assert (citation.start, citation.end, citation.url) == (10, 16, "https://example.nl")


def test_a_citation_tells_how_sure_recognition_was() -> None:
    """It has the confidence of its pages, and none where the text is the file's own."""
    assert [cite(passage(confidence=sure)).confidence for sure in (71.5, None)] == [71.5, None]


@pytest.mark.parametrize(
    ("facts", "printed"),
    [
        ({"page_first": 4, "page_last": 4, "label_first": "2", "label_last": "2"}, "2"),
        ({"page_first": 8, "page_last": 8, "label_first": "14-15", "label_last": "14-15"}, "14-15"),
        ({"page_first": 4, "page_last": 4, "label_first": "4", "label_last": "4"}, None),
        ({"page_first": 4, "page_last": 5, "label_first": "4", "label_last": None}, None),
        ({}, None),
    ],
)
def test_printed_pages_are_told_where_they_are_not_those_of_the_file(
    facts: dict[str, object], printed: str | None
) -> None:
    """Whoever exports a citation gets the numbers that the citation itself has."""
    assert cite(passage(**facts)).printed == printed
