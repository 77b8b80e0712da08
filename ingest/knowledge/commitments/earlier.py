"""Sentences that tell of a promise made before, or that one, or a motion, is met."""

import re
from typing import NamedTuple

from beleidszoeker.ingest.knowledge.model import CommitmentKind, Span

TRIGGER = re.compile(r"toegezegd|toezegging|gestand|moties?\b", re.IGNORECASE)
_OBJECT = r"(?:moties?|toezegging(?:en)?|toegezegde)\b"
_MET = re.compile(
    rf"\b(?:invulling|uitvoering|gehoor|gevolg|opvolging)\b.{{0,60}}\b(?:aan|van)\b.{{0,60}}\b{_OBJECT}"
    rf"|\b{_OBJECT}.{{0,160}}\b(?:invulling|uitvoering|gehoor|gevolg|opvolging) (?:gegeven|geeft?|geven)\b"
    rf"|\b(?:voldoe|voldoet|voldoen|voldaan)\b.{{0,40}}\baan\b.{{0,80}}\b{_OBJECT}"
    rf"|\b{_OBJECT}.{{0,160}}\bvoldaan\b"
    rf"|\bgestand\b|\b{_OBJECT}.{{0,200}}\b(?:afgedaan|nagekomen|ingelost|uitgevoerd|afgehandeld|gestand)\b"
    rf"|\btegemoet ?(?:gekomen )?aan\b.{{0,60}}\b{_OBJECT}"
    rf"|\b(?:afdoening|afhandeling|nakoming) van\b.{{0,20}}\b{_OBJECT}"
    rf"|\bhandel(?:t|en)?\b.{{0,40}}\bconform\b.{{0,40}}\b{_OBJECT}"
    rf"|\bconform\b.{{0,40}}\b{_OBJECT}.{{0,40}}\bgehandeld\b"
    rf"|\b(?:kom|komt|komen)\b.{{0,120}}\b{_OBJECT}.{{0,80}}\btegemoet\b"
    rf"|^uitvoering (?:gewijzigde |van de |van |aan de |aan )?(?:gewijzigde )?motie"
    rf"|\bnaar aanleiding van (?:de |een |mijn )?toezegging\b"
)
_AS_PROMISED = re.compile(
    r"\b(?:zoals|conform|gelijk|als)\b.{0,60}\btoegezegd\b"
    r"|\b(?:conform|overeenkomstig|volgens) (?:de|mijn|deze) toezegging"
)
_HERE = re.compile(
    r"\b(?:hierbij|hiermee|bijgaand|bijgevoegd|met deze brief|in deze brief|met dit|bij deze|bijlage)\b"
)
_PROMISED = re.compile(
    r"\b(?:heb|heeft|hebben|had|hebt|is|zijn|werd|waren|was)\b.{0,200}\btoegezegd\b"
    r"|\btoegezegd\b.{0,12}\b(?:heb|heeft|hebben|is)\b"
    r"|\b(?:de|deze|mijn|eerdere|gedane)\b.{0,20}\btoezegging(?:en)?\b"
)
_STILL = re.compile(r"\b(?:zal|zullen|verzoekt|moeten?|kunt u|bent u|wil|willen|ga|gaan|gaat)\b")
_NEEDED = frozenset(("moet", "moeten", "wil", "willen"))
_GOVERNMENT = r"(?:de |het |mijn )?(?:kabinet|minister|regering|staatssecretaris|voorganger|ambtsvoorganger)"
_BY_OTHERS = re.compile(rf"\btoezegging(?:en)? (?:gedaan )?door (?!{_GOVERNMENT})")
_OTHERS = re.compile(
    rf"\btoezegging(?:en)? van (?!{_GOVERNMENT})"
    r"|\b(?:miljoen|miljard|middelen|geld|bedrag|subsidie|bijdrage|financiering|steun)\b.{0,40}\btoegezegd"
    r"|\b(?:europese commissie|sector|bedrij(?:f|ven)|banken|lidstaten)\b.{0,60}\btoegezegd"
)


class Earlier(NamedTuple):
    """What a sentence says of an earlier promise, with the words that say it."""

    kind: CommitmentKind
    start: int
    end: int


def read_earlier(sentence: str) -> Earlier | None:
    """Return what a sentence says of an earlier promise or motion; ``None`` where it says nothing of one.

    A sentence with a future of its own is not met yet: ``None``, so that it is read as a promise.
    """
    plain = re.sub(r"\s", " ", sentence).lower()
    future = _STILL.search(plain)
    if _BY_OTHERS.search(plain):
        return None
    if found := _MET.search(plain):
        elsewhere = future and future.group() in _NEEDED and _apart(plain, future.span(), found.span())
        return None if future and not elsewhere else Earlier(CommitmentKind.FULFILLED, *found.span())
    if found := _AS_PROMISED.search(plain):
        if future and not _HERE.search(plain):
            return None
        return Earlier(CommitmentKind.FULFILLED, *found.span())
    found = _PROMISED.search(plain)
    if not found or _OTHERS.search(plain):
        return None
    kind = CommitmentKind.FULFILLED if _HERE.search(plain) else CommitmentKind.REPORTED
    return Earlier(kind, *found.span())


def _apart(sentence: str, need: Span, met: Span) -> bool:
    """Whether a comma parts two words: a need in another clause does not put off what is met."""
    between = sentence[need[1] : met[1]] if need[0] < met[1] else sentence[met[1] : need[0]]
    return "," in between
