"""Ways to promise, each with what only looks like it, in sentences of our own."""

from dataclasses import replace

import pytest
from tests.promising import found, of_kind

from beleidszoeker.ingest.knowledge.model import CommitmentKind

DEBATE = replace(of_kind("handelingen"), date=None)

IN_PASSING = (
    "De telling die wij gaan doen, is om te zien wat de bruggen kosten.",
    "Bij de bijeenkomsten die wij gaan houden, wordt ook over bruggen gesproken.",
    "In de brief die ik zal sturen, staat dat ook.",
    "De afspraken die ik met de provincies ga maken, gaan daar ook over.",
)
RELIED_ON = (
    "Daar kunt u op rekenen.",
    "U kunt erop rekenen dat wij dat doen.",
    "U mag ervan uitgaan dat ik dat regel.",
    "De heer De Wit en de andere indieners kunnen erop rekenen dat wij dat blijven doen.",
    "Ik kan u verzekeren van onze inzet.",
    "Ik verzeker u van de steun van het kabinet.",
    "Ik kan u verzekeren dat ik mij daarvoor zal inzetten.",
)
PLANNED = (
    "De volgende ronde is voorzien rond 1 juni.",
    "De bouw is gepland voor volgend jaar.",
    "Het is de bedoeling dat er elke drie maanden een telling start.",
    "Het is de bedoeling dat de telling in mei start.",
    "De bedoeling is dat het loket in 2026 opengaat.",
    "De planning is dat het in mei klaar is.",
    "Het is de bedoeling dat de regels volgend jaar worden aangepast.",
    "Het plan is om dit voor de zomer te doen.",
    "We willen in mei bijeenkomsten gaan houden.",
    "Ik wil in september met de telling beginnen.",
    "We proberen dat in mei te doen.",
    "Ik heb mij voorgenomen om met de fietsers te spreken.",
    "Ik denk dat ik daar voor de zomer op terug kan komen.",
    "Dat gebeurt volgend jaar.",
)
GOING_ON = (
    "Dan gaan wij op dezelfde weg voort.",
    "Daar gaan we mee door.",
    "Ik blijf erop hameren.",
    "Vervolgens wordt de Kamer regelmatig geïnformeerd.",
    "Voortaan wordt de Kamer met grote regelmaat geïnformeerd.",
)
DONE_FOR_YOU = (
    "Ik zal een belletje laten plegen met de vraag of dat verstandig is.",
    "Ik zal ook bij de fietsersbond om uitleg vragen.",
    "Ja, dat gaan we zeker doen, maar als u er nog een ziet, laat het dan niet na.",
    "Dat laat ik nakijken.",
    "Dat doe ik dan per brief.",
    "Ik doe dat schriftelijk.",
    "Ik stuur daar een briefje over.",
    "Ik zorg voor een brief.",
    "Ik zorg dat u dat overzicht krijgt.",
    "Ik schrijf de gemeenten een brief.",
    "Ik neem dat op in de brief.",
    "Ik neem dat op met mijn collega.",
    "Dat breng ik in bij het overleg van volgende week.",
    "Ik zie erop toe dat dat gebeurt.",
    "Ik houd dat in de gaten.",
    "Ik hou de vinger aan de pols.",
    "Ik vind dat een goed idee en zal dat oppakken.",
    "Ik sta open voor die suggestie en zal die bekijken.",
    "U krijgt het van mij.",
    "Dat krijgt u nog.",
    "In de volgende rapportage zal ik daarbij stilstaan.",
)
COMING = (
    "Dat gaat gebeuren.",
    "Ja, dat zal zeker gebeuren.",
    "Komt in orde.",
    "Dat komt voor elkaar.",
    "Daar komt een brief over.",
    "Er komt een meldpunt.",
    "Er komt in het najaar een conferentie.",
    "Dat komt terug in de evaluatie.",
)
SAID = IN_PASSING + RELIED_ON + PLANNED + GOING_ON + DONE_FOR_YOU + COMING

