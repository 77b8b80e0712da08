"""Citations in the house notation: *Kamerbrief Ruimte voor industrieclusters, 20 juni 2025, p. 2*."""

import re
from collections.abc import Iterator
from dataclasses import replace

from beleidszoeker.index.dutch.dates import MONTHS
from beleidszoeker.index.store import PassageRecord
from beleidszoeker.index.store.paging import Pages
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.result import Citation

_SPEAKING = {"kamerbrief", "nota", "motie", "convenant", "schriftelijk-overleg", "woo-besluit"}
_LONGEST_TITLE = 160
_NAMED = {"woo-besluit": r"wo[ob]\b"}  # before May 2022 the law was the Wob
_ITEM = re.compile(r"/h-(tk|ek|vv)-(\d{4})(\d{4})-(\d+)-(\d+)\.html")
_ANSWERS = re.compile(r"/ah-(tk|ek)-(\d{4})(\d{4})-(\d+)\.html")
_PAPER = re.compile(r"/kst-(\d{5}(?:-[IVXLC]+[A-Z]?)?)-(\d+)\.html")
_HOUSES = {"tk": "II", "ek": "I", "vv": "VV"}
SURE = 95.0
"""Confidence below which a citation says that its text was recognised in a picture.

Letters are read well long before: on six pages of real scans, each made worse in six steps, at most 0.7 %
were misread from 90 on. Figures are not: on real pages of 90 to 94 a year in old-style figures was misread.
"""


def cite(passage: PassageRecord) -> Citation:
    """Return the citation of a passage."""
    return Citation(
        document_id=passage.document_id,
        title=passage.title,
        kind=passage.kind,
        date=passage.date,
        source=passage.source,
        page_first=passage.page_first,
        page_last=passage.page_last,
        section=passage.section,
        label=label(passage),
        url=passage.url,
        start=passage.start,
        end=passage.end,
        confidence=passage.confidence,
        printed=_printed(passage),
    )


def on_pages(passage: PassageRecord, pages: Pages) -> PassageRecord:
    """Return a passage as if it stood on these pages alone: what is quoted of it does.

    Where they are not known, it is returned as it is.
    """
    if pages.first is None:
        return passage
    first, last, label_first, label_last = pages
    return replace(passage, page_first=first, page_last=last, label_first=label_first, label_last=label_last)


def label(passage: PassageRecord) -> str:
    """Return title, date and place; pages where they are known, with a word of doubt, else the section."""
    parts = [named_title(passage.title, passage.kind), *_number(passage.url or "")]
    if passage.date:
        parts.append(written_date(passage.date))
    if passage.page_first is not None:
        parts.append(_pages(passage) + _doubt(passage))
    elif passage.section:
        parts.append(f"onder ‘{passage.section[-1]}’")
    return ", ".join(parts)


def _number(url: str) -> Iterator[str]:
    """An official publication is cited by its number too, as its identifier tells."""
    if found := _ITEM.search(url):
        house, first, second, meeting, item = found.groups()
        yield f"Handelingen {_HOUSES[house]} {first}/{second[2:]}, nr. {meeting}, item {item}"
    elif found := _ANSWERS.search(url):
        house, first, second, number = found.groups()
        yield f"Aanhangsel Handelingen {_HOUSES[house]} {first}/{second[2:]}, nr. {number}"
    elif found := _PAPER.search(url):
        yield f"Kamerstuk {found[1]}, nr. {found[2]}"


def named_title(title: str, kind: str, *, longest: int = _LONGEST_TITLE) -> str:
    """Put the kind before a title that does not name it: *Kamerbrief Ruimte voor industrieclusters*.

    Args:
        title: The document's title.
        kind: The document's kind.
        longest: How many characters it may have; what is more is cut at a word.
    """
    name = KINDS[kind]
    words = _NAMED.get(kind, re.escape(name.split("-")[0]))
    named = kind not in _SPEAKING or re.search(rf"\b{words}", title, re.IGNORECASE)
    full = title if named else f"{name} {title}"
    return full if len(full) <= longest else full[: longest - 1].rsplit(" ", 1)[0] + "…"


def written_date(day: str) -> str:
    """Return an ISO day as it is written in Dutch.

    >>> written_date("2025-06-20")
    '20 juni 2025'
    """
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def _pages(passage: PassageRecord) -> str:
    """The file's page numbers, or the printed ones with the file's behind them where the two differ.

    A page of the file that shows two printed ones carries both, as in ``4-5``.
    """
    in_file, printed = _in_file(passage), _printed(passage)
    return f"p. {printed} (pdf-pagina {in_file})" if printed else f"p. {in_file}"


def _in_file(passage: PassageRecord) -> str:
    return _range(str(passage.page_first), str(passage.page_last))


def _printed(passage: PassageRecord) -> str | None:
    if not (passage.label_first and passage.label_last):
        return None
    printed = _range(passage.label_first.split("-")[0], passage.label_last.split("-")[-1])
    return None if printed == _in_file(passage) else printed


def _doubt(passage: PassageRecord) -> str:
    return " (OCR)" if passage.confidence is not None and passage.confidence < SURE else ""


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"
