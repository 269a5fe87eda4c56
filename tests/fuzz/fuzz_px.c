/*
 * Fuzzes the reading of PX files: what follows a keyword that begins one.
 *
 *   make fuzz FUZZ_SECONDS=300
 */
#include "check_reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char head[] = "CHARSET=\"ANSI\";";
  uint8_t *text = malloc(size + sizeof head);
  must(text != NULL);
  memcpy(text, head, sizeof head - 1);
  memcpy(text + sizeof head - 1, data, size);
  check_reading("fuzz.px", text, size + sizeof head - 1);
  free(text);
  return 0;
}
