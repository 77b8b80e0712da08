"""On what machine figures were measured: ``python benchmarks/machine.py [--json]``."""

import argparse
import json
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

FEATURES = (
    "avx2",
    "avx512f",
    "avx512_vnni",
    "avx512_bf16",
    "amx_tile",
    "amx_bf16",
    "amx_int8",
    "asimd",
    "bf16",
)
"""What decides how quickly matrices are multiplied, as Linux names it."""

LIBRARIES = ("faiss-cpu", "numpy", "openvino", "tantivy", "tokenizers", "torch", "sentence-transformers")


def main() -> None:
    parser = argparse.ArgumentParser(description="Tell on what machine this is.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    found = machine()
    if parser.parse_args().json:
        print(json.dumps(found, indent=2))
    else:
        print("\n".join(f"{name:20} {_told(value)}" for name, value in found.items()))


def machine() -> dict[str, Any]:
    """Return processor, its features, cores, gigabytes of memory, system and versions."""
    processor = _fields(Path("/proc/cpuinfo"))
    memory = _fields(Path("/proc/meminfo")).get("MemTotal", "0 kB")
    flags = set((processor.get("flags") or processor.get("Features") or "").split())
    return {
        "processor": processor.get("model name") or platform.processor() or platform.machine(),
        "features": [name for name in FEATURES if name in flags],
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": round(int(memory.split()[0]) / 1024 / 1024, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def _fields(path: Path) -> dict[str, str]:
    """Read a file of the kernel with lines of ``name: value``; the first of each name counts."""
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    for line in path.read_text().splitlines():
        name, _, value = line.partition(":")
        found.setdefault(name.strip(), value.strip())
    return found


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {number}" for name, number in value.items())
    return " ".join(value) if isinstance(value, list) else str(value)


if __name__ == "__main__":
    main()
