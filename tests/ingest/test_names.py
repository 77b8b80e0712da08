"""Names in running text: spans, what they are linked to, and what is none."""

import time
from itertools import pairwise

import pytest

from beleidszoeker.ingest.knowledge.names.mentions import mentions_in

POLICY = "Het MIEK, de NOVEX en de Nota Ruimte gaan hierover. "
"""Three programmes, so that a document is one of policy."""


def named(text: str, *, themes: bool = False) -> list[tuple[str, str]]:
    found = mentions_in(text)
    assert all(" ".join(text[each.start : each.end].split()) == each.surface for each in found)
    return [(each.surface, each.key) for each in found if themes or each.kind.value != "theme"]


@pytest.mark.parametrize(
    ("text", "surface", "key"),
    [
        ("De NOVEX-gebieden liggen vast.", "NOVEX", "novex"),
        ("Alle MIEK-projecten lopen.", "MIEK", "miek"),
        ("Op het Chemelot-terrein wordt gebouwd.", "Chemelot", "chemelot"),
        ("De Regio Deals lopen af.", "Regio Deals", "regio-deal"),
        ("de regiodeals", "regiodeals", "regio-deal"),
        ("een REGIO DEAL", "REGIO DEAL", "regio-deal"),
        ("De Regio Deal Zuid-Limburg loopt.", "Regio Deal Zuid-Limburg", "regio-deal"),
        ("de Regio Deal Midden- en West-Brabant", "Regio Deal Midden- en West-Brabant", "regio-deal"),
        ("alle pCES’en samen", "pCES’en", "cluster-energiestrategie"),
        ("de Kennis- en Innovatieagenda’s", "Kennis- en Innovatieagenda’s", "kia"),
        ("Regio Deal Noordoost-Fryslân, een deal", "Regio Deal Noordoost-Fryslân", "regio-deal"),
        ("in elke woondealregio", "woondeal", "woondeal"),
        ("de Woondeals", "Woondeals", "woondeal"),
        ("met maatwerkafspraken erbij", "maatwerkafspraken", "maatwerkafspraken"),
        ("het nationaal programma verduurzaming industrie", None, "npvi"),
        ("het Nationale Programma Verduurzaming Industrie", None, "npvi"),
        ("het Meerjarenprogramma Infrastructuur,\nRuimte en Transport", None, "mirt"),
        ("het Nationaal Programma\nLandelijk Gebied", "Nationaal Programma Landelijk Gebied", "nplg"),
        ("het Rotterdam-\nMoerdijkse", None, None),
        ("cluster Rotterdam-\nMoerdijk", "Rotterdam- Moerdijk", "rotterdam-moerdijk"),
        ("het cluster Rotterdam/Moerdijk", "Rotterdam/Moerdijk", "rotterdam-moerdijk"),
        ("Zeeland–West-Brabant is een cluster", "Zeeland–West-Brabant", "zeeland-west-brabant"),
        ("Cluster 6 omvat veel", "Cluster 6", "cluster-6"),
        ("een subsidie uit de SDE++.", "SDE++", "sde"),
        ("Elke regio telt! is een advies", "Elke regio telt!", "elke-regio-telt"),
        ("het Klimaatakkoord", "Klimaatakkoord", "klimaatakkoord"),
        ("het klimaatakkoord", "klimaatakkoord", "klimaatakkoord"),
        ("het Akkoord van Parijs", "Akkoord van Parijs", "overeenkomst-van-parijs"),
        ("De provincies maken een pMIEK.", "pMIEK", "pmiek"),
        ("de gemeente Sittard-Geleen", "gemeente Sittard-Geleen", "gemeente-sittard-geleen"),
        ("in ’s-Hertogenbosch", "’s-Hertogenbosch", "gemeente-s-hertogenbosch"),
        ("in Súdwest-Fryslân", "Súdwest-Fryslân", "gemeente-sudwest-fryslan"),
        ("de provincie Limburg", "provincie Limburg", "provincie-limburg"),
        ("TenneT en anderen", "TenneT", "tennet"),
        ("het ministerie van Klimaat en Groene Groei", None, "min-kgg"),
        ("Zuid-Limburg", "Zuid-Limburg", "regio-zuid-limburg"),
        ("de Euregio Maas-Rijn", "Euregio Maas-Rijn", "regio-euregio-maas-rijn"),
        ("Interreg Duitsland-Nederland loopt", "Interreg Duitsland-Nederland", "interreg"),
        ("op het Chemelotterrein", "Chemelot", "chemelot"),
        ("het programma Regio's aan de grens", "programma Regio's aan de grens", "regio-aan-de-grens"),
        ("het Integraal Zorg Akkoord", "Integraal Zorg Akkoord", "iza"),
    ],
)
def test_a_name_is_linked(text: str, surface: str | None, key: str | None) -> None:
    """A name is found as a whole, in its inflections and broken over lines, and linked to its entry."""
    found = named(text)
    if key is not None:
        assert [each for _, each in found] == [key]
    if surface is not None:
        assert [each for each, _ in found] == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "Het programma loopt, dit plan ook, en de aanpak is een deal.",
        "Dit is het beste; wie het best doet, heel goed.",
        "Best een goed idee. Epe heeft hij gezegd.",
        "Zie https://www.novex.nl/MIEK/NOVEX en NOVEX@voorbeeld.nl.",
        "Het lid Van Utrecht en mevrouw Westerveld vroegen dit.",
        "De werkgroep sprak met de heer Van Breda.",
        "Met mirt en novi als woorden in kleine letters.",
        "De CES in Las Vegas.",
        "Het pas gebouwde huis.",
        "Er zijn sterke regio's aan de grens.",
        "In cluster 6 zitten vier leerlingen.",
        "Geannoteerde Agenda Bestuur",
        "Kenmerk KGG_ABC, RVO_DEF",
        "Noordoost-Utrecht",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    """Generic words, ordinary words, addresses and surnames are no names."""
    assert named(text) == []


