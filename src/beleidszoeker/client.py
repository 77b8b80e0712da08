"""A client for the HTTP API: one class, the standard library only.

>>> from beleidszoeker.client import Client
>>> client = Client("http://127.0.0.1:8765")
>>> for result in client.search("netcapaciteit Chemelot", kind="kamerbrief"):  # doctest: +SKIP
...     print(result["citation"]["label"], result["quotes"][0]["text"])

Answers are plain dictionaries in the forms that ``/openapi.json`` describes. A GET that was asked before is
asked again with its ``ETag``: while nothing changed, the answer comes from this client's memory. A
service that is too busy (429) is asked again after the time that it names.
"""

import json
import time
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message
from http import HTTPStatus
from typing import Any, TypeAlias
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urljoin
from urllib.request import Request, urlopen

Form: TypeAlias = dict[str, Any]
Value: TypeAlias = str | int | bool | Sequence[str] | None
_LINK = '>; rel="next"'
_REMEMBERED = 128
_PAGE = 100
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
        self.detail = str(problem.get("detail", ""))
        self.advice = str(problem.get("advice", ""))
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
        self._known: OrderedDict[str, tuple[str, bytes, str]] = OrderedDict()

    def search(self, query: str, *, most: int = 10, **filters: Value) -> Iterator[Form]:
        """Yield the results for a question, best first, over as many pages as needed.

        Args:
            query: In the query language of the search page.
            most: How many at most; the service gives a hundred at most.
            filters: Parameters of ``/search``: ``kind="nota"``, ``from_="2024"``, ``sort="date"``, …
        """
        cursor: str | None = None
        while most > 0:
            page = self.ask(query, k=min(most, _PAGE), cursor=cursor, **filters)
            yield from page["results"]
            most, cursor = most - len(page["results"]), page["next"]
            if cursor is None:
                return

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
        path = f"api/v1/passages/{quote(passage_id, safe='')}/similar"
        return list(self._form(path, **parameters)["results"])

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
        form: Form = self._get(path, **parameters)[0]
        return form

    def _get(self, path: str, **parameters: Value) -> tuple[Any, str]:
        """Return an answer and its header Link; ``from_`` stands for ``from``, a word of Python's own."""
        given = {name.rstrip("_"): value for name, value in parameters.items() if value is not None}
        url = urljoin(self._address, path) + (f"?{urlencode(given, doseq=True)}" if given else "")
        request = Request(url)  # noqa: S310 - the scheme was checked
        tag, content, link = self._known.get(url, ("", b"", ""))
        if tag:
            request.add_header("If-None-Match", tag)
        status, fresh, headers = self._send(request)
        if status != HTTPStatus.NOT_MODIFIED:
            tag, content, link = headers.get("ETag", ""), fresh, headers.get("Link", "")
            self._remember(url, tag, content, link)
        return json.loads(content), link

    def _remember(self, url: str, tag: str, content: bytes, link: str) -> None:
        self._known[url] = tag, content, link
        self._known.move_to_end(url)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def _send(self, request: Request) -> tuple[int, bytes, Message]:
        for _ in range(self._tries - 1):
            try:
                return self._send_once(request)
            except ProblemError as problem:
                if problem.retry_after is None or problem.retry_after > _LONGEST_WAIT:
                    raise
                time.sleep(problem.retry_after)
        return self._send_once(request)

    def _send_once(self, request: Request) -> tuple[int, bytes, Message]:
        try:
            with urlopen(request, timeout=self._timeout) as response:  # noqa: S310 - the scheme was checked
                return response.status, response.read(), response.headers
        except HTTPError as error:
            with error:
                if error.code == HTTPStatus.NOT_MODIFIED:
                    return error.code, b"", error.headers
                is_problem = error.headers.get_content_type() == "application/problem+json"
                wait = error.headers.get("Retry-After", "")
                retry_after = (
                    int(wait) if error.code == HTTPStatus.TOO_MANY_REQUESTS and wait.isdecimal() else None
                )
                raise ProblemError(error.code, json.load(error) if is_problem else {}, retry_after) from None
