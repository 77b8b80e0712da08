"""Dutch analysis: one way from text to terms for indexing, queries and highlighting."""

from beleidszoeker.index.dutch.analyser import ANALYSER_VERSION, Analyser, Term
from beleidszoeker.index.dutch.compounds import CompoundSplitter
from beleidszoeker.index.dutch.stopwords import STOPWORDS
from beleidszoeker.index.dutch.tokens import Token, fold, tokenise
from beleidszoeker.index.dutch.vocabulary import Vocabulary

__all__ = [
    "ANALYSER_VERSION",
    "STOPWORDS",
    "Analyser",
    "CompoundSplitter",
    "Term",
    "Token",
    "Vocabulary",
    "fold",
    "tokenise",
]