def test_a_name_behind_its_brackets_is_one_of_its_own() -> None:
    """The abbreviation behind a written-out name counts beside it."""
    text = "Het Nationaal Programma Verduurzaming Industrie (NPVI) loopt."
    assert [surface for surface, _ in named(text)] == [
        "Nationaal Programma Verduurzaming Industrie",
        "NPVI",
    ]


def test_names_inside_a_longer_one_are_left_out() -> None:
    """The longest span wins, but a programme and a place beside each other are two."""
    assert [key for _, key in named("Regio Deal Parkstad Limburg")] == ["regio-deal"]
    assert [key for _, key in named("NOVEX-gebied Rotterdam")] == ["novex", "gemeente-rotterdam"]
    assert [key for _, key in named("Havenbedrijf Rotterdam")] == ["port-of-rotterdam"]


@pytest.mark.parametrize("short", ["IRM", "CES", "SDR", "EZ"])
def test_an_ambiguous_abbreviation_needs_its_document(short: str) -> None:
    """It counts in a document of programmes, and not in one that tells nothing of the kind."""
    assert named(f"De {short} is genoemd.") == []
    assert short in [surface for surface, _ in named(f"{POLICY}De {short} is genoemd.")]
    assert short.lower() not in [surface for surface, _ in named(f"{POLICY}De {short.lower()} ook.")]


def test_a_name_written_out_vouches_for_its_abbreviation() -> None:
    """An abbreviation that is also a word counts where the document has the written-out name, plural too."""
    text = "De Cluster Energiestrategieën zijn klaar; de CES'en volgen. De CES blijft."
    assert [key for _, key in named(text)] == ["cluster-energiestrategie"] * 3
    assert ("PAS", "pas") in named("Het Programma Aanpak Stikstof liep; de PAS is vernietigd.")
    assert named(f"{POLICY}De PAS is vernietigd.")[-1][0] == "Nota Ruimte"


def test_a_document_says_itself_what_an_abbreviation_means() -> None:
    """What a document spells out counts before the gazetteer."""
    text = f"{POLICY}De Club voor Eenvoudige Sommen (CES) rekent. De CES telt."
    assert "cluster-energiestrategie" not in [key for _, key in named(text)]
    spelled = "Het Programma Energie Hoofdstructuur (PEH) is er. Het PEH geldt."
    assert [key for _, key in named(spelled)][-2:] == ["peh", "peh"]


def test_an_ordinary_word_is_a_place_among_places() -> None:
    """A municipality that is called as a word is one when it is called so, or stands in a list of places."""
    assert named("De gemeente Best.") == [("gemeente Best", "gemeente-best")]
    assert [surface for surface, _ in named("in Eindhoven, Best en Oirschot")] == [
        "Eindhoven",
        "Best",
        "Oirschot",
    ]
    assert [surface for surface, _ in named("De gemeente Epe groeit. In Epe is ruimte. Best leuk.")] == [
        "gemeente Epe",
        "Epe",
    ]


def test_programmes_that_a_document_defines_are_learnt() -> None:
    """A programme that the gazetteer lacks is found with its abbreviation, and both share one key."""
    text = "Het Nationaal Programma Oude Dijken (NPOD) begint. Geld voor NPOD-werken is er."
    key = "~nationaal programma oude dijken"
    found = mentions_in(text)
    assert [(each.surface, each.key, each.kind.value) for each in found] == [
        ("Nationaal Programma Oude Dijken", key, "programme"),
        ("NPOD", key, "programme"),
        ("NPOD", key, "programme"),
    ]
    assert found[0].name == ""
    assert found[1].name == key


