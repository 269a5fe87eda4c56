/*
 * Fuzzes the reading of files: any bytes give an error with a text or a panel; a panel has sorted,
 * finite figures under the right status, and its tidy CSV reads back as the same panel.
 *
 *   make fuzz FUZZ_SECONDS=300
 */
#include "check_reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  check_reading("fuzz.csv", data, size);
  return 0;
}
