"""The language of a document, told by the small words that every sentence needs."""

import re
from collections import Counter

from beleidszoeker.ingest.document import Evidence, ParsedDocument

_SMALL = {
    "nl": """
        de het een van en dat niet voor op met zijn er aan ook te bij als door dan maar om uit nog naar
        heeft wordt deze kan over worden geen dit werd tot moet zo onder meer ik uw wij aan hun zij
    """,
    "en": """
        the of and to that is was for on with as it be by are this have from or which not an at has
        were been will their its can would should there they these we
    """,
    "de": """
        der die und das den nicht von zu dem mit sich des auf für ist im ein eine als auch es werden
        aus er hat dass sie nach wird bei einer um einen sind noch wie zum haben nur oder über durch
    """,
}
"""Function words by language, each language's commonest; those that two of them share tell nothing."""
_SHAPES = {
    "nl": re.compile(r"ij|aa|uu|ee[rnl]|oo[rnl]|heid$|lijk|sch[aeiou]|isch$"),
    "en": re.compile(r"tion$|[^s]th|[^e]ly$|wh|ough|ness$"),
    "de": re.compile(r"ung$|[äöüß]|keit$|lich|sch[lmnrw]|tzt|pf"),
}
"""Patterns of letters; they count for little, and decide where sentences are few: in tables and lists."""
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_SHARED = {
    word for word, count in Counter(w for words in _WORDS.values() for w in words).items() if count > 1
}
_MOST_LETTERS = 400_000
_SHAPE_WEIGHT = 0.2
_FEWEST = 0.05
_CLEARLY = 1.2
_DECLARED = re.compile(r"([a-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?![A-Za-z])", re.IGNORECASE)
_DEFAULT = "nl"


def find_language(document: ParsedDocument) -> Evidence:
    """Return the language of most of the text, with the region where the file declares one that fits.

    A declaration counts when the text agrees, or when the text is in none of the languages known here: web
    sites and templates are often declared wrong.
    """
    read = detect(document.text)
    declared = _DECLARED.fullmatch(document.properties.get("language", "").strip())
    base = declared.group(1).lower() if declared else ""
    if declared and (read is None or read == base):
        belgian = base == "nl" and (declared.group(2) or "").upper() == "BE"
        return Evidence("nl-BE" if belgian else base)
    return Evidence(read, 0, len(document.text)) if read else Evidence(_DEFAULT)


def detect(text: str) -> str | None:
    """Return ``nl``, ``en`` or ``de``, or ``None`` when a text shows too little of each.

    >>> detect("De gemeente heeft het besluit niet genomen."), detect("The council has not decided on it.")
    ('nl', 'en')
    >>> detect("1100 2200 3300") is None
    True
    """
    counts = Counter(word.lower() for word in _WORD.findall(text[:_MOST_LETTERS]))
    scores = {language: _score(counts, language) for language in _WORDS}
    second, best = sorted(scores, key=lambda language: scores[language])[-2:]
    enough = scores[best] >= max(1.0, _FEWEST * sum(counts.values()))
    return best if enough and scores[best] > _CLEARLY * scores[second] else None


def _score(counts: Counter[str], language: str) -> float:
    """Small words, and words shaped like this language's, in the text; each occurrence counts."""
    small = sum(counts[word] for word in _WORDS[language] - _SHARED)
    shaped = sum(count for word, count in counts.items() if _SHAPES[language].search(word))
    return small + _SHAPE_WEIGHT * shaped
