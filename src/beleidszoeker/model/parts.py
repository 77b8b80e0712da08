"""The parts of an exported model, each opened when it is first needed and made again when it is damaged."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from beleidszoeker.errors import ModelDamagedError, ModelUnavailableError
from beleidszoeker.model.once import Once
from beleidszoeker.model.tokenising import open_question_tokens, open_tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from beleidszoeker.model.questions import QuestionTokens
    from beleidszoeker.model.runtime import Runtime
    from beleidszoeker.model.tokenising import Tokens

    ForQueries: TypeAlias = tuple[QuestionTokens, Runtime]
    ForPassages: TypeAlias = tuple[Tokens, Runtime]

T = TypeVar("T")


class Parts:
    """What embedding needs, for any number of threads; each attribute is called to get it.

    Each call raises ``ModelUnavailableError`` when OpenVINO cannot be used here, and ``ModelDamagedError``
    when something is damaged, also after it was made again.

    Args:
        folder: What ``export`` filled.
        longest: Longest input in tokens.
        repair: Fills the folder again; called when something in it turns out to be damaged.

    Attributes:
        for_queries: Tokenizer and network for questions.
        for_passages: Tokenizer and network for passages.
        tokens: The tokenizer for passages alone.
    """

    def __init__(self, folder: Path, *, longest: int, repair: Callable[[], object]) -> None:
        self._folder = folder
        self._longest = longest
        self._repair = repair
        self._repairing = threading.Lock()
        self.tokens: Once[Tokens] = Once(lambda: self._whole(open_tokens))
        self.for_queries: Once[ForQueries] = Once(self._open_for_queries)
        self.for_passages: Once[ForPassages] = Once(self._open_for_passages)

    def _open_for_queries(self) -> ForQueries:
        return self._whole(open_question_tokens), self._runtime("QUERIES")

    def _open_for_passages(self) -> ForPassages:
        # Compiling leaves the interpreter free, so the tokenizer is read meanwhile; the other way round,
        # reading would keep the compiler from being called.
        with ThreadPoolExecutor(1) as pool:
            tokens = pool.submit(self.tokens)
            network = self._runtime("PASSAGES")
            return tokens.result(), network

    def _runtime(self, use: str) -> Runtime:
        try:
            from beleidszoeker.model.runtime import Use, open_runtime
        except ImportError as error:
            raise ModelUnavailableError(
                f"OpenVINO is hier niet te gebruiken ({error}).",
                advice="Installeer het opnieuw: pip install --force-reinstall openvino",
            ) from error
        return self._whole(lambda folder, _: open_runtime(folder, Use[use]))

    def _whole(self, read: Callable[[Path, int], T]) -> T:
        with suppress(ModelDamagedError):
            return read(self._folder, self._longest)
        with self._repairing:
            # Another thread may have had it made again while this one waited.
            with suppress(ModelDamagedError):
                return read(self._folder, self._longest)
            self._repair()
            return read(self._folder, self._longest)
