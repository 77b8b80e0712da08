"""A real server over the example documents, and Debian's chromium that opens its pages.

Each test gets a fresh browser context; at its end nothing may have been asked of another machine and nothing
may have gone wrong on the page, unless the test said so by ``tolerate``.
"""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partialmethod
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from tests.support import command, environment, run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EXAMPLES = Path(__file__).parents[2] / "corpus" / "documents"
ADMIN_KEY = "sleutel-voor-tests"
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without chromium these tests are skipped and say so."""
    for item in items:
        if CHROMIUM is None and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="chromium is not installed: apt-get install chromium"))


@dataclass
class Site:
    """A running service."""

    address: str
    library: Path
    process: "subprocess.Popen[str]" = field(repr=False)

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=20)


def serve(library: Path, **settings: str) -> Site:
    """Start our own ``serve`` and wait until it is ready; settings are environment variables."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(
        command("serve", "--port", str(port)),
        env={**environment(library), "BELEIDSZOEKER_ADMIN_KEY": ADMIN_KEY, **settings},
        stderr=subprocess.PIPE,
        text=True,
    )
    site = Site(f"http://127.0.0.1:{port}", library, process)
    for _ in range(600):
        try:
            with urllib.request.urlopen(site.address + "/readyz", timeout=10):  # noqa: S310 - our own
                return site
        except OSError:
            assert process.poll() is None, process.communicate()[1]
            time.sleep(0.1)
    raise TimeoutError(site.address)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the example documents; copy it before changing it."""
    library = tmp_path_factory.mktemp("browser") / "library"
    made = run(library, "ingest", EXAMPLES)
    assert made.returncode == 0, made.stderr
    return library


@pytest.fixture(scope="session")
def site(examples: Path) -> Iterator[Site]:
    """The service over the example documents, for tests that leave the library as it is."""
    made = serve(examples)
    yield made
    made.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; its pictures leave pages as they are.

    To hide the caret playwright gives each field a style attribute and leaves it there; htmx carries it over
    into what it swaps in, and that our content security policy refuses.
    """
    for each in (Page, Locator):
        setattr(each, "screenshot", partialmethod(each.screenshot, caret="initial"))  # noqa: B010 - as mypy wants
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield made
        made.close()


class Watch:
    """What went wrong on a page: errors in its console, and requests to other machines."""

    def __init__(self, page: Page, address: str) -> None:
        self.address = address
        self.wrong: list[str] = []
        page.on("console", lambda told: self._console(told.type, told.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.wrong.append(text)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"asked another machine: {url}")

    def tolerate(self, part: str) -> None:
        """Forget what was told with this in it: a test wanted it so."""
        self.wrong = [text for text in self.wrong if part not in text]


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of 1440 by 900 pixels at the service's address; ``page.goto("/")`` is enough."""
    context = browser.new_context(
        base_url=site.address, viewport={"width": 1440, "height": 900}, locale="nl-NL"
    )
    made = context.new_page()
    watch = Watch(made, site.address)
    made.watch = watch  # type: ignore[attr-defined]
    yield made
    context.close()
    assert not watch.wrong


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where screenshots go: kept where SHOTS names a folder, for people to look at."""
    folder = Path(os.environ.get("SHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
