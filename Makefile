# prognos: `make help` lists what there is to do.
CC      ?= gcc
AR      ?= ar
OBJCOPY ?= objcopy
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
BUILD   ?= build
CFLAGS  ?= -O3 -g
WERROR  ?= -Werror
# Same bytes from every compiler and processor: no contraction to fused multiply-add.
STRICT  := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wconversion $(WERROR)
MATH    := -ffp-contract=off -fno-math-errno -fno-trapping-math
VERSION := $(shell sed -n 's/.*PRG_VERSION "\(.*\)"/\1/p' include/prognos/version.h)
SOVERSION := 0

GSL_CFLAGS := $(shell pkg-config --cflags gsl 2>/dev/null)
GSL_LIBS   := $(shell pkg-config --libs gsl 2>/dev/null || echo -lgsl -lgslcblas)
LIBS       := -lcsv -ljansson -lz -lglpk -lxlsxwriter -linih -lsqlite3 $(GSL_LIBS) -lm -pthread
ALL_CFLAGS  = $(STRICT) $(MATH) $(CPPFLAGS) $(CFLAGS) -fPIC -pthread -Iinclude -Isrc $(GSL_CFLAGS) $(EXTRA)
ALL_LDFLAGS = $(LDFLAGS) $(EXTRA)

