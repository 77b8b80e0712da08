"""What is said of an upload and of the library, in Dutch."""

from dataclasses import dataclass

from beleidszoeker.api.managing.completeness import FolderCount
from beleidszoeker.api.managing.jobs import FileState, Job, JobState
from beleidszoeker.search.quoting.citation import written_date

_PHASES = {
    "lezen": ("Bezig met lezen", "bestanden"),
    "embedden": ("Doorzoekbaar maken", "passages"),
    "Kamervragen embedden": ("Kamervragen doorzoekbaar maken", "vragen en antwoorden"),
    "vectoren": ("Vectoren bijwerken", "passages"),
    "tellen": ("Woorden tellen", "passages"),
    "indexeren": ("Index bijwerken", "passages"),
}
_BUSY = "Wacht op een ander proces dat de bibliotheek bijwerkt. Daarna gaat dit vanzelf verder."


@dataclass(frozen=True, slots=True)
class Doing:
    """What an upload is doing.

    Attributes:
        told: In a sentence that stays the same while a phase lasts.
        count: How far that is; empty where there is nothing to count.
        done: Steps that are done.
        total: All steps; 0 where there is nothing to count.
    """

    told: str
    count: str = ""
    done: int = 0
    total: int = 0


def doing(job: Job) -> Doing:
    """Return what an upload is doing, or what came of it."""
    if job.state is JobState.STOPPED:
        return Doing(job.message)
    if job.state is JobState.DONE:
        return Doing(_result(job))
    if job.state is JobState.WAITING:
        return Doing("Wacht tot de vorige upload klaar is.")
    if job.busy:
        return Doing(_BUSY)
    told, unit = _PHASES.get(job.phase, ("Wordt gestart", ""))
    count = f"{_number(job.done)} van {_number(job.total)} {unit}" if job.total else ""
    return Doing(told, ", ".join(part for part in (count, job.pace) if part), job.done, job.total)


def summary(total: FolderCount) -> str:
    """Return how complete a library is in one line.

    >>> summary(FolderCount("", 412, 3, "2025-06-20", None))
    '412 documenten, 3 mislukt, nieuwste 20 juni 2025'
    """
    noun = "document" if total.documents == 1 else "documenten"
    newest = f", nieuwste {written_date(total.newest)}" if total.newest else ""
    return f"{_number(total.documents)} {noun}, {_number(total.failed)} mislukt{newest}"


def _result(job: Job) -> str:
    documents = sum(part.document is not None for file in job.files for part in file.parts)
    failed = sum(part.document is None for file in job.files for part in file.parts)
    refused = sum(file.state is FileState.REFUSED for file in job.files)
    told = f"Klaar: {_number(documents)} {'document' if documents == 1 else 'documenten'} opgenomen"
    told += f", {_number(failed)} mislukt" if failed else ""
    return told + (f", {_number(refused)} geweigerd" if refused else "") + "."


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
