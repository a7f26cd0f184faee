PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO := env -u BAOCAO_TELEGRAM_TOKEN BAOCAO_DEMO=1 BAOCAO_TODAY=2026-03-02 BAOCAO_REMIND_HOURS=00:00-23:59
EVALUATE := $(BIN)/baocao evaluate
EXAMPLES := tests/data/examples
CORPUS := tests/understanding/corpus
SCORED := --gold --today 2026-02-15
FIXTURES := --reports $(EXAMPLES)/fixture_reports.json --figures $(EXAMPLES)/fixture_figures.json $(SCORED)
CODE := bot channels dialogue domain evaluation exports handlers plans storage understanding tests bench

.PHONY: setup setup-dev demo run test check format bench evaluate lock clean

setup: $(VENV)/runtime.stamp

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime.stamp: requirements/runtime.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

setup-dev: $(VENV)/dev.stamp

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/runtime.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

demo: setup
	$(DEMO) $(BIN)/baocao run

run: setup
	$(BIN)/baocao run

test: setup-dev
	$(BIN)/python -m pytest -n 2

check: setup-dev
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: setup-dev
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

bench: setup-dev
	$(BIN)/python -m bench
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.big

evaluate: setup
	$(EVALUATE) questions $(EXAMPLES)/questions.jsonl $(FIXTURES)
	$(EVALUATE) reports $(EXAMPLES)/reports.jsonl $(SCORED)
	$(EVALUATE) questions $(CORPUS)/questions.jsonl $(FIXTURES)
	$(EVALUATE) reports $(CORPUS)/reports.jsonl $(SCORED)

lock:
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install --quiet uv
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --extra build -o requirements/runtime.lock pyproject.toml
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --extra build --extra dev -c requirements/runtime.lock \
		-o requirements/dev.lock pyproject.toml

clean:
	rm -rf $(VENV) var .pytest_cache .mypy_cache .ruff_cache .hypothesis
