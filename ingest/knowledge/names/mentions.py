"""Linking the names in a text to the gazetteer."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from beleidszoeker.ingest.knowledge.model import Mention
from beleidszoeker.ingest.knowledge.names.certainty import certain
from beleidszoeker.ingest.knowledge.names.deals import whole_deal
from beleidszoeker.ingest.knowledge.names.gazetteer import gazetteer
from beleidszoeker.ingest.knowledge.names.learning import learn
from beleidszoeker.ingest.knowledge.names.matching import Found, Matcher
from beleidszoeker.ingest.knowledge.names.setting import stands_alone
from beleidszoeker.ingest.knowledge.text import Text


def find_mentions(text: Text) -> Iterable[Mention]:
    """Return the names in a document in the order of its text; none of them overlap, the longest wins."""
    return mentions_in(text.document.text)


def mentions_in(text: str) -> list[Mention]:
    """Return the names in a text that is one document."""
    known = [found for found in _matcher().find(text) if stands_alone(text, found)]
    learnt = learn(text, known)
    found = [whole_deal(text, each) for each in certain(text, known, learnt)]
    found += (each for each in learnt.found if stands_alone(text, each))
    return [_mention(text, each) for each in _longest(found)]


@lru_cache(maxsize=1)
def _matcher() -> Matcher:
    return Matcher(gazetteer().forms)


def _longest(found: Sequence[Found]) -> list[Found]:
    """Return what is left when names inside others, and what overlaps an earlier one, are left out."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _mention(text: str, found: Found) -> Mention:
    surface = " ".join(text[found.start : found.end].split())
    mention = Mention(found.start, found.end, found.form.kind, "", surface)
    return mention if mention.key == found.form.entry else replace(mention, name=found.form.entry)
