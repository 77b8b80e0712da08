"""Copy what the pages need from npm into ``api/static/vendor``, with licences and digests.

Run ``make vendor`` after a change to ``package.json``; it needs npm. The copies are kept in the repository,
so that neither users nor tests need npm; ``VENDORED.json`` tells what each file is, and a test
holds the files to it.
"""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
_QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--omit=optional")
TARGET = HERE.parents[1] / "api" / "static" / "vendor"
FILES = {
    "htmx.org": ["dist/htmx.min.js", "LICENSE"],
    "pdfjs-dist": [
        "build/pdf.min.mjs",
        "build/pdf.worker.min.mjs",
        "cmaps/*.bcmap",
        "standard_fonts/Foxit*.pfb",  # the Liberation fonts beside them are GPL
        "standard_fonts/LICENSE_FOXIT",
        "iccs/*",
        "wasm/jbig2.wasm",
        "wasm/openjpeg.wasm",
        "wasm/qcms_bg.wasm",
        "wasm/*_nowasm_fallback.js",  # for browsers whose managers switched WebAssembly off
        "wasm/LICENSE_*JBIG2",
        "wasm/LICENSE_*OPENJPEG",
        "wasm/LICENSE_*QCMS",
        "LICENSE",
    ],
}
"""What is copied as it is, by package; folders within a package are kept."""


def main() -> None:
    """Install the packages at the versions that package.json pins, and copy their files."""
    subprocess.run(["npm", "install", *_QUIETLY], cwd=HERE, check=True)  # noqa: S603, S607
    shutil.rmtree(TARGET, ignore_errors=True)
    packages = [_copy(name, patterns) for name, patterns in FILES.items()]
    packages.append(_styles())
    written = json.dumps({"packages": packages}, indent=1, ensure_ascii=False)
    (TARGET / "VENDORED.json").write_text(written + "\n", encoding="utf-8")


def _copy(name: str, patterns: list[str]) -> dict[str, object]:
    files = {}
    for pattern in patterns:
        found = sorted((MODULES / name).glob(pattern))
        if not found:
            raise FileNotFoundError(f"{name} holds no {pattern}")
        for source in found:
            target = TARGET / name / source.relative_to(MODULES / name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            files[target.relative_to(TARGET).as_posix()] = _digest(target)
    return {**_about(name), "files": files}


def _styles() -> dict[str, object]:
    """Put the stylesheets of the Utrecht components into one file: one request for all."""
    names = sorted(path.name for path in (MODULES / "@utrecht").iterdir())
    sheets = [(MODULES / "@utrecht" / name / "dist" / "index.min.css").read_text("utf-8") for name in names]
    target = TARGET / "utrecht" / "components.css"
    target.parent.mkdir(parents=True)
    target.write_text("\n".join(sheet.strip() for sheet in sheets) + "\n", encoding="utf-8")
    shutil.copyfile(MODULES / "@utrecht" / names[0] / "LICENSE.md", target.with_name("LICENSE.md"))
    versions = {f"@utrecht/{name}": _about(f"@utrecht/{name}")["version"] for name in names}
    files = {path.relative_to(TARGET).as_posix(): _digest(path) for path in sorted(target.parent.iterdir())}
    return {**_about(f"@utrecht/{names[0]}"), "name": "@utrecht", "version": versions, "files": files}


def _about(name: str) -> dict[str, object]:
    package = json.loads((MODULES / name / "package.json").read_text("utf-8"))
    return {"name": name, "version": package["version"], "license": package["license"]}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
