"""What a child process may take, told to the system by the process itself."""

from contextlib import suppress

_OPEN_FILES = 64


def limit_memory(memory: int) -> None:
    """Bound this process: address space in bytes, and open files; no memory is dumped when it dies."""
    with suppress(ImportError, ValueError, OSError):  # not every system knows these limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
