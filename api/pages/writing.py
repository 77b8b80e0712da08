"""How values are written on pages: days, numbers, and text with marks in it."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from beleidszoeker.search.quoting.citation import written_date


def day(value: str | None) -> str:
    """Return an ISO day as it is written in Dutch.

    >>> day("2025-06-20"), day(None)
    ('20 juni 2025', 'zonder datum')
    """
    return written_date(value) if value else "zonder datum"


def number(value: int) -> str:
    """Return a whole number with points between thousands.

    >>> number(12345)
    '12.345'
    """
    return f"{value:,}".replace(",", ".")


def plural(count: int, one: str, many: str) -> str:
    """Return a number with its noun.

    >>> plural(1, "passage", "passages"), plural(1200, "passage", "passages")
    ('1 passage', '1.200 passages')
    """
    return f"{number(count)} {one if count == 1 else many}"


def marked(text: str, spans: Iterable[tuple[int, int]], start: int = 0, end: int | None = None) -> Markup:
    """Return a part of a text as HTML with spans of it in ``<mark>``; every character of it is escaped.

    Args:
        text: The text.
        spans: What to mark, in characters of the text; they may overlap and lie outside the part.
        start: First character of the part.
        end: One past its last; ``None`` for the text's end.

    >>> str(marked("Het <net> is vol.", [(4, 9)]))
    'Het <mark>&lt;net&gt;</mark> is vol.'
    """
    end = len(text) if end is None else end
    parts, at = [], start
    for first, last in sorted(spans):
        first, last = max(first, at), min(last, end)  # noqa: PLW2901 - cut to what is left of the part
        if first < last:
            parts += [escape(text[at:first]), Markup("<mark>"), escape(text[first:last]), Markup("</mark>")]
            at = last
    return Markup("").join([*parts, escape(text[at:end])])
