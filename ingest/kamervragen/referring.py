"""*Zie het antwoord op vraag 2*: which other answers an answer names, and what they say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beleidszoeker.ingest.kamervragen.model import Exchange, QuestionSet
from beleidszoeker.ingest.kamervragen.numbers import NUMBERS, numbers

_ANSWERS = r"(?:antwoord(?:en)?|beantwoording)"
_BEFORE = r"(?:vorige|voorgaande|voorafgaande|bovenstaande|vorenstaande)"
_ELSEWHERE = r"(?!\s+(?:van|uit)\s+(?:de|het|uw|mijn|een|eerdere|schriftelijke|Kamer))(?!\w)"
_NAMED = re.compile(
    rf"\b(?:{_ANSWERS}(?:\s+(?:op|van|bij|onder|aan))?(?:\s+de)?(?:\s+(?:deel)?vra(?:ag|gen))?"
    rf"|(?:zie|onder|bij)\s+(?:ook\s+|de\s+)*vra(?:ag|gen))\s+(?P<numbers>{NUMBERS})(?![\d.]*\d|%){_ELSEWHERE}",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    rf"\b{_ANSWERS}\s+(?:(?:op|bij)\s+)?(?:de\s+)?{_BEFORE}\s+vra(?:ag|gen)"
    rf"|\b{_BEFORE}\s+{_ANSWERS}|\bzie\s+(?:hierboven|boven)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])")
_POINTS = re.compile(r"\bzie\b|\bverw(?:ijs|ijzen|ijst|ezen)\b", re.IGNORECASE)
_ONLY_SAYS = re.compile(r"(?:ja|nee|idem)?\W*", re.IGNORECASE)
_LONGEST = 240
_STEPS = 10


def with_references(text: str, exchanges: Sequence[Exchange]) -> list[Exchange]:
    """Return the exchanges, each with the others that its answer names."""
    known = {number for exchange in exchanges for number in exchange.numbers}
    found = []
    for place, exchange in enumerate(exchanges):
        said = text[slice(*exchange.answer.span)] if exchange.answer else ""
        before = exchanges[place - 1].numbers if place else ()
        named = {number for number in _named(said, before) if number in known} - set(exchange.numbers)
        defers = bool(named) and _only_refers(said)
        found.append(replace(exchange, refers_to=tuple(sorted(named)), defers=defers))
    return found


def resolve(questions: QuestionSet, exchange: Exchange) -> tuple[Exchange, ...]:
    """Return the exchanges whose answers hold for one that only refers, itself where it does not.

    A reference to an answer that refers in turn is followed; a circle ends where it began.
    """
    reached: list[Exchange] = []
    seen, ahead = {exchange.numbers}, [exchange]
    for _ in range(_STEPS):
        following = []
        for here in ahead:
            if here.defers:
                following += [e for n in here.refers_to if (e := _nearest(questions, n, here)) is not None]
            elif here not in reached:
                reached.append(here)
        ahead = [e for e in dict.fromkeys(following) if e.numbers not in seen]
        seen |= {e.numbers for e in ahead}
    return tuple(reached) or (exchange,)


def _nearest(questions: QuestionSet, number: int, from_: Exchange) -> Exchange | None:
    """Of several questions with this number (a letter that answers two sets) the nearest one."""
    here = questions.exchanges.index(from_)
    places = [place for place, e in enumerate(questions.exchanges) if number in e.numbers and e.answer]
    return questions.exchanges[min(places, key=lambda place: abs(place - here))] if places else None


def _named(said: str, before: tuple[int, ...]) -> Iterator[int]:
    for match in _NAMED.finditer(said):
        yield from numbers(match["numbers"])
    if _PREVIOUS.search(said):
        yield from before


def _only_refers(said: str) -> bool:
    return len(said) <= _LONGEST * 2 and all(
        _ONLY_SAYS.fullmatch(sentence)
        or (
            len(sentence) <= _LONGEST
            and _POINTS.search(sentence)
            and (_NAMED.search(sentence) or _PREVIOUS.search(sentence))
        )
        for sentence in _SENTENCE.split(said.strip())
    )
