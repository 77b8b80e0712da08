"""Stylesheets, scripts and what was vendored: addressed by content, so that browsers may keep them."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from mimetypes import guess_type

from fastapi import APIRouter, Response
from starlette.exceptions import HTTPException

from beleidszoeker.api.http.policy import WORKER_HEADERS

router = APIRouter(include_in_schema=False)
_FOLDER = files("beleidszoeker.api").joinpath("static")
_FOR_EVER = "public, max-age=31536000, immutable"
_SHORT = "public, max-age=300"
_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}
_WORKER = "vendor/pdfjs-dist/build/pdf.worker.min.mjs"
_DIGITS = 12


def asset(path: str) -> str:
    """Return the address of a file under ``static/``, with a part that changes with its content.

    Raises:
        FileNotFoundError: There is no such file: a template names one that does not exist.
    """
    return f"/static/{_digest(path)}/{path}"


@router.get("/static/{version}/{path:path}")
def static(version: str, path: str) -> Response:
    """Return a file; whoever asks for another version of it gets this one, and keeps it for minutes only.

    Scripts name files beside themselves without their digests: those carry the digest of the script.
    """
    try:
        data, digest = _found(path).read_bytes(), _digest(path)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise HTTPException(404) from error
    kept = _FOR_EVER if version == digest else _SHORT
    headers = {"cache-control": kept, "etag": f'"{digest}"'} | (WORKER_HEADERS if path == _WORKER else {})
    return Response(data, media_type=_type_of(path), headers=headers)


@cache
def _digest(path: str) -> str:
    return hashlib.sha256(_found(path).read_bytes()).hexdigest()[:_DIGITS]


def _found(path: str) -> Traversable:
    parts = path.split("/")
    if any(part in {"", ".", ".."} or "\\" in part for part in parts):
        raise FileNotFoundError(path)
    found = _FOLDER.joinpath(*parts)
    if not found.is_file():
        raise FileNotFoundError(path)
    return found


def _type_of(path: str) -> str:
    suffix = path[path.rfind(".") :]
    return _TYPES.get(suffix) or guess_type(path)[0] or "application/octet-stream"
