"""Kamervragen and their answers, searched apart and together; whether a question was asked before."""

from beleidszoeker.index.store.asked import SetFilters, SetPlace
from beleidszoeker.index.store.said import Side
from beleidszoeker.search.asked.answering import (
    SetPage,
    answer_earlier,
    answer_search,
    list_sets,
    read_limits,
)
from beleidszoeker.search.asked.finding import (
    LONGEST_DRAFT,
    MOST_FOUND,
    Finder,
    Found,
    asked_before,
    readable,
)
from beleidszoeker.search.asked.showing import shown
from beleidszoeker.search.asked.telling import ASKED, message

__all__ = [
    "ASKED",
    "LONGEST_DRAFT",
    "MOST_FOUND",
    "Finder",
    "Found",
    "SetFilters",
    "SetPage",
    "SetPlace",
    "Side",
    "answer_earlier",
    "answer_search",
    "asked_before",
    "list_sets",
    "message",
    "read_limits",
    "readable",
    "shown",
]
