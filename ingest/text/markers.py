"""Footnote markers that lost their superscript: ``van 8 mei 20241 2. Het`` cites notes 1 and 2.

The numbers of a page's notes are known and come in order, so each is looked for after the one before; a
number counts as a marker only where no number belongs to the sentence: glued to a word, a year or a closing
mark, next to another marker, or — last — loose between two words. *CO2* and *12.390* stay what they are.
"""

import re

from beleidszoeker.ingest.drafts import Line

_AFTER = r"(?![\w€%]|[.,]\d)"
_PLACES = (
    r"(?:(?<=[a-zà-ÿ])|(?<=[)\]’”'\"!?%])|(?<=[^\d][.,;:])|(?<=\b(?:19|20)\d\d)){label}" + _AFTER,
    r"(?<=[^\W\d_]) {label}(?= [a-z]|[.,;:] |[.,;:]?$)",
    r"(?<=[A-Z]{{2}})(?<!\bCO)(?<!\bNO)(?<!\bPM){label}" + _AFTER,
)


def lift_markers(lines: list[Line], labels: list[str]) -> None:
    """Take the markers with these labels out of the lines and note their places.

    Args:
        lines: The running text of one page; changed in place.
        labels: Numbers of the page's notes, ascending.
    """
    at, offset, beside = 0, 0, False
    for label in labels:
        found = (beside and _beside(lines[at], label, offset, at)) or _search(lines, label, at, offset)
        if found:
            (at, offset), beside = found, True


def _beside(line: Line, label: str, offset: int, at: int) -> tuple[int, int] | None:
    match = re.compile(rf",? ?{label}(?!\w|[.,]\d)").match(line.text, offset)
    return (at, _lift(line, match, label)) if match else None


def _search(lines: list[Line], label: str, at: int, offset: int) -> tuple[int, int] | None:
    """Lift the first marker ``label`` from there on; return where to look for the next one."""
    for place in _PLACES:
        pattern = re.compile(place.format(label=label))
        for index in range(at, len(lines)):
            match = pattern.search(lines[index].text, offset if index == at else 0)
            if match:
                return index, _lift(lines[index], match, label)
    return None


def _lift(line: Line, match: re.Match[str], label: str) -> int:
    line.text = line.text[: match.start()] + line.text[match.end() :]
    line.markers.append((match.start(), label))
    return match.start()
