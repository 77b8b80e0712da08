"""What a reader saw in five real DOCX answers to parliamentary questions, laid out as pages.

Counted by eye on pictures of all their pages: questions, answers (one may answer several questions),
footnotes and the answer that each stands in. Letterheads hold traps: a running head with an older date, a
subject in the file's properties that belongs to another letter.
"""

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument

FOLDER = Path(__file__).parents[2].parent / "shared" / "corpus" / "kamervragen-docx"
SPLIT = SentenceSplitter(trained=None).split
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/corpus is not here")


@dataclass(frozen=True)
class Seen:
    """A document as a reader saw it.

    Attributes:
        name: A word of the file's name.
        title: How its title begins and ends.
        date: The date of the letter.
        questions: Number of questions, numbered from 1 without a gap.
        answers: Number of headings above an answer.
        joint: Headings of answers to several questions.
        notes: Per footnote the heading of the answer that cites it.
    """

    name: str
    title: tuple[str, str]
    date: str
    questions: int
    answers: int
    joint: tuple[str, ...]
    notes: tuple[str, ...] = ()


DOCUMENTS = [
    Seen(
        "Wolvega",
        ("Beantwoording Kamervragen leden Mutluer, Lahlah", "politiebureau in Wolvega"),
        "2024-07-25",
        8,
        7,
        ("Antwoord op vraag 3 en 8",),
    ),
    Seen(
        "Lahlah",
        ("Beantwoording Kamervragen van de leden Lahlah en Chakor", "bij boa’s"),
        "2024-05-16",
        9,
        6,
        ("Antwoord op vragen 4, 5, 6 en 7",),
        ("Antwoord op vraag 3", "Antwoord op vragen 4, 5, 6 en 7"),
    ),
    Seen(
        "Temmink",
        ("Beantwoording Kamervragen van de leden Temmink en Van Nispen", "commerciële partij"),
        "2024-01-11",
        10,
        6,
        ("Antwoord op vragen 2 en 3", "Antwoord op vragen 4 en 5", "Antwoord op vragen 7, 8, en 9"),
        ("Antwoord op vraag 10",),
    ),
    Seen(
        "Eerdmans",
        ("Beantwoording Kamervragen van het lid Eerdmans (JA21)", "vanwege zijn religie"),
        "2024-03-24",
        3,
        3,
        (),
        ("Antwoord op vraag 2",),
    ),
    Seen(
        "Teunissen",
        ("Beantwoording Kamervragen van het lid Teunissen (PvdD)", "inzet van politiehonden"),
        "2024-08-26",
        22,
        20,
        ("Antwoord op vragen 11, 12 en 13",),
        ("Antwoord op vraag 20", "Antwoord op vraag 21"),
    ),
]
each = pytest.mark.parametrize("seen", DOCUMENTS, ids=lambda seen: seen.name)


@cache
def path_of(name: str) -> Path:
    return next(path for path in FOLDER.iterdir() if name in path.name)


@cache
def prepared(name: str) -> PreparedDocument:
    """Under a name that says nothing, so that all comes from the content."""
    return prepare_document("x.docx", path_of(name).read_bytes(), split=SPLIT)


def headings(name: str) -> list[str]:
    document = prepared(name).document
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.HEADING]


@each
def test_title_date_and_kind(seen: Seen) -> None:
    """Title and date are those of the letter's own head."""
    found = prepared(seen.name).metadata
    assert found.title.value.startswith(seen.title[0])
    assert found.title.value.endswith(seen.title[1])
    assert found.date is not None
    assert (found.date.value, found.kind.value) == (seen.date, "beantwoording-kamervragen")


@each
def test_each_question_and_answer_has_its_heading(seen: Seen) -> None:
    """The headings are the questions in order and the answers, and nothing else."""
    found = headings(seen.name)
    questions = [text for text in found if text.startswith("Vraag")]
    answers = [text for text in found if text.startswith("Antwoord")]
    assert questions == [f"Vraag {number}" for number in range(1, seen.questions + 1)]
    assert (len(answers), len(found)) == (seen.answers, seen.questions + seen.answers)
    assert tuple(text for text in answers if re.search(r"\d\D+\d", text)) == seen.joint


@each
def test_each_question_reads_from_its_heading_to_its_question_mark(seen: Seen) -> None:
    """Under each question stands one paragraph, which asks something; under each answer at least one."""
    document = prepared(seen.name).document
    for heading in headings(seen.name):
        under = [document.text[b.start : b.end] for b in document.blocks if b.section == (heading,)]
        assert under, heading
        assert not heading.startswith("Vraag") or (len(under) == 1 and "?" in under[0]), heading


@each
def test_footnotes_are_linked_within_the_right_answer(seen: Seen) -> None:
    """Each footnote is numbered as shown and linked from the answer that cites it."""
    document = prepared(seen.name).document
    notes = [block.label for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == [str(number) for number in range(1, len(seen.notes) + 1)]
    citing = [
        next(block.section for block in document.blocks if block.start <= link.position <= block.end)
        for link in document.footnotes
    ]
    assert citing == [(heading,) for heading in seen.notes]


def bare(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def characters(name: str, *parts: str) -> str:
    """All text of some parts, read without regard to anything but ``w:t``."""
    found = []
    with zipfile.ZipFile(path_of(name)) as archive:
        for part in archive.namelist():
            if re.fullmatch(rf"word/(?:{'|'.join(parts)})\d*\.xml", part):
                root = etree.fromstring(archive.read(part))
                found.append("".join(element.text or "" for element in root.iter(W + "t")))
    return bare(" ".join(found))


@each
def test_every_sentence_is_literal(seen: Seen) -> None:
    """Each sentence stands in the file's characters; a list number, which Word makes, may stand before it."""
    source = characters(seen.name, "document", "header", "footnotes")
    text = prepared(seen.name).document.text
    sentences = [text[a:b] for passage in prepared(seen.name).passages for a, b in passage.sentences]
    lost = [s for s in sentences if bare(s) not in source and bare(re.sub(r"^\d\) ", "", s)) not in source]
    assert len(sentences) > 40
    assert not lost


@each
def test_no_paragraph_is_lost(seen: Seen) -> None:
    """Each paragraph of the running text and each note is in the canonical text."""
    found = bare(prepared(seen.name).document.text)
    with zipfile.ZipFile(path_of(seen.name)) as archive:
        roots = [etree.fromstring(archive.read(f"word/{part}.xml")) for part in ("document", "footnotes")]
    paragraphs = [
        "".join(element.text or "" for element in paragraph.iter(W + "t"))
        for root in roots
        for paragraph in root.iter(W + "p")
        if next(paragraph.iter(W + "txbxContent"), None) is None
        and next(paragraph.iterancestors(W + "txbxContent"), None) is None
    ]
    assert [paragraph for paragraph in paragraphs if bare(paragraph) not in found] == []
