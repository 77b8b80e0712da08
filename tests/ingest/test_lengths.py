"""How much text one file may hold."""

import pytest

from beleidszoeker.errors import LimitExceededError
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.lengths import MOST_BLOCKS, MOST_CHARACTERS, check_count, check_length


def test_too_many_blocks_and_too_much_text_end_with_advice() -> None:
    """Up to the limits a document is taken in; beyond them the error says what to do."""
    long = Draft(BlockKind.PARAGRAPH, [Line("x" * (MOST_CHARACTERS // 2))])
    check_count(MOST_BLOCKS)
    check_length([long, long])
    with pytest.raises(LimitExceededError) as many:
        check_count(MOST_BLOCKS + 1)
    with pytest.raises(LimitExceededError) as much:
        check_length([long, long, Draft(BlockKind.PARAGRAPH, [Line("x")])])
    assert many.value.advice == much.value.advice != ""
