"""The law that stands behind an article: where its name stands, and which law it is."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.knowledge.references.european import all_acts, read_act, read_bare
from beleidszoeker.ingest.knowledge.references.lawnames import (
    HEAD,
    ONE_WORD,
    compound,
    long_name,
    with_year,
    words_from,
)
from beleidszoeker.ingest.knowledge.references.lawtable import LONGEST, canonical, known_law
from beleidszoeker.ingest.knowledge.references.patterns import within
from beleidszoeker.ingest.knowledge.references.shortterms import is_short_term

_LINK = within(
    r"(?P<of>\s*,?\s*\b(?:van|uit|in|onder|bij|ex)\s+(?:(?:de|het|den)\s+)?)|"
    r"\s*,?\s+(?=[A-Z])"
)
_THIS = (
    r"(?:deze|dit|die|dat|genoemde?|voornoemde?)\s+(?:wet|besluit|regeling|verordening|reglement|richtlijn|"
    r"beleidsregels?|overeenkomst|verdrag|convenant|code|statuut|protocol)\b"
)
_THE = r"(?:de|het)\s+(?:wet|besluit|regeling|verordening|richtlijn|verdrag|convenant)\b(?!\s*(?:[Nn]r|\())"
_GENERIC = within(rf"(?:\s*,)?\s+van\s+(?:{_THIS}|{_THE})")
_PLAIN_HEAD = within(
    r"(?:Wet|Wetboek|Besluit|Regeling|Rijkswet|Verordening|Reglement|Beleidsregels?)\b|"
    r"\w+\s(?:wet|besluit|regeling|verordening)\b|\w+(?:wet|besluit|regeling|verordening)\b"
)
_LONGEST_WORD = 40
_DOTTED = within(r"(?:[A-Z]\.){2,6}(?![a-z])")
_CAPITALS = within(r" (?:[A-Z]{2,6}|BES)(?![\w-])")
_DATED = within(r"(?i:Wet|Besluit)\s+van\s+(?:de\s+)?\d{1,2}\s+[a-z]+\s+\d{4}")
_ABBREVIATION = within(r"(?=\w*[A-Z]\w*[A-Z]|[A-Z][a-z]{1,3}(?!\w))[A-Z][A-Za-z]{1,9}")
_NOT_LAWS = (
    "Als Bij Boek Code Dat De Deel Deze Die Dit EU Een Er Het Hof Ik In Min Onze Ook Op Raad Rijk U Wij Zie"
)
_NO_LAW = frozenset(_NOT_LAWS.split())


def law_key(name: str) -> str:
    """Return the key of a law by its name or abbreviation; empty where the words name none.

    Names in the table share a key, European acts have their CELEX number, all else is its own name in lower
    case.

    >>> law_key("de Wet openbaarheid van bestuur"), law_key("Wob"), law_key("deze wet")
    ('wob', 'wob', '')
    >>> law_key("Verordening (EU) 2024/1735")
    '32024r1735'
    """
    plain = " ".join(name.split())
    bare = re.sub(r"^(?:de|het)\s+", "", plain, flags=re.IGNORECASE)
    for act in all_acts(bare):
        return canonical(act.key)
    return canonical(bare)


def read_law(text: str, position: int) -> tuple[str, int] | None:
    """Return the key of the law that is named behind an article, and where its name ends; else ``None``.

    The key is empty for *van deze wet* and the like.
    """
    generic = _GENERIC.match(text, position)
    if generic and not _goes_on(text, generic.end()):
        return "", generic.end()
    link = _LINK.match(text, position)
    if not link:
        return None
    end = _end(text, link.end(), linked=bool(link["of"]))
    if end is None:
        return None
    name = text[link.end() : end]
    return law_key(name), end


def _goes_on(text: str, position: int) -> bool:
    """*Van de wet open overheid*: a name in small letters, as the table has it."""
    start = text.rfind(" ", max(0, position - _LONGEST_WORD), position) + 1
    return any(end > position for _, end in _known(text, start))


def _end(text: str, start: int, *, linked: bool) -> int | None:
    acts = read_act(text, start) or read_bare(text, start)
    if acts:
        return acts[0].end
    known = max((end for _, end in _known(text, start)), default=None)
    if known is not None:
        return with_year(text, known)
    dated = _DATED.match(text, start)
    if dated:
        return dated.end()
    word = next(words_from(text, start), None)
    if not word:
        return None
    return _unknown(text, word, linked=linked)


def _unknown(text: str, word: re.Match[str], *, linked: bool) -> int | None:
    if linked and is_short_term(text, word):
        return word.end()
    if HEAD.match(text, word.start()) and (linked or _PLAIN_HEAD.match(text, word.start())):
        end = long_name(text, word.start(), linked=linked)
        if end is not None:
            return end
    if not word.group()[0].isupper():
        return None
    if ONE_WORD.fullmatch(word.group()):
        return with_year(text, _with_capitals(text, word.end()))
    return _short(text, word, linked=linked)


def _short(text: str, word: re.Match[str], *, linked: bool) -> int | None:
    """Return the end of an abbreviation, or of a name whose last word says law."""
    dotted = _DOTTED.match(text, word.start())
    if dotted:
        return dotted.end()
    later = compound(text, word.start()) if linked else None
    if later:
        return with_year(text, later)
    capitals = sum(map(str.isupper, word.group()))
    is_one = word.group() not in _NO_LAW and _ABBREVIATION.fullmatch(word.group())
    return with_year(text, word.end()) if is_one and (linked or capitals > 1) else None


def _with_capitals(text: str, end: int) -> int:
    """*Formatiebesluit WVO* is one name."""
    more = _CAPITALS.match(text, end)
    return more.end() if more else end


def _known(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield each beginning of the text from a place on that is a name in the table."""
    name = ""
    for count, word in enumerate(words_from(text, start)):
        if count >= LONGEST:
            return
        name = f"{name} {word.group().lower()}".strip()
        key = known_law(name)
        if key and (len(name) > 4 or text[start].isupper()):  # noqa: PLR2004 - *ow* is a word's end too
            yield key, word.end()
