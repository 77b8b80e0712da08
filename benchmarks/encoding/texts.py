"""Invented texts: passages and sentences of just so many tokens, and questions of a few words."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

PASSAGE, SENTENCE = 280, 24
"""Tokens of a passage and of a sentence, prefix and special tokens included."""

QUESTIONS = 15
WORDS = (  # noqa: SIM905 - easier to read
    "de het een van voor gemeente minister provincie stikstof netcapaciteit woningbouw toeslag subsidie "
    "onderzoek besluit kamer motie waterschap budget burger regeling toezicht uitvoering jaar wordt is heeft"
).split()


@dataclass(frozen=True, slots=True)
class Texts:
    """What every runtime embeds."""

    passages: Sequence[str]
    sentences: Sequence[str]
    questions: Sequence[str]


def invented(count: Callable[[str], int], passages: int) -> Texts:
    """Texts that are the same each time.

    Args:
        count: Tells how many tokens a text has as a passage.
        passages: How many; there are four times as many sentences.
    """
    source = random.Random(1)
    return Texts(
        passages=[_of_length(source, count, PASSAGE) for _ in range(passages)],
        sentences=[_of_length(source, count, SENTENCE) for _ in range(4 * passages)],
        questions=[" ".join(source.choices(WORDS, k=source.randint(2, 10))) for _ in range(QUESTIONS)],
    )


def _of_length(source: random.Random, count: Callable[[str], int], tokens: int) -> str:
    text = source.choice(WORDS)
    while count(text) < tokens:
        text += " " + source.choice(WORDS)
    return text
