# prognos: `make help` lists what there is to do.
CC      ?= gcc
AR      ?= ar
PREFIX  ?= /usr/local
BUILD   ?= build
CFLAGS  ?= -O2 -g
# Same bytes from every compiler and processor: no contraction to fused multiply-add.
STRICT  := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
MATH    := -ffp-contract=off -fno-math-errno -fno-trapping-math
VERSION := $(shell sed -n 's/.*PRG_VERSION "\(.*\)"/\1/p' include/prognos/version.h)
SOVERSION := 0

GSL_CFLAGS := $(shell pkg-config --cflags gsl 2>/dev/null)
GSL_LIBS   := $(shell pkg-config --libs gsl 2>/dev/null || echo -lgsl -lgslcblas)
LIBS       := -lcsv $(GSL_LIBS) -lm -pthread
ALL_CFLAGS  = $(STRICT) $(MATH) $(CFLAGS) -fPIC -pthread -Iinclude -Isrc $(GSL_CFLAGS) $(EXTRA)
ALL_LDFLAGS = $(LDFLAGS) $(EXTRA)

LIB_SOURCES := $(filter-out src/cli/%,$(wildcard src/*/*.c))
CLI_SOURCES := $(wildcard src/cli/*.c)
PRIORS      := $(wildcard src/model/priors/*.csv)
LIB_OBJECTS := $(LIB_SOURCES:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/gen/priors.o
CLI_OBJECTS := $(CLI_SOURCES:src/%.c=$(BUILD)/obj/%.o)
UNIT_TESTS  := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c)) \
               $(patsubst tests/property/%.c,$(BUILD)/tests/%,$(wildcard tests/property/property_*.c))

.DELETE_ON_ERROR:
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

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libprognos.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -o $@ $< $(BUILD)/libprognos.a $(ALL_LDFLAGS) -lcmocka $(LIBS)

$(BUILD)/tests/%: tests/property/%.c $(BUILD)/libprognos.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -o $@ $< $(BUILD)/libprognos.a $(ALL_LDFLAGS) -lcmocka $(LIBS)

.PHONY: check-unit
check-unit: $(UNIT_TESTS) ## run the unit and property tests
	scripts/run-unit-tests $(UNIT_TESTS)

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BUILD)

-include $(LIB_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