NOT_IN_PASSING = (
    "De heer De Wit vraagt naar de maatregelen die wij gaan nemen.",
    "Als de maatregelen die wij gaan nemen niet werken, is dat jammer.",
    "De telling die wij niet gaan doen, is die van de bruggen.",
    "De vragen die ik ga beantwoorden, gaan over bruggen.",
    "De motie die ik ga ontraden, is die van de heer De Wit.",
    "De gevolgen die wij gaan merken, zijn groot.",
    "De maatregelen die gemeenten gaan nemen, zijn bekend.",
)
NOT_RELIED_ON = (
    "U kunt erop rekenen dat dit gevolgen heeft.",
    "U kunt erop rekenen dat wij dat weten.",
    "U kunt er niet op rekenen dat wij dat doen.",
    "Gemeenten kunnen erop rekenen dat ze geld krijgen.",
    "U mag ervan uitgaan dat de wet geldt.",
    "Ik kan u verzekeren dat het goed gaat.",
    "Ik kan u verzekeren van de juistheid van de cijfers.",
)
NOT_PLANNED = (
    "De top is voorzien in juni.",
    "Het debat is gepland in juni.",
    "De verkiezingen zijn voorzien in mei.",
    "Het is niet de bedoeling dat er elk jaar een telling komt.",
    "Het was de bedoeling dat er in mei een telling kwam.",
    "De bedoeling van de motie is dat er elk jaar een telling komt.",
    "Het is de bedoeling dat gemeenten in mei starten.",
    "Het is de bedoeling dat scholen in 2026 klaar zijn.",
    "Wij willen in 2026 meer bruggen.",
    "Wij willen in mei weten hoe het gaat.",
    "We willen met de heer De Wit beginnen.",
    "We proberen duidelijk te zijn.",
    "Dat gebeurt elk jaar.",
    "Dat gebeurt steeds vaker in de zomer.",
    "We hebben afgesproken dat er geen telling komt.",
    "We hebben afgesproken dat het kort blijft.",
)
NOT_GOING_ON = (
    "We gaan daar in eerste termijn mee door.",
    "Ik blijf herhalen dat het goed gaat.",
    "Ik blijf vinden dat we dat moeten doen.",
    "Ik blijf bij mijn oordeel.",
    "De Kamer wordt regelmatig geïnformeerd.",
)
NOT_DONE_FOR_YOU = (
    "Ik breng ook nog even het onderzoek van de fietsersbond in herinnering.",
    "Ik vind dat onderzoek belangrijk.",
    "Ik stel voor dat ik daar in tweede termijn op terugkom.",
    "Ik begin met de vraag van de heer De Wit.",
    "Ik zal ingaan op de vraag of dat kan.",
    "Ik zal de vragen over de evaluatie beantwoorden.",
    "Dat doe ik niet per brief.",
    "Ik zorg al jaren dat dit goed gaat.",
    "Ik neem dat hoog op.",
    "Ik neem het op voor de fietsers.",
    "U krijgt het woord.",
)
NOT_COMING = (
    "Dat gaat niet gebeuren.",
    "Dat zal waarschijnlijk gebeuren.",
    "Er gaat veel gebeuren.",
    "Ik denk dat dat gaat gebeuren.",
    "Daar komt kritiek over.",
    "Er komt een campagne van de fietsersbond.",
    "Dat komt terug in de cijfers.",
)
UNSAID = NOT_IN_PASSING + NOT_RELIED_ON + NOT_PLANNED + NOT_GOING_ON + NOT_DONE_FOR_YOU + NOT_COMING

