"""A client for the HTTP API: one class, the standard library only.

>>> from beleidszoeker.client import Client
>>> client = Client("http://127.0.0.1:8765")
>>> for result in client.search("netcapaciteit Chemelot", kind="kamerbrief"):  # doctest: +SKIP
...     print(result["citation"]["label"], result["quotes"][0]["text"])

Answers are plain dictionaries in the forms that ``/openapi.json`` describes. While nothing changed, what was
asked before is answered from memory (``ETag``); a service that is too busy (429) is asked again when it says.
"""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message
from typing import Any, TypeAlias
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urljoin
from urllib.request import Request, urlopen

Form: TypeAlias = dict[str, Any]
Value: TypeAlias = str | int | bool | Sequence[str] | None
_LINK = '>; rel="next"'
_REMEMBERED, _PAGE = 128, 100
_NOT_MODIFIED, _BUSY = 304, 429
_LONGEST_WAIT = 60  # seconds; a service that is busy for longer is better left alone


class ProblemError(Exception):
    """The service tells that something is wrong (problem details, RFC 9457).

    Attributes:
        status: HTTP status.
        code: Stable English name: ``document-not-found``, ``cursor-expired``, …
        detail: What happened, in Dutch.
        advice: What to do about it, in Dutch; may be empty.
        retry_after: Seconds after which to ask again, where the service is only too busy.
    """

    def __init__(self, status: int, problem: Mapping[str, Any], retry_after: int | None = None) -> None:
        self.status, self.retry_after = status, retry_after
        self.code = str(problem.get("code", "unknown"))
        self.detail, self.advice = str(problem.get("detail", "")), str(problem.get("advice", ""))
        super().__init__(f"{status} {self.code}: {self.detail} {self.advice}".rstrip())


class Client:
    """Asks one service; use one per thread.

    Every method raises ``ProblemError`` when the service tells of a problem, ``OSError`` without any answer.

    Args:
        address: Of the service, as ``http://127.0.0.1:8765``.
        timeout: Seconds that an answer may take.
        tries: How often the same is asked of a service that is too busy, waiting in between; 1 for once.
    """

    def __init__(self, address: str, *, timeout: float = 30.0, tries: int = 3) -> None:
        if not address.startswith(("http://", "https://")):
            raise ValueError(f"not an address of a service: {address}")
        self._address, self._timeout, self._tries = address.rstrip("/") + "/", timeout, tries
        self._known: dict[str, tuple[str, bytes, str]] = {}

    def search(self, query: str, *, most: int = 10, **filters: Value) -> Iterator[Form]:
        """Yield the results for a question, best first, over as many pages as needed.

        Args:
            query: In the query language of the search page.
            most: How many at most; the service gives a hundred at most.
            filters: Parameters of ``/search``: ``kind="nota"``, ``from_="2024"``, ``sort="date"``, …
        """
        cursor: str | None = ""
        while most > 0 and cursor is not None:
            page = self.ask(query, k=min(most, _PAGE), cursor=cursor or None, **filters)
            yield from page["results"]
            most, cursor = most - len(page["results"]), page["next"]

    def ask(self, query: str, **parameters: Value) -> Form:
        """Return one page of the answer as it is: whether it was answered, notes, facets, cursor."""
        return self._form("api/v1/search", q=query, **parameters)

    def ask_all(self, queries: Sequence[str | Form], *, fields: Sequence[str] = ()) -> list[Form]:
        """Answer up to fifty questions at once; each gives ``answer`` or ``problem``, the other is None."""
        forms = [{"q": query} if isinstance(query, str) else query for query in queries]
        content = json.dumps({"queries": forms, "fields": list(fields)}).encode()
        request = Request(urljoin(self._address, "api/v1/search/batch"), content)  # noqa: S310 - checked above
        request.add_header("Content-Type", "application/json")
        return list(json.loads(self._send(request)[1])["answers"])

    def passage(self, passage_id: str) -> Form:
        """Return a passage in full, with its rectangles on paper."""
        return self._form(f"api/v1/passages/{quote(passage_id, safe='')}")

    def similar(self, passage_id: str, **parameters: Value) -> list[Form]:
        """Return passages of other documents that are like this one."""
        found = self._form(f"api/v1/passages/{quote(passage_id, safe='')}/similar", **parameters)
        return list(found["results"])

    def document(self, document_id: str) -> Form:
        """Return a document without its text."""
        return self._form(f"api/v1/documents/{quote(document_id, safe='')}")

    def documents(self, **filters: Value) -> Iterator[Form]:
        """Yield all documents that meet the filters, newest first."""
        page, link = self._get("api/v1/documents", **{"limit": _PAGE, **filters})
        yield from page
        while link.endswith(_LINK):
            page, link = self._get(link[1 : -len(_LINK)].lstrip("/"))
            yield from page

    def compare(self, first: str, second: str, *, most: int = 20) -> Form:
        """Return what two documents both say."""
        return self._form("api/v1/compare", first=first, second=second, k=most)

    def _form(self, path: str, **parameters: Value) -> Form:
        return dict(self._get(path, **parameters)[0])

    def _get(self, path: str, **parameters: Value) -> tuple[Any, str]:
        """Return an answer and its header Link; ``from_`` stands for ``from``, a word of Python's own."""
        given = {name.rstrip("_"): value for name, value in parameters.items() if value is not None}
        url = urljoin(self._address, path) + (f"?{urlencode(given, doseq=True)}" if given else "")
        request = Request(url)  # noqa: S310 - the scheme was checked
        tag, content, link = self._known.get(url, ("", b"", ""))
        if tag:
            request.add_header("If-None-Match", tag)
        status, fresh, headers = self._send(request)
        if status != _NOT_MODIFIED:
            tag, content, link = headers.get("ETag", ""), fresh, headers.get("Link", "")
            self._known.pop(url, None)  # what was asked last comes last
            self._known[url] = tag, content, link
            if len(self._known) > _REMEMBERED:
                self._known.pop(next(iter(self._known)))
        return json.loads(content), link

    def _send(self, request: Request, tried: int = 1) -> tuple[int, bytes, Message]:
        try:
            with urlopen(request, timeout=self._timeout) as response:  # noqa: S310 - the scheme was checked
                return response.status, response.read(), response.headers
        except HTTPError as error:
            with error:
                if error.code == _NOT_MODIFIED:
                    return error.code, b"", error.headers
                is_problem = error.headers.get_content_type() == "application/problem+json"
                wait = error.headers.get("Retry-After", "") if error.code == _BUSY else ""
                after = int(wait) if wait.isdecimal() else None
                if after is None or after > _LONGEST_WAIT or tried >= self._tries:
                    raise ProblemError(error.code, json.load(error) if is_problem else {}, after) from None
        time.sleep(after)
        return self._send(request, tried + 1)
