"""Questions and answers in small texts of our own; a line that begins with ``#`` is a heading."""

from dataclasses import replace

import pytest

from beleidszoeker.ingest.chunk import chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind, Evidence, Metadata, ParsedDocument, Passage
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.kamervragen.finding import find_questions
from beleidszoeker.ingest.kamervragen.members import find_members
from beleidszoeker.ingest.kamervragen.ministers import find_ministers
from beleidszoeker.ingest.kamervragen.model import Exchange, QuestionSet
from beleidszoeker.ingest.kamervragen.referring import resolve
from beleidszoeker.ingest.language.sentences import SentenceSplitter

SPLIT = SentenceSplitter(trained=None).split
SENTENCE = "De bruggen in deze gemeente zijn in 2023 door de beheerder nagekeken. "


def document(*lines: str) -> ParsedDocument:
    return compose(DraftDocument([_draft(line) for line in lines]))


def _draft(line: str) -> Draft:
    if line.startswith("#"):
        return Draft(BlockKind.HEADING, [Line(line.lstrip("# "))], level=line.count("#"))
    return Draft(BlockKind.PARAGRAPH, [Line(line)])


def questions(parsed: ParsedDocument, *, date: str | None = None) -> QuestionSet:
    metadata = Metadata(Evidence("Titel"), Evidence("overig"), Evidence(date) if date else None)
    found = find_questions(parsed, metadata)
    assert found is not None
    return found


def said(parsed: ParsedDocument, exchange: Exchange) -> tuple[tuple[int, ...], list[str], str | None]:
    """The numbers, the questions and the answer, as text."""
    asked = [parsed.text[slice(*turn.span)] for turn in exchange.questions]
    return exchange.numbers, asked, parsed.text[slice(*exchange.answer.span)] if exchange.answer else None


def _lines(text: str) -> list[str]:
    return text.split("|")


def _numbered(text: str) -> list[str]:
    heads = ("Vraag 1", "Antwoord 1", "Vraag 2", "Antwoord 2")
    return [part for pair in zip(heads, _lines(text), strict=True) for part in pair]


