"""A citation, ready to be copied: the pages, the API and the assistants hand out the same one."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from beleidszoeker.api.exporting.cited import Cited
from beleidszoeker.api.exporting.gathering import with_link
from beleidszoeker.api.exporting.links import parameters
from beleidszoeker.api.exporting.notation import plain, rich
from beleidszoeker.api.service import Service
from beleidszoeker.errors import BeleidszoekerError
from beleidszoeker.search.quoting.quotation import Quoted, quotation


@dataclass(frozen=True, slots=True)
class Copied:
    """A citation as it is pasted.

    Attributes:
        item: The quotation.
        parameters: Those of its permalink, for forms.
    """

    item: Cited
    parameters: Sequence[tuple[str, str]]

    @property
    def quote(self) -> str:
        """The literal quote."""
        return self.item.quote

    @property
    def label(self) -> str:
        """The citation, with the quote's own pages."""
        return self.item.citation.label

    @property
    def link(self) -> str:
        """Permalink, absolute."""
        return self.item.link

    @property
    def plain(self) -> str:
        """What is copied as text."""
        return plain(self.item)

    @property
    def rich(self) -> Markup:
        """What is copied as HTML."""
        return rich(self.item)


def copy_of(service: Service, passage_id: str, quotes: Quoted = (), *, base: str) -> Copied:
    """Return what is copied of a passage.

    Args:
        service: The library.
        passage_id: The passage.
        quotes: What is quoted of it, in its characters; none for all of it.
        base: Address of the service, for the permalink.

    Raises:
        PassageNotFoundError: There is none with this id.
    """
    number, reader = snapshot_of(service), service.reader
    found = quotation(reader, reader.passage(passage_id), quotes)
    return Copied(with_link(found, base=base, snapshot=number), parameters(found.parts, number))


def snapshot_of(service: Service) -> int | None:
    """Return the number of the published snapshot; ``None`` while there is none."""
    try:
        return service.engine().snapshot().manifest.number
    except BeleidszoekerError:
        return None
