"""Tables of PDF pages, kept as rows: found by their rules or by their columns, over any number of pages."""

from beleidszoeker.ingest.pdf.tables.grid import Grid
from beleidszoeker.ingest.pdf.tables.place import rows_by_page, with_tables
from beleidszoeker.ingest.pdf.tables.take import take_tables

__all__ = ["Grid", "rows_by_page", "take_tables", "with_tables"]
