"""Ways to say a question otherwise, by rule: as somebody asks who does not know how it was asked before.

Each rule takes a question and a source of chance and returns the question in other words; where it finds
nothing to change, the question stays as it is, and ``asked.py`` does not count it.
"""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import TypeAlias

Rule: TypeAlias = Callable[[str, Random], str]

_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_WORD = re.compile(r"[^\W\d_]+")
_FRAME = re.compile(
    r"^(?:kunt|bent|deelt|heeft|wilt|zou|zoudt|erkent|herkent|onderschrijft|vindt|herinnert|kent|klopt)\b"
    r"[^,.?!]{0,60}?\b(?:dat|of|met|hoe|waarom|welke|wat|toelichten|aangeven|bereid|mening|bekend)\b\s*",
    re.IGNORECASE,
)
_OPENINGS = (
    (r"\bkunt u (aangeven|toelichten|uiteenzetten|bevestigen)\b", r"kan worden \1"),
    (r"\bkunt u\b", "kan de bewindspersoon"),
    (r"\bbent u het (?:ermee )?eens\b", "wordt het gedeeld"),
    (r"\bbent u bereid\b", "bestaat de bereidheid"),
    (r"\bbent u (?:ermee )?bekend met\b", "is kennisgenomen van"),
    (r"\bdeelt u de (mening|opvatting|zorgen)\b", r"wordt de \1 gedeeld"),
    (r"\bheeft u\b", "is door de regering"),
    (r"\bklopt het dat\b", "is het juist dat"),
    (
        r"\bwat is uw (reactie|oordeel|mening) (?:op|over)\b",
        r"hoe luidt de \1 van het kabinet ten aanzien van",
    ),
    (r"\bhoe (beoordeelt|ziet|waardeert|kijkt|oordeelt) u\b", r"hoe \1 het kabinet"),
    (r"\bgaat u\b", "gaat het kabinet"),
    (r"\bu\b", "de minister"),
    (r"\buw\b", "de"),
)
_FUNCTION_WORDS = """
de het een en of in op van voor met aan bij door naar om te dat die dit deze er ook nog dan als is zijn
wordt worden uit over tot tegen onder wel al zo hun u uw hier daar daarbij hierbij waarbij
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_SYNONYMS: Mapping[str, str] = {
    "aangeven": "zeggen",
    "aantal": "hoeveelheid",
    "acties": "stappen",
    "afgelopen": "voorbije",
    "bedrijven": "ondernemingen",
    "beeld": "indruk",
    "beleid": "aanpak",
    "bereid": "van plan",
    "bericht": "artikel",
    "bescherming": "beveiliging",
    "beschikbaar": "voorhanden",
    "besluit": "beslissing",
    "bevestigen": "beamen",
    "bewoners": "inwoners",
    "burgers": "inwoners",
    "cijfers": "gegevens",
    "daling": "afname",
    "delen": "onderschrijven",
    "effect": "gevolg",
    "effecten": "gevolgen",
    "eerder": "al",
    "gebruik": "inzet",
    "gemeenten": "lokale overheden",
    "gevolgen": "consequenties",
    "hulp": "ondersteuning",
    "informatie": "gegevens",
    "kabinet": "regering",
    "kinderen": "minderjarigen",
    "kosten": "uitgaven",
    "maatregelen": "ingrepen",
    "mening": "opvatting",
    "mensen": "personen",
    "mogelijk": "haalbaar",
    "mogelijkheden": "opties",
    "momenteel": "op dit moment",
    "nemen": "treffen",
    "noodzakelijk": "nodig",
    "onderzoek": "studie",
    "oorzaak": "reden",
    "oplossing": "uitweg",
    "organisaties": "instellingen",
    "oplossen": "verhelpen",
    "ouders": "vaders en moeders",
    "plan": "voornemen",
    "plannen": "voornemens",
    "politie": "agenten",
    "probleem": "knelpunt",
    "problemen": "knelpunten",
    "reactie": "antwoord",
    "regels": "voorschriften",
    "regering": "kabinet",
    "risico": "gevaar",
    "risico's": "gevaren",
    "situatie": "toestand",
    "stijging": "toename",
    "stappen": "acties",
    "toelichten": "uitleggen",
    "toename": "groei",
    "uitvoeren": "verrichten",
    "uitvoering": "toepassing",
    "verbeteren": "versterken",
    "verhogen": "optrekken",
    "vergroten": "uitbreiden",
    "verminderen": "terugdringen",
    "voorkomen": "vermijden",
    "voornemens": "van plan",
    "welke": "wat voor",
    "werkgevers": "bazen",
    "werknemers": "personeel",
    "wijze": "manier",
    "zorgen": "bezorgdheid",
    "zorgverleners": "hulpverleners",
}
_SPELLINGS = (
    (r"\bprocent\b", "%"),
    (r"\bmiljoen\b", "mln."),
    (r"\bmiljard\b", "mld."),
    (r"€ ?([\d.,]+)", r"\1 euro"),
    (r"\bbijvoorbeeld\b", "bijv."),
    (r"\bdat wil zeggen\b", "d.w.z."),
    (r"\bonder andere\b", "o.a."),
    (r"\bmet betrekking tot\b", "m.b.t."),
    (r"\bten aanzien van\b", "t.a.v."),
    (r"\bnaar aanleiding van\b", "n.a.v."),
    (r"\bin verband met\b", "i.v.m."),
    (r"\bTweede Kamer\b", "TK"),
    (r"\bEU\b", "Europese Unie"),
    (r"\bVerenigde Staten\b", "VS"),
    (r"\bzzp'?ers\b", "zelfstandigen zonder personeel"),
    (r"\btwee\b", "2"),
    (r"\bdrie\b", "3"),
    (r"\bvier\b", "4"),
    (r"\bvijf\b", "5"),
    (r"\b(20)(\d\d)\b", r"'\2"),
)
_PLURALS = (
    (r"heden$", "heid"),
    (r"heid$", "heden"),
    (r"ingen$", "ing"),
    (r"ing$", "ingen"),
    (r"ties$", "tie"),
    (r"tie$", "ties"),
    (r"teiten$", "teit"),
    (r"teit$", "teiten"),
    (r"ments?$", "menten"),
    (r"enten$", "ent"),
    (r"aties$", "atie"),
    (r"ers$", "er"),
    (r"gers$", "ger"),
    (r"ieën$", "ie"),
    (r"ussen$", "us"),
    (r"schappen$", "schap"),
)
_TYPO_EVERY = 15
_SHORTEST_TYPO = 5


def without_frame(text: str, random: Random) -> str:  # noqa: ARG001 - a rule like the others
    """Drop *Kunt u toelichten hoe* and its like: what is left is bare."""
    return _FRAME.sub("", text) if len(_FRAME.sub("", text).split()) >= 4 else text


def other_order(text: str, random: Random) -> str:  # noqa: ARG001
    """Put the clauses the other way around: the last first."""
    clauses = [part.strip(" ,") for part in re.split(r"(?<=,)\s|(?<=[?.!])\s", text)]
    if len(clauses) > 1:
        return " ".join(reversed(clauses))
    words = text.rstrip("?").split()
    half = len(words) // 2
    return " ".join([*words[half:], *words[:half]]) + "?"


def synonyms(text: str, random: Random) -> str:  # noqa: ARG001
    """Say words of a small list otherwise."""
    return _WORD.sub(lambda found: _SYNONYMS.get(found[0].lower(), found[0]), text)


def other_spelling(text: str, random: Random) -> str:  # noqa: ARG001
    """Write numbers as figures, and abbreviate or write out."""
    for pattern, instead in _SPELLINGS:
        text = re.sub(pattern, instead, text)
    return text


def fewer_function_words(text: str, random: Random) -> str:
    """Leave out a third of the words that only bind."""
    return " ".join(word for word in text.split() if word.lower() not in _FUNCTION or random.random() > 1 / 3)


def other_number(text: str, random: Random) -> str:  # noqa: ARG001
    """Make singular plural and plural singular, where an ending tells which it is."""
    return _WORD.sub(lambda found: _other_number(found[0]), text)


def typos(text: str, random: Random) -> str:
    """Spoil one word of every fifteen, at least one: two letters swapped, one lost, one double, one wrong."""
    places = [found.span() for found in _WORD.finditer(text) if len(found[0]) >= _SHORTEST_TYPO]
    count = min(len(places), max(1, len(text.split()) // _TYPO_EVERY))
    for start, end in sorted(random.sample(places, count), reverse=True):
        text = text[:start] + _spoilt(text[start:end], random) + text[end:]
    return text


def other_opening(text: str, random: Random) -> str:  # noqa: ARG001
    """Ask passively, or of the minister rather than of *u*."""
    for pattern, instead in _OPENINGS:
        text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
    return text


def with_neighbour(neighbours: list[str]) -> Rule:
    """Return the rule that puts a sentence of another question before or behind it."""

    def rule(text: str, random: Random) -> str:
        sentence = _SENTENCE.split(random.choice(neighbours))[0]
        return f"{sentence} {text}" if random.random() < 1 / 2 else f"{text} {sentence}"

    return rule


def stacked(text: str, random: Random) -> str:
    """Do all of it to one question, but for the neighbour and the order."""
    for rule in (other_opening, without_frame, synonyms, other_spelling, other_number):
        text = rule(text, random)
    return typos(fewer_function_words(text, random), random)


RULES: Mapping[str, Rule] = {
    "without frame": without_frame,
    "other order": other_order,
    "synonyms": synonyms,
    "other spelling": other_spelling,
    "fewer function words": fewer_function_words,
    "other number": other_number,
    "typos": typos,
    "other opening": other_opening,
    "stacked": stacked,
}
"""All but the one with a neighbour, which needs them."""


def _other_number(word: str) -> str:
    for pattern, instead in _PLURALS:
        changed, count = re.subn(pattern, instead, word)
        if count and len(word) > len(instead) + 2:
            return changed
    return word


def _spoilt(word: str, random: Random) -> str:
    at = random.randrange(1, len(word) - 1)
    kind = random.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + random.choice("aeionrst") + word[at + 1 :]
