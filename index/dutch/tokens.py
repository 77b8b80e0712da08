"""Text to words; the rules are those of ``ingest``, which reads names by them too."""

from beleidszoeker.ingest.language.tokens import LONGEST_WORD, TOKEN, Token, fold, tokenise

__all__ = ["LONGEST_WORD", "TOKEN", "Token", "fold", "tokenise"]
