"""What an office document's own properties say about it.

The dates of making and saving are left alone: a letter that was made from last year's letter carries that
one's, and a wrong date is worse than none. The *subject* is left alone for the same reason.
"""

from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.office.package import Element, Package

_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_LONGEST = 500


def docx_properties(package: Package) -> dict[str, str]:
    """Read title, author and language from ``docProps/core.xml``."""
    return _read(
        package.optional_xml("docProps/core.xml"),
        {"title": _DC + "title", "author": _DC + "creator", "language": _DC + "language"},
    )


def odt_properties(package: Package) -> dict[str, str]:
    """Read title, author and language from ``meta.xml``; the author is who made it, else who saved it."""
    root = package.optional_xml("meta.xml")
    found = _read(root, {"title": _DC + "title", "author": _DC + "creator", "language": _DC + "language"})
    return found | _read(root, {"author": _META + "initial-creator"})


def _read(root: Element | None, names: dict[str, str]) -> dict[str, str]:
    found = {}
    for name, tag in names.items():
        element = next(root.iter(tag), None) if root is not None else None
        text = " ".join(clean(element.text or "").split())[:_LONGEST] if element is not None else ""
        if text:
            found[name] = text
    return found
