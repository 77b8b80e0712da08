"""What the address of ``/toezeggingen`` holds: which list, its filters, its page."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import urlencode

from fastapi import Request

from beleidszoeker.errors import InvalidFilterError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge import CommitmentOrder, State, WantedCommitments
from beleidszoeker.search.commitments.telling import ROLES

STATES = {
    "open": (State.OPEN, "Open"),
    "verstreken": (State.OVERDUE, "Termijn verstreken"),
    "eerder": (State.REPORTED, "Eerder toegezegd"),
    "nagekomen": (State.FULFILLED, "Nagekomen volgens het document"),
}
ORDERS = {
    "nieuw": (CommitmentOrder.DATE, "Nieuwste document eerst"),
    "termijn": (CommitmentOrder.TERM, "Eerste termijn eerst"),
}
STANDS = {"gevraagd": (True, "Gevraagd in een nota"), "genomen": (False, "Genomen")}
_NAMES = ("q", "organisatie", "status", "rol", "termijn", "van", "tot", "volgorde", "dossier", "document")
_LONGEST = 300
_LAST_PAGE = 1_000_000
_PAGE = re.compile(r"[0-9]{1,9}")


class What(StrEnum):
    """Which list."""

    COMMITMENTS = "toezeggingen"
    MOTIONS = "moties"
    DECISIONS = "besluiten"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked.

    Attributes:
        what: Which list.
        given: The fields of the form that hold something, as they stand in the address.
        page: Number of the page, from 1.
        filters: The limits on documents that it comes to.
        due: The last day on which a term may end.
        notes: What could not be used, in Dutch sentences.
    """

    what: What
    given: dict[str, str]
    page: int = 1
    filters: Filters = field(default_factory=Filters)
    due: str | None = None
    notes: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.given.get(name, "")

    @property
    def wanted(self) -> WantedCommitments:
        """The commitments that it asks for."""
        state, order = STATES.get(self["status"]), ORDERS.get(self["volgorde"], ORDERS["nieuw"])
        roles = (self["rol"],) if self["rol"] in ROLES else ()
        return WantedCommitments(
            self.filters, state[0] if state else None, roles, before=self.due, query=self["q"], order=order[0]
        )

    @property
    def asked(self) -> bool | None:
        """Whether decisions that are asked for are wanted, or those that were taken, or both."""
        stand = STANDS.get(self["status"])
        return stand[0] if stand else None

    def anywhere(self) -> "Asked":
        """The same without the limit of the organisation, to count what else can be chosen."""
        return replace(self, filters=replace(self.filters, organisations=()))

    def address(self, page: int = 1) -> str:
        """The address of a page of this list."""
        return _address("/toezeggingen", self._parameters() | ({"pagina": str(page)} if page > 1 else {}))

    def file(self, form: str) -> str:
        """The address of this list as a file."""
        return _address("/toezeggingen/bestand", self._parameters() | {"formaat": form})

    def of(self, what: str) -> str:
        """The address of another list with what makes sense there too."""
        kept = {
            name: value for name, value in self.given.items() if name in {"q", "organisatie", "van", "tot"}
        }
        return _address("/toezeggingen", ({} if what == What.COMMITMENTS else {"wat": what}) | kept)

    def _parameters(self) -> dict[str, str]:
        return ({} if self.what is What.COMMITMENTS else {"wat": self.what.value}) | self.given


def read_asked(request: Request) -> Asked:
    """Read an address; a value that makes no sense limits nothing, and a note says so."""
    parameters = request.query_params
    given = {name: parameters.get(name, "").strip()[:_LONGEST] for name in _NAMES}
    given = {name: value for name, value in given.items() if value}
    notes: list[str] = []
    days = {name: _day(given, name, notes) for name in ("van", "tot", "termijn")}
    what, page = parameters.get("wat", ""), parameters.get("pagina", "")
    filters = Filters.parse(
        date_from=days["van"],
        date_to=days["tot"],
        organisations=(given["organisatie"],) if "organisatie" in given else (),
        dossiers=(given["dossier"],) if "dossier" in given else (),
        documents=(given["document"],) if "document" in given else (),
    )
    return Asked(
        what=What(what) if what in set(What) else What.COMMITMENTS,
        given=given,
        page=_number(page),
        filters=filters,
        due=days["termijn"],
        notes=tuple(notes),
    )


def _number(page: str) -> int:
    """Return the number of a page; the first for what is none."""
    return min(max(int(page), 1), _LAST_PAGE) if _PAGE.fullmatch(page) else 1


def _day(given: dict[str, str], name: str, notes: list[str]) -> str | None:
    """Return a day of the address; one that is none is left out, and noted."""
    value = given.get(name)
    if value is None:
        return None
    try:
        read = Filters.parse(date_from=value, date_to=value)
    except InvalidFilterError as error:
        del given[name]
        notes.append(f"{error.message} Dat filter telt niet mee.")
        return None
    return read.date_from if name == "van" else read.date_to


def _address(path: str, parameters: dict[str, str]) -> str:
    return path + ("?" + urlencode(parameters, errors="replace") if parameters else "")
