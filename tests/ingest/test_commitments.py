"""Commitments in sentences of our own: who promises what, to whom, by when; and what only sounds like it."""

from dataclasses import replace
from time import process_time

import pytest
from tests.promising import found, of_kind, text_of

from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.kamervragen.model import Exchange, QuestionSet, Turn
from beleidszoeker.ingest.knowledge.commitments import find_commitments
from beleidszoeker.ingest.knowledge.model import CommitmentKind
from beleidszoeker.ingest.knowledge.text import Text

SECONDS = 10

TO_THE_KAMER = (
    "Ik informeer uw Kamer in het najaar over de uitkomsten.",
    "In het najaar ontvangt uw Kamer de evaluatie.",
    "Ik kom hier voor het zomerreces op terug.",
    "Op de kosten van de brug kom ik na de zomer terug.",
    "De Kamer wordt hierover te zijner tijd geïnformeerd.",
    "De uitkomsten worden met uw Kamer gedeeld.",
    "Zodra de brug klaar is, informeer ik uw Kamer.",
    "Het kabinet onderzoekt de kosten en zal de Kamer daarover voor de zomer informeren.",
    "Ik streef ernaar de Kamer voor de kerst te berichten.",
    "Naar verwachting kan ik uw Kamer in mei informeren.",
    "De verwachting is dat de Kamer in mei kan worden geïnformeerd.",
    "De tellingen verwacht ik in het voorjaar van 2026 met uw Kamer te delen.",
    "Uw Kamer kan de reactie voor de zomer verwachten.",
    "Q3 2025: Kamer wordt geïnformeerd over de brug.",
)
FUTURE = (
    "Het kabinet zal de regeling per 1 januari 2027 openstellen.",
    "Ook zal ik dit betrekken bij de verdere uitwerking.",
    "Het ministerie van Landbouw, Natuur en Voedselkwaliteit zal een loket openen.",
    "Ik ga hierover in gesprek met de fietsers.",
    "Daarom gaan we de bruggen verbreden.",
    "De regeling zal nader worden uitgewerkt.",
    "Het RIVM zal in 2026 de lucht op de brug onderzoeken.",
    "Ik zal mij hiervoor blijven inzetten.",
    "Dat blijven we doen.",
    "Ik ben voornemens een loket te openen.",
    "Het is mijn voornemen om dit wettelijk vast te leggen.",
    "Ik zeg toe dat ik dit uitzoek.",
    "Wij gaan door met de telling.",
)
PRESENT = (
    "Begin 2026 stelt het kabinet de visie vast.",
    "De komende maanden werk ik de regeling uit.",
    "Na de zomer komt de NZa met nieuwe tarieven.",
    "De wet wordt in 2027 geëvalueerd.",
    "In 2026 vindt de telling plaats.",
    "De opening is voorzien in december.",
    "Het voorstel gaat dit najaar in consultatie.",
    "Een besluit hierover volgt in het najaar.",
    "De opening is december 2025 voorzien.",
    "Dit pakken we in 2026 samen met de provincies op.",
    "We voeren het plan voor de bruggen uiterlijk in 2027 uit.",
    "Hierna wordt verkend hoe dit kan.",
    "De eis wordt vanaf heden aangescherpt.",
    "Bij de verdere uitwerking wordt bezien wat dit kost.",
    "Voor 2035 wordt de telling afgerond.",
    "Het streven is om in 2026 een plan te publiceren.",
)
RELATIVE = (
    "Ik werk aan een agenda, waarover ik uw Kamer dit najaar zal berichten.",
    "Het ministerie werkt aan een maatlat, die eind 2026 wordt opgeleverd.",
    "Gemeenten gebruiken het ontwerp dat dit jaar door het Rijk beschikbaar wordt gesteld.",
    "Gemeenten gebruiken het ontwerp dat dit jaar beschikbaar komt.",
    "De fietsers sluiten aan bij het voornemen om jaarlijks aan de Kamer te rapporteren.",
)
TOGETHER = (
    "Overheden gaan samen met ondernemers de bruggen verbreden.",
    "De komende tijd gaan bedrijven, overheden en anderen dit uitwerken.",
    "Provincies en Rijk zullen de paden verlichten.",
    "De komende periode gaan partners verder met de telling.",
)
UNNAMED = (
    "De uitvoering zal met de provincies worden afgestemd.",
    "De telling zal onderdeel zijn van het verdrag.",
    "Als vervolgstap zal ook het loket worden ontwikkeld.",
    "We zullen dit ook bespreken met onze buurlanden.",
    "Daarnaast gaan we de bruggen in beeld brengen.",
    "Het kabinet zal geen nieuwe bruggen meer openen.",
    "De telling zal in mei gereed zijn.",
    "Ook ga ik na of de regels kunnen worden aangepast.",
    "Het kabinet zal bezien of dit kan worden aangepast.",
    "Daarnaast start in 2026 een telling.",
)
UNLISTED = (
    "De minister zal de brug inspecteren.",
    "Wij zullen de Kamerleden rondleiden.",
    "We gaan dit jaar nog een keer schilderen.",
    "Nederland zal die regel blijven uitleggen.",
    "Het kabinet zal de bouw blijven stimuleren, en zoekt ruimte om verder te kunnen gaan.",
    "Wij zullen naar beste kunnen, op basis van de telling waarmee de regio bezig is, komen tot een raming.",
    "De brug zal worden geïnspecteerd.",
    "We maken plannen die deze kabinetsperiode zullen worden uitgevoerd.",
)
DOCUMENTS = (
    "De strategie zal aandacht besteden aan de bruggen.",
    "Daarbij zal de nieuwe fietsvisie de paden beschrijven.",
    "Het herziene actieplan dat in het najaar verwacht wordt, zal de paden beschrijven.",
    "De inzet van het kabinet zal vooral gericht zijn op de bruggen.",
    "Het is de inzet van het kabinet om over een aantal weken met een plan naar de Kamer te komen.",
)
COMING = (
    "Het kabinet verdubbelt per 2026 de bijdrage voor bruggen.",
    "Ik kan dit nu niet verklaren en laat hier nog naar kijken.",
    "De scholen ontvangen met Prinsjesdag de beschikkingen.",
    "Ik zie mij genoodzaakt de eis vast te leggen in een wet.",
)


