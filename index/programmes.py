"""Programmes as filters take them: ids of the gazetteer, from what people type, and back."""

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.gazetteer import gazetteer


def programme_ids(text: str) -> tuple[str, ...]:
    """Return the programmes that an id or a name means; none where it means none.

    >>> programme_ids("MIEK"), programme_ids(" miek "), programme_ids("niets")
    (('miek',), ('miek',), ())
    """
    known = gazetteer()
    entry = known.entry(text.strip())
    found = (entry,) if entry else known.find(text)
    return tuple(each.id for each in found if each.kind is NameKind.PROGRAMME)


def programme_name(programme_id: str) -> str:
    """Return how a programme is called: its abbreviation, if it has one, and its name.

    >>> programme_name("novi")
    'NOVI (Nationale Omgevingsvisie)'
    """
    entry = gazetteer().entry(programme_id)
    if entry is None:
        return programme_id
    short = next(iter(entry.abbreviations), entry.name)
    return entry.name if short == entry.name else f"{short} ({entry.name})"
