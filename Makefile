# Every verb of the project. `make` builds the compiler and compiles the courses; `make test` runs all tests.
# `make help` lists the rest. Nothing is written outside out/ (and tests/node_modules).

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := all
.ONESHELL:

JOBS ?= $(shell nproc)
OUT := out
BUILD := $(OUT)/build
COMB := $(BUILD)/release/comb
STAMPS := $(OUT)/build/stamps
export CMAKE_BUILD_PARALLEL_LEVEL = $(JOBS)
# For those who have ccache: what one checkout compiled serves another.
export CCACHE_BASEDIR = $(CURDIR)
export CCACHE_NOHASHDIR = 1

# What the compiler is built with and runs with.
PACKAGES := g++ cmake ninja-build pkg-config \
  libcmark-gfm-dev libcmark-gfm-extensions-dev libhpdf-dev libkainjow-mustache-dev libcli11-dev doctest-dev \
  libyaml-cpp-dev nlohmann-json3-dev libpugixml-dev libicu-dev libharfbuzz-dev libhyphen-dev hyphen-en-us \
  libfontconfig-dev libpng-dev libjpeg-dev zlib1g-dev libqpdf-dev libssl-dev \
  fontconfig fonts-noto-cjk fonts-dejavu-core
# What the tests use beside it: judges of our outputs, and tools.
TEST_PACKAGES := clang libclang-rt-14-dev clang-format clang-tidy chromium poppler-utils qpdf libxml2-utils cmark-gfm git time util-linux bsdutils

COURSES := $(sort $(patsubst course-src/%/course.yaml,%,$(wildcard course-src/*/course.yaml)))
COURSE_STAMPS := $(COURSES:%=$(STAMPS)/course-%)

.PHONY: all help setup setup-test build course test check format format-check lint lint-all bless bench asan fuzz coverage \
  reference pictures gallery clean node

all: setup build course ## Build the compiler and compile the courses into out/
	@echo
	for course in $(COURSES); do
	  for folder in $(OUT)/$$course/*/; do
	    [ -f "$$folder/build.json" ] || continue
	    echo "$$folder"
	    (cd "$$folder" && find . -type f ! -name build.json | sort | sed 's|^\./|  |')
	  done
	done
	@echo "Open learner/slides/index.html in a browser, learner/workbook.pdf in a reader."

help: ## List the verbs
	@grep -hE '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | while IFS='|' read -r verb what; do
	  printf '  make %-12s %s\n' "$$verb" "$$what"
	done

# $(call install,packages): installs what is missing, or names it where we may not.
define install
missing=$$(for package in $(1); do
  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || echo "$$package"
done | xargs)
[ -n "$$missing" ] || exit 0
if [ "$$(id -u)" = 0 ]; then run=(); elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then run=(sudo); else
  echo "These Debian packages are missing, and there are no rights to install them: $$missing" >&2
  exit 1
fi
echo "Installing: $$missing"
log=$$(mktemp)
if ! { "$${run[@]}" apt-get update -qq && "$${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } >"$$log" 2>&1; then
  cat "$$log" >&2
  echo "Installing these Debian packages failed: $$missing" >&2
  exit 1
fi
rm -f "$$log"
endef

setup: ## Install the Debian packages that are missing
	@$(call install,$(PACKAGES))

setup-test: setup
	@node_packages=""
	command -v node >/dev/null && command -v npm >/dev/null || node_packages="nodejs npm"
	$(call install,$(TEST_PACKAGES) $$node_packages)

# $(call build,preset,targets): configures once, then lets ninja decide. The first build shows how far it is.
define build
[ -f $(BUILD)/$(1)/build.ninja ] || cmake --preset $(1) >$(BUILD)/$(1).log 2>&1 || { cat $(BUILD)/$(1).log; exit 1; }
[ -f $(BUILD)/$(1)/.ninja_log ] && quiet=--quiet || quiet=; ninja $$quiet -C $(BUILD)/$(1) $(2)
endef

$(BUILD) $(STAMPS):
	@mkdir -p $@

build: | $(BUILD) ## Build out/build/release/comb
	@$(call build,release,comb)

course: build $(COURSE_STAMPS) ## Compile every course of course-src/

.SECONDEXPANSION:
$(STAMPS)/course-%: $$(shell find course-src/$$* themes -type f 2>/dev/null) $(COMB) | $(STAMPS)
	@$(COMB) build course-src/$* --out $(OUT)
	touch $@

$(COMB): ;

test: setup-test build course node | $(BUILD) ## Run every test
	@.ci/steps/test

check: test ## The long form: tidy on every file, longer fuzzing
	@COMB_ALL_FILES=1 .ci/steps/lint
	COMB_FUZZ_SECONDS=300 .ci/steps/fuzz

node: $(STAMPS)/node
$(STAMPS)/node: tests/package.json tests/package-lock.json | $(STAMPS)
	@cd tests && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $(CURDIR)/$@

format: ## Put every C++ file into the project's layout
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format -i

format-check: ## Say which C++ files are not in the project's layout
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run -Werror

lint: setup-test | $(BUILD) ## clang-tidy on the files that differ from the main branch
	@.ci/steps/lint

bless: build | $(BUILD) ## Rewrite the golden files; the diff is the change you claim
	@$(call build,asan,all)
	COMB_BLESS=1 ctest --test-dir $(BUILD)/asan --output-on-failure -L golden || true
	git --no-pager diff --stat -- tests

bench: setup-test build ## Measure time and memory beside references
	@tests/bench/run

asan: | $(BUILD) ## Build everything with AddressSanitizer and UBSan
	@$(call build,asan,all)

fuzz: setup-test | $(BUILD) ## Fuzz each target for COMB_FUZZ_SECONDS (60)
	@COMB_FUZZ_PRESET=fuzz COMB_FUZZ_SECONDS=$${COMB_FUZZ_SECONDS:-60} .ci/steps/fuzz

coverage: setup-test | $(BUILD) ## Which lines of the compiler the unit tests run
	@( $(call install,gcovr) )
	$(call build,coverage,all)
	ctest --test-dir $(BUILD)/coverage -L unit --output-on-failure
	gcovr --root . --filter compiler/ $(BUILD)/coverage

reference: build ## Write docs/authoring/reference.md, diagnostics.md and schemas/ from the program
	@mkdir -p docs/authoring/schemas
	for schema in course terms run theme; do $(COMB) schema $$schema > docs/authoring/schemas/$$schema.json; done
	$(COMB) reference authoring > docs/authoring/reference.md.new
	$(COMB) reference diagnostics > docs/authoring/diagnostics.md.new
	mv docs/authoring/reference.md.new docs/authoring/reference.md
	mv docs/authoring/diagnostics.md.new docs/authoring/diagnostics.md

pictures: setup-test course ## Make the README's pictures from the compiled course
	@tests/support/pictures

gallery: setup-test build ## Make a sheet of all diagrams, on slides and in print: out/gallery/index.html
	@tests/support/gallery $(COMB)

clean: ## Remove out/
	@rm -rf $(OUT)
