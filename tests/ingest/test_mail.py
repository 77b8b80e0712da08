"""E-mail to drafts."""

from email.message import EmailMessage

import pytest

from beleidszoeker.errors import DamagedDocumentError
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.mail import MailParser, attachments


def message(text: str = "Beste lezer,\n\nDit is de tekst.\n") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Voortgang financiën Stein"
    made["From"] = "Anna de Vries <anna@stein.example>"
    made["To"] = "Griffie <griffie@stein.example>, raad@stein.example"
    made["Date"] = "Tue, 05 Mar 2024 23:30:00 -0100"
    made.set_content(text)
    return made


def test_the_head_says_who_what_and_when() -> None:
    """Subject, sender, addressees and the sender's own day become properties; the subject heads the text."""
    parsed = MailParser().parse(message().as_bytes())
    assert parsed.properties == {
        "title": "Voortgang financiën Stein",
        "title_is_declared": "yes",
        "author": "Anna de Vries",
        "addressee": "Griffie, raad@stein.example",
        "date": "2024-03-05",
    }
    assert [(d.kind, d.level, d.raw) for d in parsed.drafts] == [
        (BlockKind.HEADING, 1, "Voortgang financiën Stein"),
        (BlockKind.PARAGRAPH, 0, "Beste lezer,"),
        (BlockKind.PARAGRAPH, 0, "Dit is de tekst."),
    ]


def test_the_plain_form_goes_before_html() -> None:
    """A message in two forms is read once; one in HTML alone is read as a page, its subject above it."""
    made = message()
    made.add_alternative("<p>Dit is de opmaak.</p>", subtype="html")
    assert "Dit is de opmaak." not in [d.raw for d in MailParser().parse(made.as_bytes()).drafts]
    made = message()
    made.set_content("<h1>Kop</h1><p>Alleen opmaak.</p>", subtype="html")
    assert [(d.raw, d.level) for d in MailParser().parse(made.as_bytes()).drafts] == [
        ("Voortgang financiën Stein", 1),
        ("Kop", 2),
        ("Alleen opmaak.", 0),
    ]


def test_quoted_lines_are_parted_and_lose_their_mark() -> None:
    """An earlier message is read as text of its own, not as part of the sentence above it."""
    drafts = (
        MailParser().parse(message("Mijn antwoord.\n> Uw vraag\n> over Stein.\n\nGroet\n").as_bytes()).drafts
    )
    assert [d.raw for d in drafts[1:]] == ["Mijn antwoord.", "Uw vraag over Stein.", "Groet"]


def test_attachments_are_named_and_handed_over() -> None:
    """Each attachment is named in a warning and can be had with its bytes; a forwarded message is one."""
    made = message()
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="../brief één.pdf")
    made.add_attachment(message("Doorgestuurd."))
    data = made.as_bytes()
    assert MailParser().parse(data).warnings == [
        "Bijlage niet gelezen: brief één.pdf.",
        "Bijlage niet gelezen: Voortgang financiën Stein.eml.",
    ]
    first, second = attachments(data)
    assert first == ("brief één.pdf", b"%PDF-1.7")
    assert [d.raw for d in MailParser().parse(second[1]).drafts] == [
        "Voortgang financiën Stein",
        "Doorgestuurd.",
    ]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "bestaat-niet"])
def test_the_text_is_decoded_as_it_says(charset: str) -> None:
    """Charset and transfer encoding are followed; a charset that nobody knows is taken for Windows-1252."""
    encoding = "utf-8" if charset == "utf-8" else "cp1252"
    body = "Financiën.".encode(encoding)
    head = f'From: a@b.example\nContent-Type: text/plain; charset="{charset}"\n'
    data = f"{head}Content-Transfer-Encoding: 8bit\n\n".encode() + body
    assert [d.raw for d in MailParser().parse(data).drafts] == ["Financiën."]


@pytest.mark.parametrize(
    "head",
    [
        "Date: gisteren",
        "Date: Tue, 99 Mar 99999 25:61:00 +9999",
        "From: =?utf-8?B?####?= <",
        "Subject: =?bestaat-niet?Q?x=FF?=",
        "Content-Type: multipart/mixed",
        "Content-Type: text/plain; charset*=x'y'%ZZ",
        "Content-Disposition: attachment; filename*0*=utf-8''%FF; filename*2=x",
        "To: ,;,<>,@@",
    ],
)
def test_a_header_that_keeps_to_no_rule_costs_itself_alone(head: str) -> None:
    """The rest of the message is still read."""
    parsed = MailParser().parse(f"{head}\nMIME-Version: 1.0\nFrom: a@b.example\n\nTekst.\n".encode())
    assert "date" not in parsed.properties


@pytest.mark.parametrize("data", [b"", b"Zomaar een tekst.\n\nZonder kop.", b"\x00\xff" * 100])
def test_what_has_no_head_is_no_message(data: bytes) -> None:
    """A file without any header of a message is named as damaged."""
    with pytest.raises(DamagedDocumentError):
        MailParser().parse(data)


def test_an_impossible_charset_costs_no_more_than_its_letters() -> None:
    """A NUL in the name of a charset is no reason to lose the message (found by bending files)."""
    data = (
        b'Subject: Stukken\nContent-Type: text/plain; charset="utf\x008"\n\nDe dijk is hoog, \xc3\xa9cht.\n'
    )
    assert any("dijk" in draft.raw for draft in MailParser().parse(data).drafts)
