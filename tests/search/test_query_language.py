"""The query language: what each mark demands, and how what makes no sense is read."""

import pytest
from tests.support import Shelf, made, processor_seconds

from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.query import parse
from beleidszoeker.search.ranking.retrieval import Mode


def phrase(*words: str, **how: bool) -> Demand:
    return Demand((Wording(words),), **how)


@pytest.mark.parametrize(
    ("query", "words", "demands"),
    [
        ("netcapaciteit in Limburg", "netcapaciteit in Limburg", ()),
        ('stikstof "Regio Deal"', "stikstof Regio Deal", (phrase("regio", "deal"),)),
        (
            "„nota Ruimte” “b c” «d e» »f g«",
            "nota Ruimte b c d e f g",
            tuple(phrase(*pair.split()) for pair in ("nota ruimte", "b c", "d e", "f g")),
        ),
        ("water -bodem", "water", (phrase("bodem", excluded=True),)),
        ('water -"regio deal"', "water", (phrase("regio", "deal", excluded=True),)),
        ("F-35 energie-infrastructuur - water -5 -55%", "F-35 energie-infrastructuur - water -5 -55%", ()),
        ("a OR b OF c", "a b c", (Demand(tuple(Wording((one,), inflected=True) for one in "abc")),)),
        ('a OR "b c" d', "a b c d", (Demand((Wording(("a",), inflected=True), Wording(("b", "c")))),)),
        (
            "(a OR b) (c OR d)",
            "a b) c d)",
            (
                Demand((Wording(("a",), inflected=True), Wording(("b",), inflected=True))),
                Demand((Wording(("c",), inflected=True), Wording(("d",), inflected=True))),
            ),
        ),
        ("netcap*", "", (Demand((Wording(("netcap",), prefix=True),)),)),
        ('"nationaal prog*"', "nationaal", (Demand((Wording(("nationaal", "prog"), prefix=True),)),)),
        (
            "titel:netbeheer",
            "netbeheer",
            (Demand((Wording(("netbeheer",), inflected=True),), in_title=True),),
        ),
        ("titel:netb*", "netb", (Demand((Wording(("netb",), prefix=True),), in_title=True),)),
        ('titel:"nota ruimte" x', "x", (phrase("nota", "ruimte", in_title=True),)),
        (
            "x -titel:concept",
            "x",
            (Demand((Wording(("concept",), inflected=True),), excluded=True, in_title=True),),
        ),
        ('15" scherm', '15" scherm', ()),
        ('""', "", ()),
    ],
)
def test_words_and_demands(query: str, words: str, demands: tuple[Demand, ...]) -> None:
    """Plain words rank; what is marked must stand there, or must not; none of these needs a remark."""
    parsed = parse(query)
    assert (parsed.words, parsed.demands, parsed.notes) == (words, demands, ())


@pytest.mark.parametrize(
    ("query", "words", "filters"),
    [
        ("soort:kamerbrief water", "water", Filters(kinds=("kamerbrief",))),
        ("Soort:Kamerbrieven soort:wet x", "x", Filters(kinds=("kamerbrief", "regeling"))),
        ("soort:nota OR soort:motie x", "x", Filters(kinds=("nota", "motie"))),
        ('soort:"schriftelijk overleg" x', "x", Filters(kinds=("schriftelijk-overleg",))),
        ("-soort:nota x", "x", Filters(excluded=Filters(kinds=("nota",)))),
        ("dossier:29826 x", "x", Filters(dossiers=("29826",))),
        ('dossier:29 826 dossier:"36 410-xiii" x', "x", Filters(dossiers=("29826", "36410-XIII"))),
        ("dossier:21501-02 x", "x", Filters(dossiers=("21501-02",))),
        ('organisatie:"Economische Zaken" x', "x", Filters(organisations=("Economische Zaken",))),
        ("document:0123456789abcdef x", "x", Filters(documents=("0123456789abcdef",))),
        ("organisatie:limburg", "limburg", Filters(organisations=("limburg",))),
    ],
)
def test_fields(query: str, words: str, filters: Filters) -> None:
    """A field limits; given twice it means either; by itself what it names is looked for."""
    parsed = parse(query)
    assert (parsed.words, parsed.filters, parsed.notes) == (words, filters, ())


