"""Real sets of Kamervragen, each question counted by hand on pictures of the pages.

Of each set: who asked whom, when, and for each exchange its numbers, the page on which the question begins
and the page on which the answer does. DOCX has no pages. Facts only; no text of the documents stands here.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from beleidszoeker.ingest.kamervragen.model import Minister, QuestionSet
from beleidszoeker.ingest.kamervragen.numbers import numbers
from beleidszoeker.ingest.kamervragen.referring import resolve
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
SPLIT = SentenceSplitter(trained=None).split
M, S = "minister", "staatssecretaris"
BZK = "Binnenlandse Zaken en Koninkrijksrelaties"
OCW = "Onderwijs, Cultuur en Wetenschap"
VWS = "Volksgezondheid, Welzijn en Sport"
JENV = "Justitie en Veiligheid"
BHOS = "Buitenlandse Handel en Ontwikkelingssamenwerking"
LVVN = "Landbouw, Visserij, Voedselzekerheid en Natuur"
IENW = "Infrastructuur en Waterstaat"
GLPVDA = "GroenLinks-PvdA"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


@dataclass(frozen=True)
class Seen:
    """A set of questions as a reader saw it.

    Attributes:
        path: How the file's path below the shared documents begins.
        number: Question number, or identifier in the Aanhangsel.
        dates: Asked, answered.
        members: Names with parties.
        asked: Whom.
        answering: By whom: role, portfolio, name.
        pages: *numbers:page of the question/page of the answer* of each exchange, in order.
        refers: Numbers of an exchange → the other answers that it names.
        defers: Numbers of exchanges that do nothing but refer.
    """

    path: str
    number: str | None
    dates: tuple[str, str]
    members: tuple[tuple[str, str], ...]
    asked: tuple[tuple[str, str], ...]
    answering: tuple[tuple[str, str, str], ...]
    pages: str
    refers: tuple[tuple[str, str], ...] = ()
    defers: tuple[str, ...] = ()


PDF, DOCX = "kamervragen-pdf/", "kamervragen-docx/Beantwoording Kamervragen "
SETS = [
    Seen(
        PDF + "00fe7edd", "ah-tk-20232024-1314", ("2024-03-06", "2024-03-25"),
        (("Mutluer", GLPVDA), ("Kostić", "PvdD")), ((M, OCW),), ((M, OCW, "Dijkgraaf"),),
        "1:1/1 2:1/1 3,4,5:1/2 6:2/2",
    ),
    Seen(
        PDF + "01b2bcad", "ah-tk-20232024-2129", ("2024-06-05", "2024-06-28"),
        (("Ceder", "ChristenUnie"), ("Dobbe", "SP")), ((M, "Buitenlandse Zaken"), (M, BHOS)),
        ((M, "BZ", "Bruins Slot"), (M, BHOS, "Schreinemacher")),
        "1:1/1 2:1/1 3:2/2 4:2/2 5:2/2 6:2/2 7:2/2 8:3/3 9:3/3",
    ),
    Seen(
        PDF + "01bf9f06", "ah-tk-20232024-1999", ("2024-05-30", "2024-06-07"),
        (("Sneller", "D66"), ("Chakor", GLPVDA), ("Van Nispen", "SP")), ((M, BZK),), ((M, BZK, "De Jonge"),),
        "1:1/- 2:1/- 3:1/-",
    ),
    Seen(
        PDF + "1a2d8959", "ah-tk-20232024-2210", ("2024-07-02", "2024-07-23"), (("Erkens", "VVD"),),
        ((M, "Klimaat en Groene Groei"),), ((M, "Klimaat en Groene Groei", "Hermans"),),
        "1:1/1 2:1/2 3:2/2 4:2/3 5:3/3 6:3/3 7:3/3 8:4/4 9:4/4 10:4/4 11:4/4 12:5/5 13:5/5",
        (("6", "3,4"),),
    ),
    Seen(
        PDF + "1a529d02", "ah-tk-20232024-2271", ("2024-06-21", "2024-08-12"), (("Westerveld", GLPVDA),),
        ((S, VWS), (M, VWS)), ((S, f"{VWS} – Jeugd, Preventie en Sport", "Karremans"),),
        "1:1/1 2:1/1 3:2/2 4:2/2 5:2/3 6:3/3 7:4/4 8:4/4 9:4/4 10:5/5 11:5/5 12:5/5",
        (("2", "5"), ("7", "4"), ("9", "8")),
    ),
    Seen(
        PDF + "1aa9bd01", "ah-tk-20232024-1076", ("2023-11-20", "2024-02-20"),
        (("Van Haga", "Groep Van Haga"),), ((M, BZK), (M, JENV)), ((M, BZK, "De Jonge"),),
        "1:1/1 2:1/1 3:2/2 4:2/2 5:2/2",
    ),
    Seen(
        PDF + "1b0f0b98", "ah-tk-20232024-1786", ("2024-04-04", "2024-05-21"),
        (("Hirsch", GLPVDA), ("Teunissen", "PvdA")), ((S, "Financiën"), (M, BHOS)),
        ((S, "Financiën – Fiscaliteit en Belastingdienst", "Van Rij"), (M, BHOS, "")),
        "1:1/1 2:1/1 3:2/2 4:2/3 5:3/3 6:3/3 7:3/3 8:4/4 9:4/4 10,11:4/4 12:5/5 13:5/5 14:5/5 15:6/6",
        (("7", "6"), ("15", "14")),
    ),
    Seen(
        PDF + "1b26915f", "ah-tk-20232024-1771", ("2024-03-29", "2024-05-17"), (("Van Nispen", "SP"),),
        ((M, JENV), (S, IENW)), ((S, IENW, "Heijnen"), (M, JENV, "")),
        "1:1/1 2:2/2 3:2/2 4:3/3 5:3/4 6:4/4",
    ),
    Seen(
        PDF + "1b2d2126", "ah-tk-20232024-2367", ("2024-06-28", "2024-08-29"), (("Van der Lee", GLPVDA),),
        ((M, "Financiën"),), ((M, "Financiën", "Heinen"),),
        "1:1/1 2:1/1 3,4,5,6:1/2 7,8,9,10,11:2/2 12:3/3", (("7,8,9,10,11", "4,5,6"),),
    ),
    Seen(
        PDF + "1b38043f", "ah-tk-20232024-1292", ("2024-03-11", "2024-03-21"), (("Keijzer", "BBB"),),
        ((M, BZK),), ((M, BZK, "De Jonge"),),
        "1:1/1 2:1/1 3:2/2 4:2/2 5:2/2 6:2/2 7:3/3 8:3/3 9:3/3 10:3/3", (("8", "7"),), ("8",),
    ),
    Seen(
        PDF + "1b62ee8d", "ah-tk-20232024-1432", ("2024-03-07", "2024-04-05"), (("Van Zanten", "BBB"),),
        ((S, OCW),), ((S, OCW, "Gräper-van Koolwijk"),), "1:1/1 2:2/2 3:2/2 4:3/3 5:3/3 6:3/4",
    ),
    Seen(
        PDF + "1b650dd7", "ah-tk-20232024-1481", ("2024-02-12", "2024-04-11"), (("Koekkoek", "Volt"),),
        ((S, VWS), (S, BZK)), ((S, BZK, "Van Huffelen"), (S, VWS, ""), (S, JENV, "")),
        "1:1/1 2:2/2 3:2/2 4:3/3 5,6:3/3",
    ),
    Seen(
        PDF + "1b922783", "ah-tk-20232024-2395", ("2024-08-15", "2024-08-30"), (("Crijns", "PVV"),),
        ((S, "Volksgezondheid Welzijn en Sport"),), ((S, VWS, "Karremans"),),
        "1:1/1 2:1/1 3:2/2 4:2/2 5:3/3",
    ),
    Seen(
        DOCX + "leden Mutluer", "2024Z11859", ("2024-07-05", "2024-07-25"),
        (("Mutluer", GLPVDA), ("Lahlah", GLPVDA), ("Boswijk", "CDA"), ("Helder", "BBB")), (),
        ((M, JENV, "D.M. van Weel"),), "1:-/- 2:-/- 3,8:-/- 4:-/- 5:-/- 6:-/- 7:-/-",
    ),
    Seen(
        DOCX + "van de leden Lahlah", None, ("2024-03-08", "2024-05-16"),
        (("Lahlah", GLPVDA), ("Chakor", GLPVDA)),
        ((M, JENV), (M, "Binnenlandse Zaken en Koninkrijkrelaties")),
        ((M, JENV, "D. Yeşilgöz-Zegerius"), (M, BZK, "")), "1:-/- 2:-/- 3:-/- 4,5,6,7:-/- 8:-/- 9:-/-",
    ),
    Seen(
        DOCX + "van de leden Temmink", "2023Z19677", ("2023-12-06", "2024-01-11"),
        (("Temmink", "SP"), ("Van Nispen", "SP")), ((M, JENV),), ((M, JENV, "D. Yeşilgöz-Zegerius"),),
        "1:-/- 2,3:-/- 4,5:-/- 6:-/- 7,8,9:-/- 10:-/-", (("7,8,9", "4,5"),),
    ),
    Seen(
        DOCX + "van het lid Eerdmans", None, ("2024-03-05", "2024-03-24"), (("Eerdmans", "JA21"),),
        ((M, JENV),), ((M, JENV, "D. Yeşilgöz-Zegerius"),), "1:-/- 2:-/- 3:-/-",
    ),
    Seen(
        DOCX + "van het lid Teunissen", "2024Z11889", ("2024-07-08", "2024-08-26"), (("Teunissen", "PvdD"),),
        ((M, JENV), (M, LVVN)), ((M, JENV, "D.M. van Weel"), (M, LVVN, "")),
        "1:-/- 2:-/- 3:-/- 4:-/- 5:-/- 6:-/- 7:-/- 8:-/- 9:-/- 10:-/- 11,12,13:-/- 14:-/- 15:-/- 16:-/- "
        "17:-/- 18:-/- 19:-/- 20:-/- 21:-/- 22:-/-",
    ),
]  # fmt: skip
EACH = pytest.mark.parametrize("seen", SETS, ids=lambda seen: seen.path[-16:])


@cache
def prepared(path: str) -> PreparedDocument:
    folder, name = path.split("/")
    (file,) = (each for each in (SHARED / folder).iterdir() if each.name.startswith(name))
    return prepare_document(file.name, file.read_bytes(), split=SPLIT)


def questions(seen: Seen) -> QuestionSet:
    found = prepared(seen.path).questions
    assert found is not None
    return found


def listed(of: tuple[int, ...]) -> str:
    return ",".join(map(str, of))


def three(ministers: tuple[Minister, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((minister.role, minister.portfolio, minister.name) for minister in ministers)


@EACH
def test_each_question_stands_with_its_answer(seen: Seen) -> None:
    """Numbers, joint answers, and the pages of question and answer are those on paper."""
    where = PageMap(prepared(seen.path).document)
    found = []
    for exchange in questions(seen).exchanges:
        asked = where.span(*exchange.questions[0].span)[0] or "-"
        answered = (where.span(*exchange.answer.span)[0] if exchange.answer else None) or "-"
        found.append(f"{listed(exchange.numbers)}:{asked}/{answered}")
    assert " ".join(found) == seen.pages


@EACH
def test_each_turn_is_the_text_under_its_heading(seen: Seen) -> None:
    """A heading has the numbers of its exchange, its text follows at once, and holds no other heading."""
    document = prepared(seen.path).document
    for exchange in questions(seen).exchanges:
        asked = {n for turn in exchange.questions for n in numbers(document.text[slice(*turn.head)])}
        assert asked == set(exchange.numbers)
        turns = [*exchange.questions, *([exchange.answer] if exchange.answer else [])]
        for turn in turns:
            text = document.text[slice(*turn.span)]
            assert text
            assert not document.text[turn.head[1] : turn.span[0]].strip()
            assert not any(line.startswith(("Vraag ", "Antwoord ")) for line in text.split("\n"))
        if exchange.answer:
            assert set(numbers(document.text[slice(*exchange.answer.head)])) == set(exchange.numbers)


@EACH
def test_references_between_answers_are_found(seen: Seen) -> None:
    """Which answers name which others, and which of them say nothing else."""
    found = questions(seen)
    assert [(listed(e.numbers), listed(e.refers_to)) for e in found.exchanges if e.refers_to] == list(
        seen.refers
    )
    deferring = [exchange for exchange in found.exchanges if exchange.defers]
    assert [listed(exchange.numbers) for exchange in deferring] == list(seen.defers)
    assert all(not other.defers for exchange in deferring for other in resolve(found, exchange))


@EACH
def test_who_asked_whom_and_when(seen: Seen) -> None:
    """Number, dates, members with parties, addressees and those who answer."""
    found = questions(seen)
    number = found.number or found.appendix
    assert (number.value if number else None) == seen.number
    assert tuple(date.value if date else None for date in (found.asked, found.answered)) == seen.dates
    assert tuple((m.name.value, m.party.value if m.party else None) for m in found.members) == seen.members
    assert tuple((m.role, m.portfolio) for m in found.addressees) == seen.asked
    assert three(found.ministers) == seen.answering


@EACH
def test_a_passage_holds_one_exchange(seen: Seen) -> None:
    """No passage mixes the questions or answers of two exchanges; each has a section that tells which."""
    spans = {
        turn.span: place
        for place, exchange in enumerate(questions(seen).exchanges)
        for turn in (*exchange.questions, *([exchange.answer] if exchange.answer else []))
    }
    for passage in prepared(seen.path).passages:
        held = {place for (a, b), place in spans.items() if a < passage.end and passage.start < b}
        assert len(held) <= 1
        assert not held or any(char.isdigit() for char in passage.section[-1])


def test_the_only_notice_is_told() -> None:
    """One set got a notice in the place of answers."""
    assert [seen.path for seen in SETS if questions(seen).notice] == [PDF + "01bf9f06"]
