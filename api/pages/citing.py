"""What templates need to let a citation be copied: see ``templates/parts/passage.html``."""

from fastapi import Request

from beleidszoeker.api.exporting.copying import Copied, copy_of
from beleidszoeker.api.http.address import site_of
from beleidszoeker.errors import PassageNotFoundError
from beleidszoeker.search.quoting.quotation import Quoted


def copied(request: Request, passage_id: str, quotes: Quoted = ()) -> Copied | None:
    """Return what is copied of a passage; ``None`` where it is not there any more.

    Args:
        request: What was asked: the permalink names the same service.
        passage_id: The passage.
        quotes: What is quoted of it; none for all of it.
    """
    try:
        return copy_of(request.app.state.service, passage_id, quotes, base=site_of(request))
    except PassageNotFoundError:
        return None