@pytest.mark.parametrize(
    ("query", "first", "last", "said"),
    [
        ("na:2024", "2024-01-01", None, "vanaf 1 januari 2024"),
        ("na:2024-05", "2024-05-01", None, "vanaf 1 mei 2024"),
        ("voor:2025", None, "2025-12-31", "tot en met 31 december 2025"),
        ("voor:2024-02", None, "2024-02-29", "tot en met 29 februari 2024"),
        ("na:1-1-2024 voor:20/6/2025", "2024-01-01", "2025-06-20", "tot en met 20 juni 2025"),
        ('na:"20 juni 2025"', "2025-06-20", None, "vanaf 20 juni 2025"),
        ("na:2024 na:2023", "2023-01-01", None, "vanaf 1 januari 2023"),
    ],
)
def test_days(query: str, first: str | None, last: str | None, said: str) -> None:
    """``na:`` is from its first day on, ``voor:`` until its last, as the filters are; the answer says so."""
    parsed = parse(f"{query} water")
    assert (parsed.filters, parsed.words) == (Filters(date_from=first, date_to=last), "water")
    assert any(said in note for note in parsed.notes)


@pytest.mark.parametrize(
    ("query", "words", "said"),
    [
        ('"regio deal', '"regio deal', "aanhalingsteken"),
        ('regio deal"', 'regio deal"', "aanhalingsteken"),
        ("water OR", "water OR", "‘OR’ staat niet tussen"),
        ("OR water", "OR water", "‘OR’ staat niet tussen"),
        ("ne* water", "ne water", "te kort"),
        ("soort:brief water", "brief water", "kies uit: kamerbrief, nota"),
        ("na:gisteren water", "gisteren water", "is geen datum"),
        ("na:31-2-2024 water", "31-2-2024 water", "is geen datum"),
        ("-na:2024 water", "2024 water", "kan niet worden uitgesloten"),
        ("dossier:abc water", "abc water", "is geen dossiernummer"),
        ("document:12 water", "12 water", "is geen id"),
        ("soort: nota", "soort: nota", "zonder spatie"),
        ("water AND bodem", "water bodem", "AND en NOT hebben geen betekenis"),
    ],
)
def test_what_makes_no_sense_is_taken_as_words(query: str, words: str, said: str) -> None:
    """Bad syntax limits nothing, loses no word, and is remarked upon."""
    parsed = parse(query)
    assert (parsed.words, parsed.limited) == (words, False)
    assert any(said in note for note in parsed.notes)


@pytest.mark.parametrize(
    "query", ["foo:bar", "https://example.org/a?b=c", "10:30 uur", "a:b:c", "WAT DOET RIJK OF PROVINCIE"]
)
def test_what_only_looks_like_syntax_is_words(query: str) -> None:
    """Addresses, times, unknown fields and a sentence in capitals are words, without a remark."""
    assert (parse(query).words, parse(query).limited, parse(query).notes) == (query, False, ())


@pytest.mark.parametrize(
    "query",
    [
        "Heeft u kennisgenomen van het bericht «Tekort aan water in het oosten» en wat vindt u daarvan?",
        "Klopt het bericht van gisteren «Tekort aan water»?",
        "Klopt het dat wegwerpluiers en -doeken die apart worden ingezameld toch bij het restafval komen?",
        'Kunt u uitleggen waarom het begrip "absoluut" in de tabel van bijlage drie zo is gekozen',
        "Wilt u in het antwoord ingaan op de vraag of provincies WEL OF niet zelf mogen beslissen over water",
    ],
)
def test_in_running_text_marks_demand_nothing(query: str) -> None:
    """A pasted question quotes headlines; its words rank as they are, and the answer says so."""
    parsed = parse(query)
    assert (parsed.words, parsed.limited) == (query, False)
    assert len(parsed.notes) == (0 if "WEL OF" in query else 1)


def test_a_question_may_hold_an_exact_phrase() -> None:
    """In a question of usual length what is put between quotation marks must stand there."""
    parsed = parse('wat staat er in de "nota ruimte" over Limburg?')
    assert parsed.demands == (phrase("nota", "ruimte"),)


def test_a_hyphen_after_a_phrase_excludes_nothing() -> None:
    """What is tied to a phrase with a hyphen is a word."""
    parsed = parse('"shared service"-organisaties')
    assert [demand.excluded for demand in parsed.demands] == [False]
    assert "organisaties" in parsed.words


