"""The line by itself: order, refusal, leaving it, and what it learns."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from tests.looping import in_a_loop

from beleidszoeker.api.http.gate import Gate, LeftError
from beleidszoeker.errors import BusyError


async def settle() -> None:
    """Let every task go on until it waits."""
    for _ in range(10):
        await asyncio.sleep(0)


async def takes(gate: Gate, kind: str, *, seconds: float = 0.0, size: int = 1) -> None:
    async with gate.place(kind, size=size):
        await asyncio.sleep(seconds)


def test_turns_come_in_order_of_arrival() -> None:
    """With two places two are inside, and the others follow as they came, one for each that leaves."""

    async def run() -> None:
        gate, entered, ends = Gate(2, 60), list[int](), [asyncio.Event() for _ in range(6)]

        async def ask(number: int) -> None:
            async with gate.place("search"):
                entered.append(number)
                await ends[number].wait()

        tasks = [asyncio.create_task(ask(number)) for number in range(6)]
        await settle()
        assert (entered, gate.waiting) == ([0, 1], 4)
        for number, inside in ((1, 3), (0, 4), (3, 5), (2, 6)):
            ends[number].set()
            await settle()
            assert entered == list(range(inside))
        for end in ends:
            end.set()
        await asyncio.gather(*tasks)
        assert gate.expected() == 0

    in_a_loop(run)


def test_who_would_wait_too_long_is_refused_at_once() -> None:
    """And is told when to come back: what those before it will take, in whole seconds, rounded up."""

    async def run() -> None:
        gate = Gate(1, 3.0)
        async with gate.place("batch", size=25):  # a tenth of a second each until more is known
            waiting = asyncio.create_task(takes(gate, "batch", size=20))
            await settle()
            assert gate.waiting == 1
            before = time.monotonic()
            with pytest.raises(BusyError, match="over 5 seconden") as told:
                await takes(gate, "search")
            assert time.monotonic() - before < 1
            assert (told.value.seconds, gate.waiting) == (5, 1)
        await waiting

    in_a_loop(run)


def test_a_free_place_is_never_refused() -> None:
    """Also what takes longer than anyone may wait gets its turn when nobody is inside."""

    async def run() -> None:
        gate = Gate(1, 0.01)
        await takes(gate, "batch", size=50)
        with pytest.raises(BusyError, match="over 1 seconde opnieuw"):
            await asyncio.gather(takes(gate, "batch"), takes(gate, "batch", size=50), takes(gate, "other"))

    in_a_loop(run)


def test_what_is_expected_is_learnt_of_each_kind() -> None:
    """A kind that turned out quick is expected to be, whatever others take."""

    async def run() -> None:
        gate = Gate(1, 60)
        await takes(gate, "quick")
        await takes(gate, "slow", seconds=0.3)
        expected = dict[str, float]()
        for kind in ("quick", "slow"):
            async with gate.place(kind):
                expected[kind] = gate.expected()
        assert 0 < expected["quick"] < 0.1
        assert expected["slow"] > 0.25

    in_a_loop(run)


def test_what_fails_gives_its_place_back() -> None:
    """And says nothing of how long its kind takes."""

    async def run() -> None:
        gate = Gate(1, 60)
        with pytest.raises(ValueError, match="stuk"):
            async with gate.place("search"):
                raise ValueError("stuk")
        assert gate.expected() == 0
        async with gate.place("search"):
            assert gate.expected() == pytest.approx(0.1, abs=0.05)

    in_a_loop(run)


@pytest.mark.parametrize("cancelled", [True, False])
def test_who_leaves_the_line_holds_up_nobody(*, cancelled: bool) -> None:
    """The one behind gets the next turn; nothing is done for who left."""

    async def run() -> None:
        gate, away, inside = Gate(1, 60), asyncio.Event(), list[str]()

        async def ask(name: str, gone: Callable[[], Awaitable[None]] | None = None) -> None:
            async with gate.place("search", gone=gone):
                inside.append(name)

        async def left() -> None:
            await away.wait()

        async with gate.place("search"):
            leaver = asyncio.create_task(ask("leaver", left))
            other = asyncio.create_task(ask("other"))
            await settle()
            assert gate.waiting == 2
            leaver.cancel() if cancelled else away.set()
            with pytest.raises(asyncio.CancelledError if cancelled else LeftError):
                await leaver
            assert gate.waiting == 1
        await other
        assert inside == ["other"]

    in_a_loop(run)


def test_a_place_can_be_given_back_sooner() -> None:
    """What goes on without computing lets the next one in; the end of it then changes nothing."""

    async def run() -> None:
        gate = Gate(1, 60)
        async with gate.place("answer") as first:
            gate.leave(first)
            async with gate.place("search"):
                assert gate.waiting == 0
                gate.leave(first)
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(takes(gate, "search"), 0.05)

    in_a_loop(run)


def test_nobody_waits_for_ever() -> None:
    """When those inside take far longer than was expected, who waits is told to come back after all."""

    async def run() -> None:
        gate = Gate(1, 0.15)
        async with gate.place("search"):
            before = time.monotonic()
            with pytest.raises(BusyError):
                await takes(gate, "search")
            assert 0.25 < time.monotonic() - before < 10
            assert gate.waiting == 0

    in_a_loop(run)


def test_refusing_is_no_work_for_all_processors() -> None:
    """Who asks again at once is told so many times a second, so that searching goes on."""

    async def run() -> None:
        gate, refused = Gate(1, 1.0), 0

        async def ask() -> None:
            nonlocal refused
            while True:
                with pytest.raises(BusyError):
                    await takes(gate, "search")
                refused += 1

        async with gate.place("batch", size=600):
            asking = [asyncio.create_task(ask()) for _ in range(40)]
            await asyncio.sleep(1)
            for each in asking:
                each.cancel()
        await asyncio.gather(*asking, return_exceptions=True)
        assert 10 < refused <= 260

    in_a_loop(run)
