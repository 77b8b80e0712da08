"""Filters as people type them, and that both sides of retrieval read them alike."""

from dataclasses import replace

import numpy as np
import pytest
import tantivy
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import Shelf, made

from beleidszoeker.errors import InvalidFilterError
from beleidszoeker.index.base import LexicalQuery
from beleidszoeker.index.filters import UNDATED, Filters, names
from beleidszoeker.index.postings import Limits
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader

NAMES = (
    "Ministerie van Economische Zaken",
    "Coöperatie Élan",
    "İSTANBUL Straße",
    "Waterschap (Limburg) [a.b*c]",
    "ΣΊΣΥΦΟΣ",
    "ﬁnanciën",
    "Regio\nDeal",
)
KINDS = ("nota", "motie", "rapport")
DAYS = (None, "2023-12-31", "2024-01-01", "2024-05-17", "2025-01-01")
YEARS = ("2023", "2024", "2025", "1999", UNDATED)
DOSSIERS = ("29826", "36410-XIII", "29826-211")
PROGRAMMES = ("miek", "novex", "novi", "peh")


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-31"),
        ("2024-05-17", "2024-05-17", "2024-05-17"),
        ("", None, None),
        (None, None, None),
    ],
)
def test_dates(typed: str | None, first: str | None, last: str | None) -> None:
    """A year or month means its first day as a beginning and its last as an end."""
    filters = Filters.parse(date_from=typed, date_to=typed)
    assert (filters.date_from, filters.date_to) == (first, last)


@pytest.mark.parametrize(
    "typed", ["gisteren", "2024-13", "2024-1-1", "24", "2024-05-32", "٢٠٢٤", "2024-05-17\n"]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    """The error names what was typed and shows what can be typed."""
    with pytest.raises(InvalidFilterError, match="geen datum") as caught:
        Filters.parse(date_from=typed)
    assert "2025-06-20" in caught.value.advice


def test_an_unknown_kind_is_refused() -> None:
    """The error names the kinds that there are."""
    with pytest.raises(InvalidFilterError, match="'brief'") as caught:
        Filters.parse(kinds=("brief",))
    assert "kamerbrief" in caught.value.advice


@pytest.mark.parametrize("year", ["24", "2024-05", "٢٠٢٤", "", "2024 "])
def test_what_is_no_year_is_refused(year: str) -> None:
    """The error names what was given and how a year is written."""
    with pytest.raises(InvalidFilterError, match="geen jaar") as caught:
        Filters.parse(years=(year,))
    assert "onbekend" in caught.value.advice
    assert Filters.parse(years=("2024", UNDATED)).years == ("2024", "onbekend")


@pytest.mark.parametrize("typed", ["36410-xiii", " 36410-XIII ", "36 410-XIII", "36.410-xiii"])
def test_dossiers_are_written_in_one_way(typed: str) -> None:
    """Spaces, points and case in a dossier number do not matter."""
    assert Filters.parse(dossiers=(typed,)).dossiers == ("36410-XIII",)


@pytest.mark.parametrize("typed", ["miek", "MIEK", " Meerjarenprogramma infrastructuur energie en klimaat "])
def test_programmes_are_taken_by_id_and_by_name(typed: str) -> None:
    """An id, an abbreviation and a name mean the same, in any case; a blank one means nothing."""
    assert Filters.parse(programmes=(typed, "miek", " ")).programmes == ("miek",)


@pytest.mark.parametrize("typed", ["bestaat niet", "Chemelot", "~xyz"])
def test_an_unknown_programme_is_refused(typed: str) -> None:
    """A name that is none, or that of something else, is named in the error."""
    with pytest.raises(InvalidFilterError, match=typed):
        Filters.parse(programmes=(typed,))


def test_blank_names_are_no_filter() -> None:
    """A name of spaces limits nothing, and without limits the filters are empty."""
    assert not Filters.parse(organisations=("", "  "))
    assert Filters.parse(organisations=(" Limburg ",)).organisations == ("Limburg",)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("economische zaken", "Ministerie van Economische Zaken"),
        ("STRASSE", "Straße"),
        ("coöperatie", "COÖPERATIE"),
        ("coo\u0308peratie", "Coöperatie"),
        ("σίσυφος", "ΣΊΣΥΦΟΣ"),
        ("financiën", "ﬁnanciën"),
    ],
)
def test_names_are_compared_without_case(part: str, name: str) -> None:
    """Case is folded as Unicode has it, beyond ASCII too."""
    assert names(part, name)
    assert not names(part + "x", name)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> tuple[LibraryReader, Snapshot]:
    shelf = Shelf(tmp_path_factory.mktemp("filters"))
    shelf.fill(
        *(
            made(
                f"Water nummer {number}.",
                kind=KINDS[number % 3],
                date=DAYS[number % 5],
                organisations=[NAMES[number % 7], NAMES[(number * 3) % 7]],
                dossiers=[DOSSIERS[number % 3]] if number % 2 else [],
                programmes=PROGRAMMES[number % 4 : number % 4 + 2] if number % 5 else [],
            )
            for number in range(40)
        )
    )
    return shelf.library.reader, shelf.library.snapshots.open()


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


parts = st.one_of(
    st.sampled_from(NAMES).flatmap(
        lambda name: st.integers(0, len(name)).map(lambda at: name[at : at + 5].swapcase())
    ),
    st.text(max_size=4),
)
plain_filters = st.builds(
    Filters,
    kinds=some(KINDS),
    date_from=st.sampled_from(DAYS),
    date_to=st.sampled_from(DAYS),
    years=some(YEARS),
    organisations=st.lists(parts, max_size=2).map(tuple),
    dossiers=some((*DOSSIERS, "1")),
    programmes=some((*PROGRAMMES, "iza")),
)
filters_of_all_sorts = st.builds(
    lambda one, out, other: replace(one, excluded=out).both(other),
    plain_filters,
    st.none() | plain_filters,
    st.just(Filters()) | plain_filters,
)


@settings(max_examples=300, deadline=None)
@given(filters=filters_of_all_sorts)
def test_words_and_meaning_are_limited_alike(
    stocked: tuple[LibraryReader, Snapshot], filters: Filters
) -> None:
    """Whatever the filters, the lexical index and the database let the same passages through."""
    reader, snapshot = stocked
    (term, *_) = snapshot.lexical.analyser.terms("water")
    by_words = snapshot.lexical.search(LexicalQuery(((term.stem, 1.0),)), 100, filters=filters)
    allowed = reader.keys(filters)
    assert sorted(by_words.keys.tolist()) == allowed.tolist()
    by_meaning = snapshot.dense.search(np.ones(64, np.float32), 100, allowed=allowed)
    assert sorted(by_meaning.keys.tolist()) == allowed.tolist()


def test_a_snapshot_before_format_5_knows_no_programmes() -> None:
    """Its index lacks the field: there a programme finds nothing, and leaving one out takes nothing away."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    index = tantivy.Index(builder.build())
    writer = index.writer(15_000_000, 1)
    writer.add_document(tantivy.Document(kind="nota"))
    writer.commit()
    index.reload()

    def found(filters: Filters) -> int:
        everything = (tantivy.Occur.Must, tantivy.Query.all_query())
        asked = tantivy.Query.boolean_query([everything, *Limits(index.schema, ()).clauses(filters)])
        return len(index.searcher().search(asked, 10).hits)

    assert found(Filters(kinds=("nota",))) == 1
    assert found(Filters(programmes=("miek",))) == 0
    assert found(Filters(excluded=Filters(programmes=("miek",)))) == 1
