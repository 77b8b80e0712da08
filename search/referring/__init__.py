"""What a document refers to, and which passages refer to it."""

from beleidszoeker.search.referring.asked import Asked, keys_in, of_document, of_keys, of_writing
from beleidszoeker.search.referring.incoming import CitedBy, cited_by, counted
from beleidszoeker.search.referring.model import Citing, Referral, Said, Target
from beleidszoeker.search.referring.outgoing import referrals
from beleidszoeker.search.referring.resolving import Resolved, resolve

__all__ = [
    "Asked",
    "CitedBy",
    "Citing",
    "Referral",
    "Resolved",
    "Said",
    "Target",
    "cited_by",
    "counted",
    "keys_in",
    "of_document",
    "of_keys",
    "of_writing",
    "referrals",
    "resolve",
]
