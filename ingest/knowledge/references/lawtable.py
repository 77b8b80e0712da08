"""Laws that are often referred to: one key for the names of each, and its public identifier.

Names and identifiers are facts of the Basiswettenbestand (BWB) and EUR-Lex. An abbreviation that two laws
share (*Wpg*: publieke gezondheid, politiegegevens) belongs to neither and stays a key of its own.
"""

import re

_TABLE = """
awb | BWBR0005537 | algemene wet bestuursrecht | algemene wet bestuurrecht
wob | BWBR0005252 | wet openbaarheid van bestuur
woo | BWBR0045754 | wet open overheid
gw | BWBR0001840 | grondwet
ow | BWBR0037885 | omgevingswet
wm | BWBR0003245 | wet milieubeheer
avg | 32016R0679 | algemene verordening gegevensbescherming | gdpr
uavg | BWBR0040940 | uitvoeringswet algemene verordening gegevensbescherming | uitvoeringswet avg
wbp | BWBR0011468 | wet bescherming persoonsgegevens
gemeentewet | BWBR0005416 | gemw
provinciewet | BWBR0005645
wgr | BWBR0003740 | wet gemeenschappelijke regelingen
waterwet | BWBR0025458
wro | BWBR0020449 | wet ruimtelijke ordening
wabo | BWBR0024779 | wet algemene bepalingen omgevingsrecht
wnb | BWBR0037552 | wet natuurbescherming
bal | BWBR0041330 | besluit activiteiten leefomgeving
bbl | BWBR0041297 | besluit bouwwerken leefomgeving
bkl | BWBR0041313 | besluit kwaliteit leefomgeving
wft | BWBR0020368 | wet op het financieel toezicht
bw | | burgerlijk wetboek
bw1 | BWBR0002656 | boek 1 van het burgerlijk wetboek | boek 1 bw | boek 1 van het bw
bw2 | BWBR0003045 | boek 2 van het burgerlijk wetboek | boek 2 bw | boek 2 van het bw
bw3 | BWBR0005291 | boek 3 van het burgerlijk wetboek | boek 3 bw | boek 3 van het bw
bw4 | BWBR0002761 | boek 4 van het burgerlijk wetboek | boek 4 bw | boek 4 van het bw
bw5 | BWBR0005288 | boek 5 van het burgerlijk wetboek | boek 5 bw | boek 5 van het bw
bw6 | BWBR0005289 | boek 6 van het burgerlijk wetboek | boek 6 bw | boek 6 van het bw
bw7 | BWBR0005290 | boek 7 van het burgerlijk wetboek | boek 7 bw | boek 7 van het bw
bw8 | BWBR0005034 | boek 8 van het burgerlijk wetboek | boek 8 bw | boek 8 van het bw
sr | BWBR0001854 | wetboek van strafrecht | wvsr
sv | BWBR0001903 | wetboek van strafvordering | wvsv
rv | BWBR0001827 | wetboek van burgerlijke rechtsvordering
opiumwet | BWBR0001941
wvw 1994 | BWBR0006622 | wegenverkeerswet 1994 | wvw
rvv 1990 | BWBR0004825 | reglement verkeersregels en verkeerstekens 1990 | rvv
vw 2000 | BWBR0011823 | vreemdelingenwet 2000
vb 2000 | BWBR0011825 | vreemdelingenbesluit 2000
politiewet 2012 | BWBR0031788
participatiewet | BWBR0015703 | pw
wmo 2015 | BWBR0035362 | wet maatschappelijke ondersteuning 2015
jeugdwet | BWBR0034925
zvw | BWBR0018450 | zorgverzekeringswet
wlz | BWBR0035917 | wet langdurige zorg
wet publieke gezondheid | BWBR0024705
wet politiegegevens | BWBR0022463
wet big | BWBR0006251 | wet op de beroepen in de individuele gezondheidszorg
elektriciteitswet 1998 | BWBR0009755
gaswet | BWBR0011440
mijnbouwwet | BWBR0014168
kernenergiewet | BWBR0002402
archiefwet 1995 | BWBR0007376
cw 2016 | BWBR0039429 | comptabiliteitswet 2016
aanbestedingswet 2012 | BWBR0032203 | aanbestedingswet
mededingingswet | BWBR0008691 | mw
telecommunicatiewet | BWBR0009950
mediawet 2008 | BWBR0025028 | mediawet
huisvestingswet 2014 | BWBR0035303
woningwet | BWBR0005181
kieswet | BWBR0004627
wet dieren | BWBR0030250
meststoffenwet | BWBR0004054
wet luchtvaart | BWBR0005555
luchtvaartwet | BWBR0002267
ww | BWBR0004045 | werkloosheidswet
wet wia | BWBR0019057 | wet werk en inkomen naar arbeidsvermogen | wia
aow | BWBR0002221 | algemene ouderdomswet
wajong | BWBR0008657
wvo | BWBR0002399 | wet op het voortgezet onderwijs
wpo | BWBR0003420 | wet op het primair onderwijs
whw | BWBR0005682 | wet op het hoger onderwijs en wetenschappelijk onderzoek
web | BWBR0007625 | wet educatie en beroepsonderwijs
awr | BWBR0002320 | algemene wet inzake rijksbelastingen
wet ib 2001 | BWBR0011353 | wet inkomstenbelasting 2001
wet ob 1968 | BWBR0002629 | wet op de omzetbelasting 1968
invorderingswet 1990 | BWBR0004770
arbeidstijdenwet | BWBR0007671
arbowet | BWBR0010346 | arbeidsomstandighedenwet
alcoholwet | BWBR0002458 | drank- en horecawet | dhw
wok | BWBR0002469 | wet op de kansspelen
wiv 2017 | BWBR0039896 | wet op de inlichtingen- en veiligheidsdiensten 2017
evrm | | europees verdrag voor de rechten van de mens
 | | europees verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden
vweu | 12012E/TXT | verdrag betreffende de werking van de europese unie
veu | 12012M/TXT | verdrag betreffende de europese unie
handvest | 12012P/TXT | handvest van de grondrechten van de europese unie
overeenkomst van parijs | | parijsakkoord | akkoord van parijs | klimaatakkoord van parijs
reglement van orde | | rvo
reglement van orde van de tweede kamer | | reglement van orde van de tweede kamer der staten-generaal
reglement van orde voor de ministerraad | | reglement van orde van de ministerraad
wet medisch-wetenschappelijk onderzoek met mensen | | wmo (medisch)
wet werk en bijstand | | wwb
wet werk en zekerheid | | wwz
wet structuur uitvoeringsorganisatie werk en inkomen | | wet suwi
wet verplichte geestelijke gezondheidszorg | | wvggz
wet zorg en dwang | | wzd
oorlogswet voor nederland |
gezondheids- en welzijnswet voor dieren | | gwwd
"""
_GENERIC = re.compile(
    r"(?:(?:deze|dit|die|dat|genoemde?|voornoemde?|bovengenoemde?|eerstgenoemde?|vorenbedoelde?|zelfde)\s+)?"
    r"(?:rijks)?(?:wet|besluit|regeling|verordening|reglement|richtlijn|beleidsregels?|overeenkomst|verdrag|"
    r"convenant|code|statuut|protocol|akkoord|wetboek|beschikking|circulaire|bijlage)?"
)
_DOTTED = re.compile(r"(?:\w\.){1,6}\w")
_PARTICLE = re.compile(r"(?:de|het|den)\s+(?=\S)")


