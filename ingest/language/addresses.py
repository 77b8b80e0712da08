"""Web addresses broken over two lines: a hyphen at the line's end is their own, never the printer's."""

import re

HYPHENS = "-\u2010\u00ad\u0002\ufffe"
"""Hyphen-minus, hyphen, soft hyphen, and the two characters PDFium puts where a line ended in a hyphen."""

_ADDRESS = re.compile(r"https?://|^\(?www\.|\w\.\w{2,}/|/\S*/|\w_\w+_\w")
_TAIL = re.compile(
    r"[\w%~-]*[/_=%?&][\w/_=%?&.~-]*|[\w-]+\.(?:pdf|html?|aspx?)\b|[a-z0-9]+(?:-[a-z0-9]+){2,}"
)


def ends_in_address(before: str) -> bool:
    """Tell whether a line, its last hyphen taken off, ends inside a web address."""
    return bool(_ADDRESS.search(before.rsplit(None, 1)[-1])) if before.strip() else False


def join_address(before: str, after: str) -> str:
    """Return what joins a line that ends inside an address to the next: nothing, a hyphen or a space."""
    goes_on = after[0].islower() or after[0].isdigit() or after[0] in "/?=&%#_"
    if before[-1] in HYPHENS:
        return "-" if goes_on else "- "
    open_end = before[-1] in "/_=&?%." and goes_on
    return "" if open_end or _TAIL.match(after) else " "
