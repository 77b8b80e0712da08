"""Programmes that are told by the form of their name: ``Nationaal Programma Oude Dijken``.

Each part has a bound, so reading takes a time that grows with the text and no faster.
"""

import re
from collections.abc import Container, Iterator, Sequence

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.forms import spelled
from beleidszoeker.ingest.knowledge.names.matching import Found

_SCOPES = (
    "Nationaal Nationale Landelijk Landelijke Interbestuurlijk Interbestuurlijke Provinciaal Provinciale "
    "Regionaal Regionale Rijksbreed Rijksbrede Integraal Integrale Europees Europese Nederlandse"
)
_SCOPE = rf"(?:{'|'.join(_SCOPES.split())})"
_PLAN = (
    r"(?:[A-Za-z]{0,20}[Pp]rogramma|[Aa]ctieplan|[Aa]ctieagenda|[Mm]asterplan|[Aa]anvalsplan|[Dd]eltaplan|[Rr]outekaart"
    r"|[Uu]itvoeringsagenda|[Ii]nvesteringsagenda|[Cc]onvenant|[Bb]estuursakkoord)"
)
_SMALL = r"(?:van|de|het|voor|en|op|der|in|aan|naar|met|&|om|tegen|tot)"
_CAPITAL = r"[A-ZÀ-Ý][\w'’]{0,30}(?:[-/&][\w'’]{1,30}){0,3}"
_NAME = rf"{_CAPITAL}-?(?:[ ](?:{_SMALL}[ ]){{0,2}}{_CAPITAL}){{0,7}}"
_GENERIC = (
    r"(?:Langetermijn|Kamer|Onderzoeks?|Werk|Beleids|Vergader|Verkiezings|Partij|(?:[Vv]oor)?[Oo]ntwerp|[Cc]oncept"
    r"|College)"
)
_TELLING = r"(?:programma|akkoord|fonds|strategie|agenda|visie|pact|convenant|actieplan)"
_PATTERN = re.compile(
    rf"""
    \b(?:
      (?:{_SCOPE}\s)?(?!{_GENERIC}){_PLAN}[ ](?P<name>{_NAME})  # Nationaal Programma Dijken
    | (?:Pact|Akkoord|Strategie|{_SCOPE}[ ]Agenda|(?:(?<=\sde[ ])|(?<=\svan[ ]))Agenda)[ ]
      (?:{_SMALL}[ ]){{0,2}}(?P<other>{_NAME})
    | {_SCOPE}\s(?:[A-Z][a-z]{{2,24}}\s)?[A-Z][a-z]{{2,28}}{_TELLING}\b   # Nationale Dijkenstrategie
    | (?<=[a-z,][ ])(?!{_GENERIC})[A-Z][a-z]{{2,28}}   # …, het Dijkenakkoord
      (?:akkoord|fonds|strategie|programma|agenda)\b
    )
    """,
    re.VERBOSE,
)
_HEAD = re.compile(
    r"(?:rogramma|ctieplan|genda|sterplan|valsplan|ltaplan|tekaart|onvenant|kkoord|Pact|trategie|fonds|visie|pact)\b"
)
_BACK, _AHEAD = 64, 260
_JOINT = re.compile(r" (?:en|van|in|voor|met|aan|naar|op) (?:de |het )?")
_NO_NAMES = """
de het een dit deze die dat in voor op van met bij door om uit aan als en maar ook er we wij ik hij zij ze
minister kamer rijk kabinet voortgang bijlage artikel pagina datum daarnaast hiermee daarmee tevens verder
vraag antwoord januari februari maart april mei juni juli augustus september oktober november december
ministerie staatssecretaris stuurgroep commissie raad lid inleiding samenvatting conclusie dg
eenvandaag nieuwsuur zembla pointer radar kassa argos nova netwerk
"""
_NO_NAME = frozenset(_NO_NAMES.split())
"""Words that begin a sentence or a heading, or say whose programme it is, and no name."""


def programmes_by_form(text: str, known: Sequence[Found]) -> Iterator[Found]:
    """Yield names that are written as programmes are.

    Args:
        text: What is read.
        known: What was found in it of the gazetteer: where such a name follows behind *en*, it is one more.
    """
    sure = [each for each in known if not each.form.unsure and each.form.kind is not NameKind.THEME]
    taken = {each.start for each in sure}
    programmes = {each.start: each.end for each in sure if each.form.kind is NameKind.PROGRAMME}
    for match in _written(text):
        end = _end(match, taken)
        if end and programmes.get(match.start("name"), 0) < end:
            long = " ".join(text[match.start() : end].split())
            yield Found(match.start(), end, spelled(long, f"~{long.casefold()}", NameKind.PROGRAMME))


def _written(text: str) -> Iterator[re.Match[str]]:
    """Yield what is written so; only around words that end as heads do, for most sentences have none."""
    place = 0
    for head in _HEAD.finditer(text):
        if head.start() < place:
            continue
        match = _PATTERN.search(text, max(place, head.start() - _BACK), head.end() + _AHEAD)
        if match and match.start() <= head.start():
            yield match
            place = match.end()
        else:
            place = head.end()


def _end(match: re.Match[str], taken: Container[int]) -> int:
    """Return where a name ends: before *en* or *van* where what follows is known by itself; 0 for no name."""
    group = next((each for each in ("name", "other") if match[each]), None)
    if group is None:
        return match.end()
    if match[group].split()[0].lower() in _NO_NAME:
        return 0
    start = match.start(group)
    joints = (
        start + joint.start() for joint in _JOINT.finditer(match[group]) if start + joint.end() in taken
    )
    return next(joints, match.end())
