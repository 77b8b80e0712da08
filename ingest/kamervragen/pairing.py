"""From headings in order to exchanges: which answer belongs to which questions.

Questions and answers may alternate, come all first and all last, or mix: an answer to *vraag 3 en 8* may
stand behind question 8. An answer without a number answers what was asked since the answer before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from beleidszoeker.ingest.kamervragen.heads import Head, Role
from beleidszoeker.ingest.kamervragen.model import Exchange, Turn

_COMPARED = 60


@dataclass(slots=True, eq=False)
class _Question:
    numbers: tuple[int, ...]
    turn: Turn
    waiting: set[int] = field(default_factory=set)


class Pairing:
    """Takes headings with their texts in order and hands over the exchanges.

    Args:
        text: The document's canonical text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._questions: list[_Question] = []
        self._since: list[_Question] = []
        self._exchanges: list[Exchange] = []
        self._count = 0

    def ask(self, numbers: tuple[int, ...], turn: Turn) -> None:
        """Take a question; one without a number is the next one."""
        numbers = numbers or (self._count + 1,)
        self._count = numbers[-1]
        for earlier in self._questions:  # a letter may print all questions before it answers each
            if earlier.numbers == numbers and earlier.waiting and self._alike(earlier.turn, turn):
                self._questions.remove(earlier)
                self._since = [question for question in self._since if question is not earlier]
                break
        question = _Question(numbers, turn, set(numbers))
        self._questions.append(question)
        self._since.append(question)

    def answer(self, numbers: tuple[int, ...], turn: Turn, *, more: int = 0) -> None:
        """Take an answer.

        Args:
            numbers: Which questions it says it answers.
            turn: The answer.
            more: How many answers without a number follow before the next question.
        """
        answered, given = self._answered(numbers, more)
        if not answered and self._exchanges and set(numbers) <= set(self._exchanges[-1].numbers):
            self._continue(turn)
            return
        for question in answered:
            question.waiting -= set(given)
        self._since = []
        if given:
            turns = tuple(question.turn for question in answered)
            self._exchanges.append(Exchange(tuple(sorted(set(given))), turns, turn))

    def exchanges(self) -> list[Exchange]:
        """Return all exchanges, in the order of their first questions; the unanswered ones among them."""
        unanswered = [
            Exchange(tuple(sorted(question.waiting)), (question.turn,), None)
            for question in self._questions
            if question.waiting
        ]
        return sorted((*self._exchanges, *unanswered), key=_place)

    def _answered(self, numbers: tuple[int, ...], more: int) -> tuple[list[_Question], list[int]]:
        """Return the questions that are answered now, and their numbers."""
        wanted = set(numbers)
        named = self._nearest(wanted)
        if named:
            asked = {number for question in named for number in question.numbers}
            return named, [number for number in numbers if number in asked]
        waiting = [q for q in self._since if q.waiting]
        if not numbers and not waiting:
            waiting = [q for q in self._questions if q.waiting]
        if not numbers and more and len(waiting) == more + 1:
            waiting = waiting[:1]
        if waiting:
            return waiting, [number for question in waiting for number in sorted(question.waiting)]
        return [], list(numbers)

    def _nearest(self, wanted: set[int]) -> list[_Question]:
        """Return the questions that wait for one of these numbers; of two with the same, the later one."""
        found: list[_Question] = []
        for question in reversed(self._questions):
            matched = question.waiting & wanted
            if matched:
                wanted = wanted - matched
                found.append(question)
        return found[::-1]

    def _continue(self, turn: Turn) -> None:
        """A second heading over the same answer: the answer runs on."""
        last = self._exchanges[-1]
        if last.answer is not None:
            longer = Turn(last.answer.head, (last.answer.span[0], turn.span[1]))
            self._exchanges[-1] = Exchange(last.numbers, last.questions, longer)

    def _alike(self, one: Turn, other: Turn) -> bool:
        first, second = (
            re.sub(r"\W+", "", self._text[slice(*turn.span)]).lower()[:_COMPARED] for turn in (one, other)
        )
        return first == second


def pair(text: str, turns: Sequence[tuple[Head, Turn]]) -> list[Exchange]:
    """Return the exchanges of a document."""
    pairing = Pairing(text)
    for place, (head, turn) in enumerate(turns):
        if head.role is Role.QUESTION:
            pairing.ask(head.numbers, turn)
        elif head.role is Role.ANSWER:
            pairing.answer(head.numbers, turn, more=_following(turns[place + 1 :]))
    return pairing.exchanges()


def _following(turns: Sequence[tuple[Head, Turn]]) -> int:
    """Count the answers without a number before the next other heading."""
    for count, (head, _) in enumerate(turns):
        if head.role is not Role.ANSWER or head.numbers:
            return count
    return len(turns)


def _place(exchange: Exchange) -> int:
    first = exchange.questions[0] if exchange.questions else exchange.answer
    return first.head[0] if first else 0
