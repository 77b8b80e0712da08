"""A query that is a reference leads to the document that bears it, and says what is shown."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support import Shelf, made

from beleidszoeker.index.filters import Filters
from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.ranking.retrieval import Mode


def stating(document: PreparedDocument, *papers: Evidence, kenmerk: str | None = None) -> PreparedDocument:
    metadata = replace(document.metadata, kamerstukken=papers, kenmerk=Evidence(kenmerk) if kenmerk else None)
    return replace(document, metadata=metadata)


CITING = "Zie Kamerstuk 29 826, nr. 211 en nogmaals Kamerstuk 29826-211 over water."
ANSWERS = "Aanhangsel van de Handelingen\n2210\nVragen over water."


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """One document declares its number, one is called by it, and one only cites it."""
    shelf = Shelf(tmp_path_factory.mktemp("named"))
    cited = (Evidence("kst-29826-211", 14, 29), Evidence("kst-29826-7", 14, 29))
    shelf.put("citing.txt", stating(made(CITING, title="Citerend", kind="nota"), *cited))
    own = made("De brief gaat over bodem.\n\nVerder niets.", title="Brief", kind="kamerbrief")
    shelf.put("brief.xml", stating(own, Evidence("kst-29826-211")))
    answers = stating(made(ANSWERS, title="Antwoorden"), Evidence("ah-tk-20232024-2210", 30, 34))
    shelf.put("antwoorden.pdf", answers)
    shelf.put("map/kst-30000-12.pdf", made("Over havens.", title="Naar naam"))
    shelf.put("map/kst-30000-123.pdf", made("Over spoor.", title="Andere naam"))
    kenmerk = stating(made("Interne stukken.", title="Met kenmerk"), kenmerk="KGG_DGRGG / 107162027")
    shelf.put("nota.docx", kenmerk)
    shelf.publish()
    return shelf


@pytest.fixture(scope="module")
def engine(shelf: Shelf) -> SearchEngine:
    return shelf.engine()


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Kamerstuk 29826-211", "Brief"),
        ("29 826, nr. 211", "Brief"),
        ("kst-29826-211", "Brief"),
        ("Kamerstukken II 2024/25, 29 826, nr. 211", "Brief"),
        ("https://zoek.officielebekendmakingen.nl/kst-29826-211.html", "Brief"),
        ("Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 2210", "Antwoorden"),
        ("ah-tk-20232024-2210", "Antwoorden"),
        ("Kamerstuk 30000-12", "Naar naam"),
        ("KGG_DGRGG/107162027", "Met kenmerk"),
        ("ons kenmerk: kgg_dgrgg / 107162027", "Met kenmerk"),
    ],
)
def test_a_reference_leads_to_its_document(engine: SearchEngine, query: str, title: str, mode: Mode) -> None:
    """In any spelling the document itself comes first, and the answer says that it is."""
    response = engine.search(query, mode=mode)
    assert response.results[0].citation.title == title
    assert any(note.startswith("Dit is ") for note in response.notes)
    scores = [result.score for result in response.results]
    assert scores == sorted(scores, reverse=True)
    assert [result.rank for result in response.results] == list(range(1, len(scores) + 1))


def test_the_effects_of_what_is_named_add_up(engine: SearchEngine) -> None:
    """That it was named is told as a part of its score, which all parts together make up."""
    first = engine.search("kst-29826-211").results[0]
    effects = {effect.name: effect.value for effect in first.why.effects}
    assert effects["reference"] > 0
    assert 1 / (1 + math.exp(-sum(effects.values()))) == pytest.approx(first.score, abs=0.001)


def test_what_cites_it_comes_next(engine: SearchEngine) -> None:
    """After the document the passages that cite it."""
    titles = [result.citation.title for result in engine.search("kst-29826-211").results]
    assert titles[:2] == ["Brief", "Citerend"]


def test_a_document_that_is_not_there(engine: SearchEngine) -> None:
    """The answer says that the number is only cited, or not known at all."""
    cited = engine.search("Kamerstuk 29826-7")
    assert cited.results[0].citation.title == "Citerend"
    (note,) = cited.notes
    assert note.startswith("Kamerstuk 29826-7 zelf is niet in de bibliotheek herkend;")
    assert engine.search("Kamerstuk 99999-1").notes == (
        "Kamerstuk 99999-1 is niet in de bibliotheek gevonden, en geen document verwijst ernaar.",
    )


def test_limits_hold_for_what_is_named(engine: SearchEngine) -> None:
    """A document that a filter or a field leaves out does not come first, nor at all, and that is said."""
    for response in (
        engine.search("Kamerstuk 29826-211", filters=Filters(kinds=("nota",))),
        engine.search("Kamerstuk 29826-211 -soort:kamerbrief soort:nota"),
    ):
        assert [result.citation.title for result in response.results] == ["Citerend"]
        assert response.notes == ("Het document dat deze vraag noemt, valt buiten haar grenzen.",)
    response = engine.search("Kamerstuk 29826-211", filters=Filters(kinds=("motie",)))
    assert response.notes == ("Het document dat deze vraag noemt, valt buiten haar grenzen.",)


def test_a_question_that_names_a_paper_in_passing_is_a_question(engine: SearchEngine) -> None:
    """Only a reference by itself is looked up."""
    assert engine.search("wat staat in Kamerstuk 29826-211 over havens en spoor").notes == ()


def test_a_removed_document_is_not_named(tmp_path: Path) -> None:
    """A document that no file holds any longer does not come first."""
    shelf = Shelf(tmp_path / "library")
    document = shelf.put("brief.xml", stating(made("Over bodem."), Evidence("kst-29826-211")))
    shelf.publish()
    engine = shelf.engine()
    assert engine.search("Kamerstuk 29826-211").results
    with shelf.library.writing() as writer:
        writer.remove_documents([document])
    assert not engine.search("Kamerstuk 29826-211").results
