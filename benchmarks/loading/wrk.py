"""wrk (Will Glozer) with a script of our own: distinct questions, and of each answer its status and time.

Every client is a thread of wrk with one connection, so that each answer's time is known apart: wrk itself
puts refusals and answers together. A client asks its next question when it has the answer to the last; after
a refusal it comes back when ``Retry-After`` says, unless it is impatient. Questions that have no answer yet
at the end are not counted.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

MISSING = "wrk is not installed; on Debian and Ubuntu: apt-get install wrk, on macOS: brew install wrk"
_SLOWEST = 120  # seconds after which wrk counts an answer as missing
_SCRIPT = """
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long nanos; } moment; int clock_gettime(int, moment *);")
local clock, threads = ffi.new("moment"), {}

local function milliseconds()
  ffi.C.clock_gettime(1, clock)
  return tonumber(clock.seconds) * 1000 + tonumber(clock.nanos) / 1000000
end

function setup(thread)
  threads[#threads + 1] = thread
  thread:set("number", #threads)
end

function init(given)
  paths, statuses, times, place, repeated, pause = {}, {}, {}, 0, 0, 0
  local clients, patient, line = tonumber(given[2]), given[3] == "patient", 0
  waits = patient
  for path in io.lines(given[1]) do
    line = line + 1
    if line % clients == number % clients then paths[#paths + 1] = path end
  end
end

function delay()
  local now = pause
  pause = 0
  return now
end

function request()
  if place == #paths then place, repeated = 0, repeated + #paths end
  place = place + 1
  sent = milliseconds()
  return wrk.format("GET", paths[place])
end

function response(status, headers, body)
  statuses[#statuses + 1], times[#times + 1] = status, milliseconds() - sent
  if waits and headers["retry-after"] then pause = tonumber(headers["retry-after"]) * 1000 end
end

function done(summary, latency, requests)
  local errors, asked_again = summary.errors, 0
  print("# seconds " .. summary.duration / 1000000)
  for _, kind in ipairs({"connect", "read", "write", "timeout"}) do
    print("# " .. kind .. " " .. errors[kind])
  end
  for _, thread in ipairs(threads) do
    local statuses, times = thread:get("statuses"), thread:get("times")
    local more = thread:get("repeated")
    if more > 0 then asked_again = asked_again + more - #thread:get("paths") + thread:get("place") end
    for place, status in ipairs(statuses) do print("@ " .. status .. " " .. times[place]) end
  end
  print("# repeated " .. asked_again)
end
"""


class Drive(NamedTuple):
    """What came of a time of asking.

    Attributes:
        seconds: How long it took.
        times: Milliseconds of each answer, by status.
        failed: How often there was no answer, by kind: ``connect``, ``read``, ``write``, ``timeout``.
        repeated: How many questions had been asked before.
    """

    seconds: float
    times: dict[int, list[float]]
    failed: dict[str, int]
    repeated: int


def drive(address: str, paths: Sequence[str], *, clients: int, seconds: float, patient: bool = True) -> Drive:
    """Let clients ask a service these paths.

    Args:
        address: Of the service.
        paths: What to ask; each client has a part of its own.
        clients: How many ask at once.
        seconds: For how long, whole ones.
        patient: Whether they come back after a refusal when they were told to.

    Raises:
        SystemExit: wrk is not installed, or failed.
    """
    program = shutil.which("wrk")
    if program is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        script, listed = Path(folder, "ask.lua"), Path(folder, "paths.txt")
        script.write_text(_SCRIPT)
        listed.write_text("\n".join(paths) + "\n", encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - what was installed, and our own script
            [
                *(program, "-t", str(clients), "-c", str(clients), "-d", f"{max(1, round(seconds))}s"),
                *("--timeout", f"{_SLOWEST}s", "-H", "Accept-Encoding: gzip", "-s", str(script), address),
                *("--", str(listed), str(clients), "patient" if patient else "impatient"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"wrk failed: {done.stdout}{done.stderr}")
    return read(done.stdout)


def read(printed: str) -> Drive:
    """Read what the script printed."""
    times: dict[int, list[float]] = {}
    told: dict[str, float] = {}
    for kind, name, value in (line.split() for line in printed.splitlines() if line.startswith(("# ", "@ "))):
        if kind == "@":
            times.setdefault(int(name), []).append(float(value))
        else:
            told[name] = float(value)
    failed = {name: int(told[name]) for name in ("connect", "read", "write", "timeout")}
    return Drive(told["seconds"], times, failed, int(told["repeated"]))
