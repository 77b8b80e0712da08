"""Finding the terms of a sentence and the days they stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from beleidszoeker.ingest.knowledge.commitments.terms import moments
from beleidszoeker.ingest.knowledge.commitments.terms.days import (
    DAY,
    NO_DAYS,
    Days,
    Yearly,
    between,
    budget_day,
    next_such,
)
from beleidszoeker.ingest.knowledge.commitments.terms.leads import AFTER, BEFORE, Lead, read_lead
from beleidszoeker.ingest.knowledge.commitments.terms.periods import Period, find_periods
from beleidszoeker.ingest.knowledge.commitments.terms.spans import find_spans
from beleidszoeker.ingest.knowledge.commitments.terms.vague import VAGUE
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens

_TRIGGER = re.compile(
    rf"\d|{'|'.join([*moments.MONTHS, *moments.SEASONS])}|jaar|jaren|maand|week|weken|dag|kwarta|helft"
    r"|reces|kerst|vakantie|termijn|mogelijk|spoedig|binnenkort|zijner|t\.z\.t|periode|periodiek|tijd|debat|overleg"
    r"|behandeling|besluitvorming|brief|rapportage|begroting|nota",
    re.IGNORECASE,
)
"""Some word of a term; most sentences have none."""
_AGO = frozenset(("jl", "jl.", "j.l.", "jongstleden", "afgelopen"))
_PLANNED = re.compile(r"\b(?:gepland|voorzien|geagendeerd|ingepland)\b")
_BEING = frozenset(("is", "zijn", "staat", "staan", "wordt", "worden", "uiterlijk"))
_OWN_YEAR = {"dit": 0, "volgend": 1}
_UNBOUND = frozenset(("quarter", "half", "season"))


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a sentence.

    Attributes:
        start: First character of its words, in the sentence.
        end: One past the last.
        since: Its first day, where the words say one.
        until: The last day on which the promise is kept; ``None`` where they name none.
        recurring: Whether it comes back: *jaarlijks*.
    """

    start: int
    end: int
    since: date | None = None
    until: date | None = None
    recurring: bool = False


def find_terms(sentence: str, tokens: Tokens, today: date | None) -> list[Found]:
    """Return the terms of a sentence in their order.

    Args:
        sentence: As it stands in the document.
        tokens: Its words.
        today: The document's day: what *dit najaar* and *binnen zes weken* count from. A period without a
            year is the first that is not over on that day.
    """
    if not _TRIGGER.search(sentence):
        return []
    found = [*_periods(tokens, today), *_own_years(tokens, today)]
    found += [
        Found(tokens.starts[s.first], tokens.ends[s.end - 1], *s.days) for s in find_spans(tokens, today)
    ]
    found += [Found(*match.span(), recurring=bool(match["recurring"])) for match in VAGUE.finditer(sentence)]
    kept: list[Found] = []
    for term in sorted(found, key=lambda term: (term.start, term.until is None, -term.end)):
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
    return kept


def _periods(tokens: Tokens, today: date | None) -> Iterator[Found]:
    for period in find_periods(tokens):
        lead = read_lead(tokens, period.first)
        if period.kind == "years":
            lead = _of_years(tokens, lead)  # without a preposition it is the name of a programme
        told = lead.told or _stands_alone(period) or _is_told(tokens, period)
        if tokens.word(period.end) in _AGO or lead.goal or not told or _is_scope(period, lead):
            continue
        yield Found(
            tokens.starts[lead.first], tokens.ends[period.end - 1], *_days(tokens, period, lead, today)
        )


def _stands_alone(period: Period) -> bool:
    dated = period.year is not None or period.following is not None
    return period.kind in _UNBOUND and (dated or period.kind == "quarter")


def _is_told(tokens: Tokens, period: Period) -> bool:
    """A bare period that is a term by its place: *is december 2026 voorzien*, *(2025-2027)*."""
    before, behind = tokens.word(period.first - 1), tokens.word(period.end)
    month = period.kind in {"day", "month"} and period.year is not None and before in _BEING
    return month or (period.kind == "years" and (before, behind) == ("(", ")"))