@pytest.mark.parametrize(
    "sentence",
    TO_THE_KAMER + FUTURE + PRESENT + RELATIVE + TOGETHER + UNNAMED + UNLISTED + DOCUMENTS + COMING,
)
def test_a_promise_is_found(sentence: str) -> None:
    """Future, intention, or present with a term: in any order of words it is one promise."""
    assert [each.kind for each in found(sentence)] == [CommitmentKind.PROMISE]


EXPECTED = (
    "Uit de telling zal blijken of dit werkt.",
    "Dit zal leiden tot lagere kosten.",
    "Naar verwachting zal het verkeer in 2026 groeien.",
    "Het is de vraag of het kabinet dit zal doen.",
    "Als het kabinet dit zou doen, stijgen de kosten.",
    "Het kabinet zal moeten bezuinigen.",
    "Dat is de manier waarop we de bruggen zullen tellen.",
    "Wij zullen meer uitgaven krijgen.",
    "Het kabinet zal last hebben van grote bruggen.",
    "De doelen zullen worden gehaald.",
    "De scholen zullen hierdoor worden getroffen.",
    "Alleen op die manier zal er geld worden gevonden.",
    "De komende jaren worden duizend fietsers bereikt met acties gericht op bruggen.",
)
OTHERS = (
    "Bedrijven zullen moeten investeren.",
    "De Europese Commissie zal in 2026 een voorstel publiceren.",
    "Gemeenten zullen in 2026 hun plannen indienen.",
    "De brug wordt in 2026 door de fietsersbond geopend.",
    "„Ik zal de brug openen”, zei de wethouder.",
    "De politiepost wordt in 2026 vervangen door een kleine.",
    "De Europese strategie zal aandacht besteden aan bruggen.",
    "Het kabinet acht nakoming van de toezegging gedaan door rijke landen van belang.",
)
TOLD_ONLY = (
    "Met de provincies worden afspraken gemaakt.",
    "De eis wordt aangescherpt.",
    "De uitkomsten worden meegenomen in de visie.",
    "We richten hiervoor een fonds op.",
    "We werken dit samen met de provincies uit.",
    "Nu informeer ik uw Kamer over de telling.",
    "Op dit moment wordt nog onderzocht wat dit kost.",
    "Hiermee voorkomen we dat we later gaan betalen.",
    "Nederland moet een land blijven om in te fietsen.",
    "In 2040 wordt elke brug verlicht.",
    "In de periode tot en met 2040 wordt ingezet op bruggen.",
    "Het gaat om plannen die in 2026 worden vastgesteld.",
    "Mede namens de minister van Financiën bied ik u de antwoorden aan.",
    "Graag informeer ik uw Kamer over de telling.",
    "Ik deel de zorgen van uw Kamer over de bruggen.",
    "Het kabinet gaat ervan uit dat bedrijven zich aan de wet houden.",
    "Nederland zal afhankelijk blijven van bruggen.",
    "Hieronder ga ik in op de vragen.",
    "Voor een beter begrip zal ik wat dieper ingaan op de telling.",
    "Het kabinet blijft zich inzetten voor bruggen.",
    "De wet schrijft voor dat overheden overleg zullen voeren.",
    "Decentrale overheden gaan de bruggen verbreden.",
)
"""Without a future of its own, the present tells what is so."""
NOT_TO_COME = (
    "Het kabinet heeft in 2024 besloten de brug te openen.",
    "Op 3 februari 2025 is uw Kamer geïnformeerd.",
    "Uw Kamer heeft in mei de telling ontvangen.",
    "Ik werk aan een oplossing.",
    "Ik ben in gesprek met de sector.",
    "Het kabinet wil dit in 2030 bereiken.",
    "Het kabinet hecht eraan dat dit goed gebeurt.",
    "Later in deze brief kom ik hierop terug.",
    "Met deze brief informeer ik uw Kamer over de telling.",
    "Hierbij zend ik u de antwoorden.",
    "De emissies worden elk jaar gemeten.",
    "In artikel 3 wordt bepaald dat gemeenten dit melden.",
    "Ik zal de brug niet openen.",
)


