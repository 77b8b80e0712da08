"""PDFs whose pages are pictures of text, or whose fonts hide their letters: made here, for tests."""

import io
from collections.abc import Sequence

import pypdf
import pypdfium2
from pypdf.generic import NameObject, StreamObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
LETTER = [
    "De gemeente heeft uw verzoek om informatie ontvangen op 12 maart 2021.",
    "Wij hebben onderzocht welke stukken over de netcapaciteit in de haven bestaan.",
    "Er zijn drie rapporten gevonden en die worden met deze brief openbaar gemaakt.",
    "Tegen dit besluit kunt u binnen zes weken bezwaar maken bij het college.",
]
"""Four full lines of one paragraph."""


def text_pdf(pages: Sequence[Sequence[str]], *, font: str = "Helvetica", turn: int = 0) -> bytes:
    """Set lines of text in 12 points; an empty page stays white."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    if font == "Vera":
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    for lines in pages:
        canvas.setPageRotation(turn)
        canvas.setFont(font, 12)
        for row, line in enumerate(lines):
            canvas.drawString(70, 740 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned(data: bytes, *, stamp: str = "", turn: int = 0) -> bytes:
    """Make a PDF of pictures of another's pages, laid on the paper after ``turn`` degrees to the left."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    document = pypdfium2.PdfDocument(data)
    for page in document:
        picture = page.render(scale=200 / 72, grayscale=True).to_pil().rotate(turn, expand=True)
        width, height = (round(72 / 200 * side, 2) for side in picture.size)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)
        canvas.drawString(60, 20, stamp)
        canvas.showPage()
    document.close()
    canvas.save()
    return buffer.getvalue()


def joined(*files: bytes) -> bytes:
    """Put files one behind the other."""
    writer = pypdf.PdfWriter()
    for data in files:
        writer.append(io.BytesIO(data))
    return _written(writer)


def garbled(lines: Sequence[str], *, shift: int) -> bytes:
    """Set text that looks right, in a font that says that each letter is another, ``shift`` places on."""
    writer = pypdf.PdfWriter(io.BytesIO(text_pdf([lines], font="Vera")))
    for font in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        if "/ToUnicode" in font.get_object():
            font.get_object()[NameObject("/ToUnicode")] = writer._add_object(_map(shift))
    return _written(writer)


def _map(shift: int) -> StreamObject:
    """Return a ToUnicode map from each code to the one ``shift`` places on."""
    rows = "\n".join(f"<{code:02X}> <{code + shift if code > 32 else code:04X}>" for code in range(128))
    halves = rows.split("\n")
    stream = StreamObject()
    stream.set_data(
        (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n"
            "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
            f"64 beginbfchar\n{chr(10).join(halves[:64])}\nendbfchar\n"
            f"64 beginbfchar\n{chr(10).join(halves[64:])}\nendbfchar\nendcmap\nend\nend\n"
        ).encode()
    )
    return stream


def _written(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
