"""What every lexical index promises, asked of each of them."""

import random
from pathlib import Path

import pytest

from beleidszoeker.index.base import Demand, LexicalIndex, LexicalQuery, Wording
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
            programmes=("miek", "novex") if number % 11 == 0 else ("novi",) if number % 11 == 1 else (),
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
        and (not filters.programmes or bool(set(filters.programmes) & set(text.programmes)))
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
        Filters(programmes=("miek",)),
        Filters(programmes=("miek", "novi"), kinds=("nota",)),
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


def demand(*ways: str | Wording, **how: bool) -> Demand:
    """Demand one of these; a text stands for its words next to each other."""
    return Demand(
        tuple(way if isinstance(way, Wording) else Wording(tuple(way.split())) for way in ways), **how
    )


TEXTS = [
    passage(1, "De netcapaciteit is krap", title="Nota over stroom", heading="Nota over stroom — Regio"),
    passage(2, "Regio. Deals", notes=("deal twee",), title="Regio Deals", heading="Regio Deals"),
    passage(3, "het netwerk en de regio", notes=("deals van toen",), kind="nota", date="2024-05-17"),
    passage(4, "regio deals", kind="nota", context="de regio"),
]


@pytest.mark.parametrize(
    ("demands", "keys"),
    [
        ((demand("regio deals"),), [2, 4]),
        ((demand("de regio"),), [3, 4]),
        ((demand("krap nota"),), []),
        ((demand("netcapaciteit"),), [1]),
        ((demand("capaciteit"),), []),
        ((demand(Wording(("capaciteit",), inflected=True)),), [1]),
        ((demand(Wording(("deal",), inflected=True)),), [2, 3, 4]),
        ((demand(Wording(("net",), prefix=True)),), [1, 3]),
        ((demand(Wording(("de", "net"), prefix=True)),), [1]),
        ((demand(Wording(("zz",), prefix=True)),), []),
        ((demand("deal twee", "krap"),), [1, 2]),
        ((demand("de"), demand("regio")), [1, 3, 4]),
        ((demand("de", excluded=True),), [2]),
        ((demand("regio"), demand("regio deals", excluded=True)), [1, 3]),
        ((demand("over stroom", in_title=True),), [1]),
        ((demand("stroom nota", in_title=True),), []),
        ((demand(Wording(("nota",), inflected=True), in_title=True),), [1]),
        ((demand("regio", in_title=True, excluded=True),), [1, 3, 4]),
        ((), [1, 2, 3, 4]),
    ],
)
def test_demands_limit(
    backend: Backend, tmp_path: Path, demands: tuple[Demand, ...], keys: list[int]
) -> None:
    """What meets the demands is told and found, whatever its terms; no phrase runs over a border."""
    index = backend.build(TEXTS, tmp_path)
    assert index.matching(demands).tolist() == keys
    assert index.meets(demands) is bool(keys)
    owners = sorted({text.document_id for text in TEXTS if text.key in keys})
    assert not index.meets(demands, without=owners)
    assert index.meets(demands, without=owners[1:]) is bool(keys)
    worded = any(not each.excluded for each in demands)
    found = index.search(LexicalQuery((("regio", 1.0),), demands), 10)
    with_term = index.matching((demand(Wording(("regio",), inflected=True)),)).tolist()
    assert sorted(found.keys.tolist()) == (keys if worded else [key for key in keys if key in with_term])
    assert sorted(index.search(LexicalQuery((), demands), 10).keys.tolist()) == (keys if worded else [])


def test_demands_do_not_rank(backend: Backend, tmp_path: Path) -> None:
    """A passage scores the same with a demand as without."""
    index = backend.build(some_passages(), tmp_path)
    asked = query("water", stem("haven"))
    free = index.search(asked, SIZE)
    scores = dict(zip(free.keys.tolist(), free.scores.tolist(), strict=True))
    held = index.search(asked._replace(demands=(demand("water bodem"),)), SIZE)
    assert len(held.keys) > 10
    assert all(
        scores[key] == score for key, score in zip(held.keys.tolist(), held.scores.tolist(), strict=True)
    )