@pytest.mark.parametrize("sentence", EXPECTED + OTHERS + TOLD_ONLY + NOT_TO_COME)
def test_what_binds_nobody_is_no_commitment(sentence: str) -> None:
    """Expectations, conditions, acts of others, what was done and what is going on promise nothing."""
    assert found(sentence) == []


EARLIER = {
    "Ik heb uw Kamer toegezegd om hierop terug te komen.": "reported",
    "Tijdens het debat is toegezegd dat de cijfers worden gedeeld.": "reported",
    "De toezegging aan het lid De Wit om dit uit te zoeken staat nog open.": "reported",
    "Ook heb ik aangegeven dat ik uw Kamer voor de zomer zal informeren.": "reported",
    "In de brief van mei is gemeld dat het kabinet uw Kamer, zodra dat kan, goed informeert.": "reported",
    "Hiermee wordt tegemoet gekomen aan de motie van het lid De Wit.": "fulfilled",
    "Hiermee doe ik mijn toezegging gestand.": "fulfilled",
    "Met deze brief geef ik uitvoering aan de motie van het lid De Wit.": "fulfilled",
    "Hierbij stuur ik u, zoals toegezegd, de telling.": "fulfilled",
    "Hiermee is de motie afgedaan.": "fulfilled",
    "Er wordt reeds conform de motie van uw Kamer gehandeld.": "fulfilled",
    "Omdat scholen dit zelf moeten doen, wordt al conform de motie gehandeld.": "fulfilled",
    "Wij hebben afgesproken om te komen tot een telling.": "reported",
    "Ik heb aangegeven dat het de bedoeling is dat wij dat gesprek gaan voeren.": "reported",
    "Ik handel hiermee conform de motie-De Wit.": "fulfilled",
    "Zoals toegezegd ben ik in gesprek gegaan met de fietsers.": "fulfilled",
    "Zoals toegezegd zal ik uw Kamer in het najaar informeren.": "promise",
    "De motie zal worden uitgevoerd.": "promise",
}


@pytest.mark.parametrize(("sentence", "kind"), EARLIER.items())
def test_what_was_promised_before_is_told_apart(sentence: str, kind: str) -> None:
    """A promise that was made is reported, one that is kept is fulfilled, one still to be kept a promise."""
    assert [each.kind.value for each in found(sentence)] == [kind]


def test_a_motion_that_only_asks_is_no_commitment() -> None:
    """What the Kamer asks, the government has not promised."""
    assert (
        found("De motie-De Wit verzoekt de regering een plan te maken.", "De heer De Wit dient een motie in.")
        == []
    )


