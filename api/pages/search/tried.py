"""*Niets gevonden*: how the question was read, and what is near it."""

from collections.abc import Iterator
from typing import NamedTuple

from beleidszoeker.api.pages.search.state import State
from beleidszoeker.api.pages.search.telling import described
from beleidszoeker.api.pages.writing import plural
from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.index.programmes import programme_name
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.query import ParsedQuery, parse

_MOST_WORDS = 4
_MOST_NEAR = 8
_SHORTEST = 4
_LONGEST_TYPED = 200


class Offer(NamedTuple):
    """Something else to ask.

    Attributes:
        text: What it is called, in Dutch.
        address: Where it leads.
        gives: What it gives, in Dutch; empty where that was not looked up.
    """

    text: str
    address: str
    gives: str = ""


class Tried(NamedTuple):
    """What was done for a question without an answer.

    Attributes:
        read: How it was read, in Dutch sentences.
        wider: The same question with fewer limits, where that has an answer.
        near: Other questions: words and titles of the library that are like its words.
    """

    read: tuple[str, ...]
    wider: tuple[Offer, ...]
    near: tuple[Offer, ...]


def tried(engine: SearchEngine, state: State) -> Tried:
    """Say what was tried for a question, and offer what is near."""
    parsed = parse(state.q)
    return Tried(
        tuple(_read(parsed)), tuple(_wider(engine, state, parsed)), tuple(_near(engine, state, parsed))
    )


def _read(parsed: ParsedQuery) -> Iterator[str]:
    if parsed.words.strip():
        yield f"Gezocht is op de betekenis van, en op de woorden in: ‘{' '.join(parsed.words.split())}’."
    for demand in parsed.demands:
        yield _demanded(demand)
    for kind in parsed.filters.kinds:
        yield f"De vraag zelf stelt als grens: soort {KINDS[kind]}."
    for name, values in (
        ("organisatie", parsed.filters.organisations),
        ("programma", map(programme_name, parsed.filters.programmes)),
        ("dossier", parsed.filters.dossiers),
    ):
        yield from (f"De vraag zelf stelt als grens: {name} {value}." for value in values)


def _demanded(demand: Demand) -> str:
    where = " in de titel" if demand.in_title else ""
    words = " of ".join(f"‘{_worded(wording)}’" for wording in demand.any_of)
    return f"Er moet{where} {'níet ' if demand.excluded else ''}staan: {words}."


def _worded(wording: Wording) -> str:
    return " ".join(wording.words) + ("*" if wording.prefix else "")


def _wider(engine: SearchEngine, state: State, parsed: ParsedQuery) -> Iterator[Offer]:
    limits = described(state)
    if limits:
        yield from _found(engine, "Dezelfde vraag zonder filters", state.unlimited())
    if len(limits) > 1:
        for name, value, label in limits[:_MOST_WORDS]:
            yield from _found(engine, f"Zonder ‘{label}’", state.without(name, value))
    if parsed.demands and parsed.words.strip():
        yield from _found(engine, "Dezelfde woorden, zonder eisen", state.asking(parsed.words))
        if limits:
            everything = state.unlimited().asking(parsed.words)
            yield from _found(engine, "Dezelfde woorden, zonder eisen en filters", everything)


def _found(engine: SearchEngine, text: str, state: State) -> Iterator[Offer]:
    found = engine.search(state.q, count=1, filters=state.filters)
    if found.total:
        yield Offer(text, state.address, plural(found.total, "passage", "passages"))


def _near(engine: SearchEngine, state: State, parsed: ParsedQuery) -> Iterator[Offer]:
    """Yield what completes the question, or one of its words."""
    whole = [] if parsed.limited else _completed(engine, state.q)
    words = [word for word in parsed.words.split() if len(word) >= _SHORTEST][:_MOST_WORDS]
    found = [*whole, *(text for word in words for text in _like(engine, word))]
    for text in [each for each in dict.fromkeys(found) if each != state.q][:_MOST_NEAR]:
        yield Offer(text, state.unlimited().asking(text).address)


def _like(engine: SearchEngine, word: str) -> list[str]:
    """Return what completes a word, else what begins as it does: its end may be wrong."""
    return _completed(engine, word) or _completed(engine, word[: max(_SHORTEST, len(word) // 2)])


def _completed(engine: SearchEngine, typed: str) -> list[str]:
    return [one.text for one in engine.suggest(typed[:_LONGEST_TYPED], count=3)]
