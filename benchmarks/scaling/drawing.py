"""Lines on two logarithmic axes as SVG: legible on light and dark, told to who cannot see it."""

from collections.abc import Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 72, 215, 48, 52
AS_FAST = "dotted: as the library grows"
APART = 17  # between the names at the ends of lines
COLOURS = ("#0b62a8", "#b8500a", "#1b7a3d", "#8a2f8f", "#8c6d00", "#51606e")
DARK = ("#6cb6f5", "#f3a05f", "#66cf8b", "#d78fdc", "#e0c14a", "#aebbc7")
DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 2", "1 2")
SUFFIXES = ((1e9, "G"), (1e6, "M"), (1e3, "k"))


class Line(NamedTuple):
    """A line of a plot: its name, and its points (size, cost) by ascending size, all above zero."""

    name: str
    points: Sequence[tuple[float, float]]


class _Axis(NamedTuple):
    """Whole powers of ten from ``low`` to ``high``, drawn from ``start`` to ``end``."""

    low: int
    high: int
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def ticks(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def drawn(title: str, across: str, up: str, lines: Sequence[Line]) -> str:
    """Return a plot as SVG.

    Args:
        title: What it shows.
        across: What the horizontal axis counts.
        up: What the vertical axis counts.
        lines: At least one, each with at least one point.
    """
    values = [point for line in lines for point in line.points]
    x = _axis([size for size, _ in values], LEFT, WIDTH - RIGHT)
    y = _axis([cost for _, cost in values], HEIGHT - BOTTOM, TOP)
    heading = f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>'
    body = [heading, *_grid(x, y, across, up), _as_fast(x, y)]
    for number, line in enumerate(lines):
        body += _line(number, line, x, y)
    return _page(title, _told(title, across, up, lines), [*body, *_names(lines, y)])


def short(value: float) -> str:
    """Return a number as one reads it on an axis: ``10k``, ``0.1``."""
    for size, suffix in SUFFIXES:
        if value >= size:
            return f"{value / size:.3g}{suffix}"
    return f"{value:.3g}"


def _axis(values: Sequence[float], start: float, end: float) -> _Axis:
    low, high = floor(log10(min(values)) + 1e-9), ceil(log10(max(values)) - 1e-9)
    return _Axis(low, max(high, low + 1), start, end)


def _grid(x: _Axis, y: _Axis, across: str, up: str) -> list[str]:
    found: list[str] = []
    for tick in x.ticks:
        found.append(f'<path class="grid" d="M{x.at(tick)} {TOP}V{HEIGHT - BOTTOM}"/>')
        found.append(f'<text x="{x.at(tick)}" y="{HEIGHT - BOTTOM + 18}" class="mid">{short(tick)}</text>')
    for tick in y.ticks:
        found.append(f'<path class="grid" d="M{LEFT} {y.at(tick)}H{WIDTH - RIGHT}"/>')
        found.append(f'<text x="{LEFT - 8}" y="{y.at(tick) + 4}" class="end">{short(tick)}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    found.append(f'<text x="{middle}" y="{HEIGHT - 12}" class="mid">{escape(across)}</text>')
    found.append(f'<text x="{LEFT}" y="{TOP - 8}">{escape(up)}</text>')
    found.append(f'<text x="{WIDTH - RIGHT + 12}" y="{HEIGHT - 12}">{AS_FAST}</text>')
    return found


def _as_fast(x: _Axis, y: _Axis) -> str:
    """Draw how a cost grows that grows as fast as the library, from the corner as far as the plot goes."""
    powers = min(x.high - x.low, y.high - y.low)
    to = f"{x.at(10.0 ** (x.low + powers))} {y.at(10.0 ** (y.low + powers))}"
    return f'<path class="same" d="M{x.start} {y.start}L{to}"/>'


def _line(number: int, line: Line, x: _Axis, y: _Axis) -> list[str]:
    places = [f"{x.at(size)} {y.at(cost)}" for size, cost in line.points]
    dots = [
        f'<circle class="dot c{number}" cx="{x.at(size)}" cy="{y.at(cost)}" r="4">'
        f"<title>{escape(line.name)}: {short(cost)} at {short(size)}</title></circle>"
        for size, cost in line.points
    ]
    return [f'<path class="line c{number}" d="M{"L".join(places)}"/>', *dots]


def _names(lines: Sequence[Line], y: _Axis) -> list[str]:
    """Write each line's name and last cost beside its end, none over another."""
    wanted = sorted((y.at(line.points[-1][1]) + 4, number) for number, line in enumerate(lines))
    found, lowest = [], float(TOP)
    over = max(0.0, _bottom([place for place, _ in wanted]) - (HEIGHT - BOTTOM + 4))
    for place, number in wanted:
        lowest = max(place - over, lowest + APART)
        line = lines[number]
        text = f"{escape(line.name)} {short(line.points[-1][1])}"
        found.append(f'<text class="name t{number}" x="{WIDTH - RIGHT + 12}" y="{lowest:.1f}">{text}</text>')
    return found


def _bottom(places: Sequence[float]) -> float:
    lowest = float(TOP)
    for place in places:
        lowest = max(place, lowest + APART)
    return lowest


def _told(title: str, across: str, up: str, lines: Sequence[Line]) -> str:
    """Say the plot in words: every line with its numbers."""
    said = [
        f"{line.name}: " + ", ".join(f"{short(cost)} at {short(size)}" for size, cost in line.points)
        for line in lines
    ]
    return f"{title}, {up} against {across}. " + "; ".join(said) + "."


def _page(title: str, told: str, body: Sequence[str]) -> str:
    inside = "\n".join(body)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" \
aria-labelledby="title told">
<title id="title">{escape(title)}</title>
<desc id="told">{escape(told)}</desc>
<style>{_style()}</style>
<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>
{inside}
</svg>
"""


def _style() -> str:
    rules = [
        "text{font:13px system-ui,sans-serif;fill:#26313b}.title{font-size:16px;font-weight:600}",
        ".mid{text-anchor:middle}.end{text-anchor:end}.name{font-weight:600}",
        ".ground{fill:#fff}.grid{stroke:#dde3e8}.same{stroke:#8a97a3;stroke-dasharray:1 5;fill:none}",
        ".line{fill:none;stroke-width:2.5}.dot{stroke-width:0}",
        *(_colour(number, colour) for number, colour in enumerate(COLOURS)),
        *(f".line.c{number}{{stroke-dasharray:{dash}}}" for number, dash in enumerate(DASHES) if dash),
    ]
    dark = ["text{fill:#e6ebf0}.ground{fill:#171c21}.grid{stroke:#333d47}"]
    dark += [_colour(number, colour) for number, colour in enumerate(DARK)]
    return "".join(rules) + "@media(prefers-color-scheme:dark){" + "".join(dark) + "}"


def _colour(number: int, colour: str) -> str:
    return f".line.c{number}{{stroke:{colour}}}.dot.c{number},.t{number}{{fill:{colour}}}"
