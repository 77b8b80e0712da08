"""Why a passage was found, in a Dutch sentence or two."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from beleidszoeker.search.explaining.reasons import Reason, Reasons
from beleidszoeker.search.explaining.typed import letters
from beleidszoeker.search.result import Manner, Place

_MOST_WORDS = 5
_LONGEST = 80
_MOST_MISSING = 2
_SHOWN_WHOLE = 2
# The first ten results of 32 questions over 605 passages: of the right ones 75 % lie above 2.5 and 44 % above
# 4.0, of the others 28 % and 3 %; below 0, further off than the average candidate, lies one of them all.
_CLOSE, _NEAR, _FAR = 4.0, 2.5, 0.0

_WHERE = {
    Place.FOOTNOTE: "in een voetnoot",
    Place.HEADING: "in de titel of een kop",
    Place.CONTEXT: "in wat erboven staat",
}
_PLACES = list(Place)
_MANNERS = list(Manner)
_OTHERWISE = {
    Manner.VARIANT: "in andere schrijfwijze",
    Manner.CORRECTION: "in verbeterde spelling",
    Manner.RELATED: "in andere woorden",
}
_SAME = (Manner.EXACT, Manner.STEM)
_ONLY_MEANING = "Geen zoekwoord uit de vraag staat er; gevonden op betekenis."


def tell(found: Reasons, meaning: float) -> str:
    """Return why a passage was found; empty where there is nothing to say.

    Args:
        found: The words.
        meaning: The standardised score by meaning; 0 where meaning took no part.
    """
    if not found.found:
        return _ONLY_MEANING if meaning else ""
    return " ".join(filter(None, (_words(found), _meaning(meaning))))


def tell_alike(found: Reasons, meaning: float) -> str:
    """Return what a passage has in common with the passage that it is like."""
    own = [each.word for each in found.found if each.word.where is Place.TEXT and each.word.how in _SAME]
    words = list(dict.fromkeys(word.found[0] for word in own))[:_MOST_WORDS]
    verb = "komt" if len(words) == 1 else "komen"
    shared = f"In beide passages {verb} {listed(words)} terug." if words else ""
    near = "Qua betekenis staan ze dicht bij elkaar." if words and meaning >= _NEAR else ""
    return " ".join(filter(None, (shared, near)))


def listed(words: Iterable[str]) -> str:
    """Return words between quotation marks, as a list in a sentence.

    >>> listed(["net", "kade", "spoor"])
    '‘net’, ‘kade’ en ‘spoor’'
    """
    *firsts, last = [f"‘{shortened(word)}’" for word in words]
    return f"{', '.join(firsts)} en {last}" if firsts else last


def shortened(word: str) -> str:
    """Return a word, or a name of several, on one line and not too long for a sentence."""
    line = " ".join(word.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _words(found: Reasons) -> str:
    """Return one sentence, a clause for each word; only the first clause has the verb."""
    nearest = _needed(_nearest(found.found))
    shown = sorted(nearest[:_MOST_WORDS], key=lambda reason: reason.place)
    clauses = list(_clauses(shown))
    if more := len(nearest) - _MOST_WORDS:
        number = "een woord" if more == 1 else f"{more} woorden"
        clauses += [f"verder nog {number} van de vraag"] if more > 0 else []
    if 0 < len(found.missing) <= _MOST_MISSING:
        verb = "ontbreekt" if len(found.missing) == 1 else "ontbreken"
        clauses.append(f"{listed(found.missing)} {verb}")
    return "; ".join(clauses) + "."


def _nearest(found: Sequence[Reason]) -> list[Reason]:
    """Return each word of the query once, in its nearest manner, the most telling first."""
    best: dict[str, Reason] = {}
    for reason in found:
        kept = best.setdefault(reason.word.asked, reason)
        if _MANNERS.index(reason.word.how) < _MANNERS.index(kept.word.how):
            best[reason.word.asked] = reason
    return list(best.values())


def _needed(found: Sequence[Reason]) -> list[Reason]:
    """Leave out the words of a compound that was written apart, where the compound stands there."""
    joined = [each.word.asked for each in found if each.word.how is Manner.VARIANT and " " in each.word.asked]
    apart = {word for asked in joined for word in asked.split()}
    return [each for each in found if each.word.asked not in apart]


def _clauses(found: Sequence[Reason]) -> Iterator[str]:
    """Yield the clauses, of what stands in the text before the rest, of literal words one for each place."""
    ordered = sorted(found, key=lambda reason: (_PLACES.index(reason.word.where), not _is_literal(reason)))
    first = True
    for (place, literal), group in groupby(ordered, lambda each: (each.word.where, _is_literal(each))):
        where = _WHERE.get(place, "")
        reasons = list(group)
        for together in [reasons] if literal else [[each] for each in reasons]:
            verb = ("staan" if len(together) > 1 else "staat") + ("" if where else " er") if first else ""
            told = ("letterlijk", where) if literal else (where, _how(together[0]))
            yield " ".join(filter(None, (listed(map(_spelled, together)), verb, *told)))
            first = False


def _is_literal(reason: Reason) -> bool:
    return reason.word.how is Manner.EXACT


def _spelled(reason: Reason) -> str:
    """Return the word as it was asked; one that stands there literally in the passage's letters."""
    asked, found = reason.word.asked, reason.word.found
    return found[0] if _is_literal(reason) and asked not in found else asked


def _how(reason: Reason) -> str:
    """Return in what manner a word stands there that does not do so literally."""
    word, found = reason.word, listed(reason.word.found)
    preposition = "als" if reason.whole else "in"
    if not reason.complete:
        preposition = f"alleen voor een deel, {preposition}"
    match word.how:
        case Manner.VARIANT | Manner.CORRECTION | Manner.RELATED:
            return f"{_OTHERWISE[word.how]} {preposition} {found}"
        case Manner.ABBREVIATION:
            is_long = all(len(each) > len(word.asked) for each in word.found)
            return "voluit" if is_long else f"afgekort als {found}"
        case Manner.PART:
            literal = all(letters(word.asked) in letters(each) for each in word.found)
            return f"als deel van {found}" if literal else f"in een andere vorm als deel van {found}"
        case Manner.COMPOUND:
            return _in_parts(reason, found) if reason.complete else f"{preposition} {found}"
        case _:
            return f"als {found}"


def _in_parts(reason: Reason, found: str) -> str:
    if not reason.whole:
        return f"met alle delen in {found}"
    return f"als {found}" if len(reason.word.found) <= _SHOWN_WHOLE else f"in delen, als {found}"


def _meaning(score: float) -> str:
    """Say how near the meaning is; a passage that is neither near nor far needs no word."""
    if score >= _CLOSE:
        return "De passage past qua betekenis zeer goed bij de vraag."
    if score >= _NEAR:
        return "De passage past qua betekenis goed bij de vraag."
    if score < _FAR:
        return "Qua betekenis staat de passage verder van de vraag af."
    return ""