FORMS = {
    "each answer behind its question": (
        ["# Vraag 1", "Is het nat?", "# Antwoord 1", "Ja.", "# Vraag 2", "Hoe nat?", "# Antwoord 2", "Erg."],
        [((1,), ["Is het nat?"], "Ja."), ((2,), ["Hoe nat?"], "Erg.")],
    ),
    "all questions first": (
        ["Vraag 1", "Is het nat?", "Vraag 2", "Hoe nat?", "Antwoord 1", "Ja.", "Antwoord 2", "Erg."],
        [((1,), ["Is het nat?"], "Ja."), ((2,), ["Hoe nat?"], "Erg.")],
    ),
    "several under one heading": (
        ["Vraag 1 en 2", "Is het nat?", "Hoe nat?", "Antwoord 1 en 2", "Ja, erg."],
        [((1, 2), ["Is het nat?\n\nHoe nat?"], "Ja, erg.")],
    ),
    "a joint answer": (
        ["Vraag 3", "Is het nat?", "Vraag 4", "Hoe nat?", "Antwoord op de vragen 3 en 4:", "Ja, erg."],
        [((3, 4), ["Is het nat?", "Hoe nat?"], "Ja, erg.")],
    ),
    "a range": (
        ["Vraag 3", "A?", "Vraag 4", "B?", "Vraag 5", "C?", "Antwoord op vragen 3 t/m 5", "Ja."],
        [((3, 4, 5), ["A?", "B?", "C?"], "Ja.")],
    ),
    "an answer that reaches back": (
        _lines("Vraag 3|A?|Vraag 4|B?|Antwoord op vraag 4|Vier.|Vraag 5|C?|Antwoord op vraag 3 en 5|Samen."),
        [((3, 5), ["A?", "C?"], "Samen."), ((4,), ["B?"], "Vier.")],
    ),
    "a comma forgotten": (
        ["Vraag 7, 8 9 en 10", "A? B? C? D?", "Antwoord 7, 8 9 en 10", "Ja."],
        [((7, 8, 9, 10), ["A? B? C? D?"], "Ja.")],
    ),
    "answers without a number": (
        ["Vraag 1", "A?", "Antwoord", "Ja.", "Vraag 2", "B?", "Vraag 3", "C?", "Antwoord", "Nee."],
        [((1,), ["A?"], "Ja."), ((2, 3), ["B?", "C?"], "Nee.")],
    ),
    "answers without a number, all last": (
        ["Vraag 1", "A?", "Vraag 2", "B?", "Antwoord:", "Ja.", "Antwoord:", "Nee."],
        [((1,), ["A?"], "Ja."), ((2,), ["B?"], "Nee.")],
    ),
    "headings in the paragraph": (
        ["Vraag 1 Is het nat? Antwoord 1: Ja. Vraag 2 Hoe nat?", "Antwoord 2 Erg."],
        [((1,), ["Is het nat?"], "Ja."), ((2,), ["Hoe nat?"], "Erg.")],
    ),
    "a wrong number above the answer": (
        ["Vraag 1", "A?", "Antwoord 2", "Ja.", "Vraag 2", "B?", "Antwoord 2", "Nee."],
        [((1,), ["A?"], "Ja."), ((2,), ["B?"], "Nee.")],
    ),
    "questions printed again at their answers": (
        _lines("Vraag 1|A?|Vraag 2|B?|Vraag 1|A?|Antwoord 1|Ja.|Vraag 2|B?|Antwoord 2|Nee."),
        [((1,), ["A?"], "Ja."), ((2,), ["B?"], "Nee.")],
    ),
    "one question, two answers": (
        ["Vraag 1 en 2", "A? B?", "Antwoord 1", "Ja.", "Antwoord 2", "Nee."],
        [((1,), ["A? B?"], "Ja."), ((2,), ["A? B?"], "Nee.")],
    ),
    "two sets in one letter": (
        [part for text in ("A?|Ja.|B?|Nee.", "C?|Soms.|D?|Nooit.") for part in _numbered(text)],
        [((1,), ["A?"], "Ja."), ((2,), ["B?"], "Nee."), ((1,), ["C?"], "Soms."), ((2,), ["D?"], "Nooit.")],
    ),
    "a number alone above each question": (
        ["1", "A?", "Antwoord", "Ja, om 2 redenen.", "7", "2 en 3", "B? C?", "Antwoord", "Nee."],
        [((1,), ["A?"], "Ja, om 2 redenen.\n\n7"), ((2, 3), ["B? C?"], "Nee.")],
    ),
    "numbers written at length": (
        ["Vraag 1 en Vraag 2", "A?", "Antwoord op vraag 1 en op vraag 2", "Ja."],
        [((1, 2), ["A?"], "Ja.")],
    ),
    "answers alone": (
        ["Antwoord op vraag 1", "Ja.", "Antwoord op vraag 2 en 3", "Nee."],
        [((1,), [], "Ja."), ((2, 3), [], "Nee.")],
    ),
    "questions alone": (["Vraag 1", "A?", "Vraag 2", "B?"], [((1,), ["A?"], None), ((2,), ["B?"], None)]),
    "a question that nobody answers": (
        ["Vraag 1", "A?", "Vraag 2", "B?", "Antwoord 2", "Ja."],
        [((1,), ["A?"], None), ((2,), ["B?"], "Ja.")],
    ),
    "a sentence that begins as a heading": (
        [
            "Vraag 1",
            "A?",
            "Antwoord 1",
            "Ja.",
            "Vraag 2 gaat over water.",
            "Vraag 2",
            "B?",
            "Antwoord 2",
            "Nee.",
        ],
        [((1,), ["A?"], "Ja.\n\nVraag 2 gaat over water."), ((2,), ["B?"], "Nee.")],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), FORMS.values(), ids=FORMS)
def test_a_question_meets_its_answer(
    lines: list[str], expected: list[tuple[tuple[int, ...], list[str], str | None]]
) -> None:
    """In every form that sets of questions take, each question stands with the answer that it got."""
    parsed = document(*lines)
    assert [said(parsed, exchange) for exchange in questions(parsed).exchanges] == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["Een brief over vraag 1 en haar antwoord."],
        ["# Vraag", "Wat nu?"],
        ["# Antwoord", "Dat weten wij niet."],
        ["De vraag naar stroom stijgt.", "Antwoord 2 van de enquête viel op."],
    ],
)
def test_other_texts_hold_no_questions(lines: list[str]) -> None:
    """A text that speaks of questions and answers is no set of them."""
    assert find_questions(document(*lines), Metadata(Evidence("T"), Evidence("overig"))) is None


