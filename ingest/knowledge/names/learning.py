"""Names that the gazetteer lacks: abbreviations that a document defines, and programmes by their form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.bodies import bodies_by_form
from beleidszoeker.ingest.knowledge.names.forms import Form, spelled
from beleidszoeker.ingest.knowledge.names.gazetteer import Gazetteer, gazetteer
from beleidszoeker.ingest.knowledge.names.heads import kind_of
from beleidszoeker.ingest.knowledge.names.matching import Found, Matcher
from beleidszoeker.ingest.knowledge.names.patterns import programmes_by_form
from beleidszoeker.ingest.knowledge.names.spelling_out import defined_in

_NEITHER = ""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a document itself says about names.

    Attributes:
        meanings: For each abbreviation that it defines: the entry, ``~`` and the long form in small letters
            where the gazetteer has none, or nothing where it stands for something that has no kind of ours.
        found: Where names stand that the gazetteer does not know.
    """

    meanings: Mapping[str, str]
    found: tuple[Found, ...]


def learn(text: str, known: Sequence[Found]) -> Learnt:
    """Return what a text says about names beside those that were found in it."""
    book, meanings, forms = gazetteer(), dict[str, str](), list[Form]()
    for short, long in defined_in(text):
        entry = _entry(book, long)
        if entry is not None:
            meanings.setdefault(short, entry)
        elif short not in meanings and not _is_known(book, short, long):
            meanings[short] = _learn(short, long, forms)
    found = list(Matcher(forms).find(text)) if forms else []
    found += programmes_by_form(text, known)
    found += bodies_by_form(text)
    return Learnt(meanings, tuple(found))


def _entry(book: Gazetteer, long: str) -> str | None:
    plain = long.removeprefix("het ").removeprefix("de ")
    ministry = f"ministerie van {plain.replace(' & ', ' en ')}"
    named = book.find(long) or book.find(plain) or book.find(ministry)
    return named[0].id if named else None


def _is_known(book: Gazetteer, short: str, long: str) -> bool:
    """Tell whether the gazetteer has an abbreviation whose long form differs in a word or an ending alone."""
    wanted = _words(long)
    return any(
        len(wanted & _words(name)) * 2 > max(len(wanted), len(_words(name)))
        for entry in book.find(short)
        for name in entry.names
    )


def _words(name: str) -> set[str]:
    return {word[:6] for word in name.casefold().replace("-", " ").split()}


def _learn(short: str, long: str, forms: list[Form]) -> str:
    kind = kind_of(long)
    if kind is None:
        return _NEITHER
    name = f"~{long.casefold()}"
    forms.extend(_spelled(short, long, name, kind))
    return name


def _spelled(short: str, long: str, name: str, kind: NameKind) -> Iterator[Form]:
    yield spelled(long, name, kind)
    yield spelled(short, name, kind, short=True)
