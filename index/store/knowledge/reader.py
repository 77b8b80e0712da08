"""Reading what documents refer to, promise and name."""

import sqlite3

from beleidszoeker.index.store.knowledge.commitments import Commitments
from beleidszoeker.index.store.knowledge.names import Names
from beleidszoeker.index.store.knowledge.references import References


class KnowledgeReader:
    """Reads through one connection.

    Attributes:
        references: What documents refer to.
        commitments: What they promise.
        names: Which programmes, places and organisations they name.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.references = References(connection)
        self.commitments = Commitments(connection)
        self.names = Names(connection)
