"""Runs a program that dies with the process that started it. Arguments: number of that process, command.

A parser may be killed at any moment, and must not leave a recognition engine at work behind it. The request
to be killed too (``prctl(2)``) has to come from the new process itself; asking for it between fork and exec
is not safe where threads run. Systems other than Linux start the program as it is: it then ends by itself.
"""

import ctypes
import os
import signal
import sys
from contextlib import suppress

_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of linux/prctl.h


def main() -> None:
    """Tie this process to its parent and become the program."""
    parent, command = int(sys.argv[1]), sys.argv[2:]
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() == parent:  # else it died before we asked
        os.execv(command[0], command)  # noqa: S606 - the command of our own engine, no shell


if __name__ == "__main__":
    main()
