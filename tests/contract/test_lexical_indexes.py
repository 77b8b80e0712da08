"""What every lexical index promises, asked of each of them."""

import random
from pathlib import Path

import pytest

from beleidszoeker.index.base import LexicalIndex, LexicalQuery
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.lexical import TantivyIndex
from beleidszoeker.index.store import IndexedText

SIZE = 600
WORDS = ("water", "bodem", "woning", "haven", "spoor", "natuur", "gemeente", "provincie")
Backend = type[LexicalIndex]


@pytest.fixture(params=[TantivyIndex])
def backend(request: pytest.FixtureRequest) -> Backend:
    kind: Backend = request.param
    return kind


def passage(key: int, text: str, **facts: object) -> IndexedText:
    given: dict[str, object] = {
        "heading": "",
        "notes": (),
        "context": "",
        "document_id": f"d{key}",
        "kind": "overig",
        "date": None,
        "organisations": (),
        "dossiers": (),
        **facts,
    }
    return IndexedText(key=key, digest=str(key), text=text, **given)  # type: ignore[arg-type]  # mixed kinds


def some_passages() -> list[IndexedText]:
    """Every second passage is a nota, every twentieth of 2024, every two-hundredth of an organisation."""
    picks = random.Random(1)  # noqa: S311 - the same texts each time
    return [
        passage(
            3 * number + 1,
            " ".join(picks.choices(WORDS, k=picks.randint(3, 12))),
            kind="nota" if number % 2 else "motie",
            date="2024-05-17" if number % 20 == 0 else "2020-01-01" if number % 3 else None,
            organisations=("Waterschap Limburg",) if number % 200 == 0 else ("Provincie Utrecht",),
            dossiers=("29826",) if number % 7 == 0 else (),
        )
        for number in range(SIZE)
    ]


def meets(text: IndexedText, filters: Filters, without: tuple[str, ...] = ()) -> bool:
    day = text.date or ""
    return (
        (not filters.kinds or text.kind in filters.kinds)
        and (not filters.date_from or day >= filters.date_from)
        and (not filters.date_to or (day != "" and day <= filters.date_to))
        and (not filters.organisations or filters.organisations[0].lower() in text.organisations[0].lower())
        and (not filters.dossiers or bool(set(filters.dossiers) & set(text.dossiers)))
        and (not filters.documents or text.document_id in filters.documents)
        and text.document_id not in without
    )


def query(*terms: str) -> LexicalQuery:
    return LexicalQuery(tuple((term, 1.0) for term in terms))


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(kinds=("nota",)),
        Filters(kinds=("nota", "motie")),
        Filters(date_from="2024-01-01"),
        Filters(date_to="2020-12-31"),
        Filters(organisations=("waterschap LIMB",)),
        Filters(kinds=("motie",), dossiers=("29826",), date_from="2019"),
        Filters(documents=("d1", "d4", "unknown")),
        Filters(kinds=("rapport",)),
    ],
)
@pytest.mark.parametrize("count", [10, 10_000])
def test_search_equals_filtering_all_hits(
    backend: Backend, tmp_path: Path, filters: Filters, count: int
) -> None:
    """With a filter, the best are those of all hits that meet it, with the same scores and order."""
    texts = some_passages()
    index = backend.build(texts, tmp_path)
    by_key = {text.key: text for text in texts}
    asked = query("water", stem("haven"))
    everything = index.search(asked, SIZE)
    wanted = [
        (key, score)
        for key, score in zip(everything.keys.tolist(), everything.scores.tolist(), strict=True)
        if meets(by_key[key], filters, ("d7",))
    ]
    found = index.search(asked, count, filters=filters, without=("d7",))
    assert list(zip(found.keys.tolist(), found.scores.tolist(), strict=True)) == wanted[:count]
    assert len(everything.keys) > 100


