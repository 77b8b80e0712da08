"""The search page in a real browser."""

from pathlib import Path

from playwright.sync_api import Page, expect


def test_a_question_gets_cited_passages(page: Page, shots: Path) -> None:
    """Whoever types a question and presses Enter sees quotes with their citation."""
    page.goto("/")
    page.get_by_role("searchbox").fill("netcapaciteit Chemelot")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("blockquote mark").first).to_be_visible()
    page.screenshot(path=shots / "search.png")
