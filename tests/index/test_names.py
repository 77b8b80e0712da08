"""Where names stand and where they meet, as the store counts it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.naming import NAMES, headed, naming
from tests.support import Shelf, made

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge import Closeness
from beleidszoeker.ingest.knowledge.model import Knowledge, Mention, NameKind

MIEK, CHEMELOT = "miek", "chemelot"


def met(shelf: Shelf, one: str = MIEK, other: str = CHEMELOT) -> list[tuple[int, str]]:
    """Return place and closeness of the passages in which two names meet."""
    found = shelf.library.reader.knowledge.names.meetings(one, other, count=1000)
    return [(each.ordinal, each.closeness.value) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het MIEK raakt Chemelot.", [(0, "sentence")]),
        ("Het MIEK groeit. Chemelot ook.", [(0, "passage")]),
        ("Het MIEK groeit.\n\nChemelot ook.", [(0, "next")]),
        ("Chemelot groeit.\n\nHet MIEK ook.", [(0, "next")]),
        ("Het MIEK groeit.\n\nEr is meer.\n\nChemelot ook.", []),
        ("# Chemelot\n\nHet MIEK groeit.\n\nHet MIEK stopt.", [(0, "heading"), (1, "heading")]),
        ("# Chemelot\n\n## Over het MIEK\n\nEr is groei.\n\nEr is meer.", [(0, "heading")]),
        ("# Kop\n\nHet MIEK groeit.\n\n# Chemelot\n\nEr is groei.", []),
        ("# Kop\n\nHet MIEK groeit.\n\n# Andere kop\n\nChemelot groeit.", []),
        ("Het MIEK groeit.\n\n# Eerste kop\n\nChemelot groeit.", [(0, "next")]),
        ("Het MIEK groeit.\n\nChemelot raakt het MIEK.", [(1, "sentence")]),
    ],
)
def test_how_close_two_names_stand(shelf: Shelf, text: str, expected: list[tuple[int, str]]) -> None:
    """In a sentence, in a passage, under a heading, in the next passage of the section; never farther."""
    shelf.fill(naming(headed(made(text))))
    assert met(shelf) == expected
    assert met(shelf, CHEMELOT, MIEK) == expected
    cells = shelf.library.reader.knowledge.names.cells([MIEK], [CHEMELOT])
    near = sum(how == "next" for _, how in expected)
    assert sum(each.nearby for each in cells) == near
    assert sum(each.passages for each in cells) == len(expected) - near


def test_years_filters_and_order(shelf: Shelf) -> None:
    """Counts go by year, filters limit documents, and the closest come first, then the newest."""
    shelf.fill(
        naming(made("Het MIEK raakt Chemelot.", date="2023-01-01", kind="nota")),
        naming(made("Het MIEK raakt Chemelot in 2025.", date="2025-01-01")),
        naming(made("Het MIEK groeit. Chemelot ook.", date="2025-06-01")),
        naming(made("Het MIEK raakt Chemelot ooit.")),
    )
    names = shelf.library.reader.knowledge.names
    years = [(each.year, each.documents, each.passages) for each in names.cells([MIEK], [CHEMELOT])]
    assert years == [("2023", 1, 1), ("2025", 2, 2), ("onbekend", 1, 1)]
    dates = [shelf.library.reader.document(each.document_id).date for each in names.meetings(MIEK, CHEMELOT)]
    assert dates == ["2025-01-01", "2023-01-01", None, "2025-06-01"]
    nota = Filters(kinds=("nota",))
    assert names.totals(MIEK, CHEMELOT, nota) == ({Closeness.SENTENCE: 1}, 1)
    assert [each.year for each in names.years(nota, kinds=[NameKind.PROGRAMME])] == ["2023"]


def test_what_goes_takes_its_names_along(shelf: Shelf) -> None:
    """A removed document is counted nowhere, and neither is the old text of a changed one."""
    (gone, _) = shelf.fill(naming(made("Het MIEK raakt Chemelot.")), naming(made("NOVEX raakt Chemelot nu.")))
    with shelf.library.writing() as writer:
        writer.remove_documents([gone])
    shelf.put("1.txt", naming(made("NOVEX staat er alleen.")))
    names = shelf.library.reader.knowledge.names
    assert not met(shelf)
    assert not met(shelf, "novex")
    assert [each.name for each in names.years()] == ["novex"]
    assert [each.mention.surface for each in names.mentions(None)] == ["NOVEX"]


def test_a_name_without_an_entry_has_its_letters_for_an_id(shelf: Shelf) -> None:
    """Its mentions are found by them, and it is no value of the facet."""
    (document,) = shelf.fill(naming(made("XYZ raakt het MIEK.")))
    names = shelf.library.reader.knowledge.names
    assert [each.mention.start for each in names.mentions("~xyz")] == [0]
    assert met(shelf, "~xyz", MIEK) == [(0, "sentence")]
    assert names.surfaces("~xyz") == [("XYZ", NameKind.PROGRAMME)]
    assert shelf.library.reader.facets([document])[document].programmes == ("miek",)


def test_an_abbreviation_goes_with_the_name_that_it_spells(shelf: Shelf) -> None:
    """Where a document spells one out, both are mentions of one name."""
    prepared = made("Programma Alfa (PA) raakt MIEK. PA groeit.")
    spans = [(0, 14, "Programma Alfa"), (16, 18, "PA"), (32, 34, "PA")]
    found = [Mention(start, end, NameKind.PROGRAMME, "~programma alfa", text) for start, end, text in spans]
    shelf.fill(replace(prepared, knowledge=Knowledge(mentions=tuple(found))))
    names = shelf.library.reader.knowledge.names
    assert [each.mention.surface for each in names.mentions("~programma alfa")] == [
        "Programma Alfa",
        "PA",
        "PA",
    ]
    (count,) = names.years()
    assert (count.name, count.surface, count.mentions) == ("~programma alfa", "Programma Alfa", 3)


PARTS = st.sampled_from([*NAMES, *NAMES, "iets", "# Kop", "# Chemelot", "## MIEK en TNO"])
TEXTS = st.lists(st.lists(PARTS, min_size=1, max_size=3).map(" en ".join), min_size=1, max_size=8).map(
    lambda parts: "\n\n".join(part if part.startswith("#") else part.replace("#", "") + "." for part in parts)
)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(TEXTS.filter(lambda text: not text.splitlines()[-1].startswith("#")), max_size=3))
def test_a_cell_counts_what_it_opens(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever the documents, each number of the matrix is that of the passages that it opens."""
    shelf = Shelf(tmp_path_factory.mktemp("cells"))
    with shelf.library:
        for number, text in enumerate(texts):
            shelf.put(f"{number}.txt", naming(headed(made(text))))
        names = shelf.library.reader.knowledge.names
        for one, other in (
            (MIEK, CHEMELOT),
            (MIEK, "tno"),
            ("novex", "provincie-limburg"),
            (CHEMELOT, "tno"),
        ):
            cells = names.cells([one], [other])
            totals = names.totals(one, other)
            assert sum(each.nearby for each in cells) == totals.passages.get(Closeness.NEXT, 0)
            assert (
                sum(each.passages + each.nearby for each in cells)
                == totals.all
                == len(met(shelf, one, other))
            )
            for each in names.meetings(one, other, count=1000):
                seen = names.seen_from(each, (one, other))
                assert {mention.key for mention in seen} == {one, other}
