"""Articles of laws: *artikel 10, tweede lid, aanhef en onder g, van de Wet openbaarheid van bestuur*."""

import re
from dataclasses import dataclass

from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.laws import read_law
from beleidszoeker.ingest.knowledge.references.patterns import within

_ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|"
    r"dertiende|veertiende|vijftiende|zestiende|zeventiende|achttiende|negentiende|twintigste|laatste|"
    r"voorlaatste|enige|\d{1,2}(?:e|de|ste))"
)
_AND = r"(?:\s*,\s*(?:en\s+|of\s+)?|\s+(?:en|of|en/of|t/m|tot\s+en\s+met|dan\s+wel|respectievelijk)\s+)"
_PART = (
    r"(?:lid|leden|volzin(?:nen)?|zin(?:nen)?|zinsned[en]{1,2}|alinea|gedachtestreepje|streepje|onderdeel|"
    r"gedeelte)\b"
)
_LETTER = (
    r"(?:(?!(?:de|en|of|is|in|op|te|om|er|na|zo|al|ik|we|u|dd|ex|jo)\b)[a-z]{1,2})"
    r"(?:\.?\d{1,2}°?)?(?![\w'’])"
)
_FIGURE = r"\d{1,2}(?:°|º|o\b)?(?![\w:]|[.,]\d)"
_QUALIFIER = (
    rf"{_ORDINAL}(?:{_AND}{_ORDINAL}){{0,6}}\s+{_PART}|"
    rf"(?:lid|leden)\s+\d{{1,2}}[a-z]?(?![\w:]|\.\d)(?:{_AND}\d{{1,2}}[a-z]?(?![\w:]|\.\d)){{0,6}}|"
    r"aanhef(?:\s?en(?=\s+(?:onder|sub|letter|lid|ten|eerste|tweede|derde)))?|"
    r"(?:(?:en|of)\s+)?(?:onder(?:delen|deel)?|sub(?:onderdeel|s)?|letters?|punt(?:en)?|nummer|nr\.|ten|"
    r"categorie|aanhef\s+en)\s+"
    rf"(?:ten\s+)?[\"'‘“(]?(?:{_LETTER}(?:{_AND}{_LETTER}){{0,9}}|"
    rf"{_FIGURE}(?:{_AND}{_FIGURE}){{0,6}}|[ivx]{{2,5}}\b|{_ORDINAL}(?!\s+(?:lid|leden)))|"
    rf"\d{{1,2}}°"
)
_QUALIFIERS = within(
    rf"(?:\s?\(\w{{1,3}}\)){{0,3}}(?:(?:\s*,\s*|\s+)(?:(?:en|of|juncto)\s+)?(?:{_QUALIFIER})){{0,8}}"
)
_NUMBER = (
    r"(?P<number>\d{1,4}(?:bis|ter|quater|quinquies|[a-z]{1,2}|[A-Z]{1,2})?(?:[:.]\d{1,4}[a-z]{0,2}){0,4}"
    r"(?:\.[a-z](?=\.?\W))?|[A-Z]\d{1,3}[a-z]?|[IVXL]{1,8}[A-Z]?)(?![\w°%]|[.:/]\d|-\d|/[a-z]|"
    r",\d(?!\d{0,3}[a-z]?(?:\s*,|\s+(?:en|of)\s)))"
)
_OPENING = within(
    rf"(?P<word>[Aa]rtikel(?P<many>en)?|ARTIKEL(?P<loud>EN)?|[Aa]rt(?P<short>t)?\b\.?|[Aa]rt(?:ikel)?nr\.?)"
    rf"\s*(?:nr\.\s*)?{_NUMBER}"
)
_CONNECTED = within(
    rf"(?:\s*,\s*(?:en\s+|of\s+|alsmede\s+)?|\s+(?:en|of|en/of|t/m|tot\s+en\s+met|tot|dan\s+wel|alsmede|"
    rf"respectievelijk|juncto|jo\.?|j°\.?|jis)\s+|\s?[–]\s?)(?P<literal>{_NUMBER})"
)
_NO_ARTICLE = within(
    r"\s*(?:(?:jan|febr)uari|maart|april|mei|ju[nl]i|augustus|(?:sept|nov|dec)ember|oktober|jaar|jaren|"
    r"dagen|weken|maanden|uur|procent|miljoen|miljard|euro|keer|maal|leden|personen|pagina|bijlagen?|documenten|"
    r"vragen|km|meter|gemeenten|lidstaten|andere|van\s+de\s+\d)\b"
)
_TIED = within(
    r"(?:\s*,)?\s+(?:en|of|juncto|jo\.?|j°\.?|alsmede|dan\s+wel|in\s+samenhang\s+met|in\s+verbinding\s+met|"
    r"tot\s+en\s+met|gelezen\s+in\s+samenhang\s+met)\s+(?:(?:de|het|met)\s+)?(?=[Aa]rt)|\s*,\s+(?=art)"
)
_POINT = within(r"\.\s+van\s+(?:de|het)\b")
_MOST_ARTICLES = 200
_BUDGET = within(r"\s*,?\s*(?:van|op|in|uit)\s+(?:de|het)\s+(?:[\w-]{0,40})?[Bb]egroting")
_ROMAN = within(r"[IVXL]+[A-Z]?")


