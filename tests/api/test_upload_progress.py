"""What is told of a run over uploads, out of the lines that its process tells."""

import io
import json

from beleidszoeker.api.managing.jobs import Job, JobState
from beleidszoeker.api.managing.progress import Progress
from beleidszoeker.api.managing.telling import doing
from beleidszoeker.index.worker import LineReporter


def told(progress: Progress) -> tuple[str, str]:
    pace = progress.pace
    job = Job("a", "", JobState.RUNNING, (), pace.phase, pace.done, pace.total, pace.told)
    return doing(job).told, doing(job).count


def test_files_and_passages_are_told_together() -> None:
    """While files are read, what was embedded meanwhile stands beside them."""
    lines, progress = io.StringIO(), Progress()
    reporter = LineReporter(lines)
    reporter.begin("lezen", 5000)
    reporter.advance(1200)
    reporter.embedded(1024, 1500)
    for line in lines.getvalue().splitlines():
        progress.note(json.loads(line))
    count = "1.200 van 5.000 bestanden, 1.024 passages doorzoekbaar"
    assert told(progress) == ("Bezig met lezen", count)


def test_each_phase_has_its_words() -> None:
    """Also the one in which Kamervragen are embedded."""
    progress = Progress()
    progress.note({"phase": "Kamervragen embedden", "total": 40})
    assert told(progress) == ("Kamervragen doorzoekbaar maken", "0 van 40 vragen en antwoorden")


def test_publishing_is_told_in_three_phases() -> None:
    """Each with passages that are counted, so that nothing stands still at nothing."""
    progress = Progress()
    words = {"vectoren": "Vectoren bijwerken", "tellen": "Woorden tellen", "indexeren": "Index bijwerken"}
    for phase, said in words.items():
        progress.note({"phase": phase, "total": 1500})
        progress.note({"advance": 1000})
        assert told(progress) == (said, "1.000 van 1.500 passages")
