"""Two small collections in our own words: one of letters with titles, one of answers without."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from benchmarks.evaluation.sets import TestSet, find_sets

LETTERS = {
    "dijk-1": (
        "Brief over dijken",
        "Het waterschap verhoogt de rivierdijken voor de winter.",
        "rivierdijk verhogen",
    ),
    "dijk-2": (
        "Brief over dijken",
        "De kosten komen voor rekening van de provincie.",
        "wie betaalt de dijken?",
    ),
    "fiets-1": (
        "Nota over fietsers",
        "Langs de vaart komt een breed pad van asfalt.",
        "fietsers langs de vaart",
    ),
    "fiets-2": ("Nota over fietsers", "Kruispunten krijgen een eigen licht.", "stoplicht bij kruispunt"),
    "veen-1": ("Plan voor het veen", "De bodem daalt doordat boeren ontwateren.", "bodemdaling"),
    "veen-2": (
        "Plan voor het veen",
        "Een hoger waterpeil remt dat, en boeren krijgen geld.",
        "geld voor boern bij hoog water",
    ),
    "markt-1": ("Besluit over de markt", "De kramen staan op zaterdag op het plein.", "wanneer is er markt?"),
    "markt-2": ("Besluit over de markt", "Honden zijn er niet welkom.", "mag mijn hond mee naar het plein?"),
    "school-1": ("Verslag van scholen", "Er zijn te weinig leraren in de stad.", "lerarentekort"),
    "school-2": (
        "Verslag van scholen",
        "Het gebouw wordt in de zomer geschilderd.",
        "schoolgebouw schilderen",
    ),
}
ANSWERS = {
    "a1": (
        "",
        "De haven krijgt stroom van de wal, zodat schepen hun motor uitzetten.",
        "walstroom voor een schip",
    ),
    "a2": ("", "Bewoners klagen over lawaai van vliegtuigen in de nacht.", "nachtvluchten en geluid"),
    "a3": ("", "Nieuwe huizen krijgen geen aansluiting op gas.", "huis zonder gasaansluiting"),
    "a4": ("", "De trein rijdt vanaf mei elk kwartier.", "hoe vaak gaat de trein en waarom niet vaker?"),
    "a5": ("", "Wie een laag loon heeft, krijgt toeslag voor de huur.", "huurtoeslag bij lage lonen"),
    "a6": ("", "Het museum is dicht omdat het dak lekt.", "waarom is het museum dicht?"),
}


def write_set(folder: Path, texts: Mapping[str, Sequence[str]]) -> None:
    """Write texts, each with the question that it answers, as a BEIR folder."""
    folder.mkdir(parents=True)
    corpus = [{"_id": name, "title": title, "text": text} for name, (title, text, _) in texts.items()]
    queries = [{"_id": f"q-{name}", "text": question} for name, (_, _, question) in texts.items()]
    for file, rows in (("corpus", corpus), ("queries", queries)):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / f"{file}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    judged = "".join(f"q-{name}\t{name}\t1\n" for name in texts)
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n" + judged, encoding="utf-8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("eval")
    write_set(made / "antwoorden", ANSWERS)
    write_set(made / "brieven", LETTERS)
    return made


@pytest.fixture(scope="session")
def sets(folder: Path) -> list[TestSet]:
    return find_sets([folder])
