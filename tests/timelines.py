"""Documents with records for the tests of the timeline: a dossier of four letters on the same nets."""

from collections.abc import Sequence
from dataclasses import replace

from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.kamervragen.model import Exchange, QuestionSet, Turn
from beleidszoeker.ingest.knowledge.model import (
    Commitment,
    CommitmentKind,
    Decision,
    Knowledge,
    Motion,
    Reference,
    ReferenceKind,
    Term,
)
from beleidszoeker.ingest.prepared import PreparedDocument
from tests.support import Shelf, made

DOSSIER = "29826"


def span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def promise(
    text: str,
    sentence: str,
    *,
    term: str = "",
    until: str | None = None,
    kind: CommitmentKind = CommitmentKind.PROMISE,
) -> Commitment:
    start, end = span(text, sentence)
    words = Term(*span(text, term), until) if term else None
    return Commitment(
        kind, start, end, Evidence("minister van Financiën"), "minister", None, (start, end), words
    )


def refer(text: str, words: str, key: str) -> Reference:
    return Reference(ReferenceKind.KAMERSTUK, key, *span(text, words))


def letter(
    text: str,
    *,
    date: str | None,
    title: str = "Netten",
    knowledge: Knowledge | None = None,
    questions: QuestionSet | None = None,
    own: str = "",
    dossiers: Sequence[str] = (DOSSIER,),
) -> PreparedDocument:
    """Make a document with records; ``own`` is the publication that it is itself."""
    prepared = made(text, title=title, kind="kamerbrief", date=date, dossiers=dossiers)
    metadata = replace(prepared.metadata, kamerstukken=(Evidence(own),) if own else ())
    return replace(prepared, metadata=metadata, knowledge=knowledge or Knowledge(), questions=questions)


FIRST = (
    "Het elektriciteitsnet rond Chemelot is vol.\n\nIk stuur uw Kamer voor 1 juli 2024 een plan voor "
    "verzwaring van het elektriciteitsnet rond Chemelot."
)
SECOND = (
    "Zoals gemeld in Kamerstuk 29826, nr. 1 is het net vol.\n\nIk stuur uw Kamer uiterlijk 31 december 2024 "
    "een plan voor verzwaring van het elektriciteitsnet rond Chemelot.\n\nDe havens krijgen walstroom. Het "
    "kabinet zal de havens in 2026 helpen met walstroom."
)
ASKED = (
    "Vraag 1. Wanneer is het elektriciteitsnet verzwaard? "
    "Antwoord. In 2030 is het elektriciteitsnet verzwaard."
)
UNDATED = "De Kamer, verzoekt de regering het elektriciteitsnet te verzwaren. Besluit: het plan vaststellen."


def fill(shelf: Shelf) -> tuple[str, str, str, str]:
    """Put the four documents into a library: two letters, answers, and one without a date."""
    first = letter(
        FIRST,
        date="2024-01-10",
        title="Netten in Limburg",
        own="kst-29826-1",
        knowledge=Knowledge(
            commitments=(promise(FIRST, FIRST.split("\n\n")[1], term="voor 1 juli 2024", until="2024-07-01"),)
        ),
    )
    second = letter(
        SECOND,
        date="2024-06-20",
        title="Voortgang netten",
        knowledge=Knowledge(
            references=(refer(SECOND, "Kamerstuk 29826, nr. 1", "kst-29826-1"),),
            commitments=(
                promise(
                    SECOND,
                    SECOND.split("\n\n")[1],
                    term="uiterlijk 31 december 2024",
                    until="2024-12-31",
                ),
                promise(
                    SECOND,
                    "Het kabinet zal de havens in 2026 helpen met walstroom.",
                    term="in 2026",
                    until="2026-12-31",
                ),
            ),
        ),
    )
    question, answer = (
        Turn(span(ASKED, head), span(ASKED, words))
        for head, words in (
            ("Vraag 1.", "Wanneer is het elektriciteitsnet verzwaard?"),
            ("Antwoord.", "In 2030 is het elektriciteitsnet verzwaard."),
        )
    )
    answers = letter(
        ASKED,
        date="2024-03-25",
        title="Antwoorden over netten",
        questions=QuestionSet(
            (Exchange((1,), (question,), answer),),
            number=Evidence("2024Z01234"),
            asked=Evidence("2024-03-06"),
            answered=Evidence("2024-03-25"),
        ),
    )
    undated = letter(
        UNDATED,
        date=None,
        title="Bijlage",
        knowledge=Knowledge(
            motions=(Motion(*span(UNDATED, UNDATED.split(" Besluit", maxsplit=1)[0])),),
            decisions=(Decision(*span(UNDATED, "Besluit: het plan vaststellen."), asked=False),),
        ),
    )
    one, two, three, four = shelf.fill(first, second, answers, undated)
    return one, two, three, four
