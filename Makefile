# The same commands for people and CI. `make help` lists them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
TESTED := $(VENV)/.ready-for-tests
MERGE := $(addprefix merge.,matching record sets shape shared table values)
VERIFICATION := $(addprefix explainer.verification.,boundaries editing fairness folding ladder nearest quotation)
# uv where it is at hand, else pip: the same lock and hashes.
INSTALL := PYTHONPATH=hooks $(BIN)/python scripts/set_up.py
export NO_MKDOCS_2_WARNING := 1
.DEFAULT_GOAL := help
.PHONY: site test fuzz mutants serve check extract eval article review new new-site release-notes sbom lint lock schema gate changes summary screenshots export audit bench clean help

site: $(READY) ## Make the site from the articles, into site/
	@$(BIN)/python scripts/build.py $(ARGS)

test: $(TESTED) ## Run every test, the browser's included
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

fuzz: $(TESTED) ## A million broken files, 30,000 attacks, 1,000 planted faults, 20,000 sequences of edits
	@ATTACKS=30000 $(BIN)/python -m pytest -n auto --dist worksteal tests/test_attacks.py $(ARGS)
	@FUZZ=1000000 $(BIN)/python -m pytest -n auto --dist worksteal tests/test_fuzz.py $(ARGS)
	@PLANTED=1000 $(BIN)/python -m pytest tests/test_planted_faults.py $(ARGS)
	@SEQUENCES=20000 $(BIN)/python -m pytest -n auto --dist worksteal tests/revision/test_machine.py $(ARGS)

mutants: $(TESTED) ## Test the tests of verification and merge: break them in small ways (half an hour)
	@ALTERED=600 $(BIN)/python scripts/lab/mutants.py --tests tests/test_verify.py -- $(VERIFICATION)
	@$(BIN)/python scripts/lab/mutants.py --tests tests/merge -- $(MERGE)

serve: $(READY) ## Preview at http://127.0.0.1:8000, renewed at each save
	@$(BIN)/python scripts/serve.py $(ARGS)

check: $(READY) ## Check content/ without building: every fault, with file, line and column
	@$(BIN)/python scripts/check.py $(ARGS)

extract: $(READY) ## Turn new or changed articles into proposed records
	@$(BIN)/python scripts/extract.py $(ARGS)

eval: $(READY) ## Measure extraction against the yardsticks, where they are at hand
	@$(BIN)/python scripts/lab/eval.py $(ARGS)

article: $(READY) ## Put an article into content/sources/: make article URL=https://… or FILE=…
	@$(BIN)/python scripts/article.py $(if $(URL),--url "$(URL)") $(if $(FILE),--file "$(FILE)") $(ARGS)

review: $(READY) ## Review proposed records one by one, with a key for each decision
	@$(BIN)/python scripts/review.py $(ARGS)

new: $(READY) ## Write an empty record to fill in: make new ARGS="quote smith-water"
	@$(BIN)/python scripts/new.py $(ARGS)

gate: $(READY) ## Look at the built site once more before it is deployed
	@$(BIN)/python scripts/gate.py $(ARGS)

changes: $(READY) ## What changed in content/, in words: make changes FROM=v1.2 TO=v1.3
	@$(BIN)/python scripts/changes.py $(if $(FROM),--from $(FROM)) $(if $(TO),--to $(TO)) $(ARGS)

summary: $(READY) ## Sum up a change as a pull request's summary does: make summary FROM=main
	@$(BIN)/python scripts/summary.py $(if $(FROM),--from $(FROM)) $(ARGS)

screenshots: $(READY) ## Take a picture of each page that a change touches: make screenshots FROM=main
	@$(BIN)/python scripts/screenshots.py $(if $(FROM),--from $(FROM)) $(ARGS)

export: $(READY) ## Write the site as a project for another builder: make export FOR=zensical, properdocs or mkdocs
	@$(BIN)/python scripts/export.py $(if $(FOR),--for $(FOR)) $(ARGS)

schema: $(READY) ## Write content/schema/ and the snippets of .vscode/ anew from the record types
	@$(BIN)/python scripts/schema.py

new-site: $(READY) ## Start an empty newsroom: take this site's records and articles away
	@$(BIN)/python scripts/new_site.py $(ARGS)

lint: $(TESTED) ## Lint, format check and types
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

audit: $(TESTED) ## Ask the OSV database for known weaknesses of what is pinned
	@$(BIN)/python scripts/audit.py $(ARGS)

release-notes: $(READY) ## What a version brings and how to upgrade: make release-notes VERSION=0.2.0
	@$(BIN)/python scripts/release_notes.py $(if $(VERSION),--version $(VERSION))

SBOM ?= sbom.cdx.json
sbom: $(TESTED) ## The bill of materials of all that is pinned, as CycloneDX
	@$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --of JSON -o $(SBOM) 2>/dev/null

lock: ## Write the lock files anew (needs uv); ARGS=--upgrade takes the newest versions
	uv pip compile -q $(ARGS) --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --extra build pyproject.toml -o requirements.lock
	uv pip compile -q $(ARGS) --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --extra build --extra cluster -c requirements.lock pyproject.toml -o requirements-cluster.lock
	uv pip compile -q $(ARGS) --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --extra build --extra cluster --extra test -c requirements.lock -c requirements-cluster.lock pyproject.toml -o requirements-test.lock

bench: $(TESTED) ## What the commands cost on 50, 500, 5,000 records, beside stock MkDocs, Zensical and Hugo
	@$(BIN)/python scripts/lab/bench.py $(ARGS)

clean: ## Remove everything that can be made again
	rm -rf site .site.next .site.lock .cache export $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis hooks/*.egg-info

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{printf "  make %-9s %s\n", $$1, $$2}'

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; PYTHON=/path/to/python3 make …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Could not make a virtual environment; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(READY): requirements.lock requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV), once: $$(grep -c '^[a-z0-9]' requirements.lock) packages …"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation -r requirements.txt
	@touch $@

$(TESTED): requirements-test.lock tests/node/package-lock.json $(READY)
	@echo "Setting up the tests, once …"
	@$(INSTALL) --require-hashes -r requirements-test.lock
	@DEBIAN_FRONTEND=noninteractive $(BIN)/python scripts/chromium.py
	@DEBIAN_FRONTEND=noninteractive $(BIN)/python scripts/node_tools.py
	@touch $@
