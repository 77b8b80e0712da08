"""Finding the commitments of a document, sentence by sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from beleidszoeker.ingest.document import Block, BlockKind, Metadata
from beleidszoeker.ingest.knowledge.commitments.actors import AGENCIES, SHORT_NAMES
from beleidszoeker.ingest.knowledge.commitments.earlier import TRIGGER as EARLIER
from beleidszoeker.ingest.knowledge.commitments.earlier import read_earlier
from beleidszoeker.ingest.knowledge.commitments.readings import Context, find_promise, names_act
from beleidszoeker.ingest.knowledge.commitments.readings.pledging import pledges_here
from beleidszoeker.ingest.knowledge.commitments.records import Sentence, promised, told
from beleidszoeker.ingest.knowledge.commitments.terms import Found, find_terms
from beleidszoeker.ingest.knowledge.commitments.tokens import tokenise
from beleidszoeker.ingest.knowledge.commitments.voices import Speaker, Voice, minister_speaking, speaker_of
from beleidszoeker.ingest.knowledge.model import Commitment, CommitmentKind, Span
from beleidszoeker.ingest.knowledge.text import Text

_TRIGGER = re.compile(
    rf"\b(?:zal|zullen|gaat?|gaan|wordt|worden|zeg|toe\w{{0,4}}zeg\w{{0,6}}|voornemens?|ik|wij|we|kabinet|kamer"
    rf"|regering|minister\w{{0,6}}|staatssecretaris|rijk|moties?|gestand|overheid|nederland|ministeries?"
    rf"|ontvang\w{{0,2}}|gepland|voorzien|gereed|vindt|vinden|komt|komen|volgt|gebeurt|verschijnt|treedt|start\w{{0,2}}"
    r"|streven|bedoeling|planning|plan|inzet|verzeker|informeer|collega|ambtgenoten|krijg\w{0,2}|hoort|ligt|liggen|mij|klaar|af|u"
    rf"|{'|'.join(map(re.escape, AGENCIES | SHORT_NAMES))})\b",
    re.IGNORECASE,
)
_LONGEST = 1500
"""Characters; what is longer is no sentence but a table or a list that nobody cut."""
_NOT_SAID = re.compile(
    r"\s*(?:verzoekt|overwegende|constaterende|van mening|spreekt uit|[„“‘'\"«])", re.IGNORECASE
)
_FAR = 1 << 60
_LAST_YEAR = 3000
_VISION = 6
"""Years ahead from which the present tense is a view and no plan."""
_NAMES = re.compile(r"\b(?:aan|op|voor|met|over|naar|tot|van|in|bij):$")
"""The end of words that a list of names follows, and no acts."""


def find_commitments(text: Text) -> Iterator[Commitment]:
    """Yield the commitments of a document in the order of its text."""
    reader = _Reader(text)
    for span in text.sentences:
        if commitment := reader.read(span):
            yield commitment


def _day(metadata: Metadata) -> date | None:
    """The document's day, unless terms that count from it would leave the calendar."""
    stated = date.fromisoformat(metadata.date.value) if metadata.date else None
    return stated if stated and stated.year < _LAST_YEAR else None


def _pledges(speaker: Speaker | None, written: str) -> bool:
    """Whether a minister in a debate promises with words that look back: *dat is bij dezen toegezegd*."""
    return speaker is not None and speaker.voice is Voice.DEBATE and pledges_here(written)


class _Reader:
    """Reads the sentences of one document, in order."""

    def __init__(self, text: Text) -> None:
        exchanges = text.questions.exchanges if text.questions else ()
        self._text = text
        self._speaker = speaker_of(text)
        self._starts = [block.start for block in text.document.blocks]
        self._asked = sorted(turn.span for exchange in exchanges for turn in exchange.questions)
        self._today = _day(text.metadata)
        self._lead: Commitment | None = None

    def read(self, span: Span) -> Commitment | None:
        """Return what a sentence commits to; an item of a list, what the words above it promise."""
        written = self._text.document.text[span[0] : span[1]]
        found = self._own(span, written)
        if (
            found
            and found.kind is CommitmentKind.PROMISE
            and written.endswith(":")
            and not _NAMES.search(written)
        ):
            self._lead = found
        elif self._lead and not self._is_item(span):
            self._lead = None
        elif self._lead and not found and self._begins_item(span) and names_act(written):
            found = replace(self._lead, start=span[0], end=span[1], act=span)
        return found

    def _own(self, span: Span, written: str) -> Commitment | None:
        if len(written) > _LONGEST or not _TRIGGER.search(written) or not self._counts(span, written):
            return None
        speaker = self._speaking(span[0])
        sentence = Sentence(span, written, tokenise(written), speaker or self._speaker)
        note = self._is_note(span)
        terms = find_terms(written, sentence.tokens, self._today)
        ahead = [term for term in terms if self._is_ahead(term)]
        looks_back = not note and EARLIER.search(written)
        if looks_back and not _pledges(speaker, written) and (earlier := read_earlier(written)):
            return told(sentence, earlier, ahead, listed=speaker is None)
        if speaker is None or speaker.voice is Voice.OUTSIDER:
            return None
        near = [term for term in ahead if self._is_near(term)]
        promise = find_promise(Context(sentence.tokens, near, speaker.voice))
        if promise is None or (note and not promise.informs):
            return None  # a note cites, but what it tells the Kamer is the document's own
        return promised(sentence, promise, ahead)

    def _counts(self, span: Span, written: str) -> bool:
        """Whether a sentence is the document's own: no question, quotation or motion."""
        if written.endswith("?") or _NOT_SAID.match(written):
            return False
        asked = bisect_right(self._asked, (span[0], _FAR)) - 1
        return asked < 0 or span[0] >= self._asked[asked][1]

    def _is_note(self, span: Span) -> bool:
        block = self._block(span[0])
        return block is not None and block.kind is BlockKind.FOOTNOTE

    def _block(self, start: int) -> Block | None:
        place = bisect_right(self._starts, start) - 1
        return self._text.document.blocks[place] if place >= 0 else None

    def _is_item(self, span: Span) -> bool:
        block = self._block(span[0])
        return block is not None and block.kind is BlockKind.LIST_ITEM

    def _begins_item(self, span: Span) -> bool:
        """Whether a sentence is the first of its item; a bullet or number may stand before it."""
        block = self._block(span[0])
        before = self._text.document.text[block.start : span[0]] if block else ""
        return not any(map(str.isalpha, before))

    def _speaking(self, start: int) -> Speaker | None:
        """Who speaks here; ``None`` where it is a member of parliament, or nobody."""
        if self._speaker.voice is not Voice.DEBATE:
            return self._speaker
        block = self._block(start)
        name = minister_speaking(block.section) if block else ""
        return Speaker(Voice.DEBATE, name) if name else None

    def _is_ahead(self, term: Found) -> bool:
        return term.until is None or self._today is None or term.until >= self._today

    def _is_near(self, term: Found) -> bool:
        """Whether a present tense with this term may be a plan: *in 2050* only tells of the world."""
        if term.until is None or term.since is None or self._today is None:
            return True
        return term.until.year - self._today.year < _VISION
