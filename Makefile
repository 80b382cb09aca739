PYTHON ?= python3
BIN = .venv/bin
SOURCES = setup.cfg pyproject.toml $(wildcard translations/*/LC_MESSAGES/*.po)

.DEFAULT_GOAL := help
.PHONY: help run test check bench bench-large bench-peers catalogs compat fonts headers format

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.run ## set up and serve
	$(BIN)/duizhao serve $(ARGS)

test: .venv/.dev ## set up and pass the tests
	$(BIN)/pytest $(ARGS)

check: .venv/.dev ## lint, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: .venv/.dev .venv/.node .venv/lighthouse/.made ## hold the pages against axe-core, html-validate and Lighthouse, and weigh them (needs Chromium and Node)
	$(BIN)/pytest -q tests/browser/test_accessibility.py tests/browser/test_markup.py tests/browser/test_no_script.py
	$(BIN)/python benchmarks/audit.py .venv/lighthouse/node_modules/.bin/lighthouse

compat: .venv/.dev .venv/.node .venv/wordpress/.made ## run what shows our cards elsewhere, and write docs/compat.md (needs Chromium, Node, PHP)
	DUIZHAO_COMPAT=write $(BIN)/pytest -q tests/consumers

screenshots: .venv/.dev ## make a picture of each type of page, and those of the documentation: make screenshots DIR=.venv/screenshots
	$(BIN)/python benchmarks/screenshots.py $(or $(DIR),.venv/screenshots)

bench: .venv/.bench ## measure what the docs claim (searches at a million: ARGS="--count 1000000")
	$(BIN)/python benchmarks/formatting.py
	$(BIN)/python benchmarks/serving.py
	$(BIN)/python benchmarks/cards.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/reading.py --set held-out --shared /nowhere
	$(BIN)/python benchmarks/reading_speed.py
	$(BIN)/python benchmarks/reference_rates.py
	$(BIN)/python benchmarks/checking.py
	$(BIN)/python benchmarks/checking.py --set held-out
	$(BIN)/python benchmarks/checking_terms.py
	$(BIN)/python benchmarks/checking_terms.py --set held-out
	$(BIN)/python benchmarks/searching.py --count 170
	$(BIN)/python benchmarks/serving_terms.py --count 170
	$(BIN)/python benchmarks/exporting.py --count 170

# CEDICT is a copy of CC-CEDICT (https://www.mdbg.net/chinese/dictionary?page=cc-cedict), gzipped or not.
bench-large: .venv/.bench ## measure with the entries of CC-CEDICT, and a million made from them: make bench-large CEDICT=FILE
	$(if $(CEDICT),,$(error name the dictionary: make bench-large CEDICT=FILE))
	$(BIN)/python benchmarks/importing.py --million --cedict $(CEDICT)
	$(BIN)/python benchmarks/recognition.py --cedict $(CEDICT)
	$(BIN)/python benchmarks/exporting.py --cedict $(CEDICT)
	for count in 124260 1000000; do \
		$(BIN)/python benchmarks/searching.py --count $$count --cedict $(CEDICT) && \
		$(BIN)/python benchmarks/serving_terms.py --count $$count --cedict $(CEDICT) || exit 1; \
	done

bench-peers: .venv/.bench .venv/peers/.made ## measure the reader and the search beside their peers
	$(BIN)/python benchmarks/reading.py --peers .venv/peers/bin/python $(ARGS)
	$(BIN)/python benchmarks/reading_speed.py --peers .venv/peers/bin/python
	$(BIN)/python benchmarks/serving_terms.py $(if $(CEDICT),--cedict $(CEDICT),--count 170) --datasette .venv/peers/bin/python

catalogs: .venv/.dev ## bring the gettext catalogs up to date with the sources, and compile them
	$(BIN)/pybabel -q extract --project=Duizhao --no-location --no-wrap -F pyproject.toml -o .venv/messages.pot api glossary summaries translations
	$(BIN)/pybabel -q update -N --no-wrap --ignore-pot-creation-date --ignore-obsolete -i .venv/messages.pot -d translations
	$(BIN)/pybabel -q compile -d translations

# Debian: apt-get install fonts-noto-cjk.
NOTO ?= /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

fonts: .venv/.dev ## make the fonts for pictures anew: make fonts NOTO=FILE
	$(BIN)/python -m api.fonts.subset $(NOTO)

headers: .venv/.dev ## ask every route for its headers, for docs/headers.md
	$(BIN)/python -m tests.headers

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

.venv/.node: .venv/.python .ci/node/package-lock.json
	npm ci --prefix .ci/node --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

# Debian's WordPress, unpacked and nothing more; the tests run it without its database. It takes this file, empty as it is, for
# a driver of another database, and does not ask for MySQL.
.venv/wordpress/.made: .venv/.python
	mkdir -p .venv/wordpress
	cd .venv/wordpress && apt-get download -qq wordpress && dpkg-deb -x wordpress_*.deb . && rm wordpress_*.deb
	touch .venv/wordpress/usr/share/wordpress/wp-content/db.php $@

# The last version for Node 20. It is a tool of hundreds of packages, which no test needs.
.venv/lighthouse/.made: .venv/.python
	npm install --prefix .venv/lighthouse --no-audit --no-fund --loglevel=error lighthouse@12.8.2
	touch $@

# Old releases with old dependencies: never beside our own.
.venv/peers/.made: .venv/.python
	$(PYTHON) -m venv .venv/peers
	.venv/peers/bin/python -m pip install --quiet --disable-pip-version-check recognizers-text-suite==1.0.2a2 emoji==1.1.0 jionlp==1.5.31 quantulum3==0.10.0 datasette==0.65.5
	touch $@
