# The project's tasks. A line "target: ## words" describes itself in `make help`.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.ONESHELL:

SWIFT ?= swift
# What is shipped carries all of its libraries in itself: it starts faster and is one file that runs on any Linux.
RELEASE = $(shell scripts/release-flags.sh)
# The programs as they are shipped: what the stories and the contracts are run with.
SHIPPED := $(CURDIR)/.build/shipped/bin
PREFIX ?= /usr/local
# What the tests wrote: those that had to be left out are named at the end of `make test`.
TEST_LOG := .build/test.log

# What `--version` tells of a build; whoever builds an archive without git gives them. A day is the commit's, never today.
PORTAL_COMMIT ?= $(shell git rev-parse --short=12 HEAD 2> /dev/null)$(shell git diff --quiet HEAD 2> /dev/null || test $$? -ne 1 || echo +)
PORTAL_COMMIT_DAY ?= $(shell git log -1 --format=%cs 2> /dev/null)
release build: export PORTAL_COMMIT := $(PORTAL_COMMIT)
release build: export PORTAL_COMMIT_DAY := $(PORTAL_COMMIT_DAY)

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / { printf "  %-18s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: demo
demo: release ## Install what is missing, build, and open the program on its demo portal
	@exec '$(SHIPPED)/portal' --demo

.PHONY: test
test: dependencies lint ## Install what is missing, lint, build and run every test, the stories with what is shipped
	@$(SWIFT) build --build-tests
	$(MAKE) --no-print-directory release
	scripts/unpack-servers.sh
	scripts/contract-tools.sh
	status=0
	PORTAL_BIN='$(SHIPPED)' scripts/contracts.sh > '$(TEST_LOG).contracts' 2>&1 || status=$$?
	cat '$(TEST_LOG).contracts'
	((status == 0)) || echo 'The contracts were not kept: see above.'
	told=0
	scripts/notifications.sh > '$(TEST_LOG).notifications' 2>&1 || told=$$?
	cat '$(TEST_LOG).notifications'
	((told == 0)) || { status=$$told; echo 'The tests of the notifications failed: see above.'; }
	scripts/test.sh '$(TEST_LOG)' '$(SHIPPED)' || status=$$?
	scripts/report-skipped.sh '$(TEST_LOG)' '$(TEST_LOG).contracts' '$(TEST_LOG).notifications'
	exit $$status

.PHONY: contracts
contracts: dependencies ## Test the demo portal and the client against the services' contracts
	@$(SWIFT) build --build-tests
	scripts/contracts.sh

.PHONY: gateway-demo
gateway-demo: dependencies ## Run the gateway of deploy/gateway before two demo portals, until ^C
	@$(SWIFT) build --product portal-demo
	scripts/unpack-servers.sh
	exec scripts/gateway/demo.py "$$($(SWIFT) build --show-bin-path)/portal-demo"

.PHONY: notifications-test
notifications-test: ## Test the notifications of deploy/notifications with Redis and the gateway
	@scripts/notifications.sh

.PHONY: notifications-demo
notifications-demo: ## Run two instances of the notifications behind the gateway, with a made issuer, until ^C
	@scripts/unpack-servers.sh
	scripts/notification-tools.sh
	exec .build/notifications-venv/bin/python scripts/notifications/demo.py

.PHONY: torture
torture: release ## Prove it at scale, going on where the last run ended: 10,000 kills, 1,000,000 keys, 100,000 answers (MINUTES=, KINDS=, LANES=)
	@$(SWIFT) build --build-tests
	$(SWIFT) build --build-tests -c release -Xswiftc -enable-testing --package-path Tests/Optimised --scratch-path .build/optimised
	PORTAL_BIN="$${PORTAL_BIN:-$(SHIPPED)}" scripts/torture.py run $${KINDS:-} --minutes "$${MINUTES:-0}" --lanes "$${LANES:-4}"

.PHONY: fuzz
fuzz: dependencies ## Fuzz what reads others' bytes for an hour (SECONDS_EACH= of each target), going on where the last run ended
	@$(SWIFT) build --target PortalModel
	scripts/fuzz.sh run "$${SECONDS_EACH:-600}"

.PHONY: fuzz-sample
fuzz-sample: ## 100,000 inputs for each fuzz target, and a planted fault found in each
	@$(SWIFT) build --target PortalModel
	scripts/fuzz.sh sample

.PHONY: sanitize
sanitize: ## Run our C code under the address and undefined-behaviour sanitisers
	@scripts/sanitize.sh

.PHONY: build
build: dependencies ## Build everything for debugging
	@$(SWIFT) build

.PHONY: release
release: dependencies ## Build portal and portal-demo as they are shipped
	@$(SWIFT) build $(RELEASE) --product portal
	$(SWIFT) build $(RELEASE) --product portal-demo
	scripts/ship.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)" '$(SHIPPED)'

