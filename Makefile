# Every target makes the environment first, once (.ci/environment.py), and then starts at once.
# No make? `python3 .ci/environment.py PROGRAM ...` does the same; so does `uv run PROGRAM ...`.

PYTHON ?= python3
RUN = $(PYTHON) .ci/environment.py
WORKERS ?= 2
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help play test check lint types imports format words proof bench clean

help:     ## this list
	@sed -n 's/^\([a-z]*\): *\(## \)/  make \1\t/p' Makefile

play:     ## the game; make play ARGS="--text" plays in the terminal
	@$(RUN) october play $(ARGS)

test:     ## the tests, on two cores; make test ARGS="-k letters"
	@$(RUN) pytest -n $(WORKERS) --dist worksteal $(ARGS)

check:    ## lint, types, imports, then the tests
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory types
	@$(MAKE) --no-print-directory imports
	@$(MAKE) --no-print-directory test

lint:     ## ruff: faults, what the rules may not use, and format
	@$(RUN) ruff check
	@$(RUN) ruff format --check

types:    ## mypy --strict
	@$(RUN) mypy

imports:  ## which room may import which
	@$(RUN) lint-imports

format:   ## put the code in its format, and mend what ruff can
	@$(RUN) ruff check --fix
	@$(RUN) ruff format

words:    ## the catalogues of sentences, brought up to the source (after a new sentence)
	@$(RUN) october words $(ARGS)

proof:    ## tables of many thousand games (long)
	@OCTOBER_PROFILE=long $(RUN) pytest -n $(WORKERS) -m proof $(ARGS)

bench:    ## the benchmarks, one JSON line each
	@$(RUN) pytest -q -s tests/benchmarks $(ARGS)

clean:    ## the environment, and what tools leave
	@rm -rf .venv .vnew .vold .venv.log .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
