"""The names of WordprocessingML, and how its values are read."""

from functools import cache

from beleidszoeker.ingest.office.package import Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset({"0", "false", "off"})


def value(parent: Element | None, path: str) -> str | None:
    """The ``w:val`` of a child, given by its names from the parent on: ``numPr/numId``."""
    found = child(parent, path)
    return None if found is None else found.get(W + "val")


def child(parent: Element | None, path: str) -> Element | None:
    """A descendant by its names from the parent on."""
    return None if parent is None else parent.find(_qualified(path))


@cache
def _qualified(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))


def switch(parent: Element | None, name: str) -> bool | None:
    """An on/off property: on where it stands without a value; ``None`` where it does not stand."""
    found = child(parent, name)
    return None if found is None else found.get(W + "val", "1") not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """A whole number of at most six digits; the default for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= 6 else default  # noqa: PLR2004
