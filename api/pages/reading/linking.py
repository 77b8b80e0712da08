"""Words with their references as links.

What stands beside the words, such as a footnote's number, may hold a link of its own, and a link holds no
other link. So it closes the reference that it stands in, which goes on behind it.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from beleidszoeker.api.pages.reading.leading import Lead

_INSIDE = Markup('<a class="read-lead" href="{}" title="{}">{}</a>')
_OUTSIDE = Markup(
    '<a class="read-lead read-leaves" href="{}" title="{}" rel="noopener noreferrer external">{}</a>'
)


class Linking:
    """Gathers the HTML of one piece of text.

    Args:
        leads: The references that may stand in it, in order.
    """

    def __init__(self, leads: Sequence[Lead]) -> None:
        self._leads = leads
        self._parts: list[Markup] = []
        self._open: Lead | None = None
        self._held: list[Markup] = []

    def words(self, at: int, html: Markup) -> None:
        """Add words that begin at a character of the text."""
        lead = next((one for one in self._leads if one.start <= at < one.end), None)
        if lead is not self._open:
            self._close()
            self._open = lead
        self._held.append(html)

    def beside(self, html: Iterable[Markup]) -> None:
        """Add what is no part of the text."""
        for each in html:
            self._close()
            self._parts.append(each)

    def html(self) -> Markup:
        """Return all of it."""
        self._close()
        return Markup("").join(self._parts)

    def _close(self) -> None:
        inner = Markup("").join(self._held)
        if self._open and inner:
            form = _OUTSIDE if self._open.leaves else _INSIDE
            self._parts.append(form.format(self._open.href, self._open.told, inner))
        else:
            self._parts.append(inner)
        self._held, self._open = [], None
