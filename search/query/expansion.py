"""What a query means beyond its own words: abbreviations, spellings, typing errors, other wordings.

In this order: a word that the corpus knows stands as it is; an abbreviation brings what it stands for, a long
form its abbreviation; only a word that the corpus does not know at all is corrected; and the thesaurus adds
what documents write for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from beleidszoeker.index.abbreviations import Meaning
from beleidszoeker.index.base import Demand, LexicalIndex
from beleidszoeker.index.dutch import Term
from beleidszoeker.index.postings import spelled_words
from beleidszoeker.index.terms import wanted_words
from beleidszoeker.search.query.corrections import Corrected, corrections
from beleidszoeker.search.query.related import Related, related
from beleidszoeker.search.query.wanted import How, Wanted, parts_of, wanted_terms

LONG_WEIGHT = 0.5
"""Weight of an abbreviation's long form, as a phrase that tells as much as the abbreviation itself; its
meanings share it by how many documents define them."""

SHORT_WEIGHT = 0.35
"""Weight of the abbreviation of a long form that the query spells out."""

JOINED_WEIGHT = 0.25
"""Weight of a compound that the query writes apart."""

RELATED_SHARE = 0.5
"""What another wording tells, of 1 for the words that it stands for."""

CORRECTED_WEIGHT = 1.0
"""Weight of a word that was meant; of its parts the same share."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A query's words with all that they mean.

    Attributes:
        wanted: What is looked for by words.
        words: What is looked for by meaning: the words, corrected, and other wordings for them.
        notes: What the person should know of it, in Dutch sentences.
    """

    wanted: tuple[Wanted, ...]
    words: str
    notes: tuple[str, ...] = ()


def understand(
    lexical: LexicalIndex, words: str, demands: Iterable[Demand] = (), *, literally: bool = False
) -> Understood:
    """Return what a query's words mean in a corpus; never an error.

    Args:
        lexical: What the corpus knows.
        words: The query's words.
        demands: What it demands besides; words of these are meant as they are spelled.
        literally: All words are.
    """
    literal = frozenset(word for demand in demands for wording in demand.any_of for word in wording.words)
    terms = wanted_words(lexical.analyser, words)
    loose = [term for term in terms if term.word not in literal and not _meanings(lexical, words, term)]
    fixed = [] if literally else list(corrections(lexical, words, loose))
    meant = _corrected(words, fixed)
    shortened = {term.word for term in terms if _meanings(lexical, words, term)}  # the corpus says of what
    others = Related() if literally else related(lexical, meant, literal=literal | shortened)
    wrong = {each.asked.stem for each in fixed}
    found = {each.term: each for each in wanted_terms(lexical.analyser, words) if each.term not in wrong}
    for each in (
        *_spelled_out(lexical, words, terms),
        *_shortened(lexical, words, terms),
        *_joined(lexical, words, terms),
        *(wanted for one in fixed for wanted in _meant(lexical, words, one)),
        *(_as_typed(words, fixed, wanted) for wanted in others.wanted),
    ):
        found.setdefault(each.term, each)
    return Understood(tuple(found.values()), others.beside(meant), _notes(words, fixed))


def rarities(lexical: LexicalIndex, wanted: Sequence[Wanted]) -> dict[str, float]:
    """Return how much each term tells when it matches: its rarity, of a part of a word less.

    A long form tells as much as its abbreviation. What is looked for instead of other words tells all it can:
    its weight in the ranking is low only because those words count too. Another wording tells half.
    """
    return {each.term: _telling(lexical, each) for each in wanted}


def _telling(lexical: LexicalIndex, each: Wanted) -> float:
    if each.how is How.RELATED:
        return RELATED_SHARE * max(map(lexical.rarity, each.instead_of))
    if each.phrase:
        return max(map(lexical.rarity, each.instead_of))
    return lexical.rarity(each.term) * (1.0 if each.instead_of else each.weight)


def _meanings(lexical: LexicalIndex, words: str, term: Term) -> tuple[Meaning, ...]:
    return lexical.abbreviations.meanings(words[term.start : term.end])


def _spelled_out(lexical: LexicalIndex, words: str, terms: Sequence[Term]) -> Iterator[Wanted]:
    """Yield the long forms of the abbreviations in a query, unless their words stand there too."""
    asked = {term.stem for term in terms}
    for term in terms:
        meanings = [each for each in _meanings(lexical, words, term) if not asked.issuperset(each.stems)]
        total = sum(meaning.documents for meaning in meanings)
        for meaning in meanings:
            told = sum(lexical.rarity(each.stem) for each in lexical.analyser.terms(meaning.long))
            yield Wanted(
                term=" ".join(meaning.stems),
                weight=LONG_WEIGHT * meaning.documents / total * lexical.rarity(term.stem) / told,
                how=How.ABBREVIATION,
                asked=words[term.start : term.end].lower(),
                shown=_told(meaning),
                phrase=spelled_words(meaning.long),
                instead_of=(term.stem,),
            )


def _shortened(lexical: LexicalIndex, words: str, terms: Sequence[Term]) -> Iterator[Wanted]:
    """Yield the abbreviations of the long forms in a query."""
    for first, last, meaning in lexical.abbreviations.spelled_out(terms):
        instead_of = tuple(name for term in terms[first:last] for name in (term.stem, *term.parts))
        asked = words[terms[first].start : terms[last - 1].end].lower()
        for short in lexical.analyser.terms(meaning.short):
            yield Wanted(short.stem, SHORT_WEIGHT, How.ABBREVIATION, asked, _told(meaning), (), instead_of)


def _joined(lexical: LexicalIndex, words: str, terms: Sequence[Term]) -> Iterator[Wanted]:
    """Yield the compounds that a query writes as two words (*net capaciteit*)."""
    for one, other in pairwise(terms):
        between = words[one.end : other.start]
        if between.isspace() and one.word.isalpha() and other.word.isalpha():
            for joined in lexical.analyser.terms(one.word + other.word):
                if other.stem in joined.parts and lexical.holds(joined.stem):
                    asked = words[one.start : other.end].lower()
                    instead_of = (one.stem, *one.parts, other.stem, *other.parts)
                    yield Wanted(
                        joined.stem, JOINED_WEIGHT, How.VARIANT, asked, joined.word, instead_of=instead_of
                    )


def _meant(lexical: LexicalIndex, words: str, one: Corrected) -> Iterator[Wanted]:
    asked = words[one.asked.start : one.asked.end].lower()
    how = How.VARIANT if one.alike else How.CORRECTION
    for term in lexical.analyser.terms(one.meant):
        yield Wanted(term.stem, CORRECTED_WEIGHT, how, asked, one.meant)
        for part in parts_of(term, one.meant):
            yield Wanted(part.term, CORRECTED_WEIGHT * part.weight, how, asked, part.shown)


def _as_typed(words: str, fixed: Sequence[Corrected], each: Wanted) -> Wanted:
    """Return another wording of a word that was corrected as one of what was typed."""
    typed = {one.meant: words[one.asked.start : one.asked.end].lower() for one in fixed}
    return replace(each, asked=typed.get(each.asked, each.asked))


def _told(meaning: Meaning) -> str:
    return f"{meaning.short} = {meaning.long}"


def _corrected(words: str, fixed: Sequence[Corrected]) -> str:
    for each in reversed(fixed):
        words = words[: each.asked.start] + each.meant + words[each.asked.end :]
    return words


def _notes(words: str, fixed: Sequence[Corrected]) -> tuple[str, ...]:
    told = (
        f"‘{words[each.asked.start : each.asked.end]}’ komt niet voor; gezocht op ‘{each.meant}’."
        for each in fixed
    )
    return tuple(dict.fromkeys(told))
