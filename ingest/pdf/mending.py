"""Lines whose words the file cut in two, put together before anything looks at them."""

from beleidszoeker.ingest.language.hyphens import Vocabulary
from beleidszoeker.ingest.language.splits import mend
from beleidszoeker.ingest.pdf.lines import PdfLine


def mend_lines(pages: list[list[PdfLine]]) -> None:
    """Close the gaps inside words, in place; raised numbers keep their place in the text."""
    vocabulary = Vocabulary(line.text for lines in pages for line in lines)
    for lines in pages:
        for line in lines:
            line.text, gaps = mend(line.text, vocabulary.__getitem__)
            line.raised = [(at - sum(gap < at for gap in gaps), digits) for at, digits in line.raised]