LIB_SOURCES := $(filter-out src/cli/%,$(wildcard src/*/*.c src/*/*/*.c))
CLI_SOURCES := $(wildcard src/cli/*.c)
PRIORS      := $(wildcard src/model/priors/*.csv)
LIB_OBJECTS := $(LIB_SOURCES:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/gen/priors.o $(BUILD)/gen/theme.o \
               $(BUILD)/gen/page.o
CLI_OBJECTS := $(CLI_SOURCES:src/%.c=$(BUILD)/obj/%.o)
UNIT_TESTS  := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c)) \
               $(patsubst tests/property/%.c,$(BUILD)/tests/%,$(wildcard tests/property/property_*.c))

.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
.PHONY: all
all: $(BUILD)/libprognos.a $(BUILD)/libprognos.so $(BUILD)/prognos ## build library and command

$(BUILD)/libprognos.a: $(LIB_OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

# Programs see what the headers declare, under a version; the rest is the library's own.
$(BUILD)/libprognos.so: $(LIB_OBJECTS) $(BUILD)/gen/libprognos.map
	$(CC) -shared -Wl,-soname,libprognos.so.$(SOVERSION) -Wl,--version-script=$(BUILD)/gen/libprognos.map \
	  $(ALL_LDFLAGS) -o $@ $(LIB_OBJECTS) $(LIBS)

$(BUILD)/gen/libprognos.map: scripts/export-map $(wildcard include/prognos/*.h)
	@mkdir -p $(@D)
	scripts/export-map $(SOVERSION) include/prognos/*.h > $@

# So does who links statically: one object, in which the library's own names are out of the way.
$(BUILD)/gen/libprognos.a: $(LIB_OBJECTS)
	@mkdir -p $(@D)
	$(LD) -r -o $(BUILD)/gen/prognos.o $^
	$(OBJCOPY) --wildcard --keep-global-symbol='prg_*' $(BUILD)/gen/prognos.o
	@rm -f $@
	$(AR) rcs $@ $(BUILD)/gen/prognos.o

$(BUILD)/prognos: $(CLI_OBJECTS) $(BUILD)/libprognos.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The priors are data files; the program carries them as a table.
$(BUILD)/gen/priors.c: scripts/embed-priors $(PRIORS)
	@mkdir -p $(@D)
	scripts/embed-priors $(PRIORS) > $@

# So are the themes of charts.
THEMES := $(wildcard plots/themes/*.gp)
$(BUILD)/gen/theme.c: scripts/embed-theme $(THEMES)
	@mkdir -p $(@D)
	scripts/embed-theme $(THEMES) > $@

# And the style and the script of the report's page.
PAGE := src/present/report/page/style.css src/present/report/page/script.js
$(BUILD)/gen/page.c: scripts/embed-page $(PAGE)
	@mkdir -p $(@D)
	scripts/embed-page $(PAGE) > $@

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libprognos.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -o $@ $< $(BUILD)/libprognos.a $(ALL_LDFLAGS) -lcmocka $(LIBS)

$(BUILD)/tests/%: tests/property/%.c $(BUILD)/libprognos.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -o $@ $< $(BUILD)/libprognos.a $(ALL_LDFLAGS) -lcmocka $(LIBS)

build/bench/%: tests/bench/%.c $(BUILD)/libprognos.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests -o $@ $< $(BUILD)/libprognos.a $(ALL_LDFLAGS) $(LIBS)

.PHONY: check check-programs check-unit check-cli check-readme check-house check-package golden
check: ## run every test (scripts/check installs what is missing first)
	scripts/check

check-programs: $(UNIT_TESTS)

check-unit: $(UNIT_TESTS) ## run the unit and property tests
	scripts/run-unit-tests $(UNIT_TESTS)

check-cli: $(BUILD)/prognos ## run the command cases in tests/cli
	BUILD=$(BUILD) scripts/run-cli-tests

DOCUMENTS_WITH_EXAMPLES = README.md docs/handbok.md docs/guide.md docs/operations.md
check-readme: $(BUILD)/prognos ## execute the examples of README.md and of the manual
	BUILD=$(BUILD) scripts/run-readme-examples $(DOCUMENTS_WITH_EXAMPLES)

check-house: ## layers, doors, mirrored trees, headers that compile alone
	scripts/check-house

check-package: all ## install below build/ and build examples/ against it, in C and C++
	BUILD=$(BUILD) scripts/check-package

.PHONY: check-present
check-present: ## open reports, charts and workbooks in Chromium and LibreOffice (installs them)
	BUILD=$(BUILD) scripts/check-present

golden: $(BUILD)/prognos ## write what the command cases print now as expected (read the difference!)
	BUILD=$(BUILD) scripts/run-cli-tests --golden

.PHONY: gallery
gallery: $(BUILD)/prognos ## draw the pictures of plots/gallery anew
	BUILD=$(BUILD) scripts/gallery

SOURCES := $(wildcard src/*/*.[ch] src/*/*/*.[ch] include/prognos/*.h tests/*.h tests/*/*.c)
.PHONY: format lint asan valgrind coverage fuzz fuzz-smoke bench bench-panel bench-ledger
format: ## format every source file
	clang-format -i $(SOURCES)

lint: check-house ## format, house rules, cppcheck
	clang-format --dry-run --Werror $(SOURCES)
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,portability,performance \
	  --inline-suppr --suppressions-list=scripts/cppcheck-suppressions -Iinclude -Isrc src

asan: ## run the unit tests and command cases under AddressSanitizer and UBSan
	$(MAKE) -s BUILD=build/asan CFLAGS="-O1 -g" EXTRA="-fsanitize=address,undefined -fno-sanitize-recover=undefined" \
	  check-unit check-cli

valgrind: $(BUILD)/prognos $(UNIT_TESTS) ## run the unit tests and the main job under valgrind
	scripts/run-valgrind $(UNIT_TESTS)

coverage: ## line coverage of src by unit tests and command cases (gcovr)
	$(MAKE) -s BUILD=build/coverage CFLAGS="-O0 -g" EXTRA="--coverage" check-unit check-cli
	gcovr --root . --filter src/ --object-directory build/coverage --print-summary -o build/coverage.txt
	@tail -n 60 build/coverage.txt

FUZZERS := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_SECONDS ?= 60
FUZZ_EXTRA   := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
fuzz: $(FUZZERS) ## run every fuzzer for FUZZ_SECONDS, 60 without (needs clang: scripts/setup dev)
	scripts/fuzz $(FUZZ_SECONDS) $(FUZZERS)

fuzz-smoke: $(FUZZERS) ## run every fuzzer on its seeds and for three seconds more
	scripts/fuzz 3 $(FUZZERS)

.PHONY: fuzz-library
fuzz-library:
	$(MAKE) -s BUILD=build/fuzz CC=clang CFLAGS="-O1 -g" EXTRA="$(FUZZ_EXTRA)" build/fuzz/libprognos.a

build/fuzz/fuzz_%: tests/fuzz/fuzz_%.c fuzz-library
	clang $(STRICT) $(MATH) -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
	  -Iinclude -Isrc -Itests $(GSL_CFLAGS) -o $@ $< build/fuzz/libprognos.a $(LIBS)

# Under half an hour on two cores; SAMPLE: how many series of each yearly collection.
SAMPLE ?= 60
.PHONY: check-real check-large check-slurm
check-real: $(BUILD)/prognos ## every file of ../shared/data against an independent reader (python3)
	BUILD=$(BUILD) python3 -B tests/real/check_real.py

check-large: $(BUILD)/prognos ## lines of 3 GB, a gzip bomb, a 1 GB table: in bounded memory
	BUILD=$(BUILD) scripts/check-large

bench: all ## speed and accuracy beside R's forecast package (installs R), into docs/benchmarks.md
	scripts/bench $(SAMPLE) > build/benchmarks.md
	mv build/benchmarks.md docs/benchmarks.md

# SEED=… repeats what was killed.
RUNS ?= 20
check-slurm: all ## RUNS runs on a Slurm of this machine, in each a worker or a node killed (installs it; root)
	scripts/check-slurm $(RUNS)

SERIES ?= 1000000
.PHONY: bench-slurm bench-scale
bench-slurm: all ## one node of one core against two, on that Slurm, with SERIES series (root)
	scripts/bench-slurm $(SERIES)

bench-scale: all ## what 1000 … MAX series cost, by number, length and horizon, and ten million on many nodes
	scripts/bench-scale $(MAX)

bench-panel: all ## time and memory for a million series, the same bytes on every way
	scripts/bench-panel

.PHONY: bench-present
bench-present: all ## time to draw a hundred charts and a report of them
	scripts/bench-present

bench-ledger: ## time and size of a ledger of a million forecasts
	scripts/bench-ledger

# The M competitions, say: long files of a training part and its outcome.
MODELS ?= pooled theta ses damped naive
.PHONY: accuracy
accuracy: build/bench/accuracy ## accuracy on TRAIN=a.csv TEST=b.csv of MODELS="pooled …", cut to LAST=n
	@build/bench/accuracy heading
	@for model in $(MODELS); do build/bench/accuracy $(TRAIN) $(TEST) $$model $(or $(LAST),0) $(SEASON) || exit; done

# The shim stands between the program and the system: pedantry forbids to ask for the next function.
build/fault/shim.so: tests/fault/shim.c
	@mkdir -p $(@D)
	$(CC) $(STRICT) -Wno-pedantic -O1 -fPIC -shared -o $@ $< -ldl

# Every call that changes a file, or one in FAULT_STEP of them.
FAULT_STEP ?= 1
.PHONY: check-fault check-fault-quick
check-fault: $(BUILD)/prognos build/fault/shim.so ## kill, starve and stop a run at every call that writes (minutes)
	tests/fault/campaign $(abspath build/fault/shim.so) $(abspath $(BUILD)/prognos) $(FAULT_STEP)

check-fault-quick:
	@$(MAKE) -s check-fault FAULT_STEP=70

# The manual and the completions of the shells are what the program says of itself.
$(BUILD)/share: $(BUILD)/prognos scripts/shared-files
	scripts/shared-files $(BUILD)/prognos $@

.PHONY: deb check-deb install uninstall clean help
deb: ## build Debian packages in build/deb
	scripts/deb

check-deb: ## build them, lintian, install, test and remove them on a bare Debian (root, some minutes)
	scripts/check-deb

install: all $(BUILD)/share $(BUILD)/gen/libprognos.a ## install below DESTDIR/PREFIX: command, library, manual, examples
	BUILD=$(BUILD) VERSION=$(VERSION) SOVERSION=$(SOVERSION) LIBS="$(LIBS)" \
	  scripts/install "$(DESTDIR)" "$(PREFIX)" "$(LIBDIR)"

uninstall: ## remove what install installs
	rm -rf $(BUILD)/installed
	@$(MAKE) -s install DESTDIR=$(abspath $(BUILD)/installed)
	cd $(BUILD)/installed && find . ! -type d | sed 's|^\.|$(DESTDIR)|' | xargs -d '\n' rm -f
	cd $(BUILD)/installed && find . -depth -type d -path '*/prognos*' | sed 's|^\.|$(DESTDIR)|' | xargs -d '\n' rmdir
	rm -rf $(BUILD)/installed

clean: ## remove what was built
	rm -rf build

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 18

-include $(LIB_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
