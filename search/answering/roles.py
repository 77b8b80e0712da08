"""Who does what to whom: an actor keeps its part."""

from collections.abc import Iterator

from beleidszoeker.search.answering.said import Said
from beleidszoeker.search.answering.words import ACTORS, DETERMINERS, PREPOSITIONS, SPEAKERS, TO

_BY = "door"
_BARE = frozenset(("",))


def swapped(sentence: Said, quote: Said) -> bool:
    """Tell whether somebody has another part than in the quote: who gives for who is given to.

    A part is read from the word before a name or an actor: *aan het Rijk*. A sentence that speaks as *ik* or
    *wij* is refused: nobody knows who that is.
    """
    if SPEAKERS & set(sentence.words):
        return True
    told, meant = dict(_parts(sentence)), dict(_parts(quote))
    by, agents = _agents(sentence), _agents(quote)
    if (by and agents and not by <= agents) or _is_turned(told, meant):
        return True
    return any(_changed(part, meant[name]) for name, part in told.items() if name in meant)


def _changed(part: frozenset[str], meant: frozenset[str]) -> bool:
    """Tell whether the words before an actor are not those of the quote; a passive brings its own *door*."""
    given, meant_given = part & TO, meant & TO
    return not given <= meant_given or (bool(meant_given) and not given and not meant - TO)


def _is_turned(told: dict[str, frozenset[str]], meant: dict[str, frozenset[str]]) -> bool:
    """Tell whether two actors without a word before them stand the other way round."""
    ours = [name for name, words in told.items() if words == _BARE and meant.get(name) == _BARE]
    theirs = [name for name in meant if name in ours]
    return ours != theirs


def _agents(said: Said) -> frozenset[str]:
    """Return who or what does something in the passive: the first noun behind *door*."""
    places = [token.end for token, word in zip(said.tokens, said.words, strict=True) if word == _BY]
    behind = (next((term for term in said.content if term.start >= place), None) for place in places)
    return frozenset(term.stem for term in behind if term is not None)


def _parts(said: Said) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each actor with the words that tell its part, the empty one where none does."""
    found = dict[str, set[str]]()
    starts = {term.start: term.stem for term in said.content}
    for place, token in enumerate(said.tokens):
        stem = starts.get(token.start)
        if stem is None or (stem not in ACTORS and token.text == token.text.lower()):
            continue
        before = (word for word in reversed(said.words[:place]) if word not in DETERMINERS)
        word = next(before, "")
        found.setdefault(stem, set()).add(word if word in PREPOSITIONS else "")
    yield from ((name, frozenset(words)) for name, words in found.items())
