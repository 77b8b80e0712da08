"""Documents in ZIP archives are taken in like files, and an archive that is broken costs itself alone."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.support import Shelf

from beleidszoeker.index.ingestion import IngestSummary, ingest
from beleidszoeker.ingest.sandbox.pool import Limits, ParserPool

NOTA = "Het kabinet versterkt de dijken langs de Maas bij Venlo."
LETTER = "De minister werkt aan de netcapaciteit in Limburg."


@pytest.fixture(scope="module")
def pool() -> Iterator[ParserPool]:
    limits = Limits(seconds=30, file_size=1 << 20)
    with ParserPool(workers=1, limits=limits, rules_only=True) as running:
        yield running


def packed(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def take_in(shelf: Shelf, folder: Path, pool: ParserPool, *, prune: bool = False) -> IngestSummary:
    return ingest(shelf.library, [folder], shelf.embedder, pool, prune=prune)


def names(shelf: Shelf) -> list[str]:
    return sorted(source.name for source in shelf.library.reader.sources().values())


def test_documents_in_an_archive_are_found(shelf: Shelf, tmp_path: Path, pool: ParserPool) -> None:
    """Each is a document of its own, named after archive and place; a second run reads nothing again."""
    folder = tmp_path / "in"
    folder.mkdir()
    content: dict[str, str | bytes] = {
        "a/nota.txt": NOTA,
        "brief.md": LETTER,
        "foto.jpg": b"x",
        "__MACOSX/a/._nota.txt": b"x",
    }
    (folder / "stukken.zip").write_bytes(packed(content))
    first = take_in(shelf, folder, pool)
    assert (first.added, first.ignored, first.failed) == (2, 1, [])
    assert names(shelf) == ["stukken.zip!/a/nota.txt", "stukken.zip!/brief.md"]
    (best, *_) = shelf.engine().search("dijken Maas").results
    assert best.text == NOTA
    assert best.citation.source == "stukken.zip!/a/nota.txt"
    second = take_in(shelf, folder, pool)
    assert (second.added, second.changed, second.unchanged, second.embedded) == (0, 0, 2, 0)


def test_a_file_and_its_copy_in_an_archive_are_one_document(
    shelf: Shelf, tmp_path: Path, pool: ParserPool
) -> None:
    """The same bytes are the same document, with two sources."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "nota.txt").write_text(NOTA, encoding="utf-8")
    (folder / "stukken.zip").write_bytes(packed({"nota.txt": NOTA}))
    take_in(shelf, folder, pool)
    (record,) = shelf.library.reader.documents()
    assert record.sources == ("nota.txt", "stukken.zip!/nota.txt")


def test_what_left_an_archive_is_pruned(shelf: Shelf, tmp_path: Path, pool: ParserPool) -> None:
    """After a change of the archive, a member that is gone is forgotten, as with a folder."""
    folder = tmp_path / "in"
    folder.mkdir()
    archive = folder / "stukken.zip"
    archive.write_bytes(packed({"nota.txt": NOTA, "brief.txt": LETTER}))
    take_in(shelf, folder, pool)
    archive.write_bytes(packed({"nota.txt": NOTA}))
    assert take_in(shelf, folder, pool, prune=True).pruned == 1
    assert names(shelf) == ["stukken.zip!/nota.txt"]
    archive.unlink()
    assert take_in(shelf, folder, pool, prune=True).pruned == 1
    assert names(shelf) == []


def letter() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Stukken over de Maas"
    message["From"] = "griffie@example.nl"
    message.set_content("Hierbij de stukken over de Maas voor de vergadering.")
    message.add_attachment(NOTA.encode(), maintype="text", subtype="plain", filename="nota.txt")
    message.add_attachment(LETTER.encode(), maintype="text", subtype="plain", filename="nota.txt")
    message.add_attachment(b"x", maintype="image", subtype="jpeg", filename="foto.jpg")
    return message.as_bytes()


def test_attachments_of_a_message_are_documents(shelf: Shelf, tmp_path: Path, pool: ParserPool) -> None:
    """Message and attachments are each a document; a second run reads nothing again and prunes nothing."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "mail.eml").write_bytes(letter())
    first = take_in(shelf, folder, pool)
    assert (first.added, first.ignored) == (3, 1)
    assert names(shelf) == ["mail.eml", "mail.eml!/2 nota.txt", "mail.eml!/nota.txt"]
    second = take_in(shelf, folder, pool, prune=True)
    assert (second.added, second.changed, second.unchanged, second.pruned) == (0, 0, 3, 0)


def encrypted(data: bytes) -> bytes:
    """Set the mark of encryption on the only member, in both of its headers."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[changed.index(signature) + offset] |= 1
    return bytes(changed)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 en verder niets", "damaged"),
        (packed({"nota.txt": NOTA})[:-30], "damaged"),
        (packed({}), "empty"),
        (packed({"foto.jpg": b"x"}), "empty"),
        (packed({"binnen.zip": packed({"nota.txt": NOTA})}), "empty"),
        (packed({"bom.txt": b"0" * (3 << 20)}), "limit-exceeded"),
        (encrypted(packed({"nota.txt": NOTA})), "encrypted"),
        (packed({f"{number}.txt": b"" for number in range(10_001)}), "limit-exceeded"),
    ],
    ids=["no-zip", "truncated", "nothing", "no-documents", "nested", "bomb", "encrypted", "too-many"],
)
def test_a_bad_archive_has_a_named_outcome(
    shelf: Shelf, tmp_path: Path, pool: ParserPool, data: bytes, code: str
) -> None:
    """What is wrong is recorded with advice, and the file beside it is taken in."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.zip").write_bytes(data)
    (folder / "nota.txt").write_text(NOTA, encoding="utf-8")
    summary = take_in(shelf, folder, pool)
    assert summary.added == 1
    (failed,) = summary.failed
    assert failed.code == code
    assert failed.advice
