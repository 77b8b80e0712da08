"""What the tests of commitments share: documents that promise, made by hand."""

from dataclasses import replace
from typing import Any

from icalendar import Calendar

from beleidszoeker.ingest.document import Evidence
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

MINISTRY = "ministerie van Water"
TODAY = "2025-08-01"
PROMISE = "Ik zal de Kamer voor 1 juli 2025 informeren over het peil van de Geleenbeek."
OPEN = "Ik zal de Kamer voor 1 juli 2087 een plan voor de dijken sturen."
VAGUE = "Het kabinet zal de gemeenten betrekken bij het onderhoud."
ANSWER = "Hierbij informeer ik de Kamer over het peil van de Geleenbeek in droge zomers."
ELSEWHERE = "De begroting van het ministerie telt zes hoofdstukken."
KEPT = "Hiermee is de toezegging over het peil van de Geleenbeek nagekomen."
MOTION = (
    "De Kamer, gehoord de beraadslaging, constaterende dat de beek droogvalt; "
    "verzoekt de regering een peil vast te stellen, en gaat over tot de orde van de dag."
)
KEY = "kst-31234-7"


def commitment(
    text: str,
    sentence: str,
    *,
    kind: CommitmentKind = CommitmentKind.PROMISE,
    role: str = "minister",
    term: tuple[str, str] | None = None,
) -> Commitment:
    """Make the commitment of a sentence; the term is its words and its last day."""
    start = text.index(sentence)
    found = None
    if term:
        at = text.index(term[0], start)
        found = Term(at, at + len(term[0]), until=term[1])
    recipient = text.find("de Kamer", start, start + len(sentence))
    return Commitment(
        kind=kind,
        start=start,
        end=start + len(sentence),
        promiser=Evidence("minister van Water"),
        role=role,
        recipient=Evidence("Tweede Kamer", recipient, recipient + 8) if recipient >= 0 else None,
        act=(start, start + len(sentence) - 1),
        term=found,
    )


def reference(text: str, words: str, key: str = KEY) -> Reference:
    """Make a reference to a Kamerstuk where these words stand."""
    start = text.index(words)
    return Reference(ReferenceKind.KAMERSTUK, key, start, start + len(words))


def with_knowledge(prepared: PreparedDocument, **parts: object) -> PreparedDocument:
    """Return a document that says this."""
    return replace(prepared, knowledge=Knowledge(**parts))  # type: ignore[arg-type]  # its own fields


def letter(date: str = "2025-01-20", organisation: str = MINISTRY) -> PreparedDocument:
    """A letter with three promises, and a reference to a Kamerstuk."""
    text = f"{PROMISE} Zie Kamerstuk 31 234, nr. 7.\n\n{OPEN}\n\n{VAGUE}"
    return with_knowledge(
        made(text, title="Brief over de beek", kind="kamerbrief", date=date, organisations=[organisation]),
        references=(reference(text, "Kamerstuk 31 234, nr. 7"),),
        commitments=(
            commitment(text, PROMISE, term=("voor 1 juli 2025", "2025-06-30")),
            commitment(text, OPEN, term=("voor 1 juli 2087", "2087-06-30")),
            commitment(text, VAGUE, role="cabinet"),
        ),
    )


def reply(
    date: str = "2025-06-20", *, organisation: str = MINISTRY, refers: bool = True, said: str = ANSWER
) -> PreparedDocument:
    """A later letter; it may answer."""
    text = f"{said}\n\n{ELSEWHERE} Zie Kamerstuk 31 234, nr. 7."
    kept = said == KEPT
    return with_knowledge(
        made(text, title="Het peil", kind="kamerbrief", date=date, organisations=[organisation]),
        references=(reference(text, "Kamerstuk 31 234, nr. 7"),) if refers else (),
        commitments=(commitment(text, KEPT, kind=CommitmentKind.FULFILLED),) if kept else (),
    )


def others(count: int = 40) -> list[PreparedDocument]:
    """Documents about other things, for a library that has a usual nearness."""
    words = ("fiets", "school", "muziek", "brood", "haven", "toneel", "paard", "spoor", "bakker", "appel")
    return [
        made(
            f"Ik zal de Kamer over de {words[n % 10]} en het {words[(n * 3 + 1) % 10]} van de gemeenten "
            f"en het ministerie in hoofdstuk {n} een brief sturen.",
            title=f"Stuk {n}",
            date="2020-01-01",
        )
        for n in range(count)
    ]


def debate() -> PreparedDocument:
    """A debate with a motion."""
    text = f"Ik dien een motie in.\n\n{MOTION}\n\nDeze motie is voorgesteld door het lid Wilg."
    start, asks = text.index(MOTION), text.index("verzoekt")
    name = text.index("Wilg")
    return with_knowledge(
        made(text, title="Debat over de beek", kind="handelingen", date="2025-03-01"),
        motions=(
            Motion(
                start,
                start + len(MOTION),
                number=Evidence("kst-31234-8"),
                proposers=(Evidence("Wilg", name, name + 4),),
                noting=((text.index("constaterende"), asks - 2),),
                requests=((asks, text.index(", en gaat")),),
            ),
        ),
    )


def minutes() -> PreparedDocument:
    """A list of decisions, with one that was taken and one that is asked for."""
    text = "Dak van de school\n\nHet dak te herstellen.\n\nInstemmen met de brief."
    taken, asked = text.index("Het dak"), text.index("Instemmen")
    return with_knowledge(
        made(text, title="Lijst", kind="besluitenlijst", date="2025-04-01", organisations=["gemeente Beek"]),
        decisions=(
            Decision(taken, asked - 2, asked=False, subject=(0, 17)),
            Decision(asked, len(text), asked=True),
        ),
    )


def fill(shelf: Shelf, *more: PreparedDocument) -> list[str]:
    """Fill a library with these and what is about other things; return the ids of these."""
    return shelf.fill(*more, *others())[: len(more)]


def entries(calendar: bytes) -> dict[str, dict[str, str]]:
    """Read a calendar again: its entries by the day on which they begin."""
    found: Any = Calendar.from_ical(calendar).walk("VEVENT")
    return {
        entry["dtstart"].dt.isoformat(): {
            name: str(entry[name]) for name in ("uid", "summary", "description", "url")
        }
        for entry in found
    }
