/*
 * Fuzzes the reading of periods: whatever is accepted must have a canonical notation, and one for
 * people in each language, that are read back as the same period.
 *
 *   clang -std=c17 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -Iinclude -Isrc \
 *     -o build/fuzz_period tests/fuzz/fuzz_period.c src/calendar/?*.c src/base/?*.c -lm
 *   build/fuzz_period -max_len=40 -max_total_time=60
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/period.h>

static void must_read_as(const char *text, prg_period expected) {
  prg_period period;
  if (!prg_period_parse(text, strlen(text), &period) || prg_period_compare(period, expected) != 0)
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_period period;
  if (!prg_period_parse((const char *)data, size, &period))
    return 0;
  char buffer[PRG_PERIOD_BYTES];
  must_read_as(prg_period_print(period, buffer), period);
  must_read_as(prg_period_print_people(period, PRG_SWEDISH, buffer), period);
  must_read_as(prg_period_print_people(period, PRG_ENGLISH, buffer), period);
  return 0;
}
