"""How a document with questions and answers is cut: a question with its answer is one unit.

Where both fit they are one passage; else the question is a passage, and each of the answer's has the question
for its context.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.kamervragen.model import Exchange, QuestionSet, Span, Turn

_MOST_CONTEXT = 600


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the text that is cut by itself.

    Attributes:
        start: First character in the canonical text.
        end: One past the last character.
        section: Headings above it; empty for a heading, which is in no passage.
        context: What is embedded with its passages.
        unit: Zones of one unit may share a passage.
        whole: Whether the unit is one passage, however long.
    """

    start: int
    end: int
    section: tuple[str, ...] = ()
    context: str = ""
    unit: int = -1
    whole: bool = False


class Zones:
    """The zones of a document.

    Args:
        document: The parsed document.
        questions: Its questions; ``None`` makes no zones.
        title: The document's title; it is left out of section paths.
        most: Longest question with answer, in characters, that is one passage.
    """

    def __init__(
        self, document: ParsedDocument, questions: QuestionSet | None, *, title: str, most: int
    ) -> None:
        self._most = most
        exchanges = questions.exchanges if questions else ()
        self._text = document.text
        self._headings = _Headings(document, exchanges, title)
        turns = {turn for exchange in exchanges for turn in _turns(exchange)}
        self._uses = Counter(turn for exchange in exchanges for turn in exchange.questions)
        self._order = {turn: place for place, turn in enumerate(sorted(turns, key=lambda turn: turn.head))}
        found = {
            zone.start: zone for place, exchange in enumerate(exchanges) for zone in self._of(place, exchange)
        }
        found |= {turn.head[0]: Zone(*turn.head) for turn in turns}
        self._zones = [found[start] for start in sorted(found)]
        self._starts = [zone.start for zone in self._zones]
        self._heads = {document.text[slice(*turn.head)] for turn in turns}

    def outside(self, section: tuple[str, ...]) -> tuple[str, ...]:
        """Return the section of what stands in no zone, such as notes at the end: it answers nothing."""
        return tuple(heading for heading in section if heading not in self._heads)

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int, Zone | None]]:
        """Yield ``[start, end)`` cut where zones begin and end; ``None`` where it lies in no zone."""
        at = start
        for zone in self._zones[max(bisect_right(self._starts, start) - 1, 0) :]:
            if zone.start >= end:
                break
            if zone.end > at:
                if zone.start > at:
                    yield at, zone.start, None
                yield max(at, zone.start), min(end, zone.end), zone
                at = min(end, zone.end)
        if at < end:
            yield at, end, None

    def _of(self, place: int, exchange: Exchange) -> Iterator[Zone]:
        turns = _turns(exchange)
        whole = self._is_whole(exchange)
        asked = "\n".join(self._text[slice(*turn.span)] for turn in exchange.questions)
        for turn in turns:
            answers = turn is exchange.answer
            yield Zone(
                *turn.span,
                section=self._section(exchange, turn, whole=whole),
                context=_shortened(asked) if answers and not whole else "",
                unit=2 * place + (answers and not whole),
                whole=whole,
            )

    def _is_whole(self, exchange: Exchange) -> bool:
        """A question and its answer fit in one passage and nothing else stands between them."""
        if not exchange.questions or exchange.answer is None:
            return False
        if any(self._uses[turn] > 1 for turn in exchange.questions):  # each of several answers needs it
            return False
        places = [self._order[turn] for turn in _turns(exchange)]
        following = places == list(range(places[0], places[0] + len(places)))
        return following and exchange.answer.span[1] - exchange.questions[0].span[0] <= self._most

    def _section(self, exchange: Exchange, turn: Turn, *, whole: bool) -> tuple[str, ...]:
        """*Vraag 2* for a question and what holds it whole, else the answer's own heading.

        Under *Antwoord* alone the question's heading tells which; several questions that share a passage are
        told by the heading of their answer.
        """
        heads = [self._text[slice(*each.head)] for each in exchange.questions]
        answer = self._text[slice(*exchange.answer.head)] if exchange.answer else ""
        above = self._headings.above((_turns(exchange)[0] if whole else turn).head)
        if whole:
            return (*above, heads[0]) if len(heads) == 1 else (*above, heads[0], answer)
        if turn is not exchange.answer:
            return (*above, self._text[slice(*turn.head)])
        numbered = any(char.isdigit() for char in answer)
        return (*above, answer) if numbered or not heads else (*above, heads[0], answer)


class _Headings:
    """The headings above a turn, without those of questions and answers and those inside them."""

    def __init__(self, document: ParsedDocument, exchanges: tuple[Exchange, ...], title: str) -> None:
        inside = [span for e in exchanges for turn in _turns(e) for span in (turn.head, turn.span)]
        inside.sort()
        starts = [start for start, _ in inside]
        self._blocks = document.blocks
        self._starts = [block.start for block in document.blocks]
        self._not = {title} | {
            document.text[block.start : block.end]
            for block in document.blocks
            if block.kind is BlockKind.HEADING and _covered(block.start, inside, starts)
        }

    def above(self, head: Span) -> tuple[str, ...]:
        """Return the headings above a question's or answer's own heading, outermost first."""
        place = bisect_right(self._starts, head[0]) - 1
        return tuple(name for name in self._blocks[place].section if name not in self._not)


def _covered(position: int, spans: list[Span], starts: list[int]) -> bool:
    place = bisect_right(starts, position) - 1
    return place >= 0 and position < spans[place][1]


def _turns(exchange: Exchange) -> list[Turn]:
    return [*exchange.questions, *([exchange.answer] if exchange.answer else [])]


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_CONTEXT else text[:_MOST_CONTEXT].rsplit(" ", 1)[0] + " …"
