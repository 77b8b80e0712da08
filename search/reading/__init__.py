"""A document as people read it: its outline, its parts, and which of its words lie where on paper."""

from beleidszoeker.search.reading.lines import Line, Mark, marked_lines
from beleidszoeker.search.reading.outline import Heading, outline
from beleidszoeker.search.reading.pages import page_starts
from beleidszoeker.search.reading.parts import Part, Parts, divide

__all__ = ["Heading", "Line", "Mark", "Part", "Parts", "divide", "marked_lines", "outline", "page_starts"]
