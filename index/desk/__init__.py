"""The desk: what people keep for themselves, apart from the library, which can be built again."""

from beleidszoeker.index.desk.desk import DESK_NAME, Desk

__all__ = ["DESK_NAME", "Desk"]
