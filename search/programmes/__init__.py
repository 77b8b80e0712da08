"""Programmes, clusters, places, organisations and themes: where they stand, and where they meet."""

from beleidszoeker.search.programmes.counting import NameCount, count_names, overview, related
from beleidszoeker.search.programmes.defining import Defined, defined
from beleidszoeker.search.programmes.matrix import Axis, Matrix, MatrixCell, make_matrix
from beleidszoeker.search.programmes.meeting import Found, Meetings, meetings
from beleidszoeker.search.programmes.mentions import mention_records
from beleidszoeker.search.programmes.named import Named, find_names, named

__all__ = [
    "Axis",
    "Defined",
    "Found",
    "Matrix",
    "MatrixCell",
    "Meetings",
    "NameCount",
    "Named",
    "count_names",
    "defined",
    "find_names",
    "make_matrix",
    "meetings",
    "mention_records",
    "named",
    "overview",
    "related",
]
