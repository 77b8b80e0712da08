"""Files that are broken, locked, endless or made to do harm: each a named outcome with advice.

Each is parsed in a real child process under the usual limits, and the file after it is parsed. Smaller cases
of each format are beside its parser; archives as they are taken in are in ``tests/index/test_archives.py``.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

import pypdf
import pytest
from PIL import Image
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from beleidszoeker.ingest.pdf import MOST_PAGES
from beleidszoeker.ingest.sandbox.pool import ParserPool, Part

EXAMPLE = Path(__file__).parents[2] / "corpus" / "documents" / "nota-clusterplan-chemelot.pdf"
SENTENCE = "Het kabinet werkt aan de netcapaciteit in Limburg. "
MB = 1 << 20
OFFICIAL = "<officiele-publicatie>&a9;</officiele-publicatie>"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


@pytest.fixture(scope="module")
def pool() -> Iterator[ParserPool]:
    with ParserPool(workers=1, rules_only=True, ocr=False) as running:
        yield running


def packed(members: Mapping[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def saved(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(EXAMPLE)
    writer.encrypt("geheim", algorithm="AES-256")
    return saved(writer)


def locked_by_certificate() -> bytes:
    """Name another handler than the one for passwords, of the same length."""
    return encrypted().replace(b"/Filter /Standard", b"/Filter /Adobe.PK")


def scan() -> bytes:
    buffer, picture = io.BytesIO(), io.BytesIO()
    canvas = Canvas(buffer)
    Image.new("L", (200, 280), 200).save(picture, "PNG")
    for _ in range(2):
        canvas.drawImage(ImageReader(io.BytesIO(picture.getvalue())), 50, 50, 400, 560)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def page_tree(kids: int, *, loop: bool = False) -> bytes:
    """A page tree that names one page, or itself, many times: a small file that claims to be long."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(9, 9)
    tree = writer.root_object["/Pages"]
    assert isinstance(tree, DictionaryObject)
    kids_now = tree["/Kids"]
    assert isinstance(kids_now, ArrayObject)
    tree[NameObject("/Count")] = NumberObject(kids)
    kid = writer.root_object.raw_get("/Pages") if loop else list.__getitem__(kids_now, 0)
    tree[NameObject("/Kids")] = ArrayObject([kid] * kids)
    return saved(writer)


def laughs(body: str) -> str:
    """Ten entities, each ten of the one before: ten thousand million letters."""
    steps = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "hahahahaha">{steps}]>{body}'


def external() -> str:
    return f'<!DOCTYPE l [<!ENTITY a9 SYSTEM "{EXAMPLE.as_uri()}">]>{OFFICIAL}'


