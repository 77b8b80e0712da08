"""A language model behind an OpenAI-compatible address (``POST {url}/chat/completions``).

The protocol: https://platform.openai.com/docs/api-reference/chat; Ollama, vLLM and llama.cpp speak it too.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import SplitResult, urlsplit

import msgspec

from beleidszoeker.errors import AnswerEndpointError, AnswerUnreadableError
from beleidszoeker.search.answering.base import Written
from beleidszoeker.search.answering.draft import read_draft
from beleidszoeker.search.answering.patience import Patience
from beleidszoeker.search.answering.prompt import SCHEMA, messages
from beleidszoeker.search.answering.transport import Reply, place_of, post

_UNKNOWN = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}
"""What servers answer that do not know an option."""
_OPTIONS: dict[str, Any] = {
    "temperature": 0,
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA},
    },
}
_WORSE = "De citaten hieronder staan er los van."


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    choices: list[_Choice]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model that writes answers; implements ``Writer``.

    Attributes:
        url: Base address: what comes before ``/chat/completions``.
        model: Name of the model.
        key: Sent as a bearer token; ``None`` where none is needed. It is never shown.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """Model and host."""
        return f"{self.model} op {place_of(self._address)}"

    def write(self, question: str, passages: Sequence[str], *, patience: Patience) -> Sequence[Written]:
        """Ask the model; once more without options where it does not know them.

        Raises:
            AnswerEndpointError: Nobody there, too slow, too much, or another status than 200.
            AnswerUnreadableError: It is not what was asked for.
        """
        asked = {"model": self.model, "messages": messages(question, passages), "stream": False}
        reply = self._post({**asked, **_OPTIONS}, patience)
        if reply.status in _UNKNOWN:
            reply = self._post(asked, patience)
        if reply.status != HTTPStatus.OK:
            raise AnswerEndpointError(
                f"Het taalmodel ({self.name}) antwoordde met status {reply.status}.", advice=_WORSE
            )
        return read_draft(_content(reply.body))

    @property
    def _address(self) -> SplitResult:
        return urlsplit(f"{self.url.rstrip('/')}/chat/completions")

    def _post(self, asked: dict[str, Any], patience: Patience) -> Reply:
        headers = {"content-type": "application/json", "accept": "application/json"}
        if self.key:
            headers["authorization"] = f"Bearer {self.key}"
        return post(self._address, json.dumps(asked).encode(), headers, patience=patience)


def _content(body: bytes) -> str:
    try:
        completion = msgspec.json.decode(body, type=_Completion)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise AnswerUnreadableError("Het taalmodel gaf geen leesbaar antwoord.", advice=_WORSE) from error
    return (completion.choices[0].message.content or "") if completion.choices else ""