def test_a_record_says_who_what_to_whom_and_by_when() -> None:
    """Each part of a promise is a span of the text, the term with its days."""
    text = text_of("Ik zeg uw Kamer toe dat ik de brug uiterlijk 1 juli open.")
    (commitment,) = find_commitments(text)
    written = text.document.text
    assert commitment.promiser.value == "minister van Verkeer en Waterstaat"
    assert written[commitment.promiser.start : commitment.promiser.end] == "Ik"
    assert commitment.role == "minister"
    assert commitment.recipient
    assert commitment.recipient.value == "Tweede Kamer"
    assert written[slice(*commitment.act)] == "ik de brug uiterlijk 1 juli open"
    assert commitment.term
    assert written[commitment.term.start : commitment.term.end] == "uiterlijk 1 juli"
    assert (commitment.term.since, commitment.term.until) == (None, "2025-07-01")


@pytest.mark.parametrize(
    ("sentence", "role", "promiser"),
    [
        ("We zullen de brug openen.", "cabinet", "kabinet"),
        ("Het kabinet zal de brug openen.", "cabinet", "Het kabinet"),
        ("De minister van Financiën zal de brug openen.", "minister", "De minister van Financiën"),
        ("Mijn ministerie zal de brug openen.", "minister", "Mijn ministerie"),
        ("Rijkswaterstaat zal de brug openen.", "other", "Rijkswaterstaat"),
        ("De brug zal worden aangepast.", "minister", "minister van Verkeer en Waterstaat"),
    ],
)
def test_who_promises_has_a_role(sentence: str, role: str, promiser: str) -> None:
    """Who is named binds itself; where nobody is, the letter's author does."""
    (commitment,) = found(sentence)
    assert (commitment.role, commitment.promiser.value) == (role, promiser)


def test_a_region_promises_in_its_own_report_only() -> None:
    """Municipalities speak for themselves in the report of their region; in a letter of a minister not."""
    sentence = "De gemeenten zullen in 2026 een loket openen."
    report = of_kind("voortgangsrapportage", "Regio Hoogland")
    assert [(each.role, each.promiser.value) for each in found(sentence, metadata=report)] == [
        ("region", "De gemeenten")
    ]
    assert found(sentence) == []


@pytest.mark.parametrize("kind", ["rapport", "regeling", "motie"])
def test_a_report_by_others_promises_nothing(kind: str) -> None:
    """What an adviser or a law says that the government will do is not the government's word."""
    assert found("Het kabinet zal de brug openen.", metadata=of_kind(kind)) == []


def test_a_fiche_speaks_for_who_is_named() -> None:
    """In a fiche on a proposal what *will be introduced* is proposed by others."""
    fiche = of_kind("bnc-fiche", "ministerie van Financiën")
    assert found("De eis zal worden ingevoerd.", metadata=fiche) == []
    assert len(found("Het kabinet zal de Commissie hierover bevragen.", metadata=fiche)) == 1


def test_in_a_debate_only_members_of_government_promise() -> None:
    """The same words bind a minister and not a member."""
    debate = replace(of_kind("handelingen"), date=None)
    sentence = "Ik zal de Kamer daarover informeren."
    (said,) = found(sentence, metadata=debate, section="Minister De Wit")
    assert said.promiser.value == "minister De Wit"
    assert found(sentence, metadata=debate, section="Mevrouw De Wit (VDW)") == []
    assert found("Ik zal eerst de vragen beantwoorden.", metadata=debate, section="Minister De Wit") == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Dat gesprek ga ik aan, maar met reserves.", 1),
        ("Ik zou graag toezeggen dat bij die aanpak te verhelderen.", 1),
        ("In die aanpak zullen we de maatregelen schetsen.", 1),
        ("Ik schets dat in de aanpak waarmee we komen.", 1),
        ("Ik kom daar schriftelijk op terug.", 1),
        ("Ik zal die vragen schriftelijk beantwoorden.", 1),
        ("Ik zal mijn collega vragen om dat op te pakken.", 1),
        ("De motie zal mijn collega voor zijn rekening nemen.", 0),
        ("Dan ga ik naar het onderwerp bruggen.", 0),
        ("Ik zal het daarbij laten.", 0),
        ("Ik zal het kort houden.", 0),
        ("We gaan zien hoe dit uitpakt.", 0),
    ],
)
def test_what_a_minister_says_of_the_turn_itself_is_no_promise(sentence: str, count: int) -> None:
    """In a debate an act outside the hall counts, and what comes next in the speech does not."""
    debate = replace(of_kind("handelingen"), date=None)
    assert len(found(sentence, metadata=debate, section="Minister De Wit")) == count


