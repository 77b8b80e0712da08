"""Footnotes of an official publication: each with a number of its own, and drafts of their texts."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft
from beleidszoeker.ingest.official.inline import LABEL, local, pieces, plain, to_line

_NUMBERS = frozenset({"noot.nr", "nr"})


def number_notes(root: etree._Element) -> None:
    """Write on each footnote and reference the number that ties them; changes the tree.

    Annexes count from 1 again. There the second note 1 is called ``1-2``, so that no reference leads to the
    note of another part.
    """
    seen: Counter[str] = Counter()
    by_id: dict[str, str] = {}
    for note in root.iter("{*}noot"):
        printed = _printed(note) or str(seen.total() + 1)
        seen[printed] += 1
        label = printed if seen[printed] == 1 else f"{printed}-{seen[printed]}"
        note.set(LABEL, label)
        by_id.setdefault(note.get("id") or label, label)
    for reference in (*root.iter("{*}nootref"), *root.iter("{*}voetref")):
        target = reference.get("refid") or reference.get("doc") or ""
        reference.set(LABEL, by_id.get(target) or reference.get("nr") or plain(reference))


def _printed(note: etree._Element) -> str:
    number = next((plain(child) for child in note if local(child) in _NUMBERS), "")
    return number.strip("[]().* ") or note.get("nr") or ""


def notes_in(element: etree._Element) -> Iterator[Draft]:
    """Yield a draft for each footnote that stands in an element."""
    for note in element.iter("{*}noot"):
        parts = [note.text or ""]
        for child in note:
            if local(child) not in _NUMBERS:
                parts += [" ", *pieces(child)]
            parts.append(child.tail or "")
        yield Draft(BlockKind.FOOTNOTE, [to_line(parts)], label=note.get(LABEL, ""))
