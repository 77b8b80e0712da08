"""The embedded model: on OpenVINO where that works, through sentence-transformers elsewhere."""

from __future__ import annotations

import logging
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.compiled import OpenVinoEmbedder
from beleidszoeker.model.facts import Facts
from beleidszoeker.model.fallback import FallbackEmbedder
from beleidszoeker.model.prepare import NAME, prepare, prepare_network
from beleidszoeker.model.recipe import PROMPTS
from beleidszoeker.model.source import EMBEDDED

if TYPE_CHECKING:
    from pathlib import Path

    from beleidszoeker.errors import ModelError
    from beleidszoeker.model.base import Embedder
    from beleidszoeker.model.prepare import Report

FACTS = Facts(
    id=f"{NAME}@{EMBEDDED.sha256[:12]}",
    dimension=384,
    max_tokens=512,
    query_prefix=PROMPTS["query"],
    passage_prefix=PROMPTS["passage"],
)


def load(cache_dir: Path, *, report: Report | None = None) -> Embedder:
    """The embedded model, prepared; both ways of computing give vectors that may be compared.

    Args:
        cache_dir: Where it is unpacked, once.
        report: Told, in Dutch, what takes time and when OpenVINO cannot be used; without it, the latter is
            logged as a warning.

    Raises:
        ModelUnavailableError: The weights are not installed here, or the folder cannot be written.
        ModelDamagedError: The weights are not the ones we know.
    """
    if find_spec("openvino") is None:
        _say(report, ModelUnavailableError("OpenVINO is hier niet geïnstalleerd."))
        return _slow(cache_dir, report)
    try:
        folder = prepare_network(cache_dir, report=report)
    except (ImportError, RuntimeError) as error:
        _say(report, ModelUnavailableError(f"OpenVINO kan het taalmodel niet uitpakken ({error})."))
        return _slow(cache_dir, report)
    repair = partial(prepare_network, cache_dir, report=report, anew=True)
    return FallbackEmbedder(
        OpenVinoEmbedder(folder, facts=FACTS, repair=repair),
        second=partial(_slow, cache_dir, report),
        say=partial(_say, report),
    )


def _slow(cache_dir: Path, report: Report | None) -> Embedder:
    from beleidszoeker.model.transformer import TransformerEmbedder

    return TransformerEmbedder(str(prepare(cache_dir, report=report)), facts=FACTS)


def _say(report: Report | None, error: ModelError) -> None:
    sentence = f"{error.message} Het taalmodel rekent nu met sentence-transformers: dat is trager."
    if report is None:
        logging.getLogger("beleidszoeker.model").warning(sentence)
    else:
        report(sentence)
