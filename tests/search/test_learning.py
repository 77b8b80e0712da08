"""Words that a service analyses ahead of the questions."""

from tests.support import Shelf, made

from beleidszoeker.search.learning import learn


def test_learnt_words_are_known_and_mean_what_they_did(shelf: Shelf) -> None:
    """A text of them is then read without analysing one, and gives the same terms."""
    text = "De haven en de kade liggen aan het water; de haven en de kade groeien."
    shelf.fill(made(text, title="Haven en kade"))
    before = list(shelf.engine().snapshot().lexical.analyser.terms("kade en haven"))
    lexical = shelf.engine().snapshot().lexical
    learn(lexical).join(30)
    known = lexical.analyser.known
    assert known == len(lexical.frequent(99)) > 3
    assert list(lexical.analyser.terms("kade en haven")) == before
    assert lexical.analyser.known == known