def test_a_passage_without_a_date_is_in_no_range(backend: Backend, tmp_path: Path) -> None:
    """Neither an open beginning nor an open end lets an undated passage in."""
    index = backend.build([passage(1, "water"), passage(2, "water", date="2024-01-01")], tmp_path)
    for filters in (Filters(date_to="9999-12-31"), Filters(date_from="0001-01-01")):
        assert index.search(query("water"), 5, filters=filters).keys.tolist() == [2]


def test_equal_scores_come_in_order_of_key(backend: Backend, tmp_path: Path) -> None:
    """Of passages that are all alike the first ones are found, also where the list is cut."""
    index = backend.build([passage(key, "water en bodem") for key in range(5, 400)], tmp_path)
    assert index.search(query("water"), 20).keys.tolist() == list(range(5, 25))
    assert index.search(query("water"), 1000).keys.tolist() == list(range(5, 400))


def test_scores_fall(backend: Backend, tmp_path: Path) -> None:
    """The best comes first, and a passage that holds the word more often is better."""
    texts = [passage(1, "water bodem haven"), passage(2, "water water water"), passage(3, "spoor")]
    hits = backend.build(texts, tmp_path).search(query("water"), 5)
    assert hits.keys.tolist() == [2, 1]
    assert hits.scores[0] > hits.scores[1] > 0


def test_a_weight_counts(backend: Backend, tmp_path: Path) -> None:
    """A term of half the weight gives half the score."""
    index = backend.build([passage(1, "water"), passage(2, "bodem")], tmp_path)
    whole = index.search(LexicalQuery((("water", 1.0),)), 1).scores[0]
    assert index.search(LexicalQuery((("water", 0.5),)), 1).scores[0] == pytest.approx(whole / 2)


def test_an_empty_index_finds_nothing(backend: Backend, tmp_path: Path) -> None:
    """An index without passages can be built, loaded and searched."""
    backend.build([], tmp_path)
    index = backend.load(tmp_path)
    assert len(index) == 0
    assert len(index.search(query("water"), 10).keys) == 0
    assert index.rarity("water") >= 0


def test_what_is_not_there_finds_nothing(backend: Backend, tmp_path: Path) -> None:
    """Unknown terms, no terms, no room for results, and odd characters are all answered with nothing."""
    index = backend.build(some_passages(), tmp_path)
    assert len(index.search(query("sterrenkunde"), 10).keys) == 0
    assert len(index.search(query(), 10).keys) == 0
    assert len(index.search(query("water"), 0).keys) == 0
    assert len(index.search(query('a"b:*', "\0", "☂"), 10).keys) == 0


def test_heading_and_footnotes_count(backend: Backend, tmp_path: Path) -> None:
    """A passage is found by a word of its heading or of a footnote that it cites."""
    index = backend.build(
        [passage(1, "tekst", heading="Haven"), passage(2, "tekst", notes=("spoor",))], tmp_path
    )
    assert index.search(query(stem("haven")), 5).keys.tolist() == [1]
    assert index.search(query("spoor"), 5).keys.tolist() == [2]


def test_rare_terms_tell_more(backend: Backend, tmp_path: Path) -> None:
    """The fewer passages hold a term, the more it tells; it never tells less than nothing."""
    index = backend.build([passage(1, "water bodem"), passage(2, "water"), passage(3, "water")], tmp_path)
    assert index.rarity("sterren") > index.rarity("bodem") > index.rarity("water") >= 0


def test_a_loaded_index_answers_the_same(backend: Backend, tmp_path: Path) -> None:
    """What is loaded equals what was built, and building twice gives the same answers."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    built = [backend.build(some_passages(), tmp_path / name) for name in ("one", "two")]
    indexes = [*built, backend.load(tmp_path / "one")]
    answers = [index.search(query("water", "bodem"), 50) for index in indexes]
    assert len({str((a.keys.tolist(), a.scores.tolist())) for a in answers}) == 1
    assert [len(index) for index in indexes] == [SIZE] * 3
