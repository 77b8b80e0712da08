"""Office documents: DOCX and ODT, read straight from their XML.

Both are ZIP archives of XML. They are read with lxml rather than with python-docx and odfdo: python-docx
refuses files that Word opens (a picture that is not there, macros, ISO Strict) and knows neither footnotes
nor list numbers nor tracked changes; odfdo's XML parser expands entities. Both serve the tests as writers.
"""

from beleidszoeker.ingest.office.docx import DocxParser
from beleidszoeker.ingest.office.odt import OdtParser

__all__ = ["DocxParser", "OdtParser"]
