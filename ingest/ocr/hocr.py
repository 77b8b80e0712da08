"""Tesseract's answer: hOCR 1.2 (https://kba.github.io/hocr-spec/1.2/), lines and words with their places."""

import re
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser, LexborNode

from beleidszoeker.ingest.ocr.base import Picture, Recognised, TextLine, Word

_NUMBERS = re.compile(r"(\w+)((?: -?[\d.]+)+)")
_NO_LETTER = re.compile(r"[\W_]*")
_RULES = "_|"
_SURE = 50.0
_LEAST = 25.0
_QUARTER = 90.0

_Facts = dict[str, list[float]]


def read_hocr(data: bytes, picture: Picture) -> Recognised:
    """Read the lines of one page, held as it must be to read it.

    Args:
        data: The answer, UTF-8.
        picture: What was read.
    """
    width, height = picture.width, picture.height
    found = LexborHTMLParser(data.decode("utf-8", "replace")).css("span.ocrx_word")
    parents = [(node.parent, node) for node in found if node.parent is not None]
    grouped = [
        (_facts(parent), [word for _, word in group])
        for parent, group in ((items[0][0], items) for items in _by_line(parents))
    ]
    turns = _turns([_angle(facts, nodes) for facts, nodes in grouped])
    lines = [_line(facts, nodes, turns, width, height) for facts, nodes in grouped]
    if turns % 2:
        width, height = height, width
    return Recognised(tuple(line for line in lines if line is not None), width, height, picture.dpi, turns)


def _by_line(words: list[tuple[LexborNode, LexborNode]]) -> list[list[tuple[LexborNode, LexborNode]]]:
    return [list(group) for _, group in groupby(words, key=lambda pair: pair[0].id)]


def _facts(node: LexborNode) -> _Facts:
    """``bbox 10 20 30 40; x_wconf 96`` as lists of numbers by name."""
    title = node.attributes.get("title") or ""
    return {name: [float(number) for number in numbers.split()] for name, numbers in _NUMBERS.findall(title)}


def _angle(facts: _Facts, words: list[LexborNode]) -> float:
    """The angle that Tesseract tells; where it found by itself that words run up or down, it tells none."""
    x0, y0, x1, y1 = facts["bbox"]
    if "textangle" in facts or len(words) == 1 or y1 - y0 <= x1 - x0:
        return facts.get("textangle", [0.0])[0]
    down = _facts(words[0])["bbox"][1] < _facts(words[-1])["bbox"][1]
    return 3 * _QUARTER if down else _QUARTER


def _turns(angles: list[float]) -> int:
    """Most lines' angle, in quarter turns clockwise that make them upright."""
    quarters = [round(angle / _QUARTER) % 4 for angle in angles]
    return max(set(quarters), key=quarters.count) if quarters else 0


def _line(facts: _Facts, nodes: list[LexborNode], turns: int, width: int, height: int) -> TextLine | None:
    words = [word for node in nodes if (word := _word(node, turns, width, height))]
    if not words or all(word.confidence < _LEAST for word in words):
        return None
    size = facts.get("x_size", [0.0])[0] or max(word.y1 - word.y0 for word in words)
    x0, _, x1, y1 = _turned(facts["bbox"], turns, width, height)
    base = y1
    if "baseline" in facts and not turns:
        slope, offset = facts["baseline"][:2]
        base += offset + slope * (x1 - x0) / 2 + facts.get("x_descenders", [0.0])[0]
    return TextLine(tuple(words), size, base)


def _word(node: LexborNode, turns: int, width: int, height: int) -> Word | None:
    """A word; specks of dirt are marks without a letter that the engine itself is not sure of, and rules."""
    text, facts = node.text(strip=True).strip(_RULES), _facts(node)
    confidence = facts.get("x_wconf", [0.0])[0]
    if not text or "bbox" not in facts or (confidence < _SURE and _NO_LETTER.fullmatch(text)):
        return None
    return Word(text, confidence, *_turned(facts["bbox"], turns, width, height))


def _turned(box: list[float], turns: int, width: int, height: int) -> tuple[float, float, float, float]:
    """Return a box after so many quarter turns clockwise of the picture."""
    x0, y0, x1, y1 = box
    if turns == 1:
        return height - y1, x0, height - y0, x1
    if turns == 2:  # noqa: PLR2004
        return width - x1, height - y1, width - x0, height - y0
    if turns == 3:  # noqa: PLR2004
        return y0, width - x1, y1, width - x0
    return x0, y0, x1, y1
