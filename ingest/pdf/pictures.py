"""Pages of a PDF as pictures for recognition."""

import math
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from beleidszoeker.ingest.ocr import Picture

DPI = 300.0
_MOST_PIXELS = 25_000_000
_POINTS = 72.0


def render(document: Any, number: int) -> Picture:
    """Render a page of a ``pypdfium2.PdfDocument`` in grey, as a viewer turns it.

    Args:
        document: The document.
        number: Page number from 1.

    Returns:
        300 dots to the inch; fewer for pages so large that this would be more than 25 million.
    """
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(DPI / _POINTS, math.sqrt(_MOST_PIXELS / max(width * height, 1)))
        bitmap = page.render(scale=scale, grayscale=True, prefer_bgrx=False)
        assert bitmap.format == pdfium.FPDFBitmap_Gray  # noqa: S101 - asked for
        pixels = np.ascontiguousarray(bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width])
        return Picture(pixels.tobytes(), bitmap.width, bitmap.height, scale * _POINTS)
    finally:
        page.close()
