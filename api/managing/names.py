"""The name of an uploaded file, as it may stand on our disk; people see the same."""

import unicodedata
from collections.abc import Container
from pathlib import PurePosixPath

_LONGEST = 180  # bytes: systems allow 255, and sidecars and marks of ours are added
_NAMELESS = "naamloos"


def clean_name(given: str) -> str:
    r"""Return the last part of what a browser calls a file, without what no name should hold.

    Folders, characters that steer (line ends, changes of direction) and dots that would hide it are left out.
    What merely looks dangerous stays: it is escaped where it is shown.

    >>> clean_name("../../x.pdf"), clean_name("C:\\Brieven\\nota.pdf"), clean_name("a\nb.pdf")
    ('x.pdf', 'nota.pdf', 'a b.pdf')
    """
    last = given.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", last))
    kept = "".join(char for char in plain if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    name = " ".join(kept.split()).lstrip(". ").rstrip(". ")
    return _short(name) or _NAMELESS


def free_name(name: str, taken: Container[str]) -> str:
    """Return a name that is not taken: with a number before its suffix where it is.

    >>> free_name("a.pdf", {"a.pdf", "a (2).pdf"}), free_name("b.pdf", {"a.pdf"})
    ('a (3).pdf', 'b.pdf')
    """
    path, number, found = PurePosixPath(name), 1, name
    while found in taken:
        number += 1
        found = f"{path.stem} ({number}){path.suffix}"
    return found


def _short(name: str) -> str:
    suffix = PurePosixPath(name).suffix[:20]
    stem = name.removesuffix(suffix)
    while len((stem + suffix).encode()) > _LONGEST:
        stem = stem[:-1]
    return stem + suffix
