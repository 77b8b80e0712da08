"""Which revision of a model this machine has: the hub's commit, or a digest of a folder."""

import hashlib
from pathlib import Path

_DIGEST_LENGTH = 12


def identity(name: str) -> str:
    """The model's name with the revision it has on this machine, when that can be known.

    Args:
        name: A folder, or a name on the hub.

    Returns:
        ``name@revision``, the revision in 12 hexadecimal digits, or the name alone.
    """
    folder = Path(name)
    if folder.is_dir():
        return f"{folder.resolve().name}@{_content_digest(folder)[:_DIGEST_LENGTH]}"
    commit = hub_commit(name)
    return f"{name}@{commit[:_DIGEST_LENGTH]}" if commit else name


def repository(name: str) -> str:
    """The full name on the hub; sentence-transformers' own models may be named without their organisation.

    Example:
        >>> repository("LaBSE")
        'sentence-transformers/LaBSE'
        >>> repository("intfloat/multilingual-e5-small")
        'intfloat/multilingual-e5-small'
    """
    return name if "/" in name else f"sentence-transformers/{name}"


def hub_commit(name: str) -> str:
    """The commit of a model that was taken from the hub before; empty when it was not."""
    # The hub's cache keeps each commit in a folder of that name; transformers no longer tells which it took.
    from huggingface_hub import try_to_load_from_cache

    path = try_to_load_from_cache(repository(name), "config.json")
    return Path(path).parent.name if isinstance(path, str) else ""


def _content_digest(folder: Path) -> str:
    # Content, and not sizes alone: a model that was trained further has files of the same names and sizes.
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
