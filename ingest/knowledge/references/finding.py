"""References in any text: tokenise, then read at each token with the grammar of its kind."""

from collections.abc import Callable, Iterator, Mapping

from beleidszoeker.ingest.knowledge.references.articles import read_articles
from beleidszoeker.ingest.knowledge.references.chamber import (
    read_appendix,
    read_case,
    read_commitment,
    read_debate,
    read_ecli,
    read_official,
)
from beleidszoeker.ingest.knowledge.references.european import read_act, read_bare, read_celex, read_proposal
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.gazettes import read_gazette
from beleidszoeker.ingest.knowledge.references.kenmerken import read_code, read_fixed, read_labelled
from beleidszoeker.ingest.knowledge.references.numbered import read_numbered
from beleidszoeker.ingest.knowledge.references.papers import read_bare_paper, read_paper
from beleidszoeker.ingest.knowledge.references.tokens import tokenise

_Read = Callable[[str, int], list[Found]]

_GRAMMARS: Mapping[str, tuple[_Read, ...]] = {
    "paper": (read_appendix, read_paper),
    "appendix": (read_appendix,),
    "debate": (read_appendix, read_debate),
    "gazette": (read_gazette,),
    "article": (read_articles,),
    "ecli": (read_ecli,),
    "proposal": (read_proposal,),
    "act": (read_act,),
    "celex": (read_celex,),
    "official": (read_official,),
    "commitment": (read_commitment,),
    "labelled": (read_labelled,),
    "fixed": (read_fixed,),
    "case": (read_case,),
    "numbered": (read_numbered,),
    "bare": (read_bare_paper,),
    "number": (read_bare,),
    "code": (read_code,),
}


def find(text: str) -> Iterator[Found]:
    """Yield the references of a text in order; no two overlap.

    >>> [found.key for found in find("Kamerstuk 33 037, nrs. 431 en 437; art. 3:4 Awb")]
    ['kst-33037-431', 'kst-33037-437', 'art:3:4@awb']
    """
    end = 0
    for token in tokenise(text):
        if token.start < end:
            continue
        for read in _GRAMMARS[token.name]:
            if found := read(text, token.start):
                yield from found
                end = max(one.end for one in found)
                break
