"""Which pages of a PDF cannot be read from their text layer: pictures, and fonts that hide their letters."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import pypdfium2.raw as pdfium

from beleidszoeker.ingest.language.words import in_word_list
from beleidszoeker.ingest.pdf.lines import PdfLine

_FEW, _STAMP = 20, 40
_SOME_PICTURE, _WHOLE_PAGE = 0.3, 0.9
_OUTLINES = 300
_MOST_OBJECTS = 5000
_LOST = 0.7
_GARBLED = 0.25
_FEWEST_WORDS = 40
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SMALL_WORDS = 0.02
_LEAST_KNOWN_WORDS = 0.08
_SAMPLE = 200
_SMALL_WORDS = frozenset(
    {
        *("aan", "als", "bij", "dat", "de", "die", "door", "een", "en", "er", "het", "in", "is", "met", "na"),
        *("naar", "niet", "of", "om", "onder", "op", "over", "te", "tot", "uit", "uw", "van", "voor", "was"),
        *(
            "wordt",
            "zij",
            "zijn",
            "and",
            "are",
            "by",
            "for",
            "from",
            "on",
            "that",
            "the",
            "this",
            "to",
            "with",
        ),
        *("das", "der", "du", "et", "le", "les", "und", "von", "zu"),
    }
)
"""Words that no page of Dutch does without; a few of its neighbours' beside them."""


class Fault(StrEnum):
    """Why a page must be recognised."""

    PICTURE = "picture"
    GARBLED = "garbled"


def fault_of(page: Any, textpage: Any, lines: list[PdfLine]) -> Fault | None:
    """Tell why the text layer of a page does not give what a reader sees, or ``None`` where it does.

    Args:
        page: The ``pypdfium2.PdfPage``.
        textpage: Its ``pypdfium2.PdfTextPage``.
        lines: What was read from it.
    """
    text = " ".join(line.text for line in lines)
    characters = textpage.count_chars()
    if len(text) < _LOST * characters or _has_odd(text):
        odd, inked = _odd_characters(textpage, characters)
        if odd >= _FEW and odd > _GARBLED * inked:
            return Fault.GARBLED
    letters = sum(map(str.isalpha, text)) if len(text) < 4 * _STAMP else _STAMP
    if letters < _STAMP:
        least = _SOME_PICTURE if letters < _FEW else _WHOLE_PAGE
        cover, paths = _pictures(page)
        return Fault.PICTURE if cover >= least or (letters < _FEW and paths > _OUTLINES) else None
    return Fault.GARBLED if _is_nonsense(text) else None


def _has_odd(text: str) -> bool:
    return any(map(_is_odd, map(ord, set(text))))


def _is_odd(code: int) -> bool:
    """Not a letter of any script: unmapped, replacement, private use or control."""
    return (
        code in (0, 0xFFFD, 0xFFFF)
        or 0xE000 <= code <= 0xF8FF  # noqa: PLR2004
        or (code < 0x20 and code not in (2, 9, 10, 13))  # noqa: PLR2004 - 2 is a hyphen at a line's end
        or 0x7F <= code < 0xA0  # noqa: PLR2004
    )


def _odd_characters(textpage: Any, count: int) -> tuple[int, int]:
    """Return how many characters tell no letter, of how many that leave ink."""
    odd = inked = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if code and chr(code).isspace():
            continue
        inked += 1
        odd += _is_odd(code) or pdfium.FPDFText_HasUnicodeMapError(textpage.raw, index) == 1
    return odd, inked


def _pictures(page: Any) -> tuple[float, int]:
    """Return the share of a page under pictures, and the number of its drawn shapes."""
    width, height = sorted(page.get_size())
    cover, paths = 0.0, 0
    for number, item in enumerate(page.get_objects()):
        if number > _MOST_OBJECTS:
            break
        paths += item.type == pdfium.FPDF_PAGEOBJ_PATH
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            cover += min(max(right - left, 0), height) * min(max(top - bottom, 0), height)
    return min(cover / (width * height or 1), 1.0), paths


def _is_nonsense(text: str) -> bool:
    """Tell whether these are no words: a font that maps its letters to other ones.

    Asked of the small words first, which costs nothing; tables hold few of them and many of the others.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _FEWEST_WORDS or _share(word in _SMALL_WORDS for word in words) >= _LEAST_SMALL_WORDS:
        return False
    long = [word for word in words if len(word) > 3][:_SAMPLE]  # noqa: PLR2004
    return len(long) >= _FEWEST_WORDS / 2 and _share(map(in_word_list, long)) < _LEAST_KNOWN_WORDS


def _share(found: Iterable[bool]) -> float:
    known = list(found)
    return sum(known) / len(known) if known else 0.0
