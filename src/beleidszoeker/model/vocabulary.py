"""The tokenizer's part of the weights file: unigram pieces, and the normaliser's code points."""

from dataclasses import dataclass
from itertools import pairwise

from beleidszoeker.model.reader import Reader, damaged


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Pieces with their unigram log-probabilities; a piece's id is its place.

    Attributes:
        pieces: UTF-8 pieces, with U+2581 for the space before a word.
        scores: Log-probabilities, as many as there are pieces.
        begin: Id of ``<s>``.
        end: Id of ``</s>``.
        padding: Id of ``<pad>``.
        unknown: Id of ``<unk>``.
    """

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    padding: int
    unknown: int


def read_vocabulary(reader: Reader) -> Vocabulary:
    """Read the pieces from where ``reader`` stands.

    Raises:
        ModelDamagedError: Counts, offsets or ids point outside the data, or a piece is not UTF-8.
    """
    count, *ids = reader.unpack("5i")
    (length,) = reader.unpack("Q")
    if count < 1 or not all(0 <= i < count for i in ids):
        raise damaged("de woordenlijst klopt niet")
    offsets = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    begin, end, padding, unknown = ids
    return Vocabulary(
        pieces=_pieces(bytes(reader.take(length)), offsets),
        scores=tuple(scores),
        begin=begin,
        end=end,
        padding=padding,
        unknown=unknown,
    )


def _pieces(blob: bytes, offsets: list[int]) -> tuple[str, ...]:
    spans = list(pairwise(offsets))
    if offsets[-1] > len(blob) or any(start > end for start, end in spans):
        raise damaged("de woordenlijst klopt niet")
    try:
        return tuple(blob[start:end].decode() for start, end in spans)
    except UnicodeDecodeError as error:
        raise damaged("de woordenlijst is geen UTF-8") from error


def read_replacements(reader: Reader) -> dict[str, str]:
    """Read what the normaliser makes of each code point that it changes.

    Raises:
        ModelDamagedError: The table does not end where it says, or holds an impossible code point.
    """
    count, length = reader.unpack("iI")
    end = reader.position + length
    try:
        replacements = dict(_replacement(reader) for _ in range(count))
    except (ValueError, OverflowError) as error:
        raise damaged("de normalisatietabel klopt niet") from error
    if reader.position != end:
        raise damaged("de normalisatietabel klopt niet")
    return replacements


def _replacement(reader: Reader) -> tuple[str, str]:
    point, count = reader.unpack("IB")
    return chr(point), "".join(map(chr, reader.unpack(f"{count}I")))
