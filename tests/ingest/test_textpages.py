"""Pages and footnotes of a text export."""

from beleidszoeker.ingest.text.pages import split_pages


def test_a_form_feed_is_a_page_break() -> None:
    """Pages parted by form feeds are numbered from 1."""
    assert [page.number for page in split_pages("een\n\ftwee\n\fdrie\n")] == [1, 2, 3]


def test_a_leading_space_after_notes_is_a_page_break() -> None:
    """Where each page closes with its notes, a line that opens with one space begins the next page."""
    pages = split_pages(
        " Eerste blad\nmet tekst\n\n1 Kamerstuk 1\n2 Kamerstuk 2\n Tweede blad\n\n3 Kamerstuk 3\n"
    )
    assert [page.number for page in pages] == [1, 2]
    assert [[label for label, _ in page.notes] for page in pages] == [["1", "2"], ["3"]]


def test_a_leading_space_without_notes_proves_nothing() -> None:
    """Pages that are not sure are not known."""
    assert [page.number for page in split_pages(" Titel\ntekst\n ingesprongen\ntekst\n")] == [None]


def test_notes_continue_their_numbers() -> None:
    """A numbered line that does not continue the count is text."""
    (page,) = split_pages("Tekst\n\n3 huizen\n")
    assert page.notes == []
    assert page.body == ["Tekst", "", "3 huizen", ""]


def test_a_note_runs_over_lines() -> None:
    """A note keeps its later lines."""
    (page,) = split_pages("Tekst\n\n1 Kamerbrief over\nhet onderwerp\n2 Kort\n")
    assert page.notes == [("1", ["Kamerbrief over", "het onderwerp"]), ("2", ["Kort"])]


def test_a_numbered_list_in_the_middle_is_no_notes() -> None:
    """What is followed by more text cannot be the notes at the foot."""
    (page,) = split_pages("Tekst\n\n1 eerste punt\n2 tweede punt\n\nEn daarna gaat de tekst verder.\n")
    assert page.notes == []
