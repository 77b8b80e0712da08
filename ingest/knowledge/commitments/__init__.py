"""Commitments: what a document promises, says was promised, or says is kept.

A sentence is read from its finite verbs: who acts (``actors``), in what clause (``clauses``), with what verb
(``verbs``) and in what mood (``readings``); by when, ``terms`` tells.
"""

from beleidszoeker.ingest.knowledge.commitments.find import find_commitments

__all__ = ["find_commitments"]
