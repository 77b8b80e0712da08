"""No command brings in a library that it does not need; the tables below say what that is.

Each runs in a process of its own, which prints what it had imported when it ended. Importing more is what
makes commands slow to start, and nobody notices one library at a time: ``benchmarks/startup.py`` has the
figures.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.support import Shelf, command, environment, made

IMPORTED = """
import sys
from beleidszoeker.cli import main
try:
    main()
except SystemExit as ended:
    code = ended.code
else:
    code = 0
print("code", code, *sorted(sys.modules), file=sys.stderr)
"""


def named(names: str) -> frozenset[str]:
    return frozenset(names.split())


TRAINING = named("torch transformers sentence_transformers spacy sklearn scipy ir_measures")
WEB = named("fastapi starlette uvicorn jinja2 httpx mcp beleidszoeker.api.app pydantic_settings")
WRITERS = named("docx icalendar")
PARSERS = named(
    """
    lxml selectolax pypdf pypdfium2 beleidszoeker.ingest.parse beleidszoeker.ingest.chunk
    beleidszoeker.ingest.sandbox.pool beleidszoeker.ingest.knowledge.analysis
    beleidszoeker.ingest.metadata.extraction beleidszoeker.ingest.kamervragen.finding
    """
)
MODEL = named("openvino tokenizers beleidszoeker.model.weights")
ENGINE = named("beleidszoeker.search.engine beleidszoeker.search.listing")
TERMINAL = named("rich pydantic")  # typer reads arguments with pydantic
LIBRARIES = named("numpy faiss tantivy simplemma snowballstemmer filelock msgspec platformdirs")

READING = TRAINING | WEB | WRITERS | PARSERS | MODEL
CASES = {
    ("--help",): READING | ENGINE | TERMINAL | LIBRARIES,
    ("--version",): READING | ENGINE | LIBRARIES | {"rich"},
    ("search", "--help"): READING | ENGINE | LIBRARIES | {"rich"},
    ("ingest", "-h"): READING | ENGINE | LIBRARIES | {"rich"},
    ("search", "water"): READING,
    ("search", "water", "--json"): READING | {"rich"},
    ("similar", "{passage}"): READING,
    ("show", "{passage}"): READING | ENGINE,
    ("show", "{document}"): READING | ENGINE,
    ("documents",): READING | ENGINE,
    ("kamervragen",): READING | ENGINE,
    ("programmes",): READING | ENGINE,
    ("motions",): READING | ENGINE,
    ("decisions",): READING | ENGINE,
    ("commitments",): READING | ENGINE,
    ("references", "{document}"): READING | ENGINE,
    ("cited-by", "29826-211"): READING | ENGINE,
    ("alerts", "list"): READING | ENGINE,
    ("ingest", "{folder}", "--json"): TRAINING | WEB | WRITERS | MODEL | ENGINE,
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library of one document, and a folder without any."""
    home = tmp_path_factory.mktemp("imports")
    shelf = Shelf(home / "library")
    with shelf.library:
        shelf.fill(made("Het water stijgt langs de rivieren van Limburg.", title="Hoog water"))
    (home / "folder").mkdir()
    return home


def imported(home: Path, *arguments: str) -> set[str]:
    """Run a command, which must succeed; return what it had imported when it ended."""
    line = command(*arguments)
    line[2] = IMPORTED
    ended = subprocess.run(
        line, env=environment(home / "library"), capture_output=True, text=True, check=True, timeout=60
    )
    _, code, *modules = ended.stderr.splitlines()[-1].split()
    assert code == "0", ended.stderr
    return set(modules)


@pytest.fixture(scope="module")
def passage(home: Path) -> str:
    """Id of the passage in that library."""
    with Shelf(home / "library").library as library:
        (found,) = library.reader.passages(library.reader.keys().tolist()).values()
    return found.id


@pytest.mark.parametrize("arguments", CASES, ids=" ".join)
def test_a_command_imports_what_it_needs(home: Path, passage: str, arguments: tuple[str, ...]) -> None:
    """And nothing of what the table says that it does not need."""
    names = {"passage": passage, "document": passage.partition("-")[0], "folder": str(home / "folder")}
    modules = imported(home, *(each.format(**names) for each in arguments))
    assert sorted(modules & CASES[arguments]) == []


def test_the_tables_name_real_modules() -> None:
    """A module that was renamed would never be found in any process."""
    ours = {name for name in set().union(*CASES.values()) if name.startswith("beleidszoeker.")}
    assert [name for name in ours if find_spec(name) is None] == []


def test_a_service_starts_without_what_it_may_never_need() -> None:
    """What splits sentences and what writes Word take seconds to load: whoever asks for it first waits."""
    code = "import sys, beleidszoeker.api.app; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert not set(ended.stdout.split()) & (TRAINING | {"docx", "mcp", "pypdfium2", "pypdf", "lxml"})