def docx(document: str | bytes) -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def long_pdf(pages: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    chooser = Random(1)  # noqa: S311 - words, no secrets
    for number in range(1, pages + 1):
        for line in range(3):
            words = " ".join(chooser.sample(SENTENCE.split(), 6))
            canvas.drawString(60, 500 - 14 * line, words if line else f"Besluit {number}: {words}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def page(body: str, size: int) -> bytes:
    return f"<html><body>{body * (size // len(body) + 1)}</body></html>".encode()


HOSTILE: Mapping[str, tuple[str, Callable[[], bytes | str]]] = {
    "beveiligd.pdf": ("encrypted", encrypted),
    "certificaat.pdf": ("encrypted", locked_by_certificate),
    "half.pdf": ("damaged", lambda: EXAMPLE.read_bytes()[:20_000]),
    "kop.pdf": ("damaged", lambda: b"%PDF-1.7\n"),
    "geen.pdf": ("damaged", lambda: b"dit is geen pdf"),
    "leeg.pdf": ("empty", lambda: b""),
    "leeg.docx": ("empty", lambda: b""),
    "leeg.txt": ("empty", lambda: b""),
    "scan.pdf": ("needs-ocr", scan),
    "kop.docx": ("damaged", lambda: b"PK\x03\x04"),
    "half.docx": ("damaged", lambda: docx(WORD.format("<w:p/>" * 100))[:-40]),
    "te-veel.pdf": ("limit-exceeded", lambda: page_tree(MOST_PAGES + 1)),
    "kring.pdf": ("damaged", lambda: page_tree(3, loop=True)),
    "diep.html": ("limit-exceeded", lambda: "<div>" * 100_000 + SENTENCE),
    "diep.xml": ("limit-exceeded", lambda: "<officiele-publicatie>" * 100_000),
    "diep.docx": ("limit-exceeded", lambda: docx(WORD.format("<w:tbl><w:tr><w:tc>" * 100_000))),
    "diep.md": ("empty", lambda: ">" * 100_000 + SENTENCE),
    "lachers.xml": ("damaged", lambda: laughs(OFFICIAL)),
    "buiten.xml": ("damaged", external),
    "lachers.docx": ("damaged", lambda: docx(laughs(WORD.format("<w:p>&a9;</w:p>")))),
    "bom.docx": ("limit-exceeded", lambda: docx(b"<x>" + b" " * (300 * MB))),
    "nest.zip": ("empty", lambda: packed({"a.zip": packed({"b.zip": packed({"c.txt": SENTENCE})})})),
    "tekst-50mb.html": ("limit-exceeded", lambda: page(f"<p>{SENTENCE * 4}</p>\n", 50 * MB)),
    "cellen-50mb.html": ("limit-exceeded", lambda: page("<tr><td>a</td><td>b</td></tr>", 50 * MB)),
    "script-50mb.html": ("empty", lambda: page("<script>let a = 1;</script>\n" + " " * 900, 50 * MB)),
    "groot.txt": ("limit-exceeded", lambda: (SENTENCE * 4 + "\n\n") * 500_000),
    "groot.md": ("limit-exceeded", lambda: f"# {SENTENCE}\n\n" * 1_900_000),
    "nullen.txt": ("limit-exceeded", lambda: bytes(100 * MB)),
    "te-groot.txt": ("limit-exceeded", lambda: bytes(201 * MB)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_has_a_reason_and_costs_no_other(pool: ParserPool, tmp_path: Path, name: str) -> None:
    """Each way to be unreadable has its own code, a sentence and advice; the file after it is parsed."""
    code, build = HOSTILE[name]
    content = build()
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (tmp_path / "goed.txt").write_text(SENTENCE, encoding="utf-8")
    first, second = pool.parse([tmp_path / name, tmp_path / "goed.txt"])
    (tmp_path / name).unlink()
    assert first.error is not None, name
    assert (first.error.code, first.prepared) == (code, None), first.error
    assert first.error.message.endswith(".")
    assert first.error.advice
    assert second.prepared is not None
    assert "netcapaciteit" in second.prepared.document.text


@pytest.mark.parametrize(
    ("member", "content"),
    [("bom.txt", bytes(300 * MB)), ("bom.docx", docx(b"<x>" + b" " * (100 * MB)))],
    ids=["ratio", "nested"],
)
def test_a_bomb_in_an_archive_costs_itself(
    pool: ParserPool, tmp_path: Path, member: str, content: bytes
) -> None:
    """A member that unpacks beyond the limit, at once or in a second layer, leaves its neighbour whole."""
    path = tmp_path / "stukken.zip"
    path.write_bytes(packed({member: content, "goed.txt": SENTENCE}))
    assert pool.members(path).names == (member, "goed.txt")
    first, second = pool.parse_parts([Part(path, member), Part(path, "goed.txt")])
    assert first.error is not None
    assert first.error.code == "limit-exceeded"
    assert first.error.advice
    assert second.prepared is not None


def test_a_bomb_of_many_members_is_not_listed(pool: ParserPool, tmp_path: Path) -> None:
    """Members that are each within the limit are together too much for an archive of this size."""
    path = tmp_path / "bom.zip"
    path.write_bytes(packed({f"{number}.txt": bytes(120 * MB) for number in range(9)}))
    listed = pool.members(path)
    assert listed.error is not None
    assert (listed.names, listed.error.code) == ((), "limit-exceeded")


def test_a_pdf_of_2000_pages_is_taken_in(pool: ParserPool, tmp_path: Path) -> None:
    """Each page counts, and its text is found on it; dense pages are in ``benchmarks/parsing.py``."""
    path = tmp_path / "lang.pdf"
    path.write_bytes(long_pdf(2000))
    (outcome,) = pool.parse([path])
    assert outcome.prepared, outcome.error
    assert len(outcome.prepared.document.pages) == 2000
    document = outcome.prepared.document
    for number in (1, 777, 2000):
        at = document.text.index(f"Besluit {number}: ")
        assert [line.page for line in document.lines if line.start <= at < line.end] == [number]


def test_a_process_that_met_a_limit_is_replaced(pool: ParserPool, tmp_path: Path) -> None:
    """What a file took of the memory is given back before the next one."""
    small, deep = tmp_path / "goed.txt", tmp_path / "diep.html"
    small.write_text(SENTENCE, encoding="utf-8")
    deep.write_text("<div>" * 100_000 + SENTENCE, encoding="utf-8")
    pids = []
    for path in (small, small, deep, small):
        list(pool.parse([path]))
        process = pool._children[0]._process
        pids.append(process.pid if process else 0)
    assert pids[0] == pids[1] != 0
    assert pids[2] == 0
    assert pids[3] not in {0, pids[0]}
