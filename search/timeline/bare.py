"""The words that commitments are made of, whatever they are about."""

from functools import cache

from beleidszoeker.index.dutch.analyser import stem

_WORDS = """
    ik wij zal zullen zeg toe toezeggen toezegging toegezegd uw kamer tweede eerste kamerbrief brief minister
    staatssecretaris kabinet regering informeer informeren geïnformeerd ontvangt ontvangen stuur sturen kom
    komen terug hierover daarover nader verder zomer zomerreces reces winter najaar voorjaar herfst kwartaal
    jaar eind einde begin uiterlijk voor na rond medio volgend volgende dit komend komende januari februari
    maart april mei juni juli augustus september oktober november december half helft week weken maand maanden
    jaarlijks voortgang gesprek gesprekken overleg partijen betrokken resultaten uitkomsten onderzoek
    onderzoeken afspraken uitwerken uitgewerkt opstellen starten werken werkt verwachting samen inzet
"""


@cache
def bare_stems() -> frozenset[str]:
    """Return their stems; made at the first use, since stemming loads a word list."""
    return frozenset(map(stem, _WORDS.split()))
