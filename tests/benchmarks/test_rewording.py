"""The rules by which questions are asked again in other words, to measure whether they are found."""

from random import Random

import pytest

from benchmarks.rewording import RULES, Rule, with_neighbour

QUESTION = (
    "Kunt u toelichten welke maatregelen twee gemeenten nemen tegen de stijging van 5 procent, "
    "en bent u bereid om de kosten daarvan te delen?"
)
ALL = {**RULES, "with neighbour": with_neighbour(["Wat kost dat? En wie betaalt het?"])}


def chance() -> Random:
    return Random(1)  # noqa: S311 - the same each time is what is wanted


@pytest.mark.parametrize("rule", ALL.values(), ids=ALL)
def test_every_rule_changes_a_question_and_twice_alike(rule: Rule) -> None:
    """The same chance gives the same words, and never those of the question."""
    assert rule(QUESTION, chance()) == rule(QUESTION, chance()) != QUESTION


@pytest.mark.parametrize("rule", ALL.values(), ids=ALL)
def test_no_rule_fails_on_little(rule: Rule) -> None:
    """A text without words, or of one, has nothing to change."""
    for text in ("", "?", "Ja", "12", "Waarom niet?"):
        assert isinstance(rule(text, chance()), str)


def test_the_words_of_a_rule_are_its_own() -> None:
    """What is dropped, swapped and said otherwise, told by example."""
    assert RULES["without frame"](QUESTION, chance()).startswith("welke maatregelen")
    assert RULES["other order"]("Is het waar, en zo ja, waarom?", chance()) == "waarom? en zo ja Is het waar"
    assert "ingrepen" in RULES["synonyms"](QUESTION, chance())
    assert "2 gemeenten" in RULES["other spelling"](QUESTION, chance())
    assert "5 %" in RULES["other spelling"](QUESTION, chance())
