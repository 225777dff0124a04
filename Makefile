# make help: what there is. Every target works in a fresh clone.
.PHONY: help demo reset-demo setup setup-dev test lint audit format messages lock bench bench-pages bench-facts clean
.DEFAULT_GOAL := help

PORT ?= 8000
PY := .venv/bin/python
MANAGE := DEBUG=1 $(PY) manage.py

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: setup ## the real site with demo data on http://127.0.0.1:8000 (PORT= for another)
	@PORT=$(PORT) sh deploy/demo.sh

reset-demo: setup ## throw the demo's data away and start over
	@$(MANAGE) reset_demo
	@PORT=$(PORT) sh deploy/demo.sh

setup: ## the virtual environment with what the site needs
	@sh deploy/setup.sh requirements.txt

setup-dev: ## … and with what tests and checks need
	@sh deploy/setup.sh requirements-dev.txt

test: setup-dev ## all tests: SQLite, PostgreSQL where one answers, Chromium
	@sh tests/run.sh

lint: setup-dev ## code, types, templates, migrations, messages, import arrows
	@sh tests/lint.sh

audit: setup-dev ## are the pinned packages known to be unsafe? (asks the package index)
	@$(PY) -m tests.audit

format: setup-dev ## write the code as the formatter wants it
	.venv/bin/ruff check --fix-only -q .
	.venv/bin/ruff format -q .

messages: setup-dev ## collect new strings and compile the catalogue
	@sh locale/messages.sh update

lock: setup-dev ## pin every package anew
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header pyproject.toml -o requirements.txt
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header pyproject.toml --group dev -o requirements-dev.txt

bench: setup-dev ## speed of the public pages, beside a hand-written view
	@sh benchmarks/site.sh

bench-pages: setup-dev ## how well broken pages are put together again
	@$(PY) benchmarks/bench_pages.py

bench-facts: setup-dev ## how well sums, dates, projects and targets are read, beside other readers
	@$(PY) benchmarks/bench_facts.py
	@$(PY) benchmarks/bench_peers.py

clean: ## take away what was built; data in var/ stays
	rm -rf build staticfiles .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
