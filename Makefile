# Beleidszoeker. `make demo` shows it, `make test` proves it, `make check` is what CI runs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help install demo test lint check eval bench guide vendor clean

help:  ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

install: $(STAMP)  ## Make .venv with the beleidszoeker command in it

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Beleidszoeker needs Python 3.11 or newer. Install it, or name it: make install PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "This Python cannot make environments. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@test -L src/beleidszoeker/ingest || \
		{ echo "This checkout has no symbolic links. Clone again with: git clone -c core.symlinks=true ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: export BELEIDSZOEKER_LIBRARY := $(CURDIR)/.demo
demo: install  ## Ingest the example corpus and answer a question
	@$(BIN)/beleidszoeker ingest corpus/documents
	@echo
	@$(BIN)/beleidszoeker search 'netcapaciteit Chemelot' --count 3
	@echo 'Ask more:     BELEIDSZOEKER_LIBRARY=.demo $(BIN)/beleidszoeker search "ruimte voor industrie"'
	@echo 'The service:  BELEIDSZOEKER_LIBRARY=.demo $(BIN)/beleidszoeker serve'
	@echo '              then: curl "http://127.0.0.1:8765/api/v1/search?q=netcapaciteit+Chemelot"'

test: export OMP_NUM_THREADS := 1  # two processes with two threads each would wait for one another
test: install  ## Run all tests, two files at a time
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: install  ## Check format, style, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## All that CI runs

eval: install  ## Measure retrieval next to its baselines; DIRS='...' names other test sets
	@$(BIN)/python -m benchmarks.evaluation $(DIRS) $(EVAL)

bench: install  ## Measure speed, side by side, in a few minutes
	@$(BIN)/python benchmarks/small.py

guide: install  ## Take the pictures of docs/handleiding.md again; needs chromium
	SHOTS=docs/images $(BIN)/python -m pytest -q tests/browser/test_guide.py

vendor: install  ## Fetch again what the pages need from npm
	$(BIN)/python tools/vendor/vendor.py

clean:  ## Remove the environment and the demo's library
	rm -rf $(VENV) .demo