def _is_scope(period: Period, lead: Lead) -> bool:
    """Whether years tell for what time something holds: *een convenant voor de periode 2024-2027*."""
    return period.kind == "years" and lead.bind == "voor" and lead.first > 0


def _of_years(tokens: Tokens, lead: Lead) -> Lead:
    """*in de periode 2024-2026*, *van 2024 tot en met 2026*, *tussen 2025 en 2027*."""
    at = lead.first
    if lead.bind:
        return lead
    while tokens.word(at - 1) in {"periode", "jaren", "de"}:
        at -= 1
    bind = (
        tokens.word(at - 1)
        if tokens.word(at - 1) in {"in", "tussen", "van", "over", "voor", "gedurende"}
        else ""
    )
    own = bind in {"tussen", "van"} or at < lead.first
    return Lead(at - 1, bind) if bind and own else lead


def _own_years(tokens: Tokens, today: date | None) -> Iterator[Found]:
    """*dit jaar*, *volgend jaar*, *het einde van het jaar*."""
    for at, word in enumerate(tokens.words):
        if word not in {"jaar", "kalenderjaar"}:
            continue
        lead = read_lead(tokens, at)
        within = lead.part or tokens.joined(at - 3, at) == "loop van het"
        if lead.own in _OWN_YEAR or (within and not lead.own and tokens.word(at - 1) == "het"):
            following = _OWN_YEAR.get(lead.own, 0)
            nog = tokens.word(at + 1) == "nog"
            period = Period("year", at, at + 1 + nog, following=following)
            opened = lead.first - (tokens.word(lead.first - 1) in {"nog", "later"})
            yield Found(
                tokens.starts[opened], tokens.ends[period.end - 1], *_days(tokens, period, lead, today)
            )


def _days(tokens: Tokens, period: Period, lead: Lead, today: date | None) -> Days:
    if period.kind == "years" and period.year is not None:
        last = date(period.year, 12, 31)
        return date(period.number, 1, 1), last
    days, edge = _yearly(tokens, period, lead)
    since, until = _dated(days, period, lead, today)
    if since is None or until is None:
        return since, until
    if edge == "before":
        return None, since - DAY
    if edge == "after":
        return until + DAY, None
    return (None, until) if edge == "by" else (since, until)


def _yearly(tokens: Tokens, period: Period, lead: Lead) -> tuple[Yearly, str]:
    """The days of a period in any year, and what the words before it leave of them."""
    if period.kind in {"season", "recess"}:
        return _named(tokens, period, lead)
    whole = _whole(period, lead)
    if lead.bind in BEFORE:
        return whole, "by" if lead.part == "eind" or period.kind == "budget" else "before"
    if lead.bind in AFTER:
        return whole, "after"
    return whole, "by" if lead.bind == "uiterlijk" else ""


def _whole(period: Period, lead: Lead) -> Yearly:
    match period.kind:
        case "day":
            return between((period.number, period.day), (period.number, period.day))
        case "month":
            return moments.part_of_month(lead.part, period.number)
        case "quarter":
            return moments.quarter(period.number)
        case "half":
            return moments.half(period.number)
        case "budget":
            return lambda year: (budget_day(year), budget_day(year))
        case _:
            return moments.part_of_year(lead.part)


def _named(tokens: Tokens, period: Period, lead: Lead) -> tuple[Yearly, str]:
    season = period.kind == "season"
    planned = season and lead.bind == "voor" and _PLANNED.search(tokens.joined(0, len(tokens)))
    if lead.bind in BEFORE and not planned and lead.part != "eind":
        return (moments.BEFORE_SEASON if season else moments.BEFORE_RECESS)[period.name], "by"
    if lead.bind in AFTER:
        return (moments.AFTER_SEASON if season else moments.AFTER_RECESS)[period.name], ""
    return (moments.SEASONS if season else moments.IN_RECESS)[period.name], ""


def _dated(days: Yearly, period: Period, lead: Lead, today: date | None) -> Days:
    if period.year is not None:
        return days(period.year)
    if today is None:
        return NO_DAYS
    if period.following is not None:
        return days(today.year + period.following)
    if lead.own in {"volgend", "volgende"}:
        return days(today.year + 1)
    if period.kind == "day" and lead.bind in BEFORE:
        return next_such(days, today + DAY)
    return next_such(days, today)
