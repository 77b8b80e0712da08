"""Captions of figures and tables."""

import re

_CAPTION = re.compile(
    r"^\s*(?:figuur|fig\.|tabel|afbeelding|afb\.|grafiek|kaart|diagram|schema|kader|box|foto|figure|table)"
    r"(?:\s*:|\s+(?:\d{1,3}|[a-z])(?:[.-]\d{1,2})*[a-z]?(?:\s*[:.–—|-](?!\d)|\s+(?=[^\W\d_])(?-i:(?=[A-ZÀ-Þ]))|\s*$))",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """Tell whether a text names a figure or table and says what it shows; *Figuur 2 laat zien* does not.

    >>> is_caption("Figuur 1. Clusters in Limburg"), is_caption("Tabel 2.3 Uitgaven")
    (True, True)
    >>> is_caption("Figuur 2 laat zien"), is_caption("Kaart van Limburg"), is_caption("Tabel 2 en 3")
    (False, False, False)
    """
    return bool(_CAPTION.match(text))
