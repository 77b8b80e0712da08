"""Running coroutines in tests."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_T = TypeVar("_T")


def in_a_loop(work: Callable[[], Awaitable[_T]]) -> _T:
    """Run it in a thread of its own: a browser in the same run of tests keeps a loop in the main one."""

    async def run() -> _T:
        return await work()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, run()).result()
