# Two commands are enough on a new machine: `make site` and `make test`.
# They need Python 3.11 or newer with venv, make and git, and nothing else. README.md and CONTRIBUTING.md say what to
# type without make.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$name && break; done)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
# Three workers, also on two processors: the browser tests wait for the browser. A test file stays on one of them, so that
# its site is built once. The slowest files come first (tests/conftest.py), so that no worker ends with one of them.
PYTEST_ARGS ?= -n 3 --dist loadfile --no-loadscope-reorder
MARKED ?= not slow
CONTENT ?= content

# Material prints a notice about MkDocs 2 before every build; "<2" is pinned.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve check schemas test test-all lint types pytest browser audit dist benchmark compare docs stable-names pictures pins clean distclean
.DEFAULT_GOAL := help

help:  ## List the commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/.site-needs  ## Build content/ into site/.
	$(BIN)/mkdocs build --strict

serve: $(VENV)/.site-needs  ## Show the site on this machine and rebuild it after each change.
	$(BIN)/mkdocs serve

check: $(VENV)/.site-needs  ## List what is wrong with the files in content/.
	$(BIN)/dossier check --content $(CONTENT) --schema site_config/schema

schemas: $(VENV)/.site-needs  ## Write schemas and snippets for editors, with the dossier's ids.
	$(BIN)/dossier schema --content $(CONTENT) --out .vscode/schemas --snippets .vscode/dossier.code-snippets

# Two at a time: pip and mypy each use one processor.
TOGETHER = $(MAKE) --no-print-directory --keep-going --jobs=2 lint types pytest

test:  ## Install what the tests need and run all but the slow ones.
	@$(TOGETHER)

test-all:  ## Run all tests, including the slow ones.
	@$(TOGETHER) MARKED=

lint: $(VENV)/.test-needs  ## Check the style of the code.
	@status=0; $(BIN)/ruff check || status=1; $(BIN)/ruff format --check || status=1; exit $$status

types: $(VENV)/.test-needs  ## Check the types of the code.
	$(BIN)/mypy
	$(BIN)/mypy docs/generate.py docs/picture.py docs/stable_names.py .github/flag_code.py

pytest: $(VENV)/.test-needs $(VENV)/.wheelhouse $(VENV)/.hosts browser  ## Run the tests without the checks of style and types.
	DOSSIER_CHROMIUM="$$(cat $(VENV)/chromium)" $(BIN)/python -m pytest $(PYTEST_ARGS) -m "$(MARKED)"

# Use a browser on this machine, else install Debian's as root, else let Playwright download one.
# Its path is kept in .venv/chromium and reaches the tests as DOSSIER_CHROMIUM.
browser: $(VENV)/.test-needs
	@find_browser() { \
		for name in "$$DOSSIER_CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do \
			[ -n "$$name" ] && "$$name" --version >/dev/null 2>&1 && command -v "$$name" && return; done; \
		$(BIN)/python -c 'import pathlib, sys; from playwright.sync_api import sync_playwright as s; \
			p = s().start(); path = pathlib.Path(p.chromium.executable_path); p.stop(); \
			print(path) if path.is_file() else sys.exit(1)'; }; \
	if ! find_browser > $(VENV)/chromium; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium; \
		else \
			$(BIN)/playwright install chromium; \
		fi; \
		find_browser > $(VENV)/chromium; \
	fi

audit: $(VENV)/.test-needs  ## Look up known vulnerabilities of the pinned packages; needs the network.
	$(BIN)/pip-audit --strict --no-deps --disable-pip --progress-spinner off --requirement requirements/test.txt

# Dated by the commit, so that everybody who builds the same commit gets the same files.
dist: $(VENV)/.test-needs  ## Build the source distribution and the wheel into dist/.
	rm -rf dist
	SOURCE_DATE_EPOCH="$$(git log -1 --pretty=%ct)" $(BIN)/python -m build --no-isolation --outdir dist

benchmark: $(VENV)/.test-needs  ## Run the benchmarks; they take minutes.
	@for file in $$(grep -l __main__ tests/benchmarks/*.py | grep -v compare_sites); do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

COMMIT ?= HEAD
compare: $(VENV)/.site-needs  ## List the files of the site that differ from those of COMMIT.
	$(BIN)/python tests/benchmarks/compare_sites.py $(COMMIT)

docs: $(VENV)/.site-needs  ## Regenerate the generated pages in docs/.
	$(BIN)/python docs/generate.py

stable-names: $(VENV)/.site-needs  ## Keep the names that a release promises; before a release only.
	$(BIN)/python docs/stable_names.py

pictures: site browser  ## Retake the pictures in docs/images/.
	DOSSIER_CHROMIUM="$$(cat $(VENV)/chromium)" $(BIN)/python docs/picture.py

# One list for every system and every Python from 3.11 on; markers tell apart where they need different versions.
# `make pins UPGRADE=` keeps the versions that fit. uv takes its index from UV_DEFAULT_INDEX, not from pip's settings.
UPGRADE ?= --upgrade
COMPILE  = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-emit-package pip \
	--custom-compile-command "make pins" pyproject.toml --group build

pins: $(BIN)/uv  ## Rewrite requirements/*.txt with the newest versions that fit.
	$(COMPILE) $(UPGRADE) --extra import --output-file requirements/build.txt
	$(COMPILE) $(UPGRADE) --extra import --group test --constraint requirements/build.txt --output-file requirements/test.txt
	@# uv keeps the versions that it finds in its output wherever they fit.
	cp requirements/build.txt requirements/hosts.txt
	$(COMPILE) --group hosts --output-file requirements/hosts.txt

clean:  ## Remove everything that was built.
	rm -rf site .site.building-* .site.replaced-* dist build .cache test-artifacts .mypy_cache .pytest_cache .ruff_cache .hypothesis

distclean: clean  ## Remove the installed packages as well.
	rm -rf $(VENV)

# Stamp files, so that nothing is installed twice.
$(VENV)/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed; give its path with make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site-needs: requirements/build.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --requirement requirements/build.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.test-needs: requirements/test.txt $(VENV)/.site-needs
	$(PIP) install --requirement requirements/test.txt
	@touch $@

# Wheels for the tests that install the package, so that they need no network.
$(VENV)/.wheelhouse: requirements/build.txt | $(VENV)/.site-needs
	rm -rf $(VENV)/wheelhouse
	$(PIP) wheel --no-deps --wheel-dir $(VENV)/wheelhouse --requirement requirements/build.txt
	@touch $@

# Environments for the tests with other hosts, themes and plugins.
$(VENV)/.hosts: requirements/hosts.txt pyproject.toml tests/support/host_environments.py | $(VENV)/.wheelhouse $(VENV)/.test-needs
	$(BIN)/python tests/support/host_environments.py
	@touch $@

# Install uv alone, so that pins that cannot be installed can still be rewritten.
$(BIN)/uv: | $(VENV)/bin/python
	$(PIP) install "$$(grep '^uv==' requirements/test.txt)"
