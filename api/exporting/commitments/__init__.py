"""Commitments, motions and decisions as files: tables and a calendar."""

from beleidszoeker.api.exporting.commitments.calendar import to_calendar
from beleidszoeker.api.exporting.commitments.links import link_of
from beleidszoeker.api.exporting.commitments.tables import (
    commitments_table,
    decisions_table,
    motions_table,
)

__all__ = ["commitments_table", "decisions_table", "link_of", "motions_table", "to_calendar"]
