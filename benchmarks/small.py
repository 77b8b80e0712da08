"""Every benchmark of speed, small: ``make bench``. The large runs stand in docs/performance.md.

    python benchmarks/small.py [--only queries,load]

A library of 10,000 passages is made of the example corpus; what needs one is asked of that. Settings, so the
model, are the environment's. A benchmark that cannot run here says why, and the others go on.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from scaling.costs import ROOT

SETS = ROOT.parent / "shared" / "eval"
SMALL: Mapping[str, str] = {
    "machine": "",
    "embedding": "--rounds 1 --passages 16",
    "startup": "--rounds 3",
    "parsing": "--rounds 1",
    "ingesting": "--files 100",
    "scale": "--sizes 10000 --questions 60 --folder WORK --keep",
    "queries": "WORK/10000 --count 100 --warm 20",
    "nearest": "--sizes 10000 --library WORK/examples --count 40",
    "load": "WORK/10000 --clients 1,8 --seconds 5",
    "peers": "--library WORK/10000 --parts speed --only ours,fts5,bm25s --questions 20",
}
NEEDS = {name: "scale" for name, options in SMALL.items() if "WORK/" in options}


def main() -> None:
    parser = argparse.ArgumentParser(description="Run every benchmark of speed, small.")
    parser.add_argument("--only", default=",".join(SMALL), help="names of benchmarks, divided by commas")
    wanted = parser.parse_args().only.split(",")
    wanted += [NEEDS[name] for name in wanted if name in NEEDS]
    started = time.perf_counter()
    with TemporaryDirectory() as work:
        done = {name: run(name, Path(work)) for name in SMALL if name in wanted}
    print(heading(f"{time.perf_counter() - started:.0f} s in all"))
    failed = [name for name, code in done.items() if code]
    if failed:
        raise SystemExit(f"could not run: {', '.join(failed)}")


def run(name: str, work: Path) -> int:
    """Run one benchmark; return its exit code."""
    options = [option.replace("WORK", str(work)) for option in SMALL[name].split()]
    print(heading(f"benchmarks/{name}.py {SMALL[name]}"), flush=True)
    if name == "peers" and not SETS.is_dir():
        print(f"left out: its questions are those of {SETS}, which is not there")
        return 0
    started = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, f"benchmarks/{name}.py", *options], check=False, cwd=ROOT
    )
    print(f"({time.perf_counter() - started:.0f} s)", flush=True)
    return done.returncode


def heading(text: str) -> str:
    return f"\n{text}\n{'-' * len(text)}"


if __name__ == "__main__":
    main()