@pytest.mark.parametrize(
    ("after", "answer"),
    [
        (["Hoogachtend,", "de minister van Financiën"], "Nee."),
        (["1) Krant, 3 mei 2024.", "2) Kamerstuk 12345, nr. 6."], "Nee."),
        (["Toelichting: deze vragen volgen op eerdere."], "Nee."),
        (["Want het is droog."], "Nee.\n\nWant het is droog."),
    ],
)
def test_the_last_answer_ends_where_it_ends(after: list[str], answer: str) -> None:
    """Signature, notes at the end and explanation are no part of the last answer; its own text is."""
    parsed = document("Vraag 1", "Kent u het bericht? 1)", "Antwoord 1", "Nee.", *after)
    (exchange,) = questions(parsed).exchanges
    assert said(parsed, exchange)[2] == answer


def test_a_chapter_between_answers_belongs_to_neither() -> None:
    """A heading at an answer's end opens what follows; a question set as a heading stays a question."""
    parsed = document(
        *["# Fractie A", "## Vraag 1", "## Is het nat?", "## Antwoord 1", "Ja.", "# Fractie B"],
        *["## Vraag 2", "Hoe nat?", "## Antwoord 2", "Erg."],
    )
    found = questions(parsed)
    assert said(parsed, found.exchanges[0]) == ((1,), ["Is het nat?"], "Ja.")
    sections = [passage.section for passage in chunk(parsed, SPLIT, questions=found)]
    assert sections == [("Fractie A", "Vraag 1"), ("Fractie B", "Vraag 2")]


def test_a_notice_is_no_answer() -> None:
    """Where a *mededeling* comes instead of answers, the questions stay open and the notice is told."""
    parsed = document("Vraag 1", "A?", "Vraag 2", "B?", "Mededeling", "Het antwoord komt later.")
    found = questions(parsed)
    assert [said(parsed, exchange)[1:] for exchange in found.exchanges] == [(["A?"], None), (["B?"], None)]
    assert found.notice is not None
    assert parsed.text[slice(*found.notice)] == "Het antwoord komt later."


@pytest.mark.parametrize(
    ("answer", "refers_to", "defers"),
    [
        ("Zie het antwoord op vraag 1.", (1,), True),
        ("Ja. Zie mijn antwoord op de vragen 1 en 2.", (1, 2), True),
        ("Hiervoor verwijs ik u naar het antwoord op vragen 1 t/m 2.", (1, 2), True),
        ("Zie antwoord 2.", (2,), True),
        ("Zie het antwoord op de vorige vraag.", (2,), True),
        ("Zoals ik in mijn antwoord op vraag 2 schreef, is het net vol. Er komt een plan.", (2,), False),
        ("Dat is nodig (zie vraag 1). Er komt een plan.", (1,), False),
        ("Zie het antwoord op vraag 9.", (), False),
        ("Zie het antwoord op vraag 2 van de eerdere set.", (), False),
        ("Zie het antwoord op vraag 3.", (), False),
        ("Dit antwoord kost 2 miljoen euro.", (), False),
    ],
)
def test_references_between_answers(answer: str, refers_to: tuple[int, ...], defers: bool) -> None:  # noqa: FBT001
    """An answer names others of its own set; it defers when it does nothing else."""
    parsed = document("Vraag 1", "A?", "Antwoord 1", "Ja.", "Vraag 2", "B?", "Antwoord 2", "Nee.")
    lines = ["Vraag 1", "A?", "Antwoord 1", "Ja.", "Vraag 2", "B?", "Antwoord 2", "Nee."]
    parsed = document(*lines, "Vraag 3", "C?", "Antwoord 3", answer)
    last = questions(parsed).exchanges[-1]
    assert (last.refers_to, last.defers) == (refers_to, defers)


def test_a_reference_is_followed_to_what_is_said() -> None:
    """*Zie het antwoord op vraag 2*, which says to see 1, leads to 1."""
    first, second, third = "Het net is vol.", "Zie het antwoord op vraag 1.", "Zie het antwoord op vraag 2."
    parsed = document("Vraag 1", "A?", "Antwoord 1", first, "Vraag 2", "B?", "Antwoord 2", second)
    found = questions(document(*parsed.text.split("\n\n"), "Vraag 3", "C?", "Antwoord 3", third))
    assert [exchange.numbers for exchange in resolve(found, found.exchanges[2])] == [(1,)]
    assert resolve(found, found.exchanges[0]) == (found.exchanges[0],)


