"""Every sentence of the office examples stands in their files' own characters, read by other means.

The one thing that does not is the number of a list item, which the reader's program makes; it may stand at a
sentence's head.
"""

import email.policy
import html
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest

from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
FILES = sorted(path for path in DOCUMENTS.iterdir() if path.suffix in {".docx", ".odt", ".eml"})
SPLIT = SentenceSplitter(trained=None).split
NOTE = re.compile(r"<text:note .*?</text:note>")
PARTS = {".docx": r"word/(?:document|footnotes)\.xml", ".odt": r"content\.xml"}
NUMBER = re.compile(r"^\d+\.(?: |$)")


def bare(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def mail(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    return f"{message['Subject']} {body.get_content()}"


def source(path: Path) -> str:
    """All text of the file: in DOCX and ODT by cutting the tags out, notes after the text that cites them."""
    if path.suffix == ".eml":
        return bare(mail(path.read_bytes()))
    with zipfile.ZipFile(path) as archive:
        xml = [
            archive.read(name).decode() for name in archive.namelist() if re.search(PARTS[path.suffix], name)
        ]
    whole = " ".join(NOTE.sub("", text) + " ".join(NOTE.findall(text)) for text in xml)
    return bare(html.unescape(re.sub(r"<[^>]+>", "", whole)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sentence_is_literal(path: Path) -> None:
    """What can be quoted stands in the file."""
    whole = source(path)
    prepared = prepare_document(path.name, path.read_bytes(), split=SPLIT)
    text = prepared.document.text
    sentences = [text[a:b] for passage in prepared.passages for a, b in passage.sentences]
    assert len(sentences) > 10
    assert [s for s in sentences if bare(s) not in whole and bare(NUMBER.sub("", s)) not in whole] == []


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix != ".eml"], ids=lambda path: path.name)
def test_what_was_deleted_is_not_quoted(path: Path) -> None:
    """The sentence that was deleted under tracking stands in the file and not in the text."""
    deleted = {".docx": "De bijlage volgt later.", ".odt": "Deze alinea is vervallen."}[path.suffix]
    assert bare(deleted) in source(path)
    assert deleted not in prepare_document(path.name, path.read_bytes(), split=SPLIT).document.text
