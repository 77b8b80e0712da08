"""The page with an answer in sentences, over a model that speaks the protocol and, at times, lies."""

import json
import re
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site, serve
from tests.endpoints import Handler, Speaker, completion, speaking

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
QUESTION = "/antwoord?q=netcongestie+industrieclusters+ruimte"


COUNTED = "Samen tellen de vijf clusters 12.390 bedrijfsvestigingen"
LOCKED = (
    "Uit de nationale prognose van de ruimtebehoefte blijkt dat de industrieclusters grotendeels op slot "
    "zitten."
)


def speak(handler: Handler) -> None:
    """Say two true sentences, and beside them markup, another number and an invented quote."""
    texts = [" ".join(text.split()) for text in handler.passages()]
    counted, locked = (
        next(n for n, text in enumerate(texts, start=1) if one in text) for one in (COUNTED, LOCKED)
    )
    said = [
        (LOCKED, locked, LOCKED),
        ("De vijf clusters tellen samen 12.390 bedrijfsvestigingen.", counted, COUNTED),
        ("De vijf clusters tellen samen 12.930 bedrijfsvestigingen.", counted, COUNTED),
        (f"<b>{LOCKED}</b>", locked, LOCKED),
        ("Er komt een fabriek.", locked, "Er komt daar een fabriek."),
    ]
    sentences = [{"text": text, "citations": [{"passage": n, "quote": quote}]} for text, n, quote in said]
    handler.send(completion(json.dumps({"sentences": sentences})))


@pytest.fixture(scope="module")
def speaker() -> Iterator[Speaker]:
    with speaking(speak) as server:
        yield server


@pytest.fixture(scope="module")
def site(examples: Path, speaker: Speaker) -> Iterator[Site]:
    endpoint = speaker.endpoint
    made = serve(examples, BELEIDSZOEKER_ANSWERS_URL=endpoint.url, BELEIDSZOEKER_ANSWERS_MODEL=endpoint.model)
    yield made
    made.stop()


def test_each_sentence_stands_with_its_quote(page: Page) -> None:
    """The sentences, whole sentences of the document as quotes, what was left out, and who wrote it."""
    page.goto(QUESTION)
    answer = page.get_by_role("region", name="Antwoord in zinnen")
    expect(answer.locator(".ans-text")).to_have_text(
        [LOCKED, "De vijf clusters tellen samen 12.390 bedrijfsvestigingen."]
    )
    expect(answer.locator("blockquote").last).to_contain_text(f"{COUNTED} en 211.850 banen; hun toegevoegde")
    expect(answer).to_contain_text("leugenaar op 127.0.0.1")
    answer.get_by_text("3 zinnen zijn weggelaten").click()
    expect(answer).to_contain_text("opmaak")
    expect(answer).to_contain_text("niet letterlijk")
    expect(answer).not_to_contain_text("12.930")
    expect(answer).not_to_contain_text("fabriek")
    answer.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/documenten/.*#passage$"))


def test_a_failing_model_leaves_the_quotes(page: Page, speaker: Speaker) -> None:
    """A model that answers with an error is told in a sentence; the quotes stand below it."""
    speaker.reply = lambda handler: handler.send(b"{}", status=500)
    try:
        page.goto(QUESTION)
    finally:
        speaker.reply = speak
    page.watch.tolerate("502")  # type: ignore[attr-defined]  # put there by the fixture
    expect(page.get_by_text("antwoordde met status 500")).to_be_visible()
    expect(page.get_by_role("region", name="Citaten").locator("blockquote mark").first).to_be_visible()


def test_whoever_leaves_ends_the_writing(site: Site, speaker: Speaker) -> None:
    """A model that is still writing is left alone soon after the one who asked has gone."""

    def drip(handler: Handler) -> None:
        handler.send(b"{", length=10_000)
        for _ in range(300):
            handler.wfile.write(b" ")
            time.sleep(0.1)

    speaker.reply, before = drip, speaker.hung_up
    try:
        with pytest.raises(TimeoutError):
            urllib.request.urlopen(site.address + QUESTION, timeout=2)  # noqa: S310 - our own
        deadline = time.monotonic() + 15
        while speaker.hung_up == before and time.monotonic() < deadline:
            time.sleep(0.1)
    finally:
        speaker.reply = speak
    assert speaker.hung_up == before + 1


def test_the_part_comes_when_it_is_asked_for(page: Page, speaker: Speaker) -> None:
    """On the search page nothing is sent to the model before the button is pressed."""
    before = len(speaker.heard)
    page.goto(QUESTION.replace("/antwoord", "/"))
    page.wait_for_timeout(2000)
    assert len(speaker.heard) == before
    page.get_by_role("link", name="Laat een antwoord opstellen").click()
    expect(page.locator(".ans-item").first).to_be_visible(timeout=15_000)
    expect(page.get_by_role("heading", name="Antwoord in zinnen")).to_have_count(1)


def test_without_a_script_there_is_a_link(browser: Browser, site: Site) -> None:
    """The same answer, one click away."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(QUESTION.replace("/antwoord", "/"))
    page.get_by_role("link", name="Laat een antwoord opstellen").click()
    expect(page.locator(".ans-item").first).to_be_visible()
    context.close()


def test_it_fits(page: Page, shots: Path) -> None:
    """Nothing is wider than the window; its pictures in light and in dark."""
    page.goto(QUESTION)
    page.get_by_text("weggelaten").click()
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=shots / f"answers-{width}-{scheme}.png", full_page=True)