def test_answers_that_refer_to_each_other_end() -> None:
    """A circle of references is followed once round and no further."""
    see = "Zie het antwoord op vraag {}."
    parsed = document(
        "Vraag 1", "A?", "Antwoord 1", see.format(2), "Vraag 2", "B?", "Antwoord 2", see.format(1)
    )
    found = questions(parsed)
    assert resolve(found, found.exchanges[0]) == (found.exchanges[0],)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Vragen van het lid De Wit (ABC) aan de Minister", [("De Wit", "ABC")]),
        ("vragen van de leden De Wit, Van der Berg (ABC) en El Idrissi (De Lijst) over", None),
        (
            "Kamervragen van de leden De Wit en Van der Berg (beiden ABC) over",
            [("De Wit", "ABC"), ("Van der Berg", "ABC")],
        ),
        (
            "Vragen gesteld door de leden der Kamer\n\nVragen van het lid Six Dijkhof (ABC) aan",
            [("Six Dijkhof", "ABC")],
        ),
        ("Vragen van het lid Kostic´ (ABC)", [("Kostić", "ABC")]),
        ("Vragen van het lid Bos-van Dijk over", [("Bos-van Dijk", None)]),
        ("vragen van de leden van uw Kamer over", []),
    ],
)
def test_members_with_their_parties(text: str, members: list[tuple[str, str | None]] | None) -> None:
    """Each member has a party; one party behind several names is the party of each."""
    found = [(m.name.value, m.party.value if m.party else None) for m in find_members(text)[0]]
    expected = [("De Wit", "ABC"), ("Van der Berg", "ABC"), ("El Idrissi", "De Lijst")]
    assert found == (expected if members is None else members)


ASKED = "Vragen van het lid Bos (ABC) aan de "
APPENDIX = f"""{ASKED}Ministers van Buitenlandse Zaken en voor Medische Zorg over water (ingezonden 6
maart 2024).

Antwoord van Minister De Wit (Buitenlandse Zaken), mede namens de Staatssecretaris van Financiën (ontvangen
25 maart 2024)."""
LETTER = """Kamervragen van het lid Bos (ABC) over water

In antwoord op uw brief deel ik mede dat de vragen van het lid Bos (ABC) aan de ministers van Justitie en
Veiligheid en Buitenlandse Zaken over water worden beantwoord.

De minister van Justitie en Veiligheid,

A.B. de Wit

Antwoorden van de minister van Justitie en Veiligheid op Kamervragen van het lid Bos"""
HEADS = [
    (
        APPENDIX,
        [("minister", "Buitenlandse Zaken", ""), ("minister", "Medische Zorg", "")],
        [("minister", "Buitenlandse Zaken", "De Wit"), ("staatssecretaris", "Financiën", "")],
    ),
    (
        ASKED + "Staatssecretaris en de Minister van Defensie inzake water",
        [("staatssecretaris", "Defensie", ""), ("minister", "Defensie", "")],
        [],
    ),
    (
        ASKED + "Minister-President, Minister van Algemene Zaken en de Minister van Defensie over water",
        [("minister-president", "", ""), ("minister", "Defensie", "")],
        [],
    ),
    (
        LETTER,
        [("minister", "Justitie en Veiligheid", ""), ("minister", "Buitenlandse Zaken", "")],
        [("minister", "Justitie en Veiligheid", "A.B. de Wit")],
    ),
]


@pytest.mark.parametrize(("head", "addressees", "answering"), HEADS)
def test_ministers_asked_and_answering(
    head: str, addressees: list[tuple[str, str, str]], answering: list[tuple[str, str, str]]
) -> None:
    """Each office is named by itself, with who holds it where the text says so."""
    found = find_ministers(head, asked_from=find_members(head)[1])
    assert [[(m.role, m.portfolio, m.name) for m in side] for side in found] == [addressees, answering]


def test_number_and_dates() -> None:
    """The question number, the day asked and the day answered, each with its place in the text."""
    parsed = document(
        "Vragen van het lid Bos (ABC) over water (ingezonden 6 maart 2024). 2024Z01234",
        *["Antwoord van Minister De Wit (Defensie) (ontvangen 25 maart 2024).", "ah-tk-20232024-17"],
        *["Vraag 1", "A?", "Antwoord 1", "Ja."],
    )
    found = questions(parsed)
    evidence = (found.number, found.appendix, found.asked, found.answered)
    values = ["2024Z01234", "ah-tk-20232024-17", "2024-03-06", "2024-03-25"]
    assert [each.value for each in evidence if each] == values
    texts = ["2024Z01234", "ah-tk-20232024-17", "6 maart 2024", "25 maart 2024"]
    assert [parsed.text[each.start : each.end] for each in evidence if each] == texts


def test_a_number_that_is_cited_is_not_its_own() -> None:
    """Numbers of other sets in questions and answers stay what they are; a file may state its own."""
    lines = ["Vraag 1", "Kent u 2023Z00001 (ah-tk-20222023-5)?", "Antwoord 1", "Ja, en ook 2023Z00002."]
    found = questions(document(*lines))
    assert (found.number, found.appendix) == (None, None)
    stated = replace(document(*lines), properties={"question_number": "2024Z00003"})
    assert questions(stated).number == Evidence("2024Z00003")