@dataclass(slots=True)
class _Article:
    number: str
    start: int
    end: int
    law: str | None = None


def read_articles(text: str, position: int) -> list[Found]:
    """Return the articles that are named at a place, each with the law that is named with it.

    A law behind the last of several articles is the law of all: *artikelen 5 en 6 van de Wet X*, *artikel 2.1
    en artikel 8.11 van de Wet X*.
    """
    articles = _group(text, position)
    while articles and articles[-1].law is None and len(articles) < _MOST_ARTICLES:
        tie = _TIED.match(text, articles[-1].end)
        more = _group(text, tie.end()) if tie else []
        if not more:
            break
        articles.extend(more)
    if articles and _BUDGET.match(text, articles[-1].end):
        return []
    return [
        Found(ReferenceKind.ARTICLE, f"art:{article.number}@{article.law or ''}", article.start, article.end)
        for article in _with_laws(articles)
    ]


def _with_laws(articles: list[_Article]) -> list[_Article]:
    law: str | None = None
    for article in reversed(articles):
        law = article.law if article.law is not None else law
        article.law = law
    return articles


def _group(text: str, position: int) -> list[_Article]:
    """Read *artikel* or *artikelen* with its numbers, up to the law's name."""
    match = _OPENING.match(text, position)
    if not match:
        return []
    many = bool(match["many"] or match["loud"] or match["short"])
    articles = [_article(text, match, position)]
    while following := _CONNECTED.match(text, articles[-1].end):
        if len(articles) >= _MOST_ARTICLES or not _continues(text, following, articles[-1], many=many):
            break
        articles.append(_article(text, following, following.start("literal")))
    return articles


def _article(text: str, match: re.Match[str], start: int) -> _Article:
    qualifiers = _QUALIFIERS.match(text, match.end())
    end = qualifiers.end() if qualifiers else match.end()
    article = _Article(match["number"], start, end)
    law = read_law(text, end) or _behind_point(text, end)
    if law:
        article.law, article.end = law
    return article


def _behind_point(text: str, end: int) -> tuple[str, int] | None:
    """*Artikel 2.1.c. van het Akkoord*: the point of an enumeration, not of a sentence."""
    return read_law(text, end + 1) if _POINT.match(text, end) else None


def _continues(text: str, match: re.Match[str], last: _Article, *, many: bool) -> bool:
    """Tell a further article from a number that happens to follow, as in *artikel 5 en 6 mei*."""
    if _NO_ARTICLE.match(text, match.end()) or (last.law is not None and not many):
        return False
    if _ROMAN.fullmatch(match["number"]) and not _ROMAN.fullmatch(last.number):
        return False
    enumerated = text[match.start() : match.start("literal")].strip() == ","
    if many or not enumerated or ":" in match["number"]:
        return True
    qualifiers = _QUALIFIERS.match(text, match.end())
    return qualifiers is not None and qualifiers.end() > qualifiers.start()
