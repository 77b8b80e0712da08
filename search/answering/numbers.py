"""A number belongs to what it counts: the amount of one thing is not that of another."""

from collections.abc import Iterator

from beleidszoeker.index.dutch.analyser import Term
from beleidszoeker.search.answering.facts import DATE, number_of
from beleidszoeker.search.answering.said import Said
from beleidszoeker.search.answering.words import NEUTRAL

_MONEY = frozenset(("euro", "euros"))


def misplaced_numbers(sentence: Said, quote: Said) -> bool:
    """Tell whether a number stands with other words than in the quote: the amount of one for another.

    Where the clauses of a quote have numbers of their own, a clause of the sentence with one of them may have
    no word that the quote has with others only; and a word beside a number must not belong to another there.
    """
    return any(_counts_else(sentence, quote)) or any(
        _is_foreign(term, numbers, quote) for numbers, terms in _homes(sentence) if numbers for term in terms
    )


def _homes(said: Said) -> Iterator[tuple[frozenset[str], tuple[Term, ...]]]:
    """Yield the numbers of each clause, and its words."""
    for clause in said.clauses:
        terms = said.within(clause)
        yield frozenset(number for number in map(number_of, terms) if number is not None), terms


def _is_foreign(term: Term, numbers: frozenset[str], quote: Said) -> bool:
    """Tell whether the quote has a word with other numbers only; one that claims nothing may move."""
    if number_of(term) is not None or term.stem in NEUTRAL:
        return False
    homes = [known for known, terms in _homes(quote) if term.stem in {other.stem for other in terms}]
    return bool(homes) and all(known and not known & numbers for known in homes)


def _counts_else(sentence: Said, quote: Said) -> Iterator[bool]:
    """Yield for each number and the word beside it whether that belongs to another number in the quote."""
    content = sentence.content
    for place, term in enumerate(content):
        number = number_of(term)
        if number is None or DATE.match(number):
            continue
        behind = content[place + 1] if place + 1 < len(content) else None
        if behind is not None and not sentence.text[term.end : behind.start].strip():
            yield _is_no_unit(quote, behind) or _is_of_another(quote, behind, number, counted=True)
        elif place:
            yield _is_of_another(quote, content[place - 1], number, counted=False)


def _is_no_unit(quote: Said, word: Term) -> bool:
    """Tell whether what is counted is in the quote as part of a compound only: *meter* in *kilometer*."""
    exempt = number_of(word) is not None or word.stem in _MONEY
    return not exempt and word.stem not in {term.stem for term in quote.terms}


def _is_of_another(quote: Said, word: Term, number: str, *, counted: bool) -> bool:
    """Tell whether a word stands nearer to another number in the quote, or is what that one counts."""
    numbers = [number_of(term) for term in quote.content]
    own = [at for at, one in enumerate(numbers) if one == number]
    others = [at for at, one in enumerate(numbers) if one not in {None, number}]
    places = [at for at, term in enumerate(quote.content) if term.stem == word.stem]
    if not own or not others or not places:
        return False
    return all(
        min(abs(at - one) for one in others) < min(abs(at - one) for one in own)
        or (counted and at - 1 in others and at - 1 not in own)
        for at in places
    )
