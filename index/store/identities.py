"""Which documents are what a reference leads to, kept as keys when a document is stored.

That a document *is* a publication, and does not only cite it, is told as in ``publications.py``: by what the
file declares, by its address, by the number of its questions, by its own kenmerk, or by the name of its file.
A law is told by its title or its identifier, and answers to the references to all its articles.
"""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from beleidszoeker.index.store.publications import declares
from beleidszoeker.ingest.document import Metadata
from beleidszoeker.ingest.knowledge.references.laws import law_key
from beleidszoeker.ingest.prepared import PreparedDocument

Row = dict[str, object]
_LAW = "regeling"
_NAMED = re.compile(
    r"(?<![\w-])(?:(?:kst|ah-[te]k|h-[te]k|stb|stcrt|trb)(?:-[A-Z\d]+){2,5}(?![\d-])|20\d\d[ZD]\d{5}(?![\d-])|"
    r"ECLI:[A-Z]{2}:[A-Z\d]{1,20}:\d{4}:[A-Z\d.]{1,30}|BWB[RVW]\d{7}(?!\d))|"
    r"(?<![A-Za-z\d-])[356](?:19|20)\d\d[A-Z]{1,2}\d{4}(?!\d)"
)
_KENMERK = "kenmerk:"


def law_identity(law: str) -> str:
    """Return the key under which a law is kept, from the part of an article's key behind its ``@``."""
    return f"law:{law}"


def identity_key(key: str) -> str:
    """Return the key under which the document is kept that a reference's key leads to.

    >>> identity_key("art:3:4@awb"), identity_key("kenmerk:IENW/BSK-2022/1"), identity_key("kst-29826-211")
    ('law:awb', 'kenmerk:ienw/bsk-2022/1', 'kst-29826-211')
    """
    if key.startswith("art:"):
        return law_identity(key.partition("@")[2])
    return key.lower() if key.startswith(_KENMERK) else key


def identity_rows(document_id: str, prepared: PreparedDocument) -> Iterator[tuple[str, Row]]:
    """Yield (table, row) for all that a document is."""
    for key in sorted(set(_identities(prepared))):
        yield "identities", {"key": key, "document_id": document_id}


def named_rows(path: str, name: str) -> Iterator[tuple[str, Row]]:
    """Yield (table, row) for what the name of a file says that it is."""
    for key in sorted(_named(name)):
        yield "named_sources", {"key": key, "path": path}


def read_identities(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, list[str]]:
    """Return for each of these keys the ids of the documents that are it, sorted; none for others."""
    wanted = json.dumps(sorted(set(keys)))
    rows = connection.execute(
        "SELECT i.key, i.document_id FROM json_each(?) w CROSS JOIN identities i ON i.key = w.value "
        "WHERE EXISTS (SELECT 1 FROM sources s WHERE s.document_id = i.document_id) "
        "UNION SELECT n.key, s.document_id FROM json_each(?) w CROSS JOIN named_sources n ON n.key = w.value "
        "JOIN sources s ON s.path = n.path WHERE s.document_id IS NOT NULL ORDER BY 1, 2",
        (wanted, wanted),
    )
    found: dict[str, list[str]] = defaultdict(list)
    for key, document_id in rows:
        found[key].append(document_id)
    return dict(found)


def read_identity(connection: sqlite3.Connection, document_id: str) -> list[str]:
    """Return the keys of what a document is, sorted."""
    rows = connection.execute(
        "SELECT key FROM identities WHERE document_id = :id UNION SELECT n.key FROM sources s "
        "JOIN named_sources n ON n.path = s.path WHERE s.document_id = :id ORDER BY 1",
        {"id": document_id},
    )
    return [row[0] for row in rows]


def _identities(prepared: PreparedDocument) -> Iterator[str]:
    metadata = prepared.metadata
    yield from (each.value for each in metadata.kamerstukken if declares(each, prepared.document.text))
    yield from _named(metadata.url or "")
    if metadata.kenmerk:
        yield _KENMERK + "".join(metadata.kenmerk.value.lower().split())
    if prepared.questions and prepared.questions.number:
        yield prepared.questions.number.value
    if prepared.questions and prepared.questions.appendix:
        yield prepared.questions.appendix.value
    if metadata.kind.value == _LAW:
        yield from _laws(metadata)


def _laws(metadata: Metadata) -> Iterator[str]:
    if law := law_key(metadata.title.value):
        yield law_identity(law)


def _named(text: str) -> set[str]:
    """A law goes by the key of its name; an identifier that is no known law's, by itself."""
    found = {match.group() for match in _NAMED.finditer(text)}
    laws = {law_identity(law_key(each) or each) for each in found if each.startswith("BWB")}
    return {each for each in found if not each.startswith("BWB")} | laws
