# Two commands: `make site` builds the sample site, `make test` runs the tests. Both set up what they need.

PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK := 1
BIN := .venv/bin
INPUTS := $(shell find src brand content themes schemas -type f -not -name '*.pyc' 2>/dev/null) segsite.yaml pyproject.toml

.PHONY: site test lint format docs constraints clean

site: .venv/installed
	$(BIN)/segsite build

test: .venv/installed .venv/browser
	$(BIN)/python -m pytest -n auto

lint: .venv/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/tools
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

# The generated parts of docs/ and schemas/.
docs: .venv/installed
	$(BIN)/python docs/generate.py
	$(BIN)/segsite schema

# Pins every dependency with its hashes, for all supported Pythons; names no index.
constraints: .venv/tools
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --custom-compile-command 'make constraints' \
	  --quiet --output-file constraints.txt

clean:
	rm -rf .venv build dist .segsite

# The environment: exactly the pinned versions, then segsite as the wheel that would be published.
.venv/tools: constraints.txt
	$(PYTHON) .ci/venv.py
	$(BIN)/python -m pip install --quiet --require-hashes -r constraints.txt
	touch $@

.venv/installed: .venv/tools $(INPUTS)
	rm -rf build
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir build .
	$(BIN)/python -m pip install --quiet --no-deps --force-reinstall build/segsite-*.whl
	touch $@

# What the browser tests need; without it they are skipped, and say so.
.venv/browser: .venv/tools tests/browser/package.json
	sh .ci/browser $@
