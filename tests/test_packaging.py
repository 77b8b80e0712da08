"""The wheel is built for real and looked into: without symbolic links it would be empty in silence."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("ingest", "index", "search", "api")


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An sdist, and the wheel that is built from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return folder


def test_wheel_holds_every_module_of_every_room(dist: Path) -> None:
    """Each Python file, migration and gazetteer of the rooms stands in the wheel as a real file."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        packed = set(wheel.namelist())
        links = [
            info.filename for info in wheel.infolist() if (info.external_attr >> 16) & 0o170000 == 0o120000
        ]
    wanted = {
        f"beleidszoeker/{path.relative_to(ROOT).as_posix()}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.suffix in {".py", ".sql", ".tsv"}
    }
    assert len(wanted) > 40
    assert wanted <= packed
    assert not links
    assert "beleidszoeker/py.typed" in packed


def test_wheel_holds_the_guide(dist: Path) -> None:
    """The guide that the service shows at ``/handleiding`` is in the wheel, with its pictures."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        packed = set(wheel.namelist())
    pictures = {f"beleidszoeker/docs/images/{path.name}" for path in (ROOT / "docs" / "images").iterdir()}
    assert len(pictures) > 5
    assert {"beleidszoeker/docs/handleiding.md", *pictures} <= packed


def test_wheel_claims_no_bare_names(dist: Path) -> None:
    """Nothing but our own package is installed: no top-level ``index`` or ``search``."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"beleidszoeker"}


def test_sdist_holds_the_licence(dist: Path) -> None:
    """The source distribution carries README and licence."""
    with tarfile.open(next(dist.glob("*.tar.gz"))) as sdist:
        names = {name.split("/", 1)[-1] for name in sdist.getnames()}
    assert {"LICENSE", "README.md", "pyproject.toml"} <= names


def test_rooms_are_links_in_the_checkout() -> None:
    """The import package links to the rooms at the top level, so there is one copy of each file."""
    for room in (*ROOMS, "docs"):
        link = ROOT / "src" / "beleidszoeker" / room
        assert link.is_symlink()
        assert link.resolve() == ROOT / room
