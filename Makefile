# Runut. `make` alone lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK_FLAGS := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -q

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench gate demo lock

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.ready ## make the environment; leaves .venv/bin/runut

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Runut memerlukan Python 3.11 atau lebih baru.")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	scripts/install-test-tools
	touch $@

run: setup ## set up, make the demo office, serve it; prints where to go and who may log in
	$(BIN)/runut serve --demo

demo: setup ## walk the nine steps without a browser; papers in hasil/demo
	$(BIN)/runut demo -o hasil/demo --ganti

test: $(VENV)/.ready-dev ## set up, check, then the whole suite
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not gate"

check: $(VENV)/.ready-dev ## format, lint, types, import layers, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m django makemigrations --check --dry-run --settings runut.settings

gate: $(VENV)/.ready-dev ## the long runs, before a release
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m gate

bench: $(VENV)/.ready-dev ## our own measurements
	$(BIN)/runut bench

lock: ## renew both lock files (needs uv)
	uv pip compile $(LOCK_FLAGS) --group build pyproject.toml -o requirements.lock
	uv pip compile $(LOCK_FLAGS) --group build --group dev pyproject.toml -o requirements-dev.lock
