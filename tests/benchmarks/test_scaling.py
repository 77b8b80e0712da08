"""What ``benchmarks/scale.py`` makes of its figures: exponents, a table, plots."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.scaling.drawing import HEIGHT, TOP, Line, drawn, short
from benchmarks.scaling.plotting import value_at, write_plots
from benchmarks.scaling.report import flat, growth, table
from benchmarks.scaling.tables import TABLES, filled

SVG = "{http://www.w3.org/2000/svg}"
SIZES = [
    {"passages": 10_000, "publish": {"seconds": 20.0}, "queries": {"whole_ms": {"p50": 10.0, "p95": 15.0}}},
    {"passages": 100_000, "publish": {"seconds": 200.0}, "queries": {"whole_ms": {"p50": 20.0, "p95": 30.0}}},
]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(10, 5.0), (1000, 500.0)], 1.0),
        ([(10, 5.0), (1000, 5.0)], 0.0),
        ([(10, 1.0), (100, 50.0), (1000, 5000.0)], 2.0),
        ([(10, 0), (1000, 5.0)], None),
        ([(10, "exact"), (1000, "codes")], None),
        ([(10, 5.0), (10, 6.0)], None),
        ([(10, 5.0)], None),
    ],
)
def test_growth(points: list[tuple[float, object]], expected: float | None) -> None:
    """Growth is the exponent between the last two sizes, and unknown where numbers do not tell it."""
    assert growth(points) == (None if expected is None else pytest.approx(expected))


def test_flat() -> None:
    """Every figure is told with the path to it."""
    assert dict(flat(SIZES[0])) == {
        "passages": 10_000,
        "publish.seconds": 20.0,
        "queries.whole_ms.p50": 10.0,
        "queries.whole_ms.p95": 15.0,
    }


def test_table_tells_growth() -> None:
    """A line of the table has the figure at each size and how quickly it grows."""
    lines = table({"machine": {"cores": 2}, "source": "given", "sizes": SIZES}).splitlines()
    (publishing,) = [line.split() for line in lines if line.startswith("publish.seconds")]
    assert publishing == ["publish.seconds", "20.0", "200.0", "n^1.00"]


def test_table_of_unlike_sizes() -> None:
    """A figure that one size lacks leaves its place empty and does not move the others."""
    sizes = [SIZES[0], {"passages": 100_000, "write": {"seconds": 7.0}}]
    lines = table({"machine": {}, "source": "given", "sizes": sizes}).splitlines()
    told = {line.split()[0]: line for line in lines if line.startswith(("publish", "write"))}
    assert told["publish.seconds"].index("20.0") < told["write.seconds"].index("7.0")


@pytest.mark.parametrize(
    ("value", "expected"), [(100_000, "100k"), (1e6, "1M"), (0.1, "0.1"), (1536, "1.54k"), (20.0, "20")]
)
def test_short_numbers(value: float, expected: str) -> None:
    """Numbers are written as one reads them on an axis."""
    assert short(value) == expected


def test_plot_is_a_picture_and_words() -> None:
    """A plot is SVG whose title and description tell every line and number to who cannot see it."""
    root = etree.fromstring(drawn("Time & <size>", "passages", "ms", [Line("p50", [(10, 1), (1000, 4)])]))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Time & <size>"
    assert root.findtext(f"{SVG}desc") == "Time & <size>, ms against passages. p50: 1 at 10, 4 at 1k."


def test_plot_has_points_where_they_belong() -> None:
    """On logarithmic axes equal ratios are equally far apart, and more is higher."""
    root = etree.fromstring(drawn("Time", "passages", "ms", [Line("p50", [(10, 1), (100, 10), (1000, 100)])]))
    dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in root.iter(f"{SVG}circle")]
    (x1, y1), (x2, y2), (x3, y3) = dots
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.2)
    assert y1 - y2 == pytest.approx(y2 - y3, abs=0.2)
    assert y1 > y3


@pytest.mark.parametrize("cost", [1.0, 100.0, 31.0])
def test_names_do_not_cover_each_other(cost: float) -> None:
    """Lines that end at one place have their names below each other, within the picture."""
    lines = [Line(f"line {number}", [(10, 1.0 + number), (1000, cost)]) for number in range(6)]
    places = sorted(_places(drawn("Parts", "passages", "ms", [*lines, Line("most", [(10, 1), (1000, 100)])])))
    assert all(below - above >= 16 for above, below in pairwise(places))
    assert places[0] >= TOP
    assert places[-1] <= HEIGHT


def test_plots_of_what_is_known(tmp_path: Path) -> None:
    """A plot is written for each cost that is known at two sizes; for others none is."""
    written = write_plots({"sizes": SIZES}, tmp_path / "images")
    assert sorted(path.name for path in written) == ["scale-building.svg", "scale-queries.svg"]
    assert write_plots({"sizes": SIZES[:1]}, tmp_path) == []
    assert write_plots({"archive": {}}, tmp_path) == []


def test_value_at() -> None:
    """A path leads to a number, or to nothing."""
    assert value_at(SIZES[0], "queries.whole_ms.p95") == 15.0
    assert value_at(SIZES[0], "queries.whole_ms") is None
    assert value_at(SIZES[0], "inside.parts_ms.words") is None


PAGE = """before
<!-- scale:sizes -->
| old |
<!-- end -->
between
<!-- scale:archive -->
| kept |
<!-- end -->
"""


def test_tables_are_written_anew() -> None:
    """Figures replace the table that they know, and leave the text around it and the other tables alone."""
    page = filled(PAGE, {"sizes": SIZES})
    assert page.startswith("before\n<!-- scale:sizes -->\n|  | 10⁴ | 10⁵ | grows as |\n|---|---|---|---|\n")
    assert "\n| publishing, seconds | 20 | 200 | n^1.00 |\n" in page
    assert "\n| service ready, seconds | TO-MEASURE | TO-MEASURE |  |\n" in page
    assert "old" not in page
    assert page.endswith("<!-- end -->\nbetween\n<!-- scale:archive -->\n| kept |\n<!-- end -->\n")
    assert filled(page, {"sizes": SIZES}) == page


def test_tables_of_the_documentation() -> None:
    """Each table that can be written has its place in docs/performance.md, once."""
    page = (Path(__file__).parents[2] / "docs" / "performance.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"<!-- scale:(\w+) -->", page)) == sorted(TABLES)
    assert page.count("<!-- end -->") == len(TABLES)


def _places(picture: str) -> Iterator[float]:
    return (float(found) for found in re.findall(r'class="name[^"]*" x="[\d.]+" y="([\d.]+)"', picture))
