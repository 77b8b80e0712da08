"""Plots and tables of figures that were measured: nothing here measures.

    python benchmarks/plots.py FIGURES.json FOLDER [--page docs/performance.md]

FIGURES is what ``scale.py --json`` printed. Both axes are logarithmic, so a cost that grows as fast as the
library is a line at the angle of the dotted one. With ``--page`` the tables in a page that stand between
``<!-- scale:… -->`` and ``<!-- end -->`` are written anew, those of which the figures know.
"""

import argparse
import json
from pathlib import Path

from scaling.plotting import write_plots
from scaling.tables import filled


def main() -> None:
    parser = argparse.ArgumentParser(description="Write plots of figures that were measured.")
    parser.add_argument("figures", type=Path, help="what scale.py --json printed")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", type=Path, help="page with tables to write anew")
    options = parser.parse_args()
    figures = json.loads(options.figures.read_text(encoding="utf-8"))
    for path in write_plots(figures, options.folder):
        print(path)
    if options.page:
        page = options.page.read_text(encoding="utf-8")
        options.page.write_text(filled(page, figures), encoding="utf-8")


if __name__ == "__main__":
    main()
