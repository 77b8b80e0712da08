"""Why a sentence of a language model is not shown."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a sentence was dropped; ``told`` says it in Dutch."""

    MARKUP = "markup"
    UNCITED = "uncited"
    NOT_LITERAL = "not-literal"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    QUESTION = "question"
    FACT = "fact"
    NUMBER = "number"
    DATE = "date"
    NEGATION = "negation"
    RESERVE = "reserve"
    OPPOSITE = "opposite"
    ORDER = "order"
    WORDS = "words"
    MEANING = "meaning"
    CHANGED = "changed"

    @property
    def told(self) -> str:
        """The reason in Dutch, to follow *omdat*."""
        return _TOLD[self]

    @property
    def is_false(self) -> bool:
        """Whether a citation is no citation, so that nothing beside it is believed either."""
        return self in {Reason.NOT_LITERAL, Reason.TOO_SHORT}


_TOLD = {
    Reason.MARKUP: "er opmaak of een adres in stond",
    Reason.UNCITED: "er geen citaat bij stond",
    Reason.NOT_LITERAL: "het citaat niet letterlijk in de genoemde passage staat",
    Reason.TOO_SHORT: "het citaat te kort is om iets te zeggen",
    Reason.TOO_LONG: "de zin of het citaat te lang is om na te gaan",
    Reason.QUESTION: "het citaat een vraag is",
    Reason.FACT: "er een getal, datum of naam in staat die het citaat niet noemt",
    Reason.NUMBER: "een getal bij iets anders staat dan in het citaat",
    Reason.DATE: "een tijd anders is dan in het citaat",
    Reason.NEGATION: "zij iets anders ontkent dan het citaat",
    Reason.RESERVE: "zij stelliger of strenger is dan het citaat",
    Reason.OPPOSITE: "zij het tegendeel noemt van wat in het citaat staat",
    Reason.ORDER: "zij de rollen anders verdeelt dan het citaat",
    Reason.WORDS: "te veel woorden niet in het citaat staan",
    Reason.MEANING: "zij iets anders betekent dan het citaat",
    Reason.CHANGED: "het document intussen is gewijzigd of verwijderd",
}