.PHONY: install
install: release ## Install for everybody: make install PREFIX=/usr/local (DESTDIR is honoured)
	@scripts/dist/tree.sh '$(SHIPPED)' '$(DESTDIR)$(PREFIX)'

.PHONY: dist
dist: release ## Make the archive, the Debian package, the wheel, their sums and the bill of materials, in dist/
	@scripts/install-dependencies.sh dist
	scripts/dist/make.sh '$(SHIPPED)'

.PHONY: test-dist
test-dist: ## Try what lies in dist/ on an old Debian, on nothing at all, in a virtual environment and as a package
	@scripts/install-dependencies.sh dist
	scripts/dist/try.sh

.PHONY: lint
lint: ## Check the format and the house rules
	@$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Package.swift
	scripts/lint.sh

.PHONY: audit
audit: ## Hold exact versions against the newest, and the SBOM against the known advisories
	@sbom=$$(ls -t dist/*.cdx.json 2> /dev/null | head -n 1 || true)
	scripts/audit.py $${sbom:+--sbom "$$sbom"}

.PHONY: format
format: ## Bring all Swift files into the house format
	@$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Package.swift

.PHONY: bench
bench: release ## Measure start, keys, bytes, memory and idle, as docs/BENCHMARKS.md says
	@$(SWIFT) build $(RELEASE) --product portal-bench
	PORTAL_BIN='$(SHIPPED)' "$$($(SWIFT) build $(RELEASE) --show-bin-path)/portal-bench"
	scripts/contract-tools.sh
	PATH="$$PWD/.build/contracts-venv/bin:$$PATH" PORTAL_BIN='$(SHIPPED)' Benchmarks/peers.py

.PHONY: bounds
bounds: dependencies ## Hold what a key costs in instructions, bytes and allocations against Benchmarks/bounds.json (RECORD=1, PORTAL_BIN=)
	@[[ -n $${PORTAL_BIN:-} ]] || $(MAKE) --no-print-directory release
	scripts/bounds.py $${RECORD:+--record}

.PHONY: keys
keys: dependencies ## Write docs/KEYS.md anew from the key table
	@$(SWIFT) build --product portal
	"$$($(SWIFT) build --show-bin-path)/portal" keys --standard > docs/KEYS.md
	git diff --stat -- docs/KEYS.md

.PHONY: man
man: dependencies ## Write the man pages into the directory MAN, by default .build/man
	@$(SWIFT) build --product portal
	"$$($(SWIFT) build --show-bin-path)/portal" manual "$${MAN:-.build/man}"

.PHONY: goldens
goldens: ## Record the golden screens anew; look at what it prints before committing it
	@RECORD_GOLDENS=1 $(SWIFT) test --filter PortalViewsTests > .build/goldens.log 2>&1 || true
	scripts/goldens-digest.py

.PHONY: dependencies
dependencies: ## Install the system packages that are missing, or say how
	@scripts/install-dependencies.sh
	scripts/static-serd.sh
	scripts/static-raptor.sh

.PHONY: clean
clean: ## Remove what was built
	@$(SWIFT) package clean