@pytest.mark.parametrize(
    "filters",
    [
        Filters(kinds=("nota",)),
        Filters(kinds=("nota",), excluded=Filters(dossiers=("29826",))),
        Filters(excluded=Filters(kinds=("nota",), organisations=("limburg",))),
        Filters(dossiers=("29826",)).both(Filters(date_from="2024-01-01")),
        Filters(kinds=("nota",)).both(Filters(kinds=("motie",))),
        Filters(kinds=("nota",)).both(Filters(date_to="2024-12-31")).both(Filters(dossiers=("29826",))),
    ],
)
def test_matching_equals_trying_each(backend: Backend, tmp_path: Path, filters: Filters) -> None:
    """With demands, filters within filters and removed documents: the same as asking each passage."""
    texts = some_passages()
    index = backend.build(texts, tmp_path)

    def allows(text: IndexedText, limits: Filters) -> bool:
        out = limits.excluded
        return (
            meets(text, limits, ("d7",))
            and not (out and text.kind in out.kinds)
            and not (out and set(out.dossiers) & set(text.dossiers))
            and not (out and out.organisations and out.organisations[0] in text.organisations[0].lower())
            and (limits.also is None or allows(text, limits.also))
        )

    wanted = [text.key for text in texts if " water bodem " in f" {text.text} " and allows(text, filters)]
    demands = (demand("water bodem"),)
    assert index.matching(demands, filters=filters, without=("d7",)).tolist() == wanted
    assert (
        sorted(index.search(LexicalQuery((), demands), SIZE, filters=filters, without=("d7",)).keys.tolist())
        == wanted
    )


def test_completions(backend: Backend, tmp_path: Path) -> None:
    """The words that begin so come by the number of passages, as they are spelled."""
    texts = [passage(1, "netten net"), passage(2, "net netwerk"), passage(3, "Net Netwerk natuur")]
    index = backend.build(texts, tmp_path)
    assert index.completions("net", 5) == ("net", "netwerk", "netten")
    assert index.completions("net", 1) == ("net",)
    assert index.completions("zee", 5) == ()


def test_phrases_rank(backend: Backend, tmp_path: Path) -> None:
    """Words next to each other find and rank passages, with terms beside them or alone; apart they do not."""
    texts = [passage(1, "water en bodem"), passage(2, "bodem en water"), passage(3, "haven")]
    index = backend.build(texts, tmp_path)
    phrase = (("water", "en", "bodem"), 1.0)
    assert index.search(LexicalQuery((), (), (phrase,)), 5).keys.tolist() == [1]
    assert index.search(LexicalQuery((), (), ((("haven",), 1.0),)), 5).keys.tolist() == [3]
    both = index.search(LexicalQuery((("bodem", 1.0),), (), (phrase,)), 5)
    assert both.keys.tolist() == [1, 2]
    assert both.scores[0] > both.scores[1]


def test_what_the_corpus_teaches(backend: Backend, tmp_path: Path) -> None:
    """Terms, abbreviations and words that stand in the passages are known, also once it was opened again."""
    text = "Het Programma Bodem en Water (PBW) loopt. De bodem is van het PBW."
    backend.build([passage(1, text)], tmp_path)
    index = backend.load(tmp_path)
    assert [index.holds(term) for term in ("bodem", "pbw", "haven")] == [True, True, False]
    assert [each.long for each in index.abbreviations.meanings("PBW")] == ["Programma Bodem en Water"]
    found = index.speller.correct("bodems")
    assert found is not None
    assert found.word == "bodem"


def test_frequent_words_are_told_by_how_often_they_occur(backend: Backend, tmp_path: Path) -> None:
    """The most frequent first, and no more than asked; a word that occurs once is not among them."""
    texts = ("Water en water, nog eens water.", "Bodem en water.", "Bodem, bodem en spoor.")
    index = backend.build([passage(key, text) for key, text in enumerate(texts)], tmp_path)
    assert list(index.frequent(1)) == ["water"]
    assert sorted(index.frequent(99)) == ["bodem", "en", "water"]
