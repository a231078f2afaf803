# Two commands: `make run` opens the demo course, `make test` runs every test. Both set up what they need.
# PYTHON=/path/to/python chooses the interpreter; ARGS="…" goes to the program or to pytest.

PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3 python; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null \
	&& echo $$python && break; done)
SETUP = "$(PYTHON)" packaging/setup/bootstrap.py
BIN := .venv/bin
TRANSLATIONS = $(wildcard resources/translations/*.ts)
# Without places: a line number that moves is no change for a translator, and no conflict for a merge.
LUPDATE = $(BIN)/pyside6-lupdate -no-obsolete -locations none $$(find src/courseplayer -name '*.py' | sort)

.DEFAULT_GOAL := help
.PHONY: run test demo lint bench torture soak hostile fuzz screenshots translations package release-check wheels-check \
	wine-check compare prepare clean help python

python:
	@test -n "$(PYTHON)" || { echo "Course Player needs Python 3.11, 3.12 or 3.13; none was found (PYTHON=… names one)." >&2; exit 1; }

prepare: python ## make or refresh .venv and install missing system libraries
	@$(SETUP) prepare

run: python ## open the demo course (ARGS="play FILE --step 6.1" opens something else)
	@$(SETUP) run $(ARGS)

test: python ## run the whole test suite (ARGS="tests/course -q" runs a part)
	@$(SETUP) test $(ARGS)

demo: python ## build build/courses/demo.course when its sources changed
	@$(SETUP) demo

lint: prepare ## check style, types and the directions between the rooms
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: python ## measure against the targets, about 20 minutes (ARGS=--quick: 5; ARGS=--document: into docs)
	@$(SETUP) bench $(ARGS)

torture: python ## interrupt the learner's store in every way, for an hour (ARGS=--quick: minutes)
	@$(SETUP) torture $(ARGS)

soak: python ## live through eight simulated hours and look at what is left behind, 25 minutes (ARGS=--quick: 3)
	@$(SETUP) soak $(ARGS)

hostile: python ## open 5,000 hostile course files, for half an hour (ARGS="--files 500": fewer)
	@$(SETUP) hostile $(ARGS)

fuzz: python ## fuzz every parser, for an hour (ARGS="webvtt --seconds 60": one, for a minute)
	@$(SETUP) fuzz $(ARGS)

screenshots: python ## take the pictures in docs/screenshots again
	@$(SETUP) screenshots docs/screenshots

translations: prepare ## collect the sentences of the program and compile their translations
	$(LUPDATE) -ts $(filter-out %_en.ts,$(TRANSLATIONS))
	$(LUPDATE) -pluralonly -ts $(filter %_en.ts,$(TRANSLATIONS))
	$(BIN)/pyside6-lrelease $(TRANSLATIONS)

package: python ## freeze the program and make every package for Linux in dist/, tried before it is told done
	@$(SETUP) prepare package
	$(BIN)/python packaging/release/package.py
	$(BIN)/python -m pytest -q -m artefact tests/release

release-check: package ## also: two builds compared, wheels, lintian, both packages in bare Debian 12 and 13 (root)
	$(BIN)/python packaging/release/reproducible.py
	$(BIN)/python packaging/release/wheels.py
	$(BIN)/python packaging/release/linted.py
	$(BIN)/python packaging/release/bare_debian.py build/bare

wheels-check: prepare ## ask the package index whether Windows and macOS get every pinned package as a wheel
	$(BIN)/python packaging/release/wheels.py

wine-check: prepare ## build for Windows under Wine and try the installers there: a smoke test (ARGS=--reuse)
	$(BIN)/python packaging/release/wine_check.py $(ARGS)

compare: prepare ## weigh and start the package beside Kiwix's and Anki's in bare Debians (root, Xvfb)
	$(BIN)/python packaging/release/compared.py build/bare --document docs/packages-compared.md

clean: ## remove everything that was built, and .venv
	rm -rf build dist .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 22
