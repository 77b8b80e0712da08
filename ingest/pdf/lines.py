"""Glyphs to lines: what stands on one height side by side, with the spaces that the eye sees."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from beleidszoeker.ingest.characters import clean
from beleidszoeker.ingest.document import Box
from beleidszoeker.ingest.pdf.glyphs import Face, Glyph, read_face, read_glyphs

_HYPHENS = "\u0002\ufffe"
_OVERLAP = 0.4
_LETTER_GAP = 0.1
_USUAL_GAP = 0.3
_AS_WIDE = 0.95
_HALF = 0.52
_BACK = 1.6
_TAB, _GUTTER = 3.2, 2.4
_LONG_RUN = 12
_CHANGE = 0.5
_FEWEST_GLYPHS = 5
_RAISED_SIZE = 0.86


@dataclass(slots=True)
class PdfLine:
    """One line of a page.

    Attributes:
        text: Its characters, cleaned, footnote markers still in it.
        box: Its rectangle in points.
        page: Page number from 1.
        size: Height of its font's box in points, about 1.2 times the font size.
        face: How it is set.
        raised: Superscript numbers as (offset in ``text``, digits).
    """

    text: str
    box: Box
    page: int
    size: float
    face: Face
    raised: list[tuple[int, str]] = field(default_factory=list)


def read_lines(textpage: Any, page: int) -> list[PdfLine]:
    """Read the upright lines of a ``pypdfium2.PdfTextPage``, in the file's order."""
    lines = [_make_line(textpage, glyphs, page) for glyphs in _runs(read_glyphs(textpage))]
    found = [line for line in lines if line is not None]
    upright = [line for line in found if line.face.upright]
    return upright if len(upright) * 2 >= len(found) else found


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Cut the stream of glyphs where the height changes or the pen jumps."""
    run: list[Glyph] = []
    last: Glyph | None = None
    top = bottom = 0.0
    for glyph in glyphs:
        if glyph.char == "\n" or (glyph.char.isspace() and not run):
            continue
        if glyph.char in _HYPHENS:
            yield [*run, glyph]
            run, last = [], None
            continue
        if not glyph.char.isspace():
            if last and _leaves(last, glyph, bottom, top, len(run)):
                yield run
                run, last = [], None
            if last is None or glyph.y1 - glyph.y0 > top - bottom:
                bottom, top = glyph.y0, glyph.y1
            last = glyph
        run.append(glyph)
    if run:
        yield run


def _leaves(last: Glyph, glyph: Glyph, bottom: float, top: float, length: int) -> bool:
    """Tell whether the pen jumps: to another height, back, over a gap, or from text to small type beside it.

    What begins a line — a number, *Datum* — may stand further from the rest than two columns from each other.
    """
    height = min(top - bottom, glyph.y1 - glyph.y0) or 1.0
    overlap = min(top, glyph.y1) - max(bottom, glyph.y0)
    if overlap < _OVERLAP * height:
        return True
    gap = glyph.x0 - last.x1
    wide = _GUTTER if length >= _LONG_RUN else _TAB
    if gap < -_BACK * height or gap > wide * height:
        return True
    return (
        length >= _FEWEST_GLYPHS
        and gap > _CHANGE * height
        and glyph.y1 - glyph.y0 < _RAISED_SIZE * (last.y1 - last.y0)
    )


def _make_line(textpage: Any, glyphs: list[Glyph], page: int) -> PdfLine | None:
    inked = [glyph for glyph in glyphs if not glyph.char.isspace() and glyph.char not in _HYPHENS]
    if not inked:
        return None
    size = median(glyph.y1 - glyph.y0 for glyph in inked)
    text, raised = _write(glyphs, size, median(glyph.y0 for glyph in inked))
    box = Box(
        round(min(glyph.x0 for glyph in inked), 2),
        round(min(glyph.y0 for glyph in inked), 2),
        round(max(glyph.x1 for glyph in inked), 2),
        round(max(glyph.y1 for glyph in inked), 2),
    )
    face = read_face(textpage, [glyph.number for glyph in inked])
    return PdfLine(text, box, page, round(size, 2), face, raised) if text.strip() else None


def _write(glyphs: list[Glyph], size: float, bottom: float) -> tuple[str, list[tuple[int, str]]]:
    """Write a line's text and note its raised numbers."""
    spaced = _gaps(glyphs)
    usual = median([gap for _, space, gap in spaced if space and gap > 0] or [_USUAL_GAP * size])
    text = ""
    raised: list[tuple[int, str]] = []
    last: Glyph | None = None
    for glyph, space, gap in spaced:
        if last is not None and _is_apart(last, space, glyph, gap, usual=usual, size=size):
            text += " "
        if glyph.char.isdigit() and _is_raised(glyph, size, bottom):
            _note_raised(raised, len(text), glyph.char, joined=last is not None and last.char.isdigit())
        text += glyph.char if glyph.char in _HYPHENS else clean(glyph.char)
        last = glyph
    return text, raised


def _gaps(glyphs: list[Glyph]) -> list[tuple[Glyph, Glyph | None, float]]:
    """Return each inked glyph with the space in front of it, if any, and the gap to the glyph before that."""
    found: list[tuple[Glyph, Glyph | None, float]] = []
    space: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace():
            space = glyph if space is None or space.generated else space
            continue
        gap = glyph.x0 - found[-1][0].x1 if found else 0.0
        found.append((glyph, space, gap))
        space = None
    return found


def _is_apart(
    last: Glyph, space: Glyph | None, glyph: Glyph, gap: float, *, usual: float, size: float
) -> bool:
    """Tell whether two glyphs belong to two words.

    A space of the file's own parts them. One that PDFium made up from a gap between letters counts only
    where the gap is at least half as wide as the line's usual one: fonts with wide kerning give *Inf
    rastructuur*. And where a designer moved the pen instead of writing a space, a gap as wide as the usual
    one is a space too.
    """
    if space is None:
        return gap > _LETTER_GAP * size and gap > _AS_WIDE * usual
    made_up = space.generated and last.char.isalpha() and glyph.char.isalpha()
    return not made_up or gap > _HALF * usual or gap < 0


def _is_raised(glyph: Glyph, size: float, bottom: float) -> bool:
    return glyph.y1 - glyph.y0 < _RAISED_SIZE * size and glyph.y0 > bottom + 0.1 * size


def _note_raised(raised: list[tuple[int, str]], offset: int, digit: str, *, joined: bool) -> None:
    if raised and joined and raised[-1][0] + len(raised[-1][1]) == offset:
        raised[-1] = (raised[-1][0], raised[-1][1] + digit)
    else:
        raised.append((offset, digit))
