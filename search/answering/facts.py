"""Numbers, amounts, dates, references and names: what a sentence may only take over from its quote."""

import re
from collections.abc import Iterator

from beleidszoeker.index.dutch.analyser import Term
from beleidszoeker.index.dutch.numerals import NUMERALS
from beleidszoeker.index.dutch.stopwords import STOPWORDS
from beleidszoeker.index.dutch.tokens import fold
from beleidszoeker.search.answering.said import Said
from beleidszoeker.search.answering.words import ACTORS, ORDER_AND_TIME, WHEN

_PART_OF_DATE = re.compile(r"\d{4}(?:-\d\d)?")
DATE = re.compile(r"(?:1[89]|2[01])\d\d(?:-|$)")
"""What a year, a month with its year or a day begins with, as ``number_of`` gives it."""


def missing_facts(sentence: Said, quote: Said) -> Iterator[str]:
    """Yield what a sentence states as a fact and its quote does not have, as the sentence spells it."""
    known = _known(quote)
    for term in sentence.terms:
        key = number_of(term)
        if key is not None and key not in known:
            yield term.word
    yield from (word for word in sentence.words if word in ORDER_AND_TIME and word not in quote.words)
    yield from _missing_names(sentence, quote)
    if _is_money(sentence.text) and not _is_money(quote.text):
        yield "euro"


def moved_dates(sentence: Said, quote: Said) -> bool:
    """Tell whether a date has another word before it than in the quote: *na 2030* for *voor 2030*."""
    told, meant = _timing(sentence), _timing(quote)
    return any(not words & meant[key] for key, words in told.items() if key in meant)


def number_of(term: Term) -> str | None:
    """Return what a number or date is, whichever way it is written; nothing for any other word."""
    if term.word in NUMERALS and term.word != "een":
        return f"{NUMERALS[term.word]:f}"
    return term.stem if any(char.isdigit() for char in term.word) else None


def _known(quote: Said) -> frozenset[str]:
    """Return the numbers and dates of a quote; of a day also its month and year."""
    found = set[str]()
    for term in quote.terms:
        key = number_of(term)
        if key is not None:
            found.add(key)
            found.update(part for part in term.parts if _PART_OF_DATE.fullmatch(part) or term.word.isdigit())
    return frozenset(found)


def _missing_names(sentence: Said, quote: Said) -> Iterator[str]:
    for place, token in enumerate(sentence.tokens):
        word = sentence.words[place]
        if word in quote.words or (place == 0 and word in STOPWORDS):
            continue
        term = next((term for term in sentence.terms if term.start <= token.start < term.end), None)
        if term is None or term.stem in {other.stem for other in quote.terms}:
            continue
        named = token.text != token.text.lower() and (place > 0 or not quote.holds(term))
        if named or term.stem in ACTORS:
            yield token.text


def _is_money(text: str) -> bool:
    return "€" in text or re.search(r"\beuro\b", text, re.IGNORECASE) is not None


def _timing(said: Said) -> dict[str, set[str]]:
    """Return each year or date with the words of time that stand right before it, or the empty word."""
    found = dict[str, set[str]]()
    for term in said.terms:
        key = number_of(term)
        if key is None or not DATE.match(key):
            continue
        before = [fold(word) for word in re.findall(r"\w+", said.text[: term.start])[-1:]]
        when = before[0] if before and before[0] in WHEN else ""
        for part in (key, *(part for part in term.parts if _PART_OF_DATE.fullmatch(part))):
            found.setdefault(part, set()).add(when)
    return found