WRITTEN = (
    "De brief die ik uw Kamer voor de zomer stuur, gaat hierop in.",
    "De maatregelen die het kabinet gaat nemen, worden in het najaar bekend.",
    "Ik kom hier in een aparte brief op terug.",
    "Hierop kom ik terug in de brief die ik u dit najaar doe toekomen.",
    "Ik ga hierover graag het gesprek aan met de provincies.",
    "In de kabinetsreactie worden deze cijfers meegenomen.",
    "De uitkomsten worden betrokken bij de verdere uitwerking van de regeling.",
    "Dit neem ik mee in de volgende voortgangsrapportage.",
    "Bij de evaluatie kijk ik ook naar de kosten.",
    "De campagne zal dit jaar starten.",
    "Het fonds zal in 2026 operationeel zijn.",
    "Ik dien voor de zomer een wetsvoorstel in.",
    "Ik open in mei een loket.",
    "Het streven is de wet per 1 januari 2026 in werking te laten treden.",
    "Ik streef naar publicatie in het voorjaar.",
    "Ik verwacht in het voorjaar een besluit te kunnen nemen.",
)
UNWRITTEN = (
    "De brief die ik uw Kamer stuurde, gaat over bruggen.",
    "De brief die ik uw Kamer elk jaar stuur, gaat over bruggen.",
    "Het is onbekend welke maatregelen het kabinet gaat nemen.",
    "Als de stappen die het kabinet gaat zetten niet helpen, is dat jammer.",
    "De gemeente gaat het gesprek aan met bewoners.",
    "In deze reactie worden de cijfers meegenomen.",
    "De telling is meegenomen in de evaluatie.",
    "Dit wordt al meegenomen in de evaluatie.",
    "De cijfers worden door gemeenten meegenomen in de evaluatie.",
    "Ik neem u mee in de uitwerking.",
    "De bedrijven zullen in 2026 starten.",
    "De Europese campagne zal dit jaar starten.",
    "Het streven is eind 2026 te starten met het tellen.",
    "Het kabinet streeft naar vermindering van de uitstoot in 2030.",
    "Gemeenten streven naar publicatie in het voorjaar.",
    "Het is de bedoeling dat de uitstoot in 2030 is gehalveerd.",
    "Ik verken graag nieuwe wegen.",
)


@pytest.mark.parametrize("sentence", SAID)
def test_what_a_minister_says_aloud_binds(sentence: str) -> None:
    """A promise in passing, one to rely on, a plan with its term, a service: each is a promise."""
    kinds = [each.kind for each in found(sentence, metadata=DEBATE, section="Minister De Wit")]
    assert kinds == [CommitmentKind.PROMISE]


@pytest.mark.parametrize("sentence", UNSAID)
def test_what_only_sounds_like_it_binds_nobody(sentence: str) -> None:
    """What others will do, what is so, asked or denied, and what comes next in the turn is none."""
    assert found(sentence, metadata=DEBATE, section="Minister De Wit") == []


@pytest.mark.parametrize("sentence", SAID)
def test_a_member_binds_nobody(sentence: str) -> None:
    """The same words of a member of parliament promise nothing."""
    assert found(sentence, metadata=DEBATE, section="De heer De Wit (VVD)") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij hebben afgesproken dat er een telling komt.",
        "We hebben met de provincies afgesproken dat er meer bruggen komen.",
    ],
)
def test_what_was_agreed_is_reported(sentence: str) -> None:
    """That something was agreed to come is told of an earlier promise."""
    kinds = [each.kind for each in found(sentence, metadata=DEBATE, section="Minister De Wit")]
    assert kinds == [CommitmentKind.REPORTED]


@pytest.mark.parametrize("sentence", WRITTEN)
def test_what_a_letter_says_binds(sentence: str) -> None:
    """A letter to come, a paper in which something is kept, a definite act that is aimed at."""
    assert [each.kind for each in found(sentence)] == [CommitmentKind.PROMISE]


@pytest.mark.parametrize("sentence", UNWRITTEN)
def test_what_a_letter_only_tells_binds_nobody(sentence: str) -> None:
    """What was done or is done every year, acts of others, and aims without an act."""
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("Het is de bedoeling dat de telling in mei 2026 start.", "2026-05-31"),
        ("De planning is dat het loket in 2026 opengaat.", "2026-12-31"),
        ("De brief die ik uw Kamer voor de zomer stuur, gaat hierop in.", "2025-06-21"),
        ("Ik streef naar publicatie in het voorjaar van 2026.", "2026-06-21"),
        ("Het fonds zal in 2026 operationeel zijn.", "2026-12-31"),
    ],
)
def test_terms_go_with_them(sentence: str, until: str) -> None:
    """The term that stands in the clause is the promise's."""
    terms = [each.term for each in found(sentence)]
    assert [term and term.until for term in terms] == [until]


@pytest.mark.parametrize("term", ["elke drie maanden", "ieder kwartaal", "elke week", "iedere twee jaar"])
def test_what_recurs_is_a_term_in_words(term: str) -> None:
    """A term that comes back names no day, and its words are kept."""
    sentence = f"Het is de bedoeling dat er {term} een telling start."
    (commitment,) = found(sentence)
    assert commitment.term is not None
    assert (commitment.term.until, sentence[commitment.term.start : commitment.term.end]) == (None, term)
