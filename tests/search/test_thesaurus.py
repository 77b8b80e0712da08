"""Other wordings: what the thesaurus says, and what a search makes of it."""

from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

import pytest
from tests.support import Shelf, made

from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.listing import Question
from beleidszoeker.search.query import How, understand
from beleidszoeker.search.query.thesaurus import Thesaurus, shipped
from beleidszoeker.search.result import Manner

LINES = (
    "# Geluid en verkeer",
    "",
    ">\tlawaai; herrie\tgeluidhinder; geluidbelasting",
    "=\tzonnepark; zonneveld\t",
    ">\tte weinig stroom\tnetcongestie",
    ">\tstroom\telektriciteit",
    ">\tboot\tvaartuig",
    ">\tboten bouwen\tscheepsbouw",
    ">\tNS\tNederlandse Spoorwegen",
    ">\tbakker\tambachtelijke bedrijven",
    ">\tSDE++\tstimulering van duurzame energie",
    ">\tgroente-, fruit- en tuinafval\tbioafval",
    ">\t’s nachts\tin de nachtelijke uren",
)
OPEN = files("beleidszoeker.search.query.thesaurus") / "data"


def others(query: str, names: Sequence[int] = ()) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is found of a query: its words with their other wordings."""
    terms = list(Analyser().terms(query))
    capitals = [place in names for place in range(len(terms))]
    found = list(Thesaurus(LINES).find(terms, capitals))
    return [(query[terms[each.first].start : terms[each.last - 1].end], each.others) for each in found]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("lawaai", [("lawaai", ("geluidhinder", "geluidbelasting", "herrie"))]),
        ("zonneveld", [("zonneveld", ("zonnepark",))]),
        ("geluidhinder", []),  # not the other way round
        ("te weinig stroom", [("te weinig stroom", ("netcongestie",))]),
        ("veel te weinig stroom in huis", [("te weinig stroom", ("netcongestie",))]),
        ("te weinig geld", []),
        ("stroom", [("stroom", ("elektriciteit",))]),
        ("Boten varen", [("Boten", ("vaartuig",))]),
        ("boten bouwen", [("boten bouwen", ("scheepsbouw",))]),
        ("boten bouwt", [("boten bouwt", ("scheepsbouw",))]),
        (
            "bootlawaai",
            [("bootlawaai", ("vaartuig",)), ("bootlawaai", ("geluidhinder", "geluidbelasting", "herrie"))],
        ),
        ("de SDE++ in 2024", [("SDE", ("stimulering van duurzame energie",))]),
        ("groente-, fruit- en tuinafval", [("groente-, fruit- en tuinafval", ("bioafval",))]),
        ("’s nachts", [("s nachts", ("in de nachtelijke uren",))]),
        ("de haven", []),
        ("", []),
    ],
)
def test_wordings_are_found_in_a_query(query: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """The longest wording, in any form of its words; of a compound without an entry its pieces."""
    assert others(query) == expected


def test_a_name_is_not_taken_for_a_word() -> None:
    """A capital within a sentence tells a name: it is found only where the thesaurus has it so."""
    assert others("motie Bakker", names=[1]) == []
    assert others("de NS", names=[1]) == [("NS", ("Nederlandse Spoorwegen",))]


@pytest.mark.parametrize("line", ["lawaai\tgeluid", ">\tlawaai", ">\t\tgeluid", "<\tlawaai\tgeluid"])
def test_a_line_of_another_form_is_refused(line: str) -> None:
    """The error shows the line."""
    with pytest.raises(ValueError, match="no line of the thesaurus"):
        Thesaurus([line])


def test_the_shipped_files_are_in_order() -> None:
    """No wording stands twice in a line, none is longer than a name; no line stands twice in a file."""
    for path in OPEN.iterdir():
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        twice = [line for line, count in Counter(lines).items() if count > 1]
        assert (path.name, twice) == (path.name, [])
        for line in lines:
            kind, said, written = line.split("\t")
            wordings = [each.strip() for each in (said + ";" + written).split(";") if each.strip()]
            assert len(wordings) > 1, line
            assert len({each.lower() for each in wordings}) == len(wordings), line
            assert max(len(each.split()) for each in wordings) <= 8, line
            assert (kind == "=") == (not written.strip()), line


def test_the_shipped_thesaurus_is_read_once() -> None:
    """It knows an everyday word, and is the same object each time."""
    ((first,),) = [[each.others for each in shipped().find(list(Analyser().terms("mondkapje")), [False])]]
    assert "mondneusmasker" in first
    assert shipped() is shipped()


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.fill(
        made("Omwonenden klagen over geluidsoverlast van de spoorlijn.", title="Spoor"),
        made("De haven krijgt een nieuwe kade voor de binnenvaart.", title="Haven"),
        made(
            "Het Plan Herstel Lawaai Leidingen (PHLL) is klaar. Het PHLL loopt tot 2030.", title="Leidingen"
        ),
    )
    return shelf


def test_a_passage_in_other_words_is_found_and_says_so(filled: Shelf) -> None:
    """It is highlighted, told as another wording, and the word that was asked is not missing."""
    answer = filled.engine().search("herrie van treinen")
    result = next(each for each in answer.results if each.citation.title == "Spoor")
    word = next(each for each in result.why.words if each.asked == "herrie")
    assert (word.how, word.found) == (Manner.RELATED, ("geluidsoverlast",))
    assert "herrie" not in result.why.missing
    assert "‘herrie’ staat er in andere woorden als ‘geluidsoverlast’" in result.why.told
    assert "geluidsoverlast" in [result.text[start:end] for start, end in result.highlights]


def test_only_what_the_corpus_holds_is_looked_for(filled: Shelf) -> None:
    """What is said to the model besides stands in brackets behind the query."""
    lexical = filled.engine().snapshot().lexical
    understood = understand(lexical, "herrie van treinen")
    related = [each.shown for each in understood.wanted if each.how is How.RELATED]
    assert "geluidsoverlast" in related
    assert all(
        lexical.holds(term.stem) for word in related for term in lexical.analyser.terms(word) if not term.stop
    )
    assert understood.words.startswith("herrie van treinen (")


@pytest.mark.parametrize(("demands", "literally"), [((Demand((Wording(("herrie",)),)),), False), ((), True)])
def test_words_that_are_meant_as_spelled_have_no_other(
    filled: Shelf,
    demands: tuple[Demand, ...],
    literally: bool,  # noqa: FBT001
) -> None:
    """Neither the words of a phrase, nor any where a person asks to be taken literally."""
    understood = understand(filled.engine().snapshot().lexical, "herrie", demands, literally=literally)
    assert [each for each in understood.wanted if each.how is How.RELATED] == []
    assert understood.words == "herrie"


def test_a_long_question_says_by_itself_what_it_is_about(filled: Shelf) -> None:
    """More than eight telling words go to the model as they are; words are looked for all the same."""
    query = "Welke maatregelen neemt het kabinet tegen herrie van treinen langs woningen, havens en kades?"
    understood = understand(filled.engine().snapshot().lexical, query)
    assert understood.words == query
    assert "geluidsoverlast" in [each.shown for each in understood.wanted if each.how is How.RELATED]


def test_another_wording_covers_a_word_by_the_half(filled: Shelf) -> None:
    """So that likeness alone does not pass for the words of the question."""
    engine = filled.engine()
    asked = engine._lister.list(engine._live.current(), Question("herrie", Filters())).asked
    assert asked is not None
    assert asked.words.coverage("herrie") == 1.0
    assert asked.words.coverage("geluidsoverlast") == 0.5
    assert asked.words.coverage("kade") == 0.0


def test_a_wording_with_one_telling_word_is_not_looked_for_by_it(filled: Shelf) -> None:
    """*zonder werk* is no passage on work: it is said to the model, and not looked for by words."""
    filled.put("werk.txt", made("Er is veel werk aan de kade.", title="Werk"))
    filled.publish()
    understood = understand(filled.engine().snapshot().lexical, "werkloos")
    related = [each.shown for each in understood.wanted if each.how is How.RELATED]
    assert not [wording for wording in related if "zonder" in wording]


def test_a_wording_for_two_words_stands_for_both(filled: Shelf) -> None:
    """Neither of them is missing, and each is covered by the half."""
    engine = filled.engine()
    asked = engine._lister.list(engine._live.current(), Question("herrie lawaai", Filters())).asked
    assert asked is not None
    assert asked.words.coverage("geluidsoverlast") == 0.5


def test_what_is_not_wanted_is_not_said_otherwise(filled: Shelf) -> None:
    """*herrie -geluidsoverlast* is not embedded with the word that must not stand there, nor looked for."""
    demands = (Demand((Wording(("geluidsoverlast",)),), excluded=True),)
    understood = understand(filled.engine().snapshot().lexical, "herrie", demands)
    assert "geluidsoverlast" not in understood.words
    assert "geluidsoverlast" not in [each.shown for each in understood.wanted]


def test_an_error_is_told_as_it_was_typed(filled: Shelf) -> None:
    """Another wording of the word that was meant belongs to the word that was typed."""
    understood = understand(filled.engine().snapshot().lexical, "geluidsoverlats")
    related = [each for each in understood.wanted if each.how is How.RELATED]
    assert {each.asked for each in related} <= {"geluidsoverlats"}
