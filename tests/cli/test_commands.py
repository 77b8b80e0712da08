"""The commands as a person or a program uses them: output, exit codes, errors."""

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from tests.support import Shelf, command, environment, invoke, made, run

WATER = "Het water stijgt langs de rivieren van Limburg."


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of two documents."""
    shelf = Shelf(tmp_path / "library")
    with shelf.library:
        shelf.fill(
            made(f"{WATER} Dat is [bold]erg[/bold].", title="Hoog [water]", kind="nota", date="2024-05-17"),
            made("De bodem daalt in Utrecht.\x1b[2J", title="Bodem\x1b]0;x\x07", section=("1. Veen",)),
        )
        shelf.put("stuk [x].pdf", None)
    return tmp_path / "library"


def parsed(ended: Any) -> Any:
    """The JSON that a command printed, run here or in a child process."""
    assert getattr(ended, "returncode", getattr(ended, "exit_code", 0)) == 0, ended.stderr
    return json.loads(ended.stdout)


def test_results_can_be_read(library: Path) -> None:
    """Citation, kind, file, quote, reasons and id; brackets of the text stay, control characters do not."""
    shown = invoke(library, "search", "water", "-k", "1").stdout.splitlines()
    passage = parsed(invoke(library, "search", "water", "-k", "1", "--json"))["results"][0]["passage_id"]
    assert shown[:5] == [
        "1. Nota Hoog [water], 17 mei 2024",
        "   nota · 0.txt",
        f"   “{WATER}”",
        "   ‘water’ staat er letterlijk.",
        f"   {passage}",
    ]
    assert shown[-1].startswith("1 passage in ")
    odd = invoke(library, "search", "bodem daalt", "-k", "1").stdout
    assert "1. Veen" in odd
    assert "\x1b" not in odd
    assert "\x07" not in odd


def test_json_is_the_contract(library: Path) -> None:
    """What ``--json`` prints is one JSON value on standard output, whatever the command."""
    answer = parsed(invoke(library, "search", "water", "--json"))
    assert answer["query"] == "water"
    passage = answer["results"][0]["passage_id"]
    assert parsed(invoke(library, "show", passage, "--json"))["passage_id"] == passage
    listed = parsed(invoke(library, "documents", "--json"))
    assert [(document["title"], document["passages"]) for document in listed] == [
        ("Hoog [water]", 1),
        ("Bodem\x1b]0;x\x07", 1),
    ]
    assert [finding["ok"] for finding in parsed(invoke(library, "doctor", "--json"))] == [True] * 3
    assert parsed(invoke(library, "model", "show", "--json")) == {
        "id": "hashing-64-v1",
        "dimension": 64,
        "max_tokens": 512,
        "indexed_with": "hashing-64-v1",
    }
    assert parsed(invoke(library, "remove", listed[1]["id"], "--json")) == {"removed": 1}


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (("--kind", "nota"), ["Hoog [water]"]),
        (("--soort", "nota", "--kind", "motie"), ["Hoog [water]"]),
        (("--from", "2024", "--to", "2024-12"), ["Hoog [water]"]),
        (("--na", "2025"), []),
        (("--organisatie", "limburg"), []),
        (("--dossier", "1"), []),
        (("--document", "x"), []),
    ],
)
def test_filters(library: Path, options: tuple[str, ...], titles: list[str]) -> None:
    """Each filter has an option, in English and where it differs in Dutch."""
    answer = parsed(invoke(library, "search", "water", "--json", *options))
    assert [result["citation"]["title"] for result in answer["results"]] == titles


def test_nothing_found_is_said(library: Path) -> None:
    """An empty answer is a sentence, and no error."""
    ended = invoke(library, "search", "water", "--kind", "motie")
    assert ended.exit_code == 0
    assert ended.stdout.startswith("Niets gevonden")


def test_documents_and_failures_are_listed(library: Path) -> None:
    """Each document with its facts, and each file that failed with its reason."""
    shown = invoke(library, "documents").stdout
    assert "Hoog [water]" in shown
    assert "nota, 2024-05-17, zonder pagina's, 1 passages" in shown
    assert "2 documenten, 1 mislukt." in shown
    assert "stuk [x].pdf: Het bestand is stuk. Haal het opnieuw op." in shown
    assert "\x1b" not in shown


def test_a_passage_is_shown_in_full(library: Path) -> None:
    """Its text stands below its citation, literally but for control characters."""
    passage = parsed(invoke(library, "search", "water", "--json"))["results"][0]["passage_id"]
    shown = invoke(library, "show", passage).stdout
    assert shown.startswith("Nota Hoog [water], 17 mei 2024\n")
    assert f"{WATER} Dat is [bold]erg[/bold]." in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ingest", "/weg/map"), "/weg/map bestaat niet"),
        (("show", "x"), "geen document met id 'x'"),
        (("show", "x-y"), "geen passage met id 'x-y'"),
        (("remove", "x"), "geen document met id 'x'"),
        (("search", "a", "--kind", "brief"), "'brief' is geen bekende soort"),
        (("search", "a", "--from", "ooit"), "'ooit' is geen datum"),
        (("evaluate", "/weg/beir"), "/weg/beir/corpus.jsonl kan niet worden gelezen"),
    ],
)
def test_errors_are_one_dutch_sentence(library: Path, arguments: tuple[str, ...], message: str) -> None:
    """On standard error, with exit code 2, naming what is wrong; no traceback, nothing on standard output."""
    ended = run(library, *arguments)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("Fout: ")
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    """Reading from a library that is not there says where it was looked for, and how to make one."""
    for arguments in (("search", "a"), ("documents",), ("doctor",), ("show", "x"), ("remove", "x")):
        ended = run(tmp_path / "weg", *arguments)
        assert ended.returncode == 2
        assert str(tmp_path / "weg") in ended.stderr
        assert "beleidszoeker ingest" in ended.stderr
    assert not (tmp_path / "weg").exists()


def test_the_option_goes_before_the_environment(library: Path, tmp_path: Path) -> None:
    """``--library`` wins from ``BELEIDSZOEKER_LIBRARY``."""
    assert run(tmp_path / "weg", "documents", "--library", library).returncode == 0


def test_ingest_tells_what_it_did(tmp_path: Path) -> None:
    """Counts on standard output, progress on standard error; with a failure exit code 0, or 1 when strict."""
    folder = tmp_path / "documenten"
    folder.mkdir()
    (folder / "a.txt").write_text(WATER, encoding="utf-8")
    (folder / "leeg [1].txt").write_text("…", encoding="utf-8")
    (folder / "plaatje.png").write_bytes(b"x")
    first = run(tmp_path / "library", "ingest", folder)
    assert first.returncode == 0
    assert first.stdout.splitlines() == [
        "Bestanden: 1 nieuw, 1 mislukt, 1 van een onbekend soort overgeslagen.",
        first.stdout.splitlines()[1],
        "Passages: 1 doorzoekbaar, 1 nieuw berekend; nieuwe index gepubliceerd.",
    ]
    assert first.stdout.splitlines()[1].startswith("  leeg [1].txt: Het bestand bevat geen tekst.")
    assert "lezen 2/2" in first.stderr
    assert "mislukt leeg [1].txt" in first.stderr
    strict = run(tmp_path / "library", "ingest", folder, "--strict", "--json")
    assert strict.returncode == 1
    summary = json.loads(strict.stdout)
    assert (summary["unchanged"], summary["added"], summary["published"]) == (1, 0, False)
    assert [failure["code"] for failure in summary["failed"]] == ["empty"]
    (folder / "leeg [1].txt").unlink()
    assert parsed(run(tmp_path / "library", "ingest", folder, "--strict", "--prune", "--json"))["pruned"] == 1


def test_an_ingest_can_be_broken_off(tmp_path: Path) -> None:
    """Ctrl-C ends it with exit code 130 and one sentence; what was ready is kept, so the next run goes on."""
    folder = tmp_path / "documenten"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(f"{WATER} Nummer {number}.", encoding="utf-8")
    library = tmp_path / "library"
    line = command("ingest", folder)
    # Whoever runs the tests in the background has a shell that makes its children deaf to Ctrl-C.
    line[2] = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {line[2]}"
    running = subprocess.Popen(line, env=environment(library), stderr=subprocess.PIPE, text=True)
    while not (library / "library.lock").exists():
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Afgebroken; wat klaar was, is bewaard." in told
    assert "Traceback" not in told
    assert parsed(run(library, "ingest", folder, "--json"))["passages"] == 300


def test_the_doctor_has_an_exit_code(library: Path) -> None:
    """1 when something is wrong, 0 when all is well or was mended."""
    assert invoke(library, "doctor").exit_code == 0
    (library / "snapshots" / "1" / "dense.faiss").unlink()
    sick = invoke(library, "doctor")
    assert sick.exit_code == 1
    assert "dense.faiss ontbreekt" in sick.stdout
    assert invoke(library, "doctor", "--repair").exit_code == 0
    assert invoke(library, "search", "water").exit_code == 0


def test_evaluate_prints_its_measures(tmp_path: Path) -> None:
    """Three ways of searching, four measures each, as text or JSON."""
    (tmp_path / "corpus.jsonl").write_text(
        '{"_id": "t", "title": "", "text": "Het water stijgt."}\n', encoding="utf-8"
    )
    (tmp_path / "queries.jsonl").write_text('{"_id": "q", "text": "water"}\n', encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("q\tt\t1\n", encoding="utf-8")
    measured = parsed(invoke(tmp_path / "l", "evaluate", tmp_path, "--json"))
    perfect = {"nDCG@10": 1.0, "MRR@10": 1.0, "R@10": 1.0, "R@100": 1.0}
    assert measured == {"lexical": perfect, "dense": perfect, "hybrid": perfect}
    shown = invoke(tmp_path / "l", "evaluate", tmp_path).stdout.splitlines()
    assert shown[0] == "lexical  nDCG@10 1.0000  MRR@10 1.0000  R@10 1.0000  R@100 1.0000"
    assert not (tmp_path / "l").exists()
