"""Dutch analysis: one way from text to terms for indexing, queries and highlighting."""

from beleidszoeker.index.dutch.analyser import ANALYSER_VERSION, Analyser, Indexed, Term
from beleidszoeker.index.dutch.compounds import CompoundSplitter
from beleidszoeker.index.dutch.stopwords import STOPWORDS
from beleidszoeker.index.dutch.tokens import TOKEN, Token, fold, tokenise
from beleidszoeker.index.dutch.vocabulary import Vocabulary

__all__ = [
    "ANALYSER_VERSION",
    "STOPWORDS",
    "TOKEN",
    "Analyser",
    "CompoundSplitter",
    "Indexed",
    "Term",
    "Token",
    "Vocabulary",
    "fold",
    "tokenise",
]
