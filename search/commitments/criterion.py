"""When a later passage is suggested as an answer to a commitment, and why that is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from beleidszoeker.search.quoting.citation import written_date

_STRONG, _SHARED, _LOOSE = 4.0, 4.75, 5.5
_KEPT = 0.75
LEAST = _STRONG - _KEPT
"""Below this nothing is suggested, whatever ties it."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a later document to a commitment.

    Attributes:
        names_it: Whether it refers to the document that promises.
        cited: Keys that the commitment's sentence and the later document refer to.
        shared: Keys that both documents refer to.
        dossiers: Dossiers that both belong to or cite.
        names: Names in both the sentence and the later passage.
        says_so: Whether the later passage says itself that a promise was kept.
    """

    names_it: bool = False
    cited: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    says_so: bool = False


def answers(tie: Tie, deviations: float) -> bool:
    """Tell whether a later passage is suggested.

    The less a reference says, the nearer the passage must be: a document that refers to the promise itself
    needs least, one that only shares a dossier must also share a name or say that a promise was kept.

    Args:
        tie: What ties it.
        deviations: How near it is, as ``Nearness`` measures.
    """
    near = deviations + (_KEPT if tie.says_so else 0)
    if tie.names_it or tie.cited:
        return near >= _STRONG
    if tie.shared:
        return near >= _SHARED
    return bool(tie.dossiers) and bool(tie.names or tie.says_so) and near >= _LOOSE


def reasons(tie: Tie, date: str) -> tuple[str, ...]:
    """Return why it is suggested, in Dutch sentences that claim no more than is known."""
    return tuple(_reasons(tie, date))


def _reasons(tie: Tie, date: str) -> Iterator[str]:
    yield f"Het is een later document van dezelfde organisatie, van {written_date(date)}."
    if tie.names_it:
        yield "Het verwijst naar het document van de toezegging."
    if tie.cited:
        yield f"Het verwijst net als de toezegging naar {_few(tie.cited)}."
    elif tie.shared and not tie.names_it:
        yield f"Beide documenten verwijzen naar {_few(tie.shared)}."
    elif tie.dossiers and not tie.names_it:
        yield f"Beide documenten horen bij dossier {_few(tie.dossiers)}."
    if tie.names:
        yield f"Beide noemen {_few(tie.names)}."
    if tie.says_so:
        yield "De zin zegt zelf dat een toezegging is nagekomen."
    yield "De passage lijkt in betekenis op de toezegging."


def _few(values: tuple[str, ...]) -> str:
    return ", ".join(values[:_NAMED]) + (" en meer" if len(values) > _NAMED else "")
