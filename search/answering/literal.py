"""Is a quote literally there? Only white space and the shape of quotation marks may differ."""

from collections.abc import Iterator, Sequence

_MARKS = dict.fromkeys('"“”„‟«»″‘’‚‛´`′', "'")
_AROUND = " '.…"
FEWEST_WORDS = 4
"""Words that a quote has at least: fewer stand anywhere and carry nothing."""

Span = tuple[int, int]


def find_literal(text: str, quote: str) -> Iterator[Span]:
    """Yield the places where a quote stands in a text, as spans of the text.

    What a writer puts around a quote — marks, dots, spaces — does not count. Words are whole: *gegrond* is
    not in *ongegrond*.

    >>> list(find_literal("Er is  ‘geen’ geld.", "Er is 'geen' geld"))
    [(0, 18)]
    >>> list(find_literal("Het bezwaar is ongegrond.", "gegrond"))
    []
    """
    flat, places = _flat(text)
    wanted = _flat(quote)[0].strip(_AROUND)
    at = flat.find(wanted) if wanted else -1
    while at >= 0:
        last = at + len(wanted)
        if _is_whole(flat, at, last):
            yield places[at], places[last - 1] + 1
        at = flat.find(wanted, at + 1)


def is_too_short(quote: str) -> bool:
    """Tell whether a quote has too few words to mean anything."""
    return len([word for word in quote.split() if any(map(str.isalnum, word))]) < FEWEST_WORDS


def whole_sentences(span: Span, sentences: Sequence[Span]) -> Span:
    """Widen a span to the sentences that it touches: half a sentence may say the opposite of the whole."""
    start, end = span
    touched = [one for one in sentences if one[0] < end and one[1] > start]
    return min([start, *(one[0] for one in touched)]), max([end, *(one[1] for one in touched)])


def _flat(text: str) -> tuple[str, list[int]]:
    """Return a text with single spaces and one kind of mark, and where each of its characters stood."""
    chars, places = list[str](), list[int]()
    for place, char in enumerate(text):
        written = " " if char.isspace() else _MARKS.get(char, char)
        if written == " " and chars and chars[-1] == " ":
            continue
        chars.append(written)
        places.append(place)
    return "".join(chars), places


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_inside(text, start) or _inside(text, end))


def _inside(text: str, place: int) -> bool:
    """Tell whether a place lies within a word or a number: *12* is not in *12,5* nor in *1.12*."""
    before, after = text[max(place - 2, 0) : place], text[place : place + 2]
    if not before or not after:
        return False
    if before[-1].isalnum() and after[0].isalnum():
        return True
    joined = before[-1] + after
    split = before + after[0]
    return any(
        len(three) == 3 and three[0].isalnum() and three[1] in "-.," and three[2].isalnum()  # noqa: PLR2004
        for three in (joined, split)
    )
