"""The small files of a sentence-transformers folder: which modules, in which order, with which settings."""

from typing import Any

from beleidszoeker.model.tokens import special_tokens
from beleidszoeker.model.weights import Sizes, Weights

PROMPTS = {"query": "query: ", "passage": "passage: "}
_MODULES = "sentence_transformers.models"


def recipe(weights: Weights) -> dict[str, Any]:
    """The content of each JSON file, by its path inside the folder."""
    sizes, special = weights.sizes, special_tokens(weights.vocabulary)
    return {
        "config.json": _encoder(sizes) | {"pad_token_id": weights.vocabulary.padding},
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            "prompts": PROMPTS,
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "modules.json": [_module(0, "Transformer", ""), _module(1, "Pooling"), _module(2, "Normalize")],
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
        "special_tokens_map.json": special,
        "tokenizer_config.json": _tokenizer(sizes) | special,
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_cls_token": False,
            "pooling_mode_max_tokens": False,
        },
        "2_Normalize/config.json": {},
    }


def _encoder(sizes: Sizes) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": sizes.hidden,
        "intermediate_size": sizes.feed_forward,
        "layer_norm_eps": float(f"{sizes.norm_epsilon:.6g}"),
        "max_position_embeddings": sizes.positions,
        "num_attention_heads": sizes.heads,
        "num_hidden_layers": sizes.layers,
        "position_embedding_type": "absolute",
        "type_vocab_size": sizes.token_types,
        "vocab_size": sizes.vocabulary,
    }


def _tokenizer(sizes: Sizes) -> dict[str, Any]:
    # The generic class takes tokenizer.json as it is; XLM-R's own class would rebuild the normaliser.
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": sizes.positions,
        "clean_up_tokenization_spaces": False,
    }


def _module(index: int, kind: str, path: str | None = None) -> dict[str, Any]:
    folder = f"{index}_{kind}" if path is None else path
    return {"idx": index, "name": str(index), "path": folder, "type": f"{_MODULES}.{kind}"}
