"""Reading what documents refer to, promise and name."""

import sqlite3

from beleidszoeker.index.store.knowledge.commitments import Commitments
from beleidszoeker.index.store.knowledge.decided import Decisions, Motions
from beleidszoeker.index.store.knowledge.later import Later
from beleidszoeker.index.store.knowledge.names import Names
from beleidszoeker.index.store.knowledge.references import References
from beleidszoeker.index.store.knowledge.timeline import Timeline
from beleidszoeker.ingest.version import PARSER_VERSION


class KnowledgeReader:
    """Reads through one connection.

    Attributes:
        references: What documents refer to.
        commitments: What they promise.
        later: What later documents may answer to it.
        motions: The motions in them.
        decisions: What they decide, or ask to be decided.
        names: Which programmes, places and organisations they name.
        timeline: What happened in them, and when.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.references = References(connection)
        self.commitments = Commitments(connection)
        self.later = Later(connection)
        self.motions = Motions(connection)
        self.decisions = Decisions(connection)
        self.names = Names(connection)
        self.timeline = Timeline(connection)

    def unread(self) -> int:
        """Return how many documents were stored by an earlier version: what they say is not all known."""
        held = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
        query = f"SELECT count(*) FROM documents d WHERE d.parser_version < ? AND {held}"  # noqa: S608
        return int(self._db.execute(query, (PARSER_VERSION,)).fetchone()[0])
