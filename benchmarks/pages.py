"""How long people wait for the pages: ``python benchmarks/pages.py LIBRARY [--questions 40] [--json]``.

Our own service and Debian's chromium, processes of their own as they are in use; settings, so the model, are
the environment's. Each question is asked once, from the start page: the time from Enter until a first result
is painted, the part of it until the server's answer begins, and the processor time that the server spent
meanwhile (Linux only), which a busy machine stretches less. Then the first result of each is opened: the time
until the first marks in the document are painted. Milliseconds, but for what is named otherwise.
"""

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page, sync_playwright
from scaling.questions import QUESTIONS
from scaling.service import Service, serving

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RESULT = ".bz-result"
MARK = "#pdf .read-mark, #tekst mark"
WATCH = """
window.pressed = 0;
addEventListener("keydown", ({ key }) => { if (key === "Enter") window.pressed = performance.now(); }, true);
window.painted = (wanted) => new Promise((tell) => {
  const look = () => {
    const found = [...document.querySelectorAll(wanted)].some((each) => each.getClientRects().length);
    if (!found) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();  // its message comes when this frame was painted
    port1.onmessage = () => tell(performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
});
"""
LOADED = """() => {
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return all.reduce((sum, each) => sum + each.transferSize, 0);
}"""
ASKED = """() => {
  const asked = performance.getEntriesByType("resource").filter((each) => each.name.includes("/?q=")).at(-1);
  return asked && [asked.responseStart - asked.requestStart, asked.transferSize];
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long people wait for the pages.")
    parser.add_argument("library", type=Path)
    parser.add_argument("--questions", type=int, default=len(QUESTIONS), help="how many questions")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with serving(arguments.library) as service, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        figures = measure(browser, service, QUESTIONS[: arguments.questions])
        browser.close()
    print(json.dumps(figures, indent=2) if arguments.json else table(figures))


def measure(browser: Browser, service: Service, questions: tuple[str, ...]) -> dict[str, Any]:
    page = fresh(browser)
    page.goto(service.address, wait_until="networkidle")
    figures: dict[str, Any] = {
        "ready_seconds": round(service.ready, 2),
        "first_page_bytes": page.evaluate(LOADED),
    }
    asked = [one for one in (ask(page, service, question) for question in questions) if one]
    enter, server, busy, size, links = zip(*asked, strict=True)
    marks = [opened(page, service.address + link) for link in links]
    return figures | {
        "answered": len(asked),
        "enter_to_first_result": spread(enter),
        "server_answer": spread(server),
        "server_processor": spread(busy),
        "answer_bytes": spread(size),
        "reading_to_first_mark": spread([each for each in marks if each]),
        "reading_without_marks": sum(each is None for each in marks),
    }


def fresh(browser: Browser) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL").new_page()
    page.add_init_script(WATCH)
    return page


def ask(page: Page, service: Service, question: str) -> tuple[float, float, float, float, str] | None:
    """From Enter to paint, to the answer's first byte, processor time, bytes, the first result's address."""
    page.goto(service.address, wait_until="networkidle")
    page.locator("#q").fill(question)
    before = service.busy()
    page.evaluate("wanted => { window.seen = window.painted(wanted) }", f"{RESULT}, .bz-nothing")
    page.locator("#q").press("Enter", no_wait_after=True)
    enter = page.evaluate("async () => await window.seen - window.pressed")
    if not page.locator(RESULT).count():
        return None
    page.wait_for_load_state("networkidle")
    began, size = page.evaluate(ASKED)
    link = page.locator(f"{RESULT} h3 a").first.get_attribute("href") or ""
    return enter, began, service.busy() - before, size, link


def opened(page: Page, address: str) -> float | None:
    """From opening a reading page until its first marks are painted; ``None`` where there are none."""
    page.goto("about:blank")
    page.goto(address, wait_until="commit")
    late = "new Promise((tell) => setTimeout(tell, 20000, null))"
    found: float | None = page.evaluate(f"wanted => Promise.race([window.painted(wanted), {late}])", MARK)
    return found


def spread(values: Any) -> dict[str, float]:
    if not len(values):
        return {}
    names = {"p50": 50, "p95": 95, "max": 100}
    return {name: round(float(np.percentile(values, share)), 1) for name, share in names.items()}


def table(figures: dict[str, Any]) -> str:
    return "\n".join(
        f"{name:24} "
        + ("  ".join(f"{n} {v:8.1f}" for n, v in value.items()) if isinstance(value, dict) else str(value))
        for name, value in figures.items()
    )


if __name__ == "__main__":
    main()
