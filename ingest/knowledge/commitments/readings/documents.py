"""*De strategie zal ingaan op …*: what a document still to come, or an effort of the author, will do."""

from collections.abc import Sequence

from beleidszoeker.ingest.knowledge.commitments.clauses import PREPOSITIONS, Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist

LATER = (
    "aanpak",
    "plan",
    "strategie",
    "agenda",
    "visie",
    "reactie",
    "rapportage",
    "evaluatie",
    "wetsvoorstel",
    "routekaart",
    "roadmap",
    "handreiking",
    "nota",
    "verkenning",
    "programma",
    "uitwerking",
    "vervolgbrief",
)
"""How the names of documents end that a government still has to write."""
WORKS = (
    *LATER,
    *wordlist("""
    brief wetsvoorstel wet nota besluit amvb regeling rapport onderzoek kader akkoord convenant afspraken
    regels beleidsregels richtlijn richtlijnen pilot proef overzicht cijfers voorstel voorstellen
    uitkomsten resultaten wijziging monitor plannen
    """),
)
"""How the names of what a government writes or has made end."""
_TELLS = wordlist("""
    besteden beschrijven bevatten ingaan uitwerken omvatten schetsen bieden adresseren richten presenteren
    opnemen voorzien maken aangeven uiteenzetten toelichten geven bestaan
    """)
_FOREIGN = (
    "europ",
    "eu-",
    "commissie",
    "gemeent",
    "provinc",
    "sector",
    "bedrij",
    "vn",
    "amerikaan",
    "duits",
    "frans",
)
_EFFORTS = frozenset(("inzet", "aanpak", "beleid", "inspanningen"))
_OWN = frozenset(("kabinet", "kabinets", "mijn", "onze", "nederlandse", "regering"))
_POINTING = frozenset(("de", "het", "deze", "dit", "mijn", "onze"))
_FAR = 8


def document_tells(context: Context, clause: Clause) -> bool:
    """Whether the subject is a document of the author's that *zal … beschrijven*."""
    words = context.tokens.words
    if clause.opened or not _TELLS.intersection(words[clause.finite + 1 : clause.end]):
        return False
    return _named(words[clause.finite + 1 : clause.finite + _FAR]) or _heads(context, clause)


def _named(words: Sequence[str]) -> bool:
    """Whether a stretch opens with the name of a document: *zal de nieuwe strategie*, of no other body."""
    if not _POINTING.intersection(words[:1]):
        return False
    for at, word in enumerate(words):
        if word in PREPOSITIONS or word.startswith(_FOREIGN):
            return False
        if word.endswith(LATER):
            return not any(other.startswith(_FOREIGN) for other in words[at : at + 4])
    return False


def _heads(context: Context, clause: Clause) -> bool:
    """Whether the sentence opens with it, maybe with a clause of its own between commas."""
    words = context.tokens.words[: clause.finite]
    start = clause.start if clause.start < clause.finite else 0
    return _named(words[start : start + _FAR])


def effort_goes(context: Context, clause: Clause) -> bool:
    """*De inzet van het kabinet zal gericht zijn op …*."""
    words = context.tokens.words
    before, rest = words[clause.start : clause.finite], words[clause.finite + 1 : clause.end]
    headed = set(before[:3]) & _EFFORTS and _OWN.intersection(before)
    return bool(headed) and bool({"gericht", "richten", "bestaan"}.intersection(rest))


def is_foreign(word: str) -> bool:
    """Whether a word names another body, or begins its name."""
    return word.startswith(_FOREIGN)


def names_work(words: Sequence[str]) -> bool:
    """Whether words name something that the government writes or has made, and not that of another body."""
    named = any(word.endswith(WORKS) for word in words)
    return named and not any(word.startswith(_FOREIGN) for word in words)
