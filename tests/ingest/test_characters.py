"""Characters that fonts and exports leave behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidszoeker.ingest.language.characters import clean


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ﬁnanciën", "financiën"),
        ("eﬀect en aﬄuent", "effect en affluent"),
        ("ĳsvrĳ Ĳmuiden", "ijsvrij IJmuiden"),
        ("cafe\u0301", "café"),
        ("29\u00a0826", "29 826"),
        ("een\u2009punt\u202ftwee", "een punt twee"),
        ("net\u00adcapaciteit", "netcapaciteit"),
        ("netcapaci\u00ad", "netcapaci\u00ad"),
        ("netcapaci\u0002", "netcapaci\u0002"),
        ("\ufeffDatum\u200b", "Datum"),
        ("\uf0b7 punt", "• punt"),
        ("a\x07b\x1fc", "abc"),
        ("twee  spaties", "twee spaties"),
        ("tab\tmidden", "tab midden"),
    ],
)
def test_each_leftover_becomes_what_a_person_would_type(raw: str, expected: str) -> None:
    """Ligatures, odd spaces, bullets and invisible characters are put back; a hyphen at a line's end
    stays.
    """
    assert clean(raw) == expected


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """A cleaned line is clean."""
    assert clean(clean(text)) == clean(text)
