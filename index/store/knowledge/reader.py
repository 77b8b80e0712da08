"""Reading what documents refer to, promise and name."""

import sqlite3

from beleidszoeker.index.store.knowledge.commitments import Commitments
from beleidszoeker.index.store.knowledge.decided import Decisions, Motions
from beleidszoeker.index.store.knowledge.later import Later
from beleidszoeker.index.store.knowledge.names import Names
from beleidszoeker.index.store.knowledge.references import References
from beleidszoeker.index.store.knowledge.timeline import Timeline


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
        self.references = References(connection)
        self.commitments = Commitments(connection)
        self.later = Later(connection)
        self.motions = Motions(connection)
        self.decisions = Decisions(connection)
        self.names = Names(connection)
        self.timeline = Timeline(connection)
