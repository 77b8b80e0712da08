"""What the page shows, as it stands in its address."""

from typing import NamedTuple
from urllib.parse import urlencode

from beleidszoeker.errors import InvalidFilterError
from beleidszoeker.search.asked import SetFilters, Side, read_limits

SIDES = {
    "concept": "Is dit eerder gevraagd?",
    "vraag": "in de vragen",
    "antwoord": "in de antwoorden",
    "beide": "in beide",
}
_WHERE = {"vraag": Side.QUESTION, "antwoord": Side.ANSWER, "beide": None}


class State(NamedTuple):
    """What the forms hold.

    Attributes:
        vraag: The draft, or what is searched for.
        zoek: A key of ``SIDES``: *concept* for a draft, else where to search.
        van: First day, as typed.
        tot: Last day, as typed.
        lid: Part of the name of who asks.
        partij: Its party.
        minister: Part of name or portfolio of who answers.
        number: Page of the list.
    """

    vraag: str = ""
    zoek: str = "concept"
    van: str = ""
    tot: str = ""
    lid: str = ""
    partij: str = ""
    minister: str = ""
    number: int = 1

    def cleaned(self) -> "State":
        """Return it without half characters and without spaces around what was typed."""
        return self._replace(
            vraag=_clean(self.vraag),
            van=_clean(self.van),
            tot=_clean(self.tot),
            lid=_clean(self.lid),
            partij=_clean(self.partij),
            minister=_clean(self.minister),
        )

    @property
    def drafted(self) -> bool:
        """Whether a draft was pasted, rather than words to search for."""
        return self.zoek not in _WHERE

    @property
    def side(self) -> Side | None:
        """Where to search; ``None`` for both sides together."""
        return _WHERE.get(self.zoek)

    @property
    def limited(self) -> bool:
        """Whether anything limits the sets."""
        return any((self.van, self.tot, self.lid, self.partij, self.minister))

    def limits(self) -> tuple[SetFilters, str | None]:
        """Return the limits and, where a day cannot be read and does not count, what is wrong with it."""
        names = {"member": self.lid, "party": self.partij, "minister": self.minister}
        try:
            return read_limits(self.van, self.tot, **names), None
        except InvalidFilterError as error:
            return read_limits(**names), f"{error.message} {error.advice or ''}".strip()

    def address(self, number: int = 1, *, unlimited: bool = False) -> str:
        """Return the address of this with another page of the list, or without limits."""
        kept = self._asdict() | {"number": number}
        if unlimited:
            kept = {"vraag": self.vraag, "zoek": self.zoek, "number": 1}
        renamed = {("pagina" if name == "number" else name): value for name, value in kept.items()}
        standard = {"zoek": "concept", "pagina": 1}
        given = {name: value for name, value in renamed.items() if value and value != standard.get(name)}
        return "/kamervragen" + ("?" + urlencode(given, errors="replace") if given else "")


def _clean(text: str) -> str:
    return text.strip().encode("utf-8", "replace").decode()
