# `make` lists the targets. Everything is installed into .venv from locked, hashed requirements, by pip alone.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKS := requirements/run.txt requirements/build.txt requirements/data.txt

.DEFAULT_GOAL := help
.PHONY: help install demo test check format bench docs train accuracy lock clean compile dev

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*##/\1/p' Makefile | awk '{ name = $$1; $$1 = ""; printf "  make %-9s%s\n", name, $$0 }'

install: $(VENV)/.installed  ## make .venv/bin/dateline

demo: compile  ## print the chronology of examples/reports/
	@mkdir -p out && rm -f out/demo.db*
	$(BIN)/dateline run examples/reports --db out/demo.db

test: dev compile  ## run the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore=tests/docs

check: dev compile  ## format, lint, types, import contract, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/docs

format: dev  ## put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install compile  ## measure speed: words a second, resolvers, two processes, cold start
	$(BIN)/python -m benchmarks

docs: install compile  ## write the generated pages: commands, codebook, picture
	$(BIN)/python -m tools.commands docs/cli.md
	$(BIN)/python -m tools.codebook docs/codebook.md
	$(BIN)/python -m tools.picture docs/picture.svg

train: install compile  ## train what was learned, from ../shared/data (DATA=folder for another)
	$(PIP) --require-hashes -r requirements/train.txt
	$(BIN)/python -m training --data $(DATA)
	$(BIN)/python -m training.weigher --data $(DATA)
	$(BIN)/python -m training.event_places --data $(DATA)
	$(BIN)/python -m training.place_names --data $(DATA)
	$(BIN)/python -m training.place_ranks --data $(DATA) --write
	$(BIN)/python -m training.gate --data $(DATA)

accuracy: install compile  ## score every suite anew and write docs/accuracy.md (DATA=folder)
	$(BIN)/python -m tools.accuracy docs/accuracy.md --data $(DATA)

DATA ?= ../shared/data
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock" $(UPGRADE)
lock: dev  ## pin the requirements anew (UPGRADE=--upgrade for newer versions)
	$(LOCK) pyproject.toml --output-file requirements/run.txt
	$(LOCK) --group build --constraints requirements/run.txt --output-file requirements/build.txt
	$(LOCK) --no-deps requirements/data.in --output-file requirements/data.txt
	$(LOCK) --extra train pyproject.toml --constraints requirements/run.txt --output-file requirements/train.txt
	$(LOCK) --group dev --constraints requirements/run.txt --constraints requirements/build.txt --output-file requirements/dev.txt

clean:  ## remove what was built (not the lock, not databases elsewhere)
	rm -rf $(VENV) out dist build src/dateline/resources/compiled .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

compile: install  # only what has changed since the last time
	@$(BIN)/python -m dateline.resources.build

dev: $(VENV)/.developed

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or newer, and found none: install it, or say PYTHON=/path/to/python3." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv module is missing (on Debian: apt install python3-venv)." >&2; exit 1; }

$(VENV)/.installed: $(LOCKS) pyproject.toml hatch_build.py | $(BIN)/python
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --require-hashes -r requirements/build.txt
	$(PIP) --require-hashes --no-deps -r requirements/data.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.developed: requirements/dev.txt $(VENV)/.installed
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
