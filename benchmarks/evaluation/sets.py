"""The test sets: which questions, and which of them hang together."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.search.measuring.beir import Collection, read_collection

SEED = 20261123
_CORPUS = "corpus.jsonl"


@dataclass(frozen=True, slots=True)
class TestSet:
    """One collection as it is measured.

    Attributes:
        name: Name of its folder.
        collection: Its texts, questions and judgements, all of them.
        asked: Ids of the questions that are asked, in order.
        groups: For every question, its document: questions of one document are drawn and dealt together.
    """

    __test__ = False  # pytest takes classes of this name for tests

    name: str
    collection: Collection
    asked: tuple[str, ...]
    groups: dict[str, str]

    def sample(self, count: int) -> "TestSet":
        """Return the set with so many of its questions, always the same ones."""
        chosen = random.Random(SEED).sample(self.asked, min(count, len(self.asked)))
        return replace(self, asked=tuple(sorted(chosen)))


def find_sets(folders: Iterable[Path], *, only: Sequence[str] = ()) -> list[TestSet]:
    """Return the sets in these folders: each is a BEIR folder, or holds BEIR folders.

    Args:
        folders: Where to look.
        only: Names of the sets that are wanted; empty for all.

    Raises:
        ConfigurationError: There is none, or one cannot be read.
    """
    places = list(folders)
    found = [place for folder in places for place in _beir_folders(folder)]
    wanted = [folder for folder in found if not only or folder.name in only]
    if not wanted:
        asked = ", ".join(map(str, places))
        raise ConfigurationError(
            f"Geen testverzamelingen gevonden (no test sets found) in {asked}.",
            advice=f"Geef mappen met {_CORPUS}, queries.jsonl en qrels.tsv: make eval DIRS='map1 map2'",
        )
    return [load_set(folder) for folder in wanted]


def load_set(folder: Path) -> TestSet:
    """Read one set.

    Raises:
        ConfigurationError: It cannot be read.
    """
    collection = read_collection(folder)
    return TestSet(folder.name, collection, tuple(collection.queries), document_groups(collection))


def document_groups(collection: Collection) -> dict[str, str]:
    """Return each question's document.

    Relevant texts of one title are of one document, as is one text by itself; a question with relevant texts
    in two documents makes one of the two.
    """
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    documents = {query: _documents(collection, query) for query in collection.queries}
    for names in documents.values():
        for name in names[1:]:
            leader[lead(name)] = lead(names[0])
    return {query: lead(names[0]) if names else query for query, names in documents.items()}


def deal(sets: Sequence[TestSet], folds: int) -> list[dict[str, int]]:
    """Deal the documents of each set into folds; return the fold of each question, set by set."""
    return [_deal(one, folds) for one in sets]


def _deal(one: TestSet, folds: int) -> dict[str, int]:
    names = sorted(set(one.groups.values()))
    order = np.random.default_rng(SEED).permutation(len(names)) % folds
    fold_of = dict(zip(names, order.tolist(), strict=True))
    return {query: fold_of[group] for query, group in one.groups.items()}


def _documents(collection: Collection, query: str) -> list[str]:
    relevant = [text for text, grade in collection.judgements[query].items() if grade > 0]
    titles = [(text, collection.texts.get(text, ("", ""))[0].strip()) for text in relevant]
    return [f"title {title}" if title else f"text {text}" for text, title in titles]


def _beir_folders(folder: Path) -> list[Path]:
    if (folder / _CORPUS).is_file():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"*/{_CORPUS}"))
