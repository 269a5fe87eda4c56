/* Numbers: what is accepted is finite, and its shortest text reads back as the same double. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <prognos/number.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  double value, back;
  char text[PRG_NUMBER_BYTES];
  for (int i = 0; i < 2; i++) {
    if (!prg_number_parse((const char *)data, size, ".,"[i], &value))
      continue;
    size_t length = prg_number_shortest(text, value);
    if (!isfinite(value) || !prg_number_parse(text, length, '.', &back) || back != value)
      abort();
    prg_number_people(text, value, -1, PRG_SWEDISH);
  }
  return 0;
}
