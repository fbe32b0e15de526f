# Everything a newcomer types. Only Python 3.11 or newer (with venv), make and git are needed first.

PORT ?= 8501
ADDRESS ?= localhost
DATASET ?=
FLAGS ?=
REPLICAS ?= 2
BASE ?=
TESTS ?=
OFFICE ?=

# An address is no path, and is handed on as it stands.
SERVED = $(if $(filter http://% https://%,$(DATASET)),$(DATASET),$(abspath $(DATASET)))

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ROOMS := $(wildcard app.py pages ui exports api analytics data settings i18n)

# What was installed is worth nothing once its Python has gone; both are then made anew.
$(shell test -x $(BIN)/python || rm -f $(VENV)/.runtime $(VENV)/.development $(VENV)/.bench)

.DEFAULT_GOAL := help
.PHONY: help run serve publish test tests tools check coverage fix words golden bench pins bundle audit system chromium nginx office clean
.SILENT:

help:  ## list these commands
	awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.runtime  ## install, build the data and serve the monitor (PORT=, ADDRESS=, DATASET=FILE or https://…)
	$(if $(DATASET),$(BIN)/python -m analytics publish "$(DATASET)" $(FLAGS),$(BIN)/python -m data.store)
	echo "The monitor is at http://$(ADDRESS):$(PORT) (Ctrl+C ends it)."
	$(if $(DATASET),MONITOR_DATASET="$(SERVED)") exec $(BIN)/streamlit run server.py \
		--server.port "$(PORT)" --server.address "$(ADDRESS)" --server.headless true \
		--browser.gatherUsageStats false --logger.hideWelcomeMessage true

serve: $(VENV)/.runtime nginx  ## serve it by REPLICAS=2 servers behind nginx (PORT=, ADDRESS=, DATASET=, BASE=sub-path)
	$(if $(DATASET),$(BIN)/python -m analytics publish "$(DATASET)" $(FLAGS),$(BIN)/python -m data.store)
	$(if $(DATASET),MONITOR_DATASET="$(SERVED)") exec $(BIN)/python -m deploy.replicas \
		--many "$(REPLICAS)" --address "$(ADDRESS)" --port "$(PORT)" --base "$(BASE)"

publish: $(VENV)/.runtime  ## put DATASET=FILE or https://… in place for all readers of a server that runs with it
	$(BIN)/python -m analytics publish "$(DATASET)" $(FLAGS)

# What pip and what apt installs share nothing, nor do the tools and the tests: they run side by side,
# and all must end well. OFFICE=yes is what CI has, where LibreOffice must be there.
test:  ## install what the tests need and run all tests and checks (OFFICE=yes, TESTS=)
	$(MAKE) --no-print-directory --jobs 2 $(VENV)/.development system
	$(MAKE) --no-print-directory --jobs 2 tools tests

tests:
	$(BIN)/python -m pytest -n 2 --dist worksteal $(TESTS)

tools:
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy --no-error-summary
	said=$$($(BIN)/lint-imports 2>&1) || { echo "$$said"; exit 1; }

check: $(VENV)/.development tools  ## hold the code to the laws of the house; changes nothing
	$(BIN)/python -m pytest tests/house -q -p no:cacheprovider

# Watching which lines run slows every page down, and the numbers are proved by spec and unit alone.
coverage: $(VENV)/.development  ## measure how much of analytics and data spec and unit prove
	$(BIN)/python -m pytest -n 2 --dist worksteal -q --timeout 900 tests/spec tests/unit \
		--cov=analytics --cov=data --cov-branch --cov-fail-under=95 \
		--cov-report=term-missing:skip-covered

fix: $(VENV)/.development  ## repair what a machine can: imports, style, layout
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

words: $(VENV)/.runtime  ## collect the sentences of the code for the translators; say what is left to translate
	$(BIN)/python -m babel.messages.frontend --quiet extract -F babel.cfg -k t -k N_ -k tn:1,2 -k NN_:1,2 --omit-header \
		--add-location=file --sort-by-file --no-wrap -o locales/messages.pot $(ROOMS)
	$(BIN)/python -m tools.words $(FLAGS)

golden: $(VENV)/.development  ## rewrite the golden files; read the difference before you commit it
	GOLDEN=write $(BIN)/python -m pytest tests/golden -q

bench: $(VENV)/.bench chromium  ## measure how quick it is (PARTS=pages rerun answers imports …)
	$(BIN)/python -m bench $(PARTS)

pins: $(VENV)/.runtime  ## work out requirements*.txt anew from requirements*.in
	$(PIP) uv==0.13.9
	for name in requirements requirements-signin requirements-dev requirements-bench; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate \
			--no-emit-index-url --no-emit-find-links --output-file $$name.new $$name.in && \
		{ echo "# Written by \`make pins\` from $$name.in."; cat $$name.new; } > $$name.txt && \
		rm $$name.new || exit 1; \
	done

bundle: $(VENV)/.runtime  ## put the browser's files together once more, where that failed when it was installed
	$(BIN)/python -m tools.bundle

audit: $(VENV)/.runtime  ## look for known flaws in the libraries, where PyPI's advisories can be reached
	test -x $(VENV)/audit/bin/pip-audit || { $(BIN)/python -m venv $(VENV)/audit && \
		$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1; }
	$(BIN)/python -m tools.audit $(VENV)/audit/bin/pip-audit

clean:  ## remove the virtual environment and all caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .cache .import_linter_cache .coverage*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian's own Python lacks ensurepip until python3-venv is there, hence the import.
$(BIN)/python:
	found=""; for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
		"$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
			2> /dev/null && found="$$python" && break; \
	done; \
	if [ -z "$$found" ]; then \
		echo "No Python 3.11 or newer with its venv module was found." >&2; \
		echo "Install it, on Debian or Ubuntu: apt-get install python3 python3-venv" >&2; \
		exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$found" --version) ..."; \
	"$$found" -m venv --clear $(VENV)

# Without a bundle of the browser's files the monitor works as well, only a first visit takes longer.
$(VENV)/.runtime: requirements.txt $(wildcard tools/bundle/*.*) | $(BIN)/python
	echo "Installing what the monitor needs ..."
	$(PIP) -r requirements.txt
	$(BIN)/python -m tools.bundle || true
	touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	echo "Installing what the tests need ..."
	$(PIP) --no-compile -r requirements-dev.txt
	touch $@

$(VENV)/.bench: requirements-bench.txt $(VENV)/.development
	echo "Installing what the measures need ..."
	$(PIP) -r requirements-bench.txt
	touch $@

# What apt installs: root by itself, anyone else through sudo.
by_apt = { [ "$$(id -u)" = 0 ] && as_root="" || as_root="sudo"; $$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1) > /dev/null; }

# One after another: apt lets nobody in beside itself.
system:
	$(MAKE) --no-print-directory chromium
	$(MAKE) --no-print-directory nginx
	$(if $(OFFICE),$(MAKE) --no-print-directory office)

# The browser tests drive the system's Chromium.
chromium:
	for name in chromium chromium-browser google-chrome; do \
		command -v "$$name" > /dev/null && exit 0; \
	done; \
	if ! command -v apt-get > /dev/null; then \
		echo "The browser tests need Chromium: install it and run make test again." >&2; \
		exit 1; \
	fi; \
	echo "Installing Chromium ..."; \
	$(call by_apt,chromium)

# Several servers stand behind it, in `make serve` and in one test.
nginx:
	PATH="$$PATH:/usr/sbin:/usr/local/sbin"; command -v nginx > /dev/null && exit 0; \
	if ! command -v apt-get > /dev/null; then \
		echo "This needs nginx: install it and run the command again." >&2; \
		exit 1; \
	fi; \
	echo "Installing nginx ..."; \
	$(call by_apt,--no-install-recommends nginx-light)

# A few tests open our files in LibreOffice. A newcomer may go without; CI may not.
office:  ## install LibreOffice, in which a few tests open our files
	command -v soffice > /dev/null || { \
		echo "Installing LibreOffice ..."; \
		$(call by_apt,--no-install-recommends libreoffice-calc libreoffice-writer libreoffice-impress); \
	}
