"""The word lists of the checks: words folded as ``Said.words`` has them, stems as the analyser makes them."""

from types import MappingProxyType

from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.index.dutch.dates import MONTHS

_ORDINALS = """
eerste tweede derde vierde vijfde zesde zevende achtste negende tiende laatste volgende vorige helft
"""
_SEASONS = "voorjaar zomer najaar herfst winter lente begin eind einde medio"
ORDER_AND_TIME = frozenset((*_ORDINALS.split(), *MONTHS, *_SEASONS.split()))
"""Words that are as good as a number."""

_WHEN = "na voor vóór voór vanaf sinds tot uiterlijk"
WHEN = frozenset(_WHEN.split())
"""Words before a date that make it another time."""

_ACTORS = """
kabinet regering minister ministerie staatssecretaris kamer rijk overheid provincie gemeente waterschap
bedrijf onderneming regio commissie college raad onderzoeker inwoner bewoner burger partner
"""
ACTORS = frozenset(map(stem, _ACTORS.split()))
"""Stems of who acts without a name."""

_TO = "aan voor naar tegen namens"
_PREPOSITIONS = "door in van met bij op uit om over tussen onder volgens tot en of"
_DETERMINERS = "de het een deze die dit dat onze zijn haar hun alle beide andere"
_SPEAKERS = "ik mij me mijn wij we ons onze u uw jij je jouw"
TO = frozenset(_TO.split())
"""Words before an actor that give it another part than that of who acts."""
PREPOSITIONS = TO | frozenset(_PREPOSITIONS.split())
DETERMINERS = frozenset(_DETERMINERS.split())
SPEAKERS = frozenset(_SPEAKERS.split())

_NEGATIONS = "niet geen nooit niemand niets nergens noch zonder evenmin geenszins nee nauwelijks"
NEGATIONS = frozenset(_NEGATIONS.split())
ABSOLUTE = frozenset(("nooit", "niemand", "niets", "nergens", "geenszins", "noch"))
"""Negations that say more than *niet*."""
FEW = frozenset(("weinig", "zelden", "moeilijk", "slecht"))
"""Nearly negations: what stands with one may not be said without it."""

_RESERVES = {
    "possible": """kan kunnen kon konden kunt mogelijk mogelijke mogelijkerwijs wellicht misschien eventueel
        eventuele zou zouden waarschijnlijk lijkt lijken vermoedelijk dreigt dreigen""",
    "meant": """wil willen wilde wilden beoogt beogen beoogd streeft streven voornemen voornemens bedoeling
        voorzien gepland plan plannen verwacht verwachten verwachting hoopt hopen""",
    "weighed": "overweegt overwegen verkent verkennen gesproken besproken bespreekt bespreken",
    "obliged": "moet moeten moest moesten dient dienen verplicht verplichten",
    "allowed": "mag mogen mocht mochten",
    "conditional": "indien mits tenzij voorwaarde voorwaarden",
    "only": "alleen slechts uitsluitend enkel",
    "all": "alle allen ieder iedere elk elke altijd overal volledig volledige geheel",
    "partly": "sommige deels gedeeltelijk enkele vaak soms meestal grotendeels bijna vooral meeste",
    "at least": "minstens minimaal ruim tenminste",
    "at most": "hooguit maximaal hoogstens",
    "told": """volgens vindt vinden meent menen denkt denken zegt zeggen stelt adviseert adviseren advies
        vraagt vragen verzoekt verzoeken pleit beweert vreest verwachten verwacht""",
}
RESERVES = MappingProxyType({name: frozenset(words.split()) for name, words in _RESERVES.items()})
"""Kinds of reserve, and the words that make them."""

_OPPOSITES = """
meer minder, meest minst, hoog laag, groot klein, veel weinig, vroeg laat, eerder later, stijgen dalen,
toenemen afnemen, toename afname, verhogen verlagen, versnellen vertragen, vergroten verkleinen,
verbeteren verslechteren, uitbreiden inkrimpen, beginnen eindigen, beginnen afronden, starten afronden,
starten stoppen, binnen buiten, boven onder, voor tegen, open dicht, voordeel nadeel, voordelig nadelig,
publiek privaat, tijdelijk structureel, toekennen reserveren, aanvragen verlenen, aannemen verwerpen,
steunen afwijzen, snel langzaam, lang kort, nieuw bestaand, noord zuid, oost west, ruim krap, vrij bezet,
met zonder, inclusief exclusief
"""
OPPOSITES = tuple(tuple(map(stem, pair.split())) for pair in _OPPOSITES.split(","))
"""Pairs of stems that say the opposite."""

_NEUTRAL = """
aantal bedrag bestaan bestaat betreft betreffen blijkt bleek blijken euro gaan gaat gebeurt gebeuren geldt
gelden genoemd geweest houdt inhouden komen komt krijgen krijgt kreeg liggen ligt maken maakt noemt noemen
programma project sprake staan staat stonden telt tellen totaal volgt volgen vindt plaats zin onderdeel
document brief rapport rapportage nota bron stuk stukken
"""
NEUTRAL = frozenset(map(stem, _NEUTRAL.split()))
"""Stems of words that a sentence may add: they bind, and claim nothing."""
