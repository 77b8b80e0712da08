"""How much text one file may hold; shared by the formats that hold text and little else."""

from collections.abc import Sequence

from beleidszoeker.errors import LimitExceededError
from beleidszoeker.ingest.drafts import Draft

MOST_CHARACTERS = 20_000_000
MOST_BLOCKS = 250_000
"""Each more than ten times the longest law; more would not become passages within the time for one file."""


def check_length(drafts: Sequence[Draft]) -> None:
    """Raise when a document holds more text than one file may.

    Raises:
        LimitExceededError: With what to do.
    """
    check_count(len(drafts), sum(len(line.text) for draft in drafts for line in draft.lines))


def check_count(blocks: int, characters: int = 0) -> None:
    """Raise when a document has more blocks or characters than one file may; ask it along the way.

    Raises:
        LimitExceededError: With what to do.
    """
    if blocks > MOST_BLOCKS or characters > MOST_CHARACTERS:
        raise _too_long()


def _too_long() -> LimitExceededError:
    most = f"{MOST_BLOCKS:,} alinea's of {MOST_CHARACTERS:,} tekens".replace(",", ".")
    return LimitExceededError(
        f"Het bestand telt meer dan {most}.", advice="Splits het in delen, bijvoorbeeld per hoofdstuk."
    )