def test_organisations_that_a_document_defines_are_learnt() -> None:
    """The head of a written-out name tells its kind; a law or a plan of work is neither."""
    found = mentions_in("De Autoriteit voor Kleine Bruggen (AKB) let op. De AKB keurt.")
    assert [(each.surface, each.kind.value) for each in found][1:] == [("AKB", "organisation")] * 2
    assert named("De Wet op de Kleine Bruggen (WKB) geldt. Een Plan van Aanpak (PvA) volgt.") == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Het programma Mooie Dijken loopt.", "programma Mooie Dijken"),
        ("Het Actieplan Groene en Blauwe Daken begint.", "Actieplan Groene en Blauwe Daken"),
        ("Zie het Kennisprogramma Dijkbewaking.", "Kennisprogramma Dijkbewaking"),
        ("Het Pact voor de Dijken is getekend.", "Pact voor de Dijken"),
        ("Hiervoor is het Dijkenakkoord gesloten.", "Dijkenakkoord"),
        ("De Nationale Dijkenstrategie verschijnt.", "Nationale Dijkenstrategie"),
    ],
)
def test_programmes_are_told_by_the_form_of_their_name(text: str, surface: str) -> None:
    """A head that says programme with a name behind it is a programme, also where nobody abbreviates it."""
    assert [each for each, _ in named(text)] == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "In programma EenVandaag werd dit gezegd.",
        "Het programma Voor de zomer.",
        "Een Compact boek.",
        "Dit staat op de Langetermijnagenda.",
    ],
)
def test_heads_without_a_name_tell_nothing(text: str) -> None:
    """What follows must be a name: no word that begins a sentence, and no broadcast."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("De Stuurgroep Deltaprogramma Maas komt bijeen.", "Stuurgroep Deltaprogramma Maas"),
        ("Met Stichting Samenwerking Zuid-Limburg werkt dit.", "Stichting Samenwerking Zuid-Limburg"),
        ("De Rechtbank Haarlem oordeelde.", "Rechtbank Haarlem"),
        ("De Veiligheidsregio Haaglanden helpt.", "Veiligheidsregio Haaglanden"),
    ],
)
def test_organisations_are_told_by_the_form_of_their_name(text: str, surface: str) -> None:
    """What an organisation's name holds, a programme or a place, is part of it and no name of its own."""
    found = mentions_in(text)
    assert [(each.surface, each.kind.value) for each in found] == [(surface, "organisation")]


def test_organisations_behind_en_are_organisations_of_their_own() -> None:
    """A name ends where the next begins; what a steering group steers does not make it a programme."""
    found = mentions_in("De Stichting Oude Dijken en de Stichting Nieuwe Dijken.")
    assert [each.surface for each in found] == ["Stichting Oude Dijken", "Stichting Nieuwe Dijken"]
    found = mentions_in("De Stuurgroep Deltaplan Bruggen (SDB) en de SDB.")
    assert {each.kind.value for each in found} == {"organisation"}


def test_a_name_of_doubt_counts_in_a_list_of_its_kind() -> None:
    """Beside a certain cluster or organisation, a name that means something else as well is one too."""
    clusters = mentions_in("De clusters Chemelot, Noord-Nederland en Noordzeekanaalgebied.")
    assert [each.kind.value for each in clusters] == ["cluster"] * 3
    assert [each.kind.value for each in mentions_in("In Noord-Nederland.")] == ["place"]
    assert ("SVB", "svb") in named("UWV, SVB en anderen")
    assert named("De SVB.") == []


def test_a_ministry_s_abbreviation_may_be_defined_without_its_first_words() -> None:
    """Behind *ministeries van* each has its name alone."""
    text = "De ministeries van Infrastructuur & Waterstaat (I&W) en anderen."
    assert ("I&W", "min-ienw") in named(text)


def test_known_names_behind_en_are_names_of_their_own() -> None:
    """A name by form ends where a known one follows."""
    found = named("Het programma Mooie Dijken en Nota Ruimte.")
    assert [surface for surface, _ in found] == ["programma Mooie Dijken", "Nota Ruimte"]


def test_themes_take_the_whole_compound() -> None:
    """A theme is found in small letters and in compounds, and not inside a programme's name."""
    text = "De elektriciteitsnetten, de energie-\ninfrastructuur en waterstofleidingen."
    assert named(text, themes=True) == [
        ("elektriciteitsnetten", "thema-energie-infrastructuur"),
        ("energie- infrastructuur", "thema-energie-infrastructuur"),
        ("waterstofleidingen", "thema-waterstof"),
    ]
    assert [key for _, key in named("het Nationaal Waterstof Programma", themes=True)] == ["nwp"]


def test_mentions_do_not_overlap() -> None:
    """They come in the order of the text, each behind the one before."""
    found = mentions_in(
        POLICY * 3 + "De gemeente Groningen en provincie Groningen, RES-regio Groningen-Assen."
    )
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    "fragment",
    [
        "a.",
        "A-",
        "(A",
        "( ",
        "Programma ",
        "Nationaal Programma A ",
        "Regio Deal Zuid- ",
        "AB (ab cd ",
        "gemeente ",
        "İ",
    ],
)
def test_hostile_repetition_takes_no_more_than_its_length(fragment: str) -> None:
    """Ten times the text takes some ten times as long, whatever is repeated."""

    def seconds(length: int) -> float:
        text = fragment * (length // len(fragment))
        begun = time.process_time()
        mentions_in(text)
        return time.process_time() - begun

    seconds(1_000)
    assert seconds(400_000) < 30 * max(seconds(40_000), 0.01)
