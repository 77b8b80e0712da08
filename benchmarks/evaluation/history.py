"""A line for each run in docs/evaluation.md: when, of which commit, and what came of it."""

import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from beleidszoeker.errors import ConfigurationError
from benchmarks.evaluation.measures import NDCG, RECALL
from benchmarks.evaluation.report import shown
from benchmarks.evaluation.systems import BASELINES, OURS, SERVED, UNMAPPED, Outcome
from benchmarks.evaluation.verdict import MEAN, Gain

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "evaluation.md"
END = "<!-- newest run above this line -->"


def row(outcome: Outcome, against: Sequence[Gain], *, day: str, commit: str) -> str:
    """Return the line of a run: figures per set in the order of the sets, differences on their mean."""
    cells = [day, commit, " / ".join(one.name for one in outcome.sets)]
    cells += [
        _figures(outcome, name) for name in (*BASELINES, UNMAPPED, OURS, SERVED) if name in outcome.figures
    ]
    cells += [shown(gain.ndcg) for gain in against if gain.place == MEAN]
    cells.append(_figures(outcome, OURS, RECALL))
    return "| " + " | ".join(cells) + " |"


def record(line: str, page: Path = PAGE) -> None:
    """Put a line under the newest one.

    Raises:
        ConfigurationError: The page has no place for it.
    """
    text = page.read_text(encoding="utf-8")
    if text.count(END) != 1:
        raise ConfigurationError(f"In {page} staat niet één keer: {END}")
    page.write_text(text.replace(END, f"{line}\n{END}"), encoding="utf-8")


def today() -> str:
    """Return the day, ISO 8601, UTC."""
    return datetime.now(UTC).date().isoformat()


def commit(root: Path = ROOT) -> str:
    """Return the short name of the commit, with a ``+`` where files differ from it."""
    name = _git(root, "rev-parse", "--short", "HEAD")
    changed = _git(root, "status", "--porcelain", "--untracked-files=no")
    return f"{name}{'+' if changed else ''}" if name else "unknown"


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the git of whoever develops
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip()


def _figures(outcome: Outcome, system: str, column: int = NDCG) -> str:
    return " / ".join(f"{figures[:, column].mean():.3f}" for figures in outcome.figures[system])
