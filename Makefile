# `make help` lists the targets. Each sets up what it needs in $(VENV) first.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo sandbox test check format generate surface drift tools bench soak vendor test-vendored test-wheel test-lowest clean

define need-python
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
  { echo "Python 3.11 or newer is needed; name one, for example: make PYTHON=python3.12 ..." >&2; exit 1; }
endef

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

demo: $(VENV)/.ready-demo ## run the five operations against the sandbox, or against the real API when a token is set
	@$(BIN)/python examples/demo.py

sandbox: $(VENV)/.ready-demo ## serve the sandbox on port 8080
	@$(BIN)/python -m highlevel_sandbox --port 8080

test: $(VENV)/.ready ## run the tests
	$(BIN)/python -m pytest

check: $(VENV)/.ready ## check format, lint, types, the OpenAPI file and the generated tree; change nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/openapi-spec-validator openapi/calendars.yaml
	@if [ -x node_modules/.bin/redocly ]; then \
	  REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true node_modules/.bin/redocly lint --config openapi/redocly.yaml openapi/calendars.yaml; \
	else echo "redocly is not installed, so openapi/calendars.yaml was not linted; run \`make tools\` (needs Node)"; fi
	$(BIN)/python openapi/generate.py --check

format: $(VENV)/.ready ## format the code and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

surface: $(VENV)/.ready ## tell what changed for callers, and the version it asks for: SINCE=<tag or commit>
	@old=$$(git show '$(SINCE):tests/public_api.txt') && printf '%s\n' "$$old" | PYTHONPATH=openapi $(BIN)/python -m surface -

generate: $(VENV)/.ready ## generate the client from openapi/calendars.yaml and tell what changed for callers; with CHECK=1 only look
	@$(BIN)/python openapi/generate.py $(if $(CHECK),--check)

# Its exit status is 0 without drift, 1 with drift, and 2 where something could not be read; make itself ends with 2 then.
drift: $(VENV)/.ready ## tell what the docs say and the OpenAPI file does not: PAGES=<folder> OFFICIAL=<file> FORMAT=json|markdown
	@PYTHONPATH=openapi $(BIN)/python -m drift $(if $(OFFICIAL),--official '$(OFFICIAL)') $(if $(FORMAT),--format '$(FORMAT)') $(if $(PAGES),'$(PAGES)')

tools: ## install the tools that only Node has, for the contract tests and the linter of the OpenAPI file
	npm install --no-progress --loglevel=error

bench: $(VENV)/.ready ## measure the SDK beside raw httpx
	@$(BIN)/python benchmarks/bench.py

soak: $(VENV)/.ready ## book 10,000 appointments through faults and audit them; SEED=n draws the faults of a seed
	@$(BIN)/python benchmarks/soak.py $(if $(SEED),--seed $(SEED))

vendor: ## copy the SDK to DEST/NAME; ONLY=group,... copies a part, FORCE=1 replaces edited files, CHECK=1 only compares
	@$(call need-python)
	@PYTHONPATH=src $(PYTHON) -m highlevel_vendor $(if $(ONLY),--only "$(ONLY)") $(if $(FORCE),--force) $(if $(CHECK),--check) -- "$(DEST)" "$(NAME)"

test-vendored: $(VENV)/.ready ## run the tests on a copy under another name
	@$(BIN)/python tests/release/suite.py vendored

test-wheel: $(VENV)/.ready ## run the tests on the wheel of the sdist, with the newest requirements
	@$(BIN)/python tests/release/suite.py wheel

test-lowest: $(VENV)/.ready ## run the tests on the wheel of the sdist, with the lowest requirements
	@$(BIN)/python tests/release/suite.py lowest

clean: ## remove what the targets made
	rm -rf .venv .venv-* node_modules dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/.ready-demo: pyproject.toml
	@$(call need-python)
	@$(PYTHON) -m venv $(VENV) || { echo "This Python cannot make virtual environments; install its venv module." >&2; exit 1; }
	@echo "Installing the SDK and the sandbox into $(VENV) ..."
	@$(PIP) install -e '.[sandbox,fast]'
	@touch $@

$(VENV)/.ready: $(VENV)/.ready-demo requirements-dev.txt
	@echo "Installing the development tools into $(VENV) ..."
	@$(PIP) install -r requirements-dev.txt
	@touch $@
