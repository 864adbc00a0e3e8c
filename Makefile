# Two commands: `make run` serves the map, `make test` runs every test.
# All paths are relative, so that the checkout may lie in a folder with
# spaces or Chinese characters in its name.

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
RUN := .venv/.run
TEST := .venv/.test
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.DEFAULT_GOAL := help
.PHONY: help run test check lint benchmark lock clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: $(RUN) ## set up what is missing and serve the map on http://localhost:8501
	@$(BIN)/python -m layers.cli app --port $(PORT)

test: $(TEST) ## set up what is missing and run every test, the browser's included
	@$(BIN)/python tests/tools.py
	@$(BIN)/python -m pytest --numprocesses 2 $(ARGS)

check: $(TEST) ## lint and type check
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy

benchmark: $(TEST) ## measure reader, page and exports against their peers
	@$(PIP) -r requirements/bench.txt
	@$(BIN)/python -m benchmarks

lock: ## write the lock files anew from pyproject.toml (needs uv)
	@uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --quiet pyproject.toml -o requirements/run.txt
	@for group in build test bench derive; do \
		uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --quiet --group pyproject.toml:$$group -c requirements/run.txt \
		-o requirements/$$group.txt || exit 2; done

clean: ## remove what the commands above made
	@rm -rf .venv static out tests/artefacts

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "error: expected Python 3.11 or newer, found $$($(PYTHON) --version); name one: make PYTHON=python3.12 run" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || { \
		echo "error: expected Python's venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; rm -rf .venv; exit 2; }
	@touch $@

$(RUN): .venv/.made requirements/run.txt requirements/build.txt pyproject.toml
	@echo "Setting up Jiqun in .venv (once, a minute or two)" >&2
	@$(PIP) -r requirements/build.txt
	@$(PIP) -r requirements/run.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): $(RUN) requirements/test.txt
	@echo "Setting up the test tools in .venv (once)" >&2
	@$(PIP) -r requirements/test.txt
	@touch $@
