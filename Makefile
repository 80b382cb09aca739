PYTHON ?= python3
BIN = .venv/bin
SOURCES = setup.cfg pyproject.toml $(wildcard translations/*/LC_MESSAGES/*.po)

.DEFAULT_GOAL := help
.PHONY: help run test check bench catalogs format

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.run ## set up and serve
	$(BIN)/duizhao serve $(ARGS)

test: .venv/.dev ## set up and pass the tests
	$(BIN)/pytest $(ARGS)

check: .venv/.dev ## lint, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.bench ## measure what the docs claim
	$(BIN)/python benchmarks/formatting.py
	$(BIN)/python benchmarks/serving.py

catalogs: .venv/.dev ## bring the gettext catalogs up to date with the sources, and compile them
	$(BIN)/pybabel -q extract --project=Duizhao --no-location --no-wrap -F pyproject.toml -o .venv/messages.pot api glossary summaries translations
	$(BIN)/pybabel -q update -N --no-wrap --ignore-pot-creation-date --ignore-obsolete -i .venv/messages.pot -d translations
	$(BIN)/pybabel -q compile -d translations

format: .venv/.dev ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Duizhao needs Python 3.11 or later, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv .venv
	touch $@

.venv/.run: .venv/.python $(SOURCES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/.dev: .venv/.python $(SOURCES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ .venv/.run

.venv/.bench: .venv/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[bench]'
	touch $@
