"""Footnote markers that lost their superscript."""

import pytest

from beleidszoeker.ingest.drafts import Line
from beleidszoeker.ingest.text.markers import lift_markers


@pytest.mark.parametrize(
    ("text", "labels", "expected", "found"),
    [
        ("van 8 mei 20241 2. Het onderzoek", ["1", "2"], "van 8 mei 2024. Het onderzoek", ["1", "2"]),
        ("uit de energietransitie3 en", ["3"], "uit de energietransitie en", ["3"]),
        ("energie vrijkomt.4 Daarna", ["4"], "energie vrijkomt. Daarna", ["4"]),
        ("(PEH)7 en", ["7"], "(PEH) en", ["7"]),
        ("komt 17 en gaat", ["17"], "komt en gaat", ["17"]),
        ("tranche).6 7 Recent", ["6", "7"], "tranche). Recent", ["6", "7"]),
        ("uitstoot van CO2 daalt", ["2"], "uitstoot van CO2 daalt", []),
        ("12.390 bedrijven", ["12"], "12.390 bedrijven", []),
        ("€ 26,4 miljard", ["4"], "€ 26,4 miljard", []),
        ("in 2030 en 2050", ["30"], "in 2030 en 2050", []),
        ("1 op de 5%", ["5"], "1 op de 5%", []),
    ],
)
def test_a_marker_is_lifted_and_a_number_stays(
    text: str, labels: list[str], expected: str, found: list[str]
) -> None:
    """Only a number that belongs to a note leaves the sentence."""
    line = Line(text)
    lift_markers([line], labels)
    assert line.text == expected
    assert [label for _, label in line.markers] == found


def test_markers_are_looked_for_in_order() -> None:
    """A number before the last marker is not the next marker."""
    lines = [Line("kabinet2 en besluit1 hierover"), Line("daarna volgt het plan2.")]
    lift_markers(lines, ["1", "2"])
    assert [line.text for line in lines] == ["kabinet2 en besluit hierover", "daarna volgt het plan."]