def _read(table: str) -> tuple[dict[str, str], dict[str, str]]:
    keys: dict[str, str] = {}
    identifiers: dict[str, str] = {}
    last = ""
    for line in table.strip().splitlines():
        key, identifier, *names = (part.strip() for part in line.split("|"))
        last = key or last
        keys.update({name: last for name in (key, *names) if name})
        if identifier:
            identifiers[last] = identifier
            keys.setdefault(identifier.lower(), last)
    return keys, identifiers


_KEYS, _IDENTIFIERS = _read(_TABLE)
LONGEST = max(len(name.split()) for name in _KEYS)
"""The most words that a name in the table has."""


def known_law(name: str) -> str | None:
    """Return the key of a law in the table by one of its names, in lower case and on one line."""
    return _KEYS.get(name)


def canonical(name: str) -> str:
    """Return one spelling of a law's name; empty for words that name none, such as *deze wet*."""
    plain = " ".join(name.lower().replace("’", "'").split()).strip(" ,.;:()'\"")
    plain = plain.replace(".", "") if _DOTTED.fullmatch(plain) else plain
    plain = _PARTICLE.sub("", plain, count=1) if _PARTICLE.match(plain) else plain
    return "" if _GENERIC.fullmatch(plain) else _KEYS.get(plain, plain)


def identifier_of(key: str) -> str | None:
    """Return the BWB identifier or CELEX number of a law by its key, where we are sure of it.

    >>> identifier_of("awb"), identifier_of("32024r1735"), identifier_of("wet op het een en ander")
    ('BWBR0005537', '32024R1735', None)
    """
    if re.fullmatch(r"3\d{4}[a-z]\d{4}", key):
        return key.upper()
    return _IDENTIFIERS.get(key)
