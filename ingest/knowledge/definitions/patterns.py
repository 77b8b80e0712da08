"""How Dutch policy says what something is, from what stands before and behind a name in its sentence.

All patterns are bounded and looked for at one place, so each takes a time that does not grow with the text.
"""

import re
from dataclasses import dataclass

_SPACE = re.compile(r"\s+")
_REACH = 240  # characters behind a name that are looked at
_KINDS = """
aanpak actieplan adviescollege adviesorgaan afspraak afspraken agenda agentschap akkoord autoriteit bedrijf
bedrijven bedrijventerrein bestuursorgaan bureau cluster coalitie college commissie convenant deal deals
dienst fonds gebied gemeente gemeenschap haven initiatief instantie instelling instituut instrument
instrumenten kader keten koepel landschap locatie maatregel maatregelen ministerie netwerk onderdeel
onderneming orgaan organisatie organisaties overeenkomst overheid overleg pakket partij plan plannen
platform proces programma project projecten provincie raad regeling regio richtlijn route samenwerking stad
stichting strategie subsidie systeem techniek technologie terrein toezichthouder traject uitwerking
universiteit verband verdrag vereniging verordening verzameling visie voorziening waterschap werkwijze wet
wetsvoorstel
"""
_ROLES = (
    "exploitant beheerder eigenaar uitvoerder toezichthouder producent leverancier onderdeel initiatiefnemer"
)
_JUDGING = r"""
belangrijk goed goede mooi mooie uitstekend cruciaal cruciale succes essentieel noodzak logisch stap eerste
groot grote voorbeeld kans zaak feit vraag gegeven uitdaging zeer heel complex moeilijk enige van\b aantal
"""
_KIND = rf"(?:[\w’'-]{{1,30}},?[ ]){{0,6}}\w{{0,24}}(?:{'|'.join(_KINDS.split())})\b"
_NOT_JUDGED = rf"(?!(?:{'|'.join(_JUDGING.split())}))"
_ADJECTIVES = """
nationaal nationale landelijk landelijke europees europese regionaal regionale interbestuurlijk
interbestuurlijke nieuw nieuwe programma project samenwerkingsverband regeling fonds cluster
industriecluster wet platform organisatie initiatief zogenoemde zogeheten
"""
_NAMED = rf"(?:(?:{'|'.join(_ADJECTIVES.split())})[ ]){{0,3}}[„“\"'‘]?"
_ARTICLE = r"(?:(?:de|het|een|elke|dit|deze)[ ])?"
_BEGIN = r"[^\w]{0,4}"
_BRACKETS = r"(?:[ ]?\([^()]{1,80}\))?,?[ ]"
_REST = rf"[”\"'’]?{_BRACKETS}"
_REST_OF = rf"[”\"'’]?(?:[ ](?-i:[A-Z])[\w-]{{1,30}}){{0,2}}{_BRACKETS}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say what something is.

    Attributes:
        before: What stands in front of the name, from the beginning of the sentence.
        after: How it goes on behind it.
        worth: How plainly that says so, 1 to 95.
        within: What must come somewhere behind, where anything must.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    worth: int
    within: re.Pattern[str] | None = None


def _made(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SUBJECT = _made(rf"{_BEGIN}{_ARTICLE}{_NAMED}")
_IN = _made(rf"{_BEGIN}(?:in|binnen|via|met|door)[ ]{_ARTICLE}{_NAMED}")
_RULES = (
    Rule(
        _made(rf"{_BEGIN}(?:onder|met)[ ]{_ARTICLE}{_NAMED}"),
        _made(rf"{_REST}(?:wordt|worden|verstaan)[ ]"),
        95,
        _made(r"\b(?:verstaan|bedoeld)\b"),
    ),
    Rule(
        _SUBJECT, _made(rf"{_REST}(?:is|zijn|betreft|vormt|vormen)[ ](?:een|’n)[ ]{_NOT_JUDGED}{_KIND}"), 90
    ),
    Rule(_SUBJECT, _made(rf"{_REST}(?:is|zijn|betreft)[ ](?:de|het|ons|onze)[ ]{_NOT_JUDGED}{_KIND}"), 80),
    Rule(
        _SUBJECT,
        _made(
            rf"{_REST}(?:richt[ ]zich[ ](?:\w+[ ])?op|heeft[ ](?:als|tot)[ ](?:hoofd)?(?:doel|taak)|"
            r"beoogt[ ]|heeft[ ]de[ ](?:opdracht|taak)|staat[ ]voor[ ]|"
            r"is[ ](?:bedoeld|gericht|opgericht|opgezet)\b)"
        ),
        80,
    ),
    Rule(
        _made(
            rf"{_BEGIN}(?:(?:het|de)[ ])?(?:hoofd)?(?:doel|doelstelling|ambitie)[ ]van[ ]{_ARTICLE}{_NAMED}"
        ),
        _made(rf"{_REST}is[ ]"),
        75,
    ),
    Rule(_SUBJECT, _made(rf"{_REST}is[ ](?:\w+[ ])?(?:{'|'.join(_ROLES.split())})[ ]van[ ]"), 70),
    Rule(
        _IN,
        _made(rf"{_REST}(?:werken|werkt|bundelen|maken|stellen|wordt[ ]samengewerkt)[ ]"),
        70,
        _made(r"\b(?:samen|gezamenlijk|afspraken|uit)\b"),
    ),
    Rule(
        _IN,
        _made(rf"{_REST}(?:wordt|worden)[ ](?:gestreefd[ ]naar|ingezet[ ]op|gewerkt[ ]aan|beoogd)[ ]"),
        65,
    ),
    Rule(_SUBJECT, _made(rf"{_REST}(?:bestaat[ ]uit|omvat|bundelt|is[ ]verantwoordelijk[ ]voor)[ ]"), 65),
    Rule(_SUBJECT, _made(rf",[ ](?:een|het|de)[ ]{_NOT_JUDGED}{_KIND}"), 55),
    Rule(
        _made(rf"{_BEGIN}(?:in|binnen)[ ]{_ARTICLE}{_NAMED}"),
        _made(
            rf"{_REST}(?:zijn|staan|worden)[ ](?:\w+[ ]){{0,3}}(?:doelen|maatregelen|afspraken|middelen)[ ]"
        ),
        40,
        _made(r"\b(?:opgenomen|geformuleerd|vastgelegd|beschreven|gemaakt|beschikbaar)\b"),
    ),
)


def strength(before: str, after: str) -> int:
    """Tell how plainly a sentence says what a name means, 0 for not at all.

    Args:
        before: The sentence up to the name.
        after: The rest of it.

    >>> strength("Het ", " (MIEK) is een programma voor infrastructuur.")
    90
    >>> strength("Wij denken dat ", " is een programma."), strength("Het ", " is vol.")
    (0, 0)
    """
    if after.rstrip().endswith("?"):
        return 0
    before, after = _SPACE.sub(" ", before), _SPACE.sub(" ", after[:_REACH])
    return next((rule.worth for rule in _RULES if _meets(rule, before, after)), 0)


def _meets(rule: Rule, before: str, after: str) -> bool:
    if not rule.before.fullmatch(before):
        return False
    found = rule.after.match(after)
    return bool(found) and (rule.within is None or bool(rule.within.search(after)))
