import threading
import time
from concurrent.futures import ThreadPoolExecutor

from beleidszoeker.model.turns import Turns


def test_a_busy_thread_cannot_overtake() -> None:
    """Whoever asks for a turn gets it after the one that goes on, however eager the other thread is."""
    turns, stop = Turns(), threading.Event()
    taken: list[int] = []

    def hog() -> None:
        while not stop.is_set():
            with turns.mine():
                taken.append(1)
                time.sleep(0.002)

    with ThreadPoolExecutor(1) as pool:
        pool.submit(hog)
        waits = []
        for _ in range(20):
            before = len(taken)
            with turns.mine():
                waits.append(len(taken) - before)
            time.sleep(0.005)
        stop.set()
    assert max(waits) <= 2
