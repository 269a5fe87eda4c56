# prognos: `make help` lists what there is to do.
CC      ?= gcc
AR      ?= ar
PREFIX  ?= /usr/local
BUILD   ?= build
CFLAGS  ?= -O3 -g
# Same bytes from every compiler and processor: no contraction to fused multiply-add.
STRICT  := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
MATH    := -ffp-contract=off -fno-math-errno -fno-trapping-math
VERSION := $(shell sed -n 's/.*PRG_VERSION "\(.*\)"/\1/p' include/prognos/version.h)
SOVERSION := 0

GSL_CFLAGS := $(shell pkg-config --cflags gsl 2>/dev/null)
GSL_LIBS   := $(shell pkg-config --libs gsl 2>/dev/null || echo -lgsl -lgslcblas)
LIBS       := -lcsv -ljansson -lz -lglpk -lxlsxwriter $(GSL_LIBS) -lm -pthread
ALL_CFLAGS  = $(STRICT) $(MATH) $(CFLAGS) -fPIC -pthread -Iinclude -Isrc $(GSL_CFLAGS) $(EXTRA)
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

$(BUILD)/libprognos.so: $(LIB_OBJECTS)
	$(CC) -shared -Wl,-soname,libprognos.so.$(SOVERSION) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/prognos: $(CLI_OBJECTS) $(BUILD)/libprognos.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The priors are data files; the program carries them as a table.
$(BUILD)/gen/priors.c: scripts/embed-priors $(PRIORS)
	@mkdir -p $(@D)
	scripts/embed-priors $(PRIORS) > $@

# So is the default theme of charts.
$(BUILD)/gen/theme.c: scripts/embed-theme plots/themes/default.gp
	@mkdir -p $(@D)
	scripts/embed-theme plots/themes/default.gp > $@

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

.PHONY: check check-programs check-unit check-cli check-readme check-house golden
check: ## run every test (scripts/check installs what is missing first)
	scripts/check

check-programs: $(UNIT_TESTS)

check-unit: $(UNIT_TESTS) ## run the unit and property tests
	scripts/run-unit-tests $(UNIT_TESTS)

check-cli: $(BUILD)/prognos ## run the command cases in tests/cli
	BUILD=$(BUILD) scripts/run-cli-tests

check-readme: $(BUILD)/prognos ## execute the examples of README.md
	BUILD=$(BUILD) scripts/run-readme-examples README.md

check-house: ## layers, doors, mirrored trees, headers that compile alone
	scripts/check-house

.PHONY: check-present
check-present: ## open reports, charts and workbooks in Chromium and LibreOffice (installs them)
	BUILD=$(BUILD) scripts/check-present

golden: $(BUILD)/prognos ## write what the command cases print now as expected (read the difference!)
	BUILD=$(BUILD) scripts/run-cli-tests --golden

.PHONY: gallery
gallery: $(BUILD)/prognos ## draw the pictures of plots/gallery anew
	BUILD=$(BUILD) scripts/gallery

SOURCES := $(wildcard src/*/*.[ch] src/*/*/*.[ch] include/prognos/*.h tests/*.h tests/*/*.c)
.PHONY: format lint asan valgrind coverage fuzz fuzz-smoke bench bench-panel
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
.PHONY: check-real check-large
check-real: $(BUILD)/prognos ## every file of ../shared/data against an independent reader (python3)
	BUILD=$(BUILD) python3 -B tests/real/check_real.py

check-large: $(BUILD)/prognos ## lines of 3 GB, a gzip bomb, a 1 GB table: in bounded memory
	BUILD=$(BUILD) scripts/check-large

bench: all ## speed and accuracy beside R's forecast package (installs R), into docs/benchmarks.md
	scripts/bench $(SAMPLE) > build/benchmarks.md
	mv build/benchmarks.md docs/benchmarks.md

bench-panel: all ## time and memory for a million series, the same bytes on every way
	scripts/bench-panel

.PHONY: bench-present
bench-present: all ## time to draw a hundred charts and a report of them
	scripts/bench-present

# The M competitions, say: long files of a training part and its outcome.
MODELS ?= pooled theta ses damped naive
.PHONY: accuracy
accuracy: build/bench/accuracy ## accuracy on TRAIN=a.csv TEST=b.csv of MODELS="pooled …", cut to LAST=n
	@build/bench/accuracy heading
	@for model in $(MODELS); do build/bench/accuracy $(TRAIN) $(TEST) $$model $(or $(LAST),0) $(SEASON) || exit; done

.PHONY: install clean help
install: all ## install below DESTDIR/PREFIX, with a pkg-config file
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include/prognos/texts
	install -m 755 $(BUILD)/prognos $(DESTDIR)$(PREFIX)/bin/prognos
	install -m 644 $(BUILD)/libprognos.a $(DESTDIR)$(PREFIX)/lib/libprognos.a
	install -m 755 $(BUILD)/libprognos.so $(DESTDIR)$(PREFIX)/lib/libprognos.so.$(VERSION)
	ln -sf libprognos.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/libprognos.so.$(SOVERSION)
	ln -sf libprognos.so.$(SOVERSION) $(DESTDIR)$(PREFIX)/lib/libprognos.so
	install -m 644 include/prognos.h $(DESTDIR)$(PREFIX)/include/prognos.h
	install -m 644 include/prognos/*.h $(DESTDIR)$(PREFIX)/include/prognos
	install -m 644 include/prognos/texts/*.def $(DESTDIR)$(PREFIX)/include/prognos/texts
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' \
	  'Name: prognos' 'Description: statistics and forecasts for short time series' \
	  'Version: $(VERSION)' 'Requires.private: gsl' 'Cflags: -I$${includedir}' \
	  'Libs: -L$${libdir} -lprognos' 'Libs.private: -lcsv -ljansson -lz -lglpk -lxlsxwriter -lm' \
	  > $(DESTDIR)$(PREFIX)/lib/pkgconfig/prognos.pc

clean: ## remove what was built
	rm -rf build

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 18

-include $(LIB_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
