# Runut. `make` alone lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ENOUGH := $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Runut memerlukan Python 3.11 atau lebih baru.")'
LOCK_FLAGS := --universal --python-version 3.11 --generate-hashes --no-strip-extras --only-binary :all: --no-header --no-annotate --no-emit-index-url -q

# A module is compiled once, not by each of the hundreds of processes that the tests start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: always help setup run run-own test test-postgres check bench gate demo lock

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(VENV)/.ready ## make the environment; leaves .venv/bin/runut

# Asked each time: whether an environment is sound cannot be told from the dates of files.
$(VENV)/.ready: always
	@$(ENOUGH)
	@$(PYTHON) scripts/environment.py run

$(VENV)/.ready-dev: always
	@$(ENOUGH)
	@$(PYTHON) scripts/environment.py test
	@scripts/install-test-tools

always:

run: setup ## set up, make the demo office, serve it; prints where to go and who may log in
	$(BIN)/runut serve --demo

run-own: setup ## set up, serve an office of your own; it is made in the browser and lies in data-kantor
	RUNUT_DATA=$${RUNUT_DATA:-data-kantor} $(BIN)/runut serve

demo: setup ## walk the nine steps without a browser; papers in hasil/demo
	$(BIN)/runut demo -o hasil/demo --ganti

test: $(VENV)/.ready-dev ## set up, check, then the whole suite on SQLite
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not gate"

test-postgres: $(VENV)/.ready-dev ## what touches the database once more, on a PostgreSQL of its own
	scripts/with-postgres $(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not gate" tests

check: $(VENV)/.ready-dev ## format, lint, types, import layers, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m django makemigrations --check --dry-run --settings runut.settings

gate: export RUNUT_UJI = lengkap
gate: $(VENV)/.ready-dev ## the long runs, before a release: every random test with all its examples
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m gate
	scripts/with-postgres $(BIN)/python -m pytest -q -n 2 --dist loadfile tests

bench: $(VENV)/.ready-dev ## our own measurements
	$(BIN)/runut bench

lock: ## write both lock files again (needs uv); UPGRADE=--upgrade takes newer releases
	uv pip compile $(LOCK_FLAGS) $(UPGRADE) --group build pyproject.toml -o requirements.lock
	uv pip compile $(LOCK_FLAGS) $(UPGRADE) --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