def test_a_question_is_no_promise() -> None:
    """What members ask is theirs, with a question mark or without."""
    text = text_of("Het kabinet zal de brug openen.", "Ik zal de brug openen.", "Zal ik de brug openen?")
    asked = Exchange((1,), (Turn((0, 0), text.sentences[0]),), None)
    answered = Text(text.document, text.metadata, text.sentences, QuestionSet((asked,)))
    assert [each.start for each in find_commitments(answered)] == [text.sentences[1][0]]


def test_what_stands_above_a_list_promises_its_items() -> None:
    """*Het kabinet zal:* binds to each item, and to nothing behind the list."""
    sentences = ("Het kabinet zal:", "de bruggen openen;", "een pad ontwerpen.", "De brug is mooi.")
    assert [each.start for each in found(*sentences, kinds=".ii.")] == [0, 17, 36]
    assert found("De brug is:", "te verven;", kinds=".i") == []


@pytest.mark.parametrize("item", ["De noodzaak van bruggen.", "Het openen en tellen van bruggen."])
def test_an_item_that_names_no_act_promises_nothing(item: str) -> None:
    """A list of nouns under a promise only says what that is about."""
    assert [each.start for each in found("Het kabinet zal:", item, kinds=".i")] == [0]


def test_a_list_of_names_promises_nothing() -> None:
    """Behind a preposition stand names, whatever verbs they are made of."""
    assert len(found("Hieraan zal aandacht worden gegeven:", "Bruggen openen.", kinds=".i")) == 2
    assert len(found("Er zal aandacht worden gegeven aan:", "Bruggen openen.", kinds=".i")) == 1


def test_the_term_of_what_a_plan_brings_goes_before_vague_words() -> None:
    """*De komende periode* names no day; the day of the plan does."""
    (commitment,) = found(
        "De komende periode zal het kabinet gebruiken om te werken aan een plan voor 2026-2029, "
        "dat eind dit jaar gepresenteerd zal worden."
    )
    assert commitment.term
    assert commitment.term.until == "2025-12-31"


def test_a_past_day_is_no_term() -> None:
    """A promise does not end before the document was written."""
    (commitment,) = found("Na de telling in 2023 zal ik de brug openen.")
    assert commitment.term is None


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("Het kabinet zal de brug openen.", 0), ("Het plan zal in mei aan uw Kamer worden aangeboden.", 1)],
)
def test_a_note_promises_only_what_it_tells_the_kamer(sentence: str, count: int) -> None:
    """A footnote cites what others will do; what the Kamer will get is the document's own word."""
    text = text_of(sentence)
    note = replace(text.document.blocks[0], kind=BlockKind.FOOTNOTE)
    noted = ParsedDocument(text.document.text, (note,))
    assert len(list(find_commitments(Text(noted, text.metadata, text.sentences)))) == count


@pytest.mark.parametrize(
    "fragment",
    [
        "zal worden ",
        "motie invulling aan ",
        "wij, dat ",
        "in het najaar van ",
        "voor het ",
        "„ik zal ",
        "a.",
        "1 mei ",
        "gezegd dat ",
        "overheden gaan ",
        "op te ",
        ", die in 2026 wordt ",
        "zal worden geteld ",
        ", komen waarmee wij zullen ",
        "hebben wij afgesproken om te ",
        "inzet van het kabinet om ",
        "conform de motie , moeten ",
        "ben bereid om te tellen, ",
        "dat is een toezegging, ",
        "en kom daar op terug, maar ik ",
        "laten we dat ",
    ],
)
def test_a_repeated_fragment_costs_time_in_proportion(fragment: str) -> None:
    """However a document repeats itself, reading it costs time in proportion to its length."""
    sentence = "Ik " + fragment * (1400 // len(fragment))
    text = text_of(*[sentence] * (400_000 // len(sentence)))
    began = process_time()
    list(find_commitments(text))
    assert process_time() - began < SECONDS
