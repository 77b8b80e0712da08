"""What pages load: vendored files as they were published, and addresses that change with their content."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf

from beleidszoeker.api.app import create_app
from beleidszoeker.api.pages.assets import asset

STATIC = Path(__file__).parents[2] / "api" / "static"
VENDOR = STATIC / "vendor"
PINNED = json.loads((VENDOR.parents[2] / "tools" / "vendor" / "package.json").read_text("utf-8"))[
    "dependencies"
]
FREE = {"Apache-2.0", "BSD-0-Clause", "EUPL-1.2", "MIT"}


def packages() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((VENDOR / "VENDORED.json").read_text("utf-8"))["packages"]
    return found


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made:
        yield made


def test_vendored_files_are_what_they_were() -> None:
    """Each vendored file has the digest that was written down, and there are no others."""
    said = {name: digest for package in packages() for name, digest in dict(package["files"]).items()}  # type: ignore[call-overload]
    there = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "VENDORED.json"
    }
    assert there == said


def test_vendored_packages_are_pinned_and_free() -> None:
    """Each vendored package is of the version that is pinned, under a licence that we may pass on."""
    versions: dict[str, object] = {}
    for package in packages():
        assert package["license"] in FREE
        several = package["version"]
        versions |= several if isinstance(several, dict) else {str(package["name"]): several}
    assert versions == PINNED


def test_no_vendored_font_is_gpl() -> None:
    """The Liberation fonts, which pdf.js brings under the GPL, are left out."""
    assert not list(VENDOR.rglob("Liberation*"))


def test_an_address_changes_with_the_content_and_is_kept(client: TestClient) -> None:
    """A file's own address may be kept for ever; another version's only for minutes."""
    address = asset("css/site.css")
    digest = hashlib.sha256((STATIC / "css" / "site.css").read_bytes()).hexdigest()[:12]
    assert address == f"/static/{digest}/css/site.css"
    now = client.get(address)
    assert now.headers["content-type"].startswith("text/css")
    assert "immutable" in now.headers["cache-control"]
    before = client.get("/static/000000000000/css/site.css")
    assert before.content == now.content
    assert "immutable" not in before.headers["cache-control"]


def test_only_the_worker_of_pdf_js_may_compile_webassembly(client: TestClient) -> None:
    """Its script's response has a policy of its own; what else is served has the strict one."""
    loose = [
        path.name
        for path in STATIC.rglob("*")
        if path.suffix in {".mjs", ".js", ".wasm", ".css"}
        and "wasm-unsafe-eval"
        in client.get(asset(path.relative_to(STATIC).as_posix())).headers["content-security-policy"]
    ]
    assert loose == ["pdf.worker.min.mjs"]
    unpacker = client.get(asset("vendor/pdfjs-dist/wasm/openjpeg.wasm"))
    assert unpacker.headers["content-type"] == "application/wasm"


@pytest.mark.parametrize(
    "path",
    [
        "../api/app.py",
        "%2e%2e/app.py",
        "..%2fapp.py",
        "css",
        "css/",
        "",
        "/etc/passwd",
        "css/none.css",
        "a\\b",
        "a%00",
    ],
)
def test_nothing_else_can_be_read(client: TestClient, path: str) -> None:
    """An address that names no file under static/ is not found."""
    assert client.get(f"/static/x/{path}").status_code == 404


def test_a_template_cannot_name_what_is_not_there() -> None:
    """A misspelt name in a template is an error, not a page without style."""
    with pytest.raises(FileNotFoundError):
        asset("css/sites.css")


def test_templates_hold_no_inline_script_or_style() -> None:
    """The policy refuses inline code, so no template may rest on it."""
    for template in (STATIC.parent / "templates").rglob("*.html"):
        text = template.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|hx-on|javascript:", text), (
            template
        )
