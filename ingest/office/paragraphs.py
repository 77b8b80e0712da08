"""What is read of one paragraph, in Word's format and in OpenDocument's."""

from dataclasses import dataclass, field

from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.styles import LOOKS


@dataclass(slots=True)
class Runs:
    """What one paragraph holds: its text, its look, and the text boxes anchored to it."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    looks: dict[str, int] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its characters, new lines where the author broke it."""
        return "".join(self.parts)

    @property
    def look(self) -> str:
        """How all of its letters are set."""
        return next((name for name in LOOKS if self.letters and self.looks.get(name) == self.letters), "")
