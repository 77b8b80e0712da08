"""Ruling lines to grids: rules that cross make cells; where a rule is missing, cells are one."""

import itertools
from collections import defaultdict
from dataclasses import dataclass

from beleidszoeker.ingest.document import Box
from beleidszoeker.ingest.pdf.tables.rules import Drawing, Rect, Rule
from beleidszoeker.ingest.pdf.walls import Wall

_NEAR = 3.0
_COVERED = 0.6
_DRAWN = 0.7
_MOST_RULES = 600
_MOST_CELLS = 20_000
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one ruled table on one page.

    Attributes:
        xs: Edges of its columns from left to right, in points.
        ys: Edges of its rows from top to bottom.
        cell: (row, column) of each field → (row, column) at which the cell that holds it begins.
        walls: Its upright rules.
        shades: Filled rectangles on it.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cell: dict[tuple[int, int], tuple[int, int]]
    walls: tuple[Wall, ...] = ()
    shades: tuple[Rect, ...] = ()

    @property
    def box(self) -> Box:
        """The rectangle of the whole grid."""
        return Box(self.xs[0], self.ys[-1], self.xs[-1], self.ys[0])

    def field_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return (row, column) at which the cell around a point begins, or ``None`` outside the grid."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = sum(edge < x for edge in self.xs[1:-1])
        row = sum(edge > y for edge in self.ys[1:-1])
        return self.cell[row, column]


def find_grids(drawing: Drawing) -> list[Grid]:
    """Find the grids of at least two columns on one page, from top to bottom."""
    level, upright = _joined(drawing.level), _joined(drawing.upright)
    if len(level) > _MOST_RULES or len(upright) > _MOST_RULES:
        return []
    found = [_grid(lines, posts, drawing.shades) for lines, posts in _crossing(level, upright)]
    return sorted((grid for grid in found if grid), key=lambda grid: -grid.ys[0])


def _joined(rules: list[Rule]) -> list[Rule]:
    """Join rules in one line that touch: most files draw a border cell by cell."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules):
        if not lanes or rule.at - lanes[-1][0].at > _NEAR / 2:
            lanes.append([])
        lanes[-1].append(rule)
    return [joined for lane in lanes for joined in _joined_lane(lane)]


def _joined_lane(lane: list[Rule]) -> list[Rule]:
    runs: list[Rule] = []
    for rule in sorted(lane, key=lambda rule: rule.start):
        if runs and rule.start <= runs[-1].end + _NEAR:
            runs[-1] = runs[-1]._replace(end=max(runs[-1].end, rule.end))
        else:
            runs.append(rule)
    return runs


def _crossing(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Group the rules that cross or touch each other, over any number of steps."""
    root = list(range(len(level) + len(upright)))

    def find(item: int) -> int:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for (i, line), (j, post) in itertools.product(enumerate(level), enumerate(upright, len(level))):
        across = line.start - _NEAR <= post.at <= line.end + _NEAR
        if across and post.start - _NEAR <= line.at <= post.end + _NEAR:
            root[find(i)] = find(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate([*level, *upright]):
        groups[find(index)][index >= len(level)].append(rule)
    return list(groups.values())


def _grid(level: list[Rule], upright: list[Rule], shades: list[Rect]) -> Grid | None:
    if not level or not upright:
        return None
    xs = _edges([rule.at for rule in upright], [e for rule in level for e in (rule.start, rule.end)])
    ys = _edges([rule.at for rule in level], [e for rule in upright for e in (rule.start, rule.end)])[::-1]
    fields = (len(xs) - 1) * (len(ys) - 1)
    if len(xs) <= _FEWEST_COLUMNS or not 0 < fields <= _MOST_CELLS or not _is_drawn(xs, ys, level, upright):
        return None
    box = (xs[0], ys[-1], xs[-1], ys[0])
    walls = tuple(Wall(rule.at, rule.start, rule.end) for rule in upright)
    on = tuple(shade for shade in shades if _inside(shade, box))
    return Grid(tuple(xs), tuple(ys), _cells(xs, ys, level, upright), walls, on)


def _is_drawn(xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]) -> bool:
    """Tell whether most of all edges is drawn from side to side: boxes with arrows between are no table."""
    across = [_covered(level, y, xs[0], xs[-1]) for y in ys]
    down = [_covered(upright, x, ys[-1], ys[0]) for x in xs]
    return sum(across) / len(across) + sum(down) / len(down) >= 2 * _DRAWN


def _inside(shade: Rect, box: Rect) -> bool:
    return (
        shade[0] > box[0] - _NEAR
        and shade[1] > box[1] - _NEAR
        and shade[2] < box[2] + _NEAR
        and shade[3] < box[3] + _NEAR
    )


def _edges(inner: list[float], outer: list[float]) -> list[float]:
    """Positions of rules, near ones as one, and the ends of what crosses them where no rule closes a side."""
    edges: list[float] = []
    for at in sorted(inner):
        if not edges or at - edges[-1] > _NEAR:
            edges.append(at)
    if min(outer) < edges[0] - 2 * _NEAR:
        edges.insert(0, min(outer))
    if max(outer) > edges[-1] + 2 * _NEAR:
        edges.append(max(outer))
    return edges


def _cells(
    xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each field to the first field of its cell: fields that no rule parts are one cell."""
    fields = list(itertools.product(range(len(ys) - 1), range(len(xs) - 1)))
    root = {field: field for field in fields}

    def find(field: tuple[int, int]) -> tuple[int, int]:
        while root[field] != field:
            root[field] = root[root[field]]
            field = root[field]
        return field

    posts, lines = [_near(upright, x) for x in xs], [_near(level, y) for y in ys]
    for row, column in fields:
        joined = []
        if column and not _covers(posts[column], xs[column], ys[row + 1], ys[row]):
            joined.append((row, column - 1))
        if row and not _covers(lines[row], ys[row], xs[column], xs[column + 1]):
            joined.append((row - 1, column))
        for other in joined:
            first, second = sorted((find(other), find((row, column))))
            root[second] = first
    return {field: find(field) for field in fields}


def _near(rules: list[Rule], at: float) -> list[Rule]:
    return [rule for rule in rules if abs(rule.at - at) <= _NEAR]


def _covers(rules: list[Rule], at: float, start: float, end: float) -> bool:
    return _covered(rules, at, start, end) >= _COVERED


def _covered(rules: list[Rule], at: float, start: float, end: float) -> float:
    """Return which part of a stretch the rules at one place cover, 0 to 1."""
    length = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in _near(rules, at))
    return min(1.0, length / (end - start))