def test_a_letter_answers_on_its_date() -> None:
    """A letter names the brief that it answers; its own date is when it does."""
    lines = ["In antwoord op uw brief van 5 juli 2024, nr. 2024Z01234, antwoord ik.", "Vraag 1", "A?"]
    found = questions(document(*lines, "Antwoord op vraag 1", "Ja."), date="2024-07-25")
    assert [each.value for each in (found.number, found.asked, found.answered) if each] == [
        *("2024Z01234", "2024-07-05", "2024-07-25")
    ]


def cut(parsed: ParsedDocument) -> list[Passage]:
    return chunk(parsed, SPLIT, questions=questions(parsed))


def test_a_question_with_its_answer_is_one_passage() -> None:
    """Where both fit they are found and quoted together, under the question's heading, which is no quote."""
    parsed = document(
        "# Vraag 1", "Is het nat?", "# Antwoord 1", SENTENCE * 8, "# Vraag 2", "B?", "# Antwoord 2", "Ja."
    )
    first, second = cut(parsed)
    assert parsed.text[first.start : first.end].startswith("Is het nat?\n\nAntwoord 1\n\nDe bruggen")
    assert [first.section, second.section] == [("Vraag 1",), ("Vraag 2",)]
    assert "Antwoord 1" not in [parsed.text[a:b] for a, b in first.sentences]


def test_a_long_answer_carries_its_question() -> None:
    """Where both do not fit, each passage of the answer has the question for its context, and shows none."""
    parsed = document("# Vraag 1", "Is het nat?", "# Antwoord 1", SENTENCE * 40)
    question, *answers = cut(parsed)
    assert (question.section, question.context) == (("Vraag 1",), "")
    assert len(answers) > 1
    assert {(answer.section, answer.context) for answer in answers} == {(("Antwoord 1",), "Is het nat?")}
    assert not any("nat?" in parsed.text[answer.start : answer.end] for answer in answers)


def test_an_answer_far_from_its_question_carries_it() -> None:
    """With all questions first, each answer's passage has its own question for its context."""
    parsed = document(
        "Vraag 1", "A is nat?", "Vraag 2", "B is nat?", "Antwoord 1", "Ja.", "Antwoord 2", "Nee."
    )
    found = {parsed.text[p.start : p.end]: p.context for p in cut(parsed)}
    assert found == {"A is nat?": "", "B is nat?": "", "Ja.": "A is nat?", "Nee.": "B is nat?"}


def test_an_answer_without_a_number_names_its_question() -> None:
    """Under a bare *Antwoord* the passage's section still tells which question it answers."""
    parsed = document("Vraag 7", "Is het nat?", "Antwoord", SENTENCE * 40)
    assert cut(parsed)[-1].section == ("Vraag 7", "Antwoord")


def test_a_unit_carries_the_notes_that_it_cites() -> None:
    """Footnotes of question and answer go with their passage."""
    asked = Draft(BlockKind.PARAGRAPH, [Line("Kent u het bericht?", markers=[(18, "1")])])
    note = Draft(BlockKind.FOOTNOTE, [Line("Krant, 3 mei 2024.")], label="1")
    heads = [Draft(BlockKind.HEADING, [Line(text)], level=1) for text in ("Vraag 1", "Antwoord 1")]
    answer = Draft(BlockKind.PARAGRAPH, [Line("Ja.")])
    (passage,) = cut(compose(DraftDocument([heads[0], asked, heads[1], answer, note])))
    assert passage.notes == ("Krant, 3 mei 2024.",)


def test_notes_at_the_end_answer_nothing() -> None:
    """What follows the last answer is a passage of its own, outside the answer's section."""
    parsed = document("# Vraag 1", "Kent u het bericht? 1)", "# Antwoord 1", "Ja.", "1) Krant, 3 mei 2024.")
    assert [passage.section for passage in cut(parsed)] == [("Vraag 1",), ()]


@pytest.mark.parametrize(
    "text", ["Vraag " + "1, " * 20_000, "Vragen van de leden " + "A-" * 5_000, "aan de (" * 5_000]
)
def test_hostile_texts_cost_no_time(text: str) -> None:
    """Long runs of what a pattern looks for are read in one go."""
    parsed = document("# Vraag 1", text, "# Antwoord 1", text, "# Vraag 2", text)
    assert len(questions(parsed).exchanges) == 2
