"""Versions of one work are found, and nothing else is taken for one."""

import random

import numpy as np
import pytest
from tests.support import Shelf, made

from beleidszoeker.index.minhash import WIDTH, Signature, resemblance, signature
from beleidszoeker.index.works import group_alike

WORDS = [a + b for a in ("water", "bodem", "lucht", "bouw", "zorg", "haven") for b in "abcdefghijklmnop"]


def text(seed: int, length: int = 600) -> list[str]:
    chooser = random.Random(seed)  # noqa: S311 - a fixed sequence, no secret
    return [chooser.choice(WORDS) for _ in range(length)]


def changed(words: list[str], share: float) -> list[str]:
    chooser = random.Random(5)  # noqa: S311 - a fixed sequence, no secret
    return ["anders" if chooser.random() < share else word for word in words]


def sign(words: list[str]) -> Signature:
    return signature(" ".join(words))


@pytest.mark.parametrize("kept", [0.9, 0.6, 0.3])
def test_signatures_estimate_the_jaccard_similarity(kept: float) -> None:
    """Of texts that share a known part, the estimate lies within three standard errors of the truth."""
    words, other = text(1, 4000), text(2, 4000)
    cut = int(len(words) * kept)
    one, two = words, words[:cut] + other[cut:]
    runs = [{tuple(w[i : i + 5]) for i in range(len(w) - 4)} for w in (one, two)]
    truth = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    assert abs(resemblance(sign(one), sign(two)) - truth) < 3 * np.sqrt(truth * (1 - truth) / WIDTH)


def test_layout_does_not_count() -> None:
    """Case, line breaks and punctuation change nothing."""
    words = text(1)
    assert resemblance(signature(" ".join(words)), signature(".\n\n".join(words).upper())) == 1


def test_a_short_text_resembles_nothing() -> None:
    """A text of a few words has no signature, and two of them are no versions."""
    assert len(signature("Zie het antwoord op vraag 2.")) == 0
    assert resemblance(signature("Ja."), signature("Ja.")) == 0


def test_versions_are_grouped_and_others_are_not() -> None:
    """A text, one with a few words changed and one with a part left out are one work among strangers."""
    words = text(1)
    signatures = {f"{number:02}": sign(text(number)) for number in range(10, 40)}
    signatures |= {"a": sign(words), "m": sign(changed(words, 0.03)), "z": sign(words[:520])}
    assert group_alike(signatures, least=0.55) == [["a", "m", "z"]]


def test_a_publication_stores_the_works(shelf: Shelf) -> None:
    """Each version knows the others, the final text before the concept; a stranger has none."""
    words = text(1)
    final = shelf.put("brief.txt", made(" ".join(words), title="Brief", date="2025-06-20"))
    concept = shelf.put("concept brief.txt", made(" ".join(changed(words, 0.02)), date="2025-06-27"))
    stranger = shelf.put("c.txt", made(" ".join(text(2))))
    shelf.publish()
    reader = shelf.library.reader
    assert [version.document_id for version in reader.other_versions(concept)] == [final]
    assert [version.document_id for version in reader.other_versions(final)] == [concept]
    assert reader.other_versions(stranger) == ()
    assert reader.works([final, concept, stranger]) == {final: (final, 0), concept: (final, 1)}


def test_a_removed_version_is_no_version_any_more(shelf: Shelf) -> None:
    """After a removal the version that is left stands alone, at once and after the next publication."""
    words = text(1)
    kept = shelf.put("a.txt", made(" ".join(words)))
    gone = shelf.put("b.txt", made(" ".join(changed(words, 0.02))))
    shelf.publish()
    with shelf.library.writing() as writer:
        writer.remove_documents([gone])
    assert shelf.library.reader.other_versions(kept) == ()
    shelf.publish()
    assert shelf.library.reader.works([kept]) == {}
