"""What sidecars and manifests may say, and what becomes of what they may not."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from beleidszoeker.ingest.metadata.overrides import Override, read_values
from beleidszoeker.ingest.metadata.sidecars import Sidecars, is_sidecar


def said(folder: Path, name: str = "brief.pdf", *, member: str = "") -> Override:
    return Sidecars().about(folder / name, root=folder, member=member)


@pytest.mark.parametrize(
    ("given", "values"),
    [
        ({"title": " Een  titel "}, {"title": "Een titel"}),
        ({"datum": "20 juni 2025"}, {"date": "2025-06-20"}),
        ({"date": "2025-06-20", "soort": "Kamerbrief"}, {"date": "2025-06-20", "kind": "kamerbrief"}),
        ({"date": None}, {"date": None}),
        ({"organisatie": "gemeente Born"}, {"organisations": ("gemeente Born",)}),
        ({"auteurs": ["A", "B", "A"]}, {"authors": ("A", "B")}),
        ({"dossier": "36 410-XIII"}, {"dossiers": ("36410-XIII",)}),
        (
            {"kamerstukken": ["29826-211", "ah-tk-20232024-1"]},
            {"kamerstukken": ("kst-29826-211", "ah-tk-20232024-1")},
        ),
        ({"Vergaderjaar": "2024/25"}, {"session_year": "2024-2025"}),
        ({"taal": "NL-be"}, {"language": "nl-BE"}),
        ({"ons kenmerk": "AB / 1"}, {"kenmerk": "AB / 1"}),
    ],
)
def test_values_are_read_by_english_and_dutch_names(
    given: Mapping[str, object], values: Mapping[str, object]
) -> None:
    """Each value takes the form that metadata have."""
    found = read_values(given, source="x.meta.json")
    assert (found.values, found.warnings) == (values, ())


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("date", "31 februari 2025", "geen datum"),
        ("date", "2025-02-31", "geen datum"),
        ("kind", "brochure", "geen soort"),
        ("title", "", "leeg"),
        ("title", None, "niet leeg"),
        ("title", 5, "geen tekst"),
        ("title", "a" * 1001, "langer"),
        ("language", "Nederlands", "geen taalcode"),
        ("session_year", "2024-2026", "geen vergaderjaar"),
        ("dossiers", ["1"], "geen dossiernummer"),
        ("kamerstukken", "29826", "geen Kamerstuk"),
        ("url", "javascript:alert(1)", "geen adres"),
        ("authors", ["A", 1], "geen tekst"),
        ("kleur", "rood", "bestaat niet"),
    ],
)
def test_a_wrong_value_costs_itself_alone(field: str, value: object, reason: str) -> None:
    """The warning names file, field and reason in Dutch; the other values count."""
    found = read_values({field: value, "uw_kenmerk": "AB-1"}, source="x.meta.json")
    assert found.values == {"uw_kenmerk": "AB-1"}
    (warning,) = found.warnings
    assert warning.startswith(f"x.meta.json: veld '{field}' is overgeslagen: ")
    assert reason in warning


@pytest.mark.parametrize("name", ["brief.pdf.meta.json", "brief.meta.json"])
def test_a_sidecar_stands_beside_its_document(tmp_path: Path, name: str) -> None:
    """With the whole name of the file or without its suffix."""
    (tmp_path / name).write_text('{"title": "Van de buren"}', encoding="utf-8")
    assert said(tmp_path).values == {"title": "Van de buren"}
    assert is_sidecar(tmp_path / name)


@pytest.mark.parametrize("content", ["{", "[1]", "", '{"title": ' + "[" * 100_000])
def test_a_broken_sidecar_is_a_warning(tmp_path: Path, content: str) -> None:
    """It says which file was not used, and nothing else is lost."""
    (tmp_path / "brief.meta.json").write_text(content, encoding="utf-8")
    found = said(tmp_path)
    assert found.values == {}
    assert found.warnings[0].startswith("brief.meta.json is niet gebruikt: ")
    assert found.digest != ""


@pytest.mark.parametrize(
    "text",
    [
        "bestand;titel;datum\nbrief.pdf;Een titel;1-5-2024\nander.pdf;Niet deze;\n",
        "file,title,date\r\nander.pdf,Niet deze,\r\n./brief.pdf,Een titel,2024-05-01\r\n",
        'Bestandsnaam\tTitel\tDatum\nbrief.pdf\t"Een titel"\t2024-05-01\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_manifest_has_a_row_for_each_document(tmp_path: Path, text: str, encoding: str) -> None:
    """Commas, semicolons or tabs part the columns; empty cells say nothing."""
    (tmp_path / "manifest.csv").write_bytes(text.encode(encoding))
    assert said(tmp_path).values == {"title": "Een titel", "date": "2024-05-01"}
    assert said(tmp_path, "geen.pdf").digest == ""


def test_several_values_in_a_cell_are_parted(tmp_path: Path) -> None:
    """By a bar or a semicolon; a title keeps both."""
    row = 'brief.pdf,"Water; bodem",gemeente Born|gemeente Beek'
    (tmp_path / "metadata.csv").write_text(f"file,title,organisations\n{row}\n", encoding="utf-8")
    found = said(tmp_path).values
    assert found == {"title": "Water; bodem", "organisations": ("gemeente Born", "gemeente Beek")}


def test_a_wrong_cell_is_told_with_its_line(tmp_path: Path) -> None:
    """The warning leads to the cell."""
    (tmp_path / "manifest.csv").write_text(
        "bestand,soort\na.pdf,nota\nbrief.pdf,brochure\n", encoding="utf-8"
    )
    assert said(tmp_path).warnings[0].startswith("manifest.csv, regel 3: veld 'soort' is overgeslagen: ")


def test_what_is_nearest_goes_first(tmp_path: Path) -> None:
    """A sidecar before a manifest, a manifest before those above; what one leaves open, another fills."""
    folder = tmp_path / "map"
    folder.mkdir()
    (tmp_path / "manifest.csv").write_text(
        "file,title,kenmerk,taal\nmap/brief.pdf,Boven,K-1,en\n", encoding="utf-8"
    )
    (folder / "manifest.csv").write_text("file,title,kenmerk\nbrief.pdf,Beneden,K-2\n", encoding="utf-8")
    (folder / "brief.meta.json").write_text(json.dumps({"title": "Naast"}), encoding="utf-8")
    found = Sidecars().about(folder / "brief.pdf", root=tmp_path)
    assert found.values == {"title": "Naast", "kenmerk": "K-2", "language": "en"}


def test_a_manifest_above_the_root_does_not_count(tmp_path: Path) -> None:
    """Only folders that were given are looked into."""
    folder = tmp_path / "map"
    folder.mkdir()
    (tmp_path / "manifest.csv").write_text("file,title\nmap/brief.pdf,Boven\n", encoding="utf-8")
    assert Sidecars().about(folder / "brief.pdf", root=folder).digest == ""


def test_a_manifest_names_documents_in_archives(tmp_path: Path) -> None:
    """A sidecar of the archive is not about its members."""
    (tmp_path / "manifest.csv").write_text(
        "file,title\nbundel.zip!/brief.pdf,In de bundel\n", encoding="utf-8"
    )
    (tmp_path / "bundel.zip.meta.json").write_text('{"title": "De bundel"}', encoding="utf-8")
    assert said(tmp_path, "bundel.zip", member="brief.pdf").values == {"title": "In de bundel"}


def test_a_manifest_without_names_is_a_warning(tmp_path: Path) -> None:
    """Nobody can tell which row is about which file."""
    (tmp_path / "metadata.csv").write_text("titel,datum\nIets,2024-05-01\n", encoding="utf-8")
    assert said(tmp_path).warnings == ("metadata.csv is niet gebruikt: er is geen kolom 'bestand'.",)
