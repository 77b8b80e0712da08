"""The ruling lines and shaded areas of a PDF page, read from its drawing operators through PDFium."""

import ctypes
import itertools
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from beleidszoeker.ingest.pdf.glyphs import read_frame

_THIN = 3.0
_SHORTEST = 4.0
_STRAIGHT = 0.5
_DEEPEST = 4
_MOST_OBJECTS = 20_000
_MOST_POINTS = 2_000
_WHITE = 250
_LARGEST = 1e6

Rect = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A straight line along an axis.

    Attributes:
        at: Its height, or its distance from the left for an upright one, in points.
        start: Where it begins along its own axis.
        end: Where it ends.
    """

    at: float
    start: float
    end: float


class Drawing(NamedTuple):
    """What is drawn on a page that may belong to a table.

    Attributes:
        level: Rules that run from left to right.
        upright: Rules that run from top to bottom.
        shades: Filled rectangles (x0, y0, x1, y1), white ones aside.
    """

    level: list[Rule]
    upright: list[Rule]
    shades: list[Rect]


def read_drawing(page: Any) -> Drawing:
    """Read the rules of a ``pypdfium2.PdfPage`` as a reader sees them."""
    drawing, frame = Drawing([], [], []), read_frame(page)
    for path, matrix in _paths(page.raw):
        for rect in _rects(path, matrix):
            _sort_in(drawing, frame.place(*rect))
    return drawing


def _sort_in(drawing: Drawing, rect: Rect) -> None:
    x0, y0, x1, y1 = rect
    if x1 - x0 < _THIN and y1 - y0 >= _SHORTEST:
        drawing.upright.append(Rule((x0 + x1) / 2, y0, y1))
    elif y1 - y0 < _THIN and x1 - x0 >= _SHORTEST:
        drawing.level.append(Rule((y0 + y1) / 2, x0, x1))
    elif x1 - x0 >= _THIN and y1 - y0 >= _THIN:
        drawing.shades.append(rect)


def _paths(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """Yield the path objects of a page and of the forms on it, with the matrix that places them."""
    budget = _MOST_OBJECTS
    counted: tuple[int, Callable[[int], Any]] = (
        pdfium.FPDFPage_CountObjects(page),
        lambda index: pdfium.FPDFPage_GetObject(page, index),
    )
    stack = [(counted, _IDENTITY, 0)]
    while stack:
        (count, get), matrix, depth = stack.pop()
        for index in range(min(count, budget)):
            item = get(index)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                yield item, matrix
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                stack.append((_objects_of(item), _times(_matrix_of(item), matrix), depth + 1))
        budget -= min(count, budget)


def _objects_of(form: Any) -> tuple[int, Callable[[int], Any]]:
    return pdfium.FPDFFormObj_CountObjects(form), lambda index: pdfium.FPDFFormObj_GetObject(form, index)


def _matrix_of(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _rects(path: Any, matrix: Matrix) -> Iterator[Rect]:
    """Yield what a path draws: itself where it is thin, else its straight strokes and filled rectangles."""
    whole = _bounds(path, matrix)
    if whole is None:
        return
    if whole[2] - whole[0] < _THIN or whole[3] - whole[1] < _THIN:
        yield whole
        return
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(stroked))
    full, filled = _times(_matrix_of(path), matrix), bool(mode.value) and not _is_white(path)
    for points, straight in _subpaths(path, full):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if straight and (filled or (mode.value and _is_thin(xs, ys))):
            yield min(xs), min(ys), max(xs), max(ys)
        if stroked.value:
            yield from _strokes(points)


def _is_thin(xs: list[float], ys: list[float]) -> bool:
    return max(xs) - min(xs) < _THIN or max(ys) - min(ys) < _THIN


def _is_white(path: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path, *map(ctypes.byref, (red, green, blue, alpha)))
    return min(red.value, green.value, blue.value) >= _WHITE


def _strokes(points: list[tuple[float, float]]) -> Iterator[Rect]:
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        if abs(x0 - x1) < _STRAIGHT or abs(y0 - y1) < _STRAIGHT:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _bounds(path: Any, matrix: Matrix) -> Rect | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(path, *map(ctypes.byref, edges)):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    found = min(xs), min(ys), max(xs), max(ys)
    return found if all(abs(value) < _LARGEST for value in found) else None


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _subpaths(path: Any, matrix: Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Yield the corners of each part of a path, and whether straight lines alone join them."""
    points: list[tuple[float, float]] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, straight
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(_apply(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if points:
        yield points, straight
