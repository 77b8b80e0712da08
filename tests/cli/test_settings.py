"""Settings come from the environment; a misspelt one is refused."""

from pathlib import Path

import pytest
from tests.support import run

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.settings import load_settings


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without our variables; only the environment is changed, no code."""
    for name in ("LIBRARY", "CACHE", "MODEL", "WORKERS", "OCR", "ADMIN_KEY", "TEST_MODEL_CACHE"):
        monkeypatch.delenv(f"BELEIDSZOEKER_{name}", raising=False)
    return monkeypatch


def test_defaults() -> None:
    """Without settings there is a place for the library and the cache, and the embedded model."""
    settings = load_settings()
    assert settings.model == "embedded"
    assert (settings.workers, settings.ocr) == (None, "auto")
    assert settings.library.is_absolute()
    assert settings.cache.is_absolute()


def test_the_environment_counts(clean: pytest.MonkeyPatch) -> None:
    """Each setting is a variable with our prefix; an empty one is as good as none."""
    clean.setenv("BELEIDSZOEKER_LIBRARY", "/ergens")
    clean.setenv("BELEIDSZOEKER_WORKERS", "3")
    clean.setenv("BELEIDSZOEKER_MODEL", "")
    settings = load_settings()
    assert (settings.library, settings.workers, settings.model) == (Path("/ergens"), 3, "embedded")


def test_arguments_go_first(clean: pytest.MonkeyPatch) -> None:
    """What is given wins from the environment; what is not given leaves it."""
    clean.setenv("BELEIDSZOEKER_LIBRARY", "/ergens")
    assert load_settings(library=Path("/elders")).library == Path("/elders")
    assert load_settings(library=None).library == Path("/ergens")


@pytest.mark.parametrize("name", ["BELEIDSZOEKER_LIBARY", "beleidszoeker_modell", "BELEIDSZOEKER_"])
def test_an_unknown_variable_is_refused(clean: pytest.MonkeyPatch, name: str) -> None:
    """The error names it, and the variables that there are."""
    clean.setenv(name, "x")
    with pytest.raises(ConfigurationError, match=f"{name} bestaat niet") as caught:
        load_settings()
    assert "BELEIDSZOEKER_LIBRARY" in caught.value.advice
    assert "TEST" not in caught.value.advice


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("WORKERS", value) for value in ("0", "65", "veel", "-1", "²", "1.5")),
        ("OCR", "soms"),
        ("ADMIN_KEY", "te kort"),
        ("ADDRESS", "zoek.naam.nl"),
        ("ORIGINS", "https://a.example/pad"),
        ("ANSWERS_MODEL", "m" * 201),
        *(
            ("ANSWERS_URL", value)
            for value in ("file:///etc/passwd", "http://", "http://a:x/v1", "http://[", "http://a b/")
        ),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(clean: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The error names the variable."""
    clean.setenv(f"BELEIDSZOEKER_{name}", value)
    with pytest.raises(ConfigurationError, match=f"BELEIDSZOEKER_{name} is onbruikbaar"):
        load_settings()


def test_keys_are_not_shown(clean: pytest.MonkeyPatch) -> None:
    """Whoever prints the settings sees no key."""
    clean.setenv("BELEIDSZOEKER_ADMIN_KEY", "heel geheim woord")
    clean.setenv("BELEIDSZOEKER_ANSWERS_KEY", "nog een geheim")
    assert "geheim" not in repr(load_settings())


def test_names_may_be_in_small_letters(clean: pytest.MonkeyPatch) -> None:
    """As on systems that know no difference."""
    clean.setenv("beleidszoeker_workers", "2")
    assert load_settings().workers == 2


def test_the_command_line_tells_it(tmp_path: Path) -> None:
    """A misspelt variable is an error of every command that reads settings."""
    ended = run(tmp_path / "l", "documents", BELEIDSZOEKER_LIBARY="x")
    assert ended.returncode == 2
    assert "BELEIDSZOEKER_LIBARY bestaat niet" in ended.stderr
