/*
 * Fuzzes the reading of JSON: JSON-stat, PxWeb's and Kolada's, whatever stands in an object.
 *
 *   make fuzz FUZZ_SECONDS=300
 */
#include "check_reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  uint8_t *text = malloc(size + 1);
  must(text != NULL);
  text[0] = '{';
  memcpy(text + 1, data, size);
  check_reading("fuzz.json", text, size + 1);
  free(text);
  return 0;
}
