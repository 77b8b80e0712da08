"""Many small files of several kinds to ingest, in words of our own; the same number gives the same files."""

import random
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

_SUBJECTS = [
    "de dijk",
    "het fietspad",
    "de bibliotheek",
    "het warmtenet",
    "de veerdienst",
    "het zwembad",
    "de sporthal",
]
_PLACES = [
    "Oosterwolde",
    "Beekdal",
    "Vaartsluis",
    "Molenhoek",
    "Duinrand",
    "Grootveen",
    "Kerkbrink",
    "Lageweg",
]
_ACTS = (
    "wordt in het voorjaar opnieuw aanbesteed",
    "krijgt volgend jaar een onderhoudsbeurt",
    "valt buiten de begroting van dit jaar",
    "is door bewoners en ondernemers besproken",
    "komt in aanmerking voor een bijdrage van de provincie",
    "wacht op een vergunning van het waterschap",
)
_REASONS = (
    "omdat de kosten hoger uitvallen dan was geraamd",
    "nu het onderzoek naar de bodem is afgerond",
    "zodat de werkzaamheden voor de zomer klaar zijn",
    "hoewel twee partijen daar bezwaar tegen maakten",
    "tenzij de raad in juni anders besluit",
)
_KINDS = ("txt", "txt", "md", "html", "html", "pdf")
_WIDTH = 85


def write_papers(folder: Path, count: int, *, sentences: int = 12) -> dict[str, int]:
    """Fill a folder, a hundred files to a subfolder; return how many there are of each kind.

    Args:
        folder: Where.
        count: How many files.
        sentences: Sentences in each.
    """
    picks = random.Random(5)  # the same files each time
    kinds: dict[str, int] = {}
    for number in range(count):
        kind = _KINDS[number % len(_KINDS)]
        kinds[kind] = kinds.get(kind, 0) + 1
        place = folder / f"{number // 100:03}" / f"stuk-{number:05}.{kind}"
        place.parent.mkdir(parents=True, exist_ok=True)
        title = f"Notitie {number} over {picks.choice(_SUBJECTS)} in {picks.choice(_PLACES)}"
        _WRITERS[kind](place, title, [_sentence(picks, number) for _ in range(sentences)])
    return kinds


def _sentence(picks: random.Random, number: int) -> str:
    subject = picks.choice(_SUBJECTS)
    amount = f"voor {picks.randrange(10, 990)}.000 euro " if picks.random() < 0.3 else ""
    return (
        f"{subject.capitalize()} van {picks.choice(_PLACES)} {picks.choice(_ACTS)} {amount}"
        f"{picks.choice(_REASONS)} (dossier {number % 97 + 100}-{picks.randrange(1, 60)})."
    )


def _plain(place: Path, title: str, sentences: list[str]) -> None:
    place.write_text(f"{title}\n\n{' '.join(sentences)}\n", encoding="utf-8")


def _markdown(place: Path, title: str, sentences: list[str]) -> None:
    half = len(sentences) // 2
    parts = f"## Stand\n\n{' '.join(sentences[:half])}\n\n## Vervolg\n\n{' '.join(sentences[half:])}"
    place.write_text(f"# {title}\n\n{parts}\n", encoding="utf-8")


def _page(place: Path, title: str, sentences: list[str]) -> None:
    body = f"<h1>{title}</h1><p>{' '.join(sentences)}</p>"
    head = f"<title>{title}</title><meta charset='utf-8'>"
    place.write_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")


def _print(place: Path, title: str, sentences: list[str]) -> None:
    canvas = Canvas(str(place), pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 780, title)
    canvas.setFont("Helvetica", 10)
    lines = [""]
    for word in " ".join(sentences).split():
        if len(lines[-1]) + len(word) > _WIDTH:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    for number, line in enumerate(lines):
        canvas.drawString(60, 750 - 14 * number, line)
    canvas.save()


_WRITERS = {"txt": _plain, "md": _markdown, "html": _page, "pdf": _print}