@pytest.mark.parametrize(
    "unit", ['"', "„a ", "(", " ", "-", '-"', "a OR ", "soort:", "dossier:29 ", "ab* ", "na:2 ", "a"]
)
def test_reading_takes_time_in_proportion(unit: str) -> None:
    """Ten times the length takes about ten times as long, not a hundred times."""

    def took(length: int) -> float:
        text = unit * (length // len(unit))
        return processor_seconds(lambda: parse(text))

    assert took(100_000) < 40 * took(10_000) + 0.1


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    shelf = Shelf(tmp_path_factory.mktemp("language"))
    shelf.fill(
        made("De netcapaciteit is krap.", title="A", kind="nota", date="2024-05-01"),
        made("Regio Deals en gemeenten.", title="B over netbeheerders", kind="kamerbrief", date="2025-01-31"),
        made("Een regio. Deal met de gemeente.", title="C", notes=("Regio Deal Limburg",), kind="motie"),
        made("De waterstofketen, zegt de regio", title="D", section=("deal of geen deal",), kind="nota"),
    )
    return shelf.engine()


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ('"regio deal"', "C"),
        ('"regio deals"', "B"),
        ('"netcapaciteit is"', "A"),
        ('"capaciteit"', ""),
        ("netcap*", "A"),
        ('"netcapaciteit is kra*"', "A"),
        ('"regio dea*"', "BC"),
        ("gemeente OR waterstof", "BCD"),
        ('"gemeente" OR "water"', "C"),
        ('"regio" -limburg', "BD"),
        ('"regio" -"de regio"', "BC"),
        ("titel:netbeheerder", "B"),
        ("regio titel:C", "C"),
        ("regio -titel:c -soort:nota", "B"),
        ("regio soort:kamerbrief soort:motie", "BC"),
        ("regio na:2025", "B"),
        ('"regio" na:2024 voor:2024-12', ""),
        ("netcapaciteit na:2024 voor:2024-05", "A"),
    ],
)
def test_demands_hold_in_every_mode(engine: SearchEngine, query: str, titles: str, mode: Mode) -> None:
    """All that meets the demands is found and nothing else: footnotes and headings count, borders part."""
    response = engine.search(query, mode=mode)
    assert "".join(sorted(result.citation.title[0] for result in response.results)) == titles
    if not titles:
        assert response.message
        assert "eisen" in response.message


def test_fields_and_filters_must_both_hold(engine: SearchEngine) -> None:
    """A contradiction finds nothing, and is no error."""
    for mode in Mode:
        both = engine.search('"regio" soort:nota', filters=Filters(kinds=("nota", "motie")), mode=mode)
        assert [result.citation.title for result in both.results] == ["D"]
        none = engine.search("regio soort:nota", filters=Filters(kinds=("motie",)), mode=mode)
        assert (none.answered, none.results) == (False, ())


@pytest.mark.parametrize("query", ["-regio", "soort:nota", "na:2024 -water", "-soort:nota"])
def test_limits_alone_ask_for_words(engine: SearchEngine, query: str) -> None:
    """There is nothing to rank by, and the answer says what to do."""
    response = engine.search(query)
    assert (response.answered, response.results) == (False, ())
    assert (
        response.message
        == "Deze vraag stelt alleen grenzen. Typ er een of meer woorden bij om naar te zoeken."
    )


def test_a_prefix_that_nothing_begins_with(engine: SearchEngine) -> None:
    """It finds nothing, and the answer says why."""
    response = engine.search("xyzxyz*")
    assert not response.results
    assert response.notes == ("Geen woord in de bibliotheek begint met ‘xyzxyz’.",)


def test_turning_a_page_finds_the_same(engine: SearchEngine) -> None:
    """A second search with the same demands gives the same answer, and others do not disturb it."""
    first = engine.search('"regio dea*"', count=1).results
    for query in [f"regio -{word}" for word in "abcdefghijklmnopqrstuvwxyz"]:
        engine.search(query)
    assert [one.passage_id for one in engine.search('"regio dea*"', count=2).results[:1]] == [
        one.passage_id for one in first
    ]


def test_a_query_holds_sixteen_prefixes() -> None:
    """Each is looked up among all words, so there is an end to them; what is beyond it is words, and told."""
    parsed = parse(" ".join(f"{letter}water*" for letter in "abcdefghijklmnopqrstuvwxyz"))
    assert len(parsed.prefixes) == 16
    assert "zwater" in parsed.words
    assert any("zestien" in note for note in parsed.notes)
