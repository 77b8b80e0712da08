"""What the test of the guide works with: a camera that also keeps every text that it saw on the pages."""

import io
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from beleidszoeker.search.quoting.citation import written_date

COLOURS = 64
_TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) found.push(walker.currentNode.textContent);
  return found;
}"""
_SETTLE = """([days, day]) => {
  for (const field of document.querySelectorAll("input[readonly]")) {
    const address = field.value.replace(location.origin, "https://beleidszoeker.voorbeeld.nl");
    field.value = address.replace(/[^/.]{16,}(?=$|\\.atom$)/, "voorbeeld");
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const dated = days.reduce((text, each) => text.replaceAll(each, day), node.textContent);
    if (dated !== node.textContent) node.textContent = dated.replace(/\\d\\d[:.]\\d\\d/g, "09:30");
  }
}"""


class Camera:
    """Walks along with a browser.

    Args:
        folder: Where pictures go; without one none are made.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.seen: set[str] = set()
        self.names: list[str] = []

    def read(self, page: Page) -> None:
        """Keep every text of a page, also what is folded."""
        self.seen |= {stripped(text) for text in page.evaluate(_TEXTS)}

    def take(
        self, page: Page, name: str, *shown: Locator, of: Locator | None = None, dated: bool = False
    ) -> None:
        """Check that what the picture is about is in it, and take it where a folder was named.

        Addresses that differ each time are put at a fixed one in the picture, and where it is ``dated`` so is
        the day on which it is taken.
        """
        self.read(page)
        self.names.append(f"{name}.png")
        for each in shown:
            expect(each).to_be_visible()
            if of is None:
                expect(each).to_be_in_viewport()
        if self.folder is None:
            return
        page.evaluate(_SETTLE, [_days() if dated else [], "5 maart 2026"])
        page.mouse.move(0, 0)
        taken = (of or page).screenshot(animations="disabled", caret="hide")
        _small(taken).save(self.folder / f"{name}.png", optimize=True)


def stripped(text: str) -> str:
    """Return a text without what surrounds it in a sentence."""
    return " ".join(text.split()).strip(" :.,…")


def _days() -> list[str]:
    """Return today as pages write it: by the clock here, or by UTC."""
    now = datetime.now(UTC)
    return [written_date(each.date().isoformat()) for each in (now, now.astimezone())]


def _small(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    return picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
