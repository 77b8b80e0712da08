"""How well each engine finds; the measures, and ours, are those of ``benchmarks.evaluation``."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.measuring.evaluation import collection_library
from beleidszoeker.search.ranking.retrieval import Mode
from beleidszoeker.settings import load_settings
from benchmarks.beside.bench import Bench, say
from benchmarks.beside.lineup import OURS, PEERS, Entry
from benchmarks.beside.material import Material, of_set
from benchmarks.evaluation.measures import NAMES, NDCG, Bootstrap, Figures, Run, measure
from benchmarks.evaluation.ours import Ours, Variant
from benchmarks.evaluation.sets import TestSet
from benchmarks.evaluation.vectors import KeptVectors

DEPTH = 100
BARE = "ours, no map"
FOLDED = "ours, map by folds"
SHIPPED = "ours, as it ships"
VARIANTS = (
    Variant(BARE, Mode.HYBRID, served=True),
    Variant(FOLDED, Mode.HYBRID, mapped=True, served=True),
)


def quality(bench: Bench, sets: Sequence[TestSet], *, unseen: bool) -> dict[str, Any]:
    """Measure everybody.

    Args:
        bench: The workplace.
        sets: The sets.
        unseen: The map that ships never saw these sets: measure ours with it as well.
    """
    found = _ours(sets, unseen=unseen) if not bench.only or OURS.key in bench.only else {}
    found |= _peers(bench, sets)
    means = {
        name: {one.name: _means(part) for one, part in zip(sets, figures, strict=True)}
        for name, figures in found.items()
    }
    return {"means": means, "ahead": _ahead(sets, found)}


def _ours(sets: Sequence[TestSet], *, unseen: bool) -> dict[str, list[Figures]]:
    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache)
    found = {}
    with KeptVectors(embedder, settings.cache / "evaluation") as kept:
        with Ours(sets, kept) as ours:
            for variant in VARIANTS:
                say(f"quality: {variant.name}")
                found[variant.name] = _measured(sets, ours.run(variant))
        if unseen:
            say(f"quality: {SHIPPED}")
            found[SHIPPED] = _measured(sets, [_shipped(one, kept) for one in sets])
    return found


def _shipped(one: TestSet, embedder: Embedder) -> Run:
    """Ask as people do, of a library that has learnt nothing of its own."""
    with collection_library(one.collection, embedder) as (library, owners):
        documents = library.reader.owners(list(owners))
        texts = {documents[key]: text for key, text in owners.items()}
        engine = SearchEngine(library, embedder)
        return {query: _served(engine, one.collection.queries[query], texts) for query in one.asked}


def _peers(bench: Bench, sets: Sequence[TestSet]) -> dict[str, list[Figures]]:
    given = [of_set(one, bench.folder / "sets" / one.name) for one in sets]
    found = {}
    for entry in bench.wanted(PEERS):
        say(f"quality: {entry.name}")
        runs = [_run(bench, entry, one, texts) for one, texts in zip(sets, given, strict=True)]
        whole = [run for run in runs if run is not None]
        if len(whole) == len(sets):
            found[entry.name] = _measured(sets, whole)
    return found


def _run(bench: Bench, entry: Entry, one: TestSet, given: Material) -> Run | None:
    """Let a peer index a set, and ask it all questions."""
    with ExitStack() as opened:
        process = bench.start(opened, entry)
        if process is None:
            return None
        folder = Path(opened.enter_context(TemporaryDirectory()))
        process.build(given.texts, folder, None if entry.words else bench.embedded(given))
        process.open(folder)
        found = process.ask([one.collection.queries[query] for query in one.asked], DEPTH)["found"]
    return {query: _placed(texts) for query, texts in zip(one.asked, found, strict=True)}


def _served(engine: SearchEngine, question: str, texts: dict[str, str]) -> dict[str, float]:
    results = engine.search(question, count=DEPTH).results
    return _placed([texts[result.citation.document_id] for result in results])


def _placed(texts: Sequence[str]) -> dict[str, float]:
    """Give each text a score by its place, the first of it counts."""
    return {text: -float(place) for place, text in enumerate(dict.fromkeys(texts))}


def _measured(sets: Sequence[TestSet], runs: Sequence[Run]) -> list[Figures]:
    return [measure(one, run) for one, run in zip(sets, runs, strict=True)]


def _means(figures: Figures) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(NAMES, figures.mean(axis=0), strict=True)}


def _ahead(sets: Sequence[TestSet], found: dict[str, list[Figures]]) -> dict[str, Any]:
    """Return by how much ours is ahead in nDCG@10, as the mean over the sets, with its interval."""
    ours = found.get(FOLDED)
    if ours is None:
        return {}
    bootstrap = Bootstrap(sets)
    others = [name for name in found if name not in (BARE, FOLDED, SHIPPED)]
    return {name: bootstrap.difference(ours, found[name], NDCG)._asdict() for name in others}
