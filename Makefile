# Học liệu mở. The two commands of the README:
#   make run    installs what is missing, builds, indexes Corpus/ if there is no index, serves the pages
#   make test   installs what is missing, runs every test
# Others: make lint, make bench, make setup.

SWIFT    ?= swift
DATA     ?= Index
HOST     ?= 127.0.0.1
PORT     ?= 8080
HOCLIEU   = .build/release/hoclieu
BUILD_PACKAGES = libsqlite3-dev libstemmer-dev libxml2-dev libarchive-dev libqrencode-dev libxlsxwriter-dev pkg-config
# The tests open the pages in a real browser and look into the files with the sqlite3 shell.
TEST_PACKAGES  = chromium sqlite3

# Tests that measure time: harvests and what they fetch.
TIMED = HarvestingTests|CatalogueHarvestTests

.PHONY: run test lint bench build setup setup-test

run: build
	@if [ ! -f "$(DATA)/catalogue.sqlite" ]; then \
	    echo "Chưa có chỉ mục: nạp Corpus vào $(DATA) · no index yet: reading Corpus into $(DATA)"; \
	    "$(HOCLIEU)" ingest Corpus --data "$(DATA)" || exit $$?; \
	fi
	@exec "$(HOCLIEU)" serve --data "$(DATA)" --host "$(HOST)" --port "$(PORT)"

build: setup
	@echo "Biên dịch hoclieu (lần đầu mất vài phút) · building hoclieu (the first time takes minutes)"
	$(SWIFT) build -c release --product hoclieu

test: setup-test
	$(SWIFT) build --build-tests
	@# What measures time runs alone: beside browsers and programs on two cores it would wait for them.
	$(SWIFT) test --skip-build --filter '$(TIMED)'
	$(SWIFT) test --skip-build --skip '$(TIMED)'

lint:
	@strays=$$(git ls-files 2>/dev/null | grep -v / | grep -vxE 'Package\.swift|README\.md|LICENSE|Makefile|\..*'); \
	    if [ -n "$$strays" ]; then echo "Không thuộc về đây · does not belong here:" $$strays; exit 1; fi
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

bench: setup
	$(SWIFT) build -c release --product hoclieu-bench
	.build/release/hoclieu-bench

setup:
	@$(MAKE) --no-print-directory install PACKAGES="$(BUILD_PACKAGES)"

setup-test:
	@$(MAKE) --no-print-directory install PACKAGES="$(BUILD_PACKAGES) $(TEST_PACKAGES)"

# Installs the Debian packages that are missing, and says so; does nothing where all are there.
.PHONY: install
install:
	@missing=""; \
	for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q "install ok installed" \
	        || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	    echo "Cài gói Debian còn thiếu · installing missing Debian packages:$$missing"; \
	    if [ "$$(id -u)" = 0 ]; then sudo=""; else sudo="sudo"; fi; \
	    $$sudo apt-get update -qq \
	        && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing; \
	fi
