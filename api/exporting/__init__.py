"""Quotations as files to work with: an annex in Word, a table, and references for other programs."""

from beleidszoeker.api.exporting.bibtex import to_bibtex
from beleidszoeker.api.exporting.cited import About, Cited
from beleidszoeker.api.exporting.formats import FORMATS, Format, to_docx
from beleidszoeker.api.exporting.ris import to_ris
from beleidszoeker.api.exporting.table import to_csv

__all__ = ["FORMATS", "About", "Cited", "Format", "to_bibtex", "to_csv", "to_docx", "to_ris"]
