"""A set's texts in a library of their own, as any texts are in any library."""

from contextlib import ExitStack
from dataclasses import replace
from typing import NamedTuple

from beleidszoeker.index.library import Library
from beleidszoeker.index.report import Reporter
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.measuring.beir import Collection
from beleidszoeker.search.measuring.evaluation import collection_library
from benchmarks.evaluation.sets import TestSet


class Shelf(NamedTuple):
    """A set's library.

    Attributes:
        library: Holds all texts of the set.
        owners: Passage key → text id.
        texts: Document id → text id.
    """

    library: Library
    owners: dict[int, str]
    texts: dict[str, str]


def make_shelf(
    opened: ExitStack, one: TestSet, embedder: Embedder, *, titles: bool, reporter: Reporter
) -> Shelf:
    """Take a set into a library that lasts as long as ``opened``, and embed its questions.

    Args:
        opened: Closes the library.
        one: The set.
        embedder: Makes the vectors; it should remember the questions'.
        titles: Whether the texts keep their titles.
        reporter: Is told of the progress.
    """
    collection = one.collection if titles else _untitled(one.collection)
    library, owners = opened.enter_context(
        collection_library(collection, embedder, mapped=False, reporter=reporter)
    )
    reporter.begin(f"questions of {one.name}", len(collection.queries))
    for text in collection.queries.values():
        embedder.encode_queries([text])
        reporter.advance(1)
    reporter.end()
    documents = library.reader.owners(list(owners))
    return Shelf(library, owners, {documents[key]: text for key, text in owners.items()})


def _untitled(collection: Collection) -> Collection:
    return replace(collection, texts={name: ("", text) for name, (_, text) in collection.texts.items()})
