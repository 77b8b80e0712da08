"""The model's tokenizer, made again with the ``tokenizers`` library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidszoeker.model.normaliser import build_normaliser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tokenizers import Tokenizer
    from tokenizers.processors import TemplateProcessing

    from beleidszoeker.model.vocabulary import Vocabulary

_MASK = "<mask>"


def build_tokenizer(vocabulary: Vocabulary, replacements: Mapping[str, str]) -> Tokenizer:
    """An XLM-R tokenizer: unigram pieces between ``<s>`` and ``</s>``.

    Source: Kudo 2018, https://arxiv.org/abs/1804.10959.

    Args:
        vocabulary: Pieces and scores.
        replacements: The normaliser's code points, see ``normaliser.py``.

    Returns:
        A tokenizer that neither truncates nor pads: whoever loads it decides.
    """
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unknown, byte_fallback=False))
    tokenizer.normalizer = build_normaliser(replacements)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    tokenizer.post_processor = _template(vocabulary)
    names = dict.fromkeys(special_tokens(vocabulary).values())
    tokenizer.add_special_tokens([AddedToken(name, special=True, normalized=False) for name in names])
    return tokenizer


def special_tokens(vocabulary: Vocabulary) -> dict[str, str]:
    """The pieces with a role, under the names that transformers gives those roles."""
    pieces = vocabulary.pieces
    begin, end = pieces[vocabulary.begin], pieces[vocabulary.end]
    return {
        "bos_token": begin,
        "eos_token": end,
        "cls_token": begin,
        "sep_token": end,
        "pad_token": pieces[vocabulary.padding],
        "unk_token": pieces[vocabulary.unknown],
        "mask_token": _MASK,
    }


def _template(vocabulary: Vocabulary) -> TemplateProcessing:
    from tokenizers.processors import TemplateProcessing

    begin, end = vocabulary.pieces[vocabulary.begin], vocabulary.pieces[vocabulary.end]
    return TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, vocabulary.begin), (end, vocabulary.end)],
    )
