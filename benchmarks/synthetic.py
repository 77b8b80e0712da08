"""Files made for measuring: many small ones and a long one, in words of our own."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from reportlab.pdfgen.canvas import Canvas

_LIST = """
de gemeente vergunning rivier dijk woningen besluit raad wethouder vraagt onderzoek naar veiligheid van
fietspaden en bruggen in het noorden waar inwoners hinder melden door verkeer energie scholen
"""
WORDS = _LIST.split()
LINES_PER_PAGE = 46


def small_texts(folder: Path, count: int) -> Iterator[Path]:
    """Write small text files one after another, each when it is asked for."""
    random = Random(1)
    for number in range(count):
        path = folder / f"{number}.txt"
        body = " ".join(f"{_sentence(random)}" for _ in range(12))
        path.write_text(f"Notitie {number}\n\n{body}\n", encoding="utf-8")
        yield path


def long_pdf(path: Path, pages: int) -> Path:
    """Write a PDF of dense pages with a heading, a footnote and a running foot on each."""
    random = Random(2)
    canvas = Canvas(str(path))
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawString(60, 790, f"{page}. {_sentence(random)[:50]}")
        canvas.setFont("Helvetica", 10)
        for line in range(LINES_PER_PAGE):
            canvas.drawString(60, 765 - 14 * line, _sentence(random)[:95])
        canvas.drawString(62, 121, "De bron staat hieronder")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(172, 125, str(page % 900 + 1))
        canvas.drawString(60, 74, str(page % 900 + 1))
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, 71, f"Kamerstuk {30000 + page}, nr. {page % 90 + 1}")
        canvas.drawString(280, 30, f"Pagina {page} van {pages}")
        canvas.showPage()
    canvas.save()
    return path


def _sentence(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(9, 17))).capitalize() + "."
