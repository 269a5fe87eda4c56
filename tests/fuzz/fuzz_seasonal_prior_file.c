/* Prior files of series with a season: an error with its place, or nodes. */
#include <stdint.h>

#include <prognos/seasonal_prior_file.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_seasonal_node_list list = {0};
  prg_error error;
  bool is = prg_seasonal_prior_file_is((const char *)data, size);
  if (prg_seasonal_prior_file_read("fuzz", (const char *)data, size, &list, &error) == PRG_OK &&
      (!is || list.n == 0))
    __builtin_trap();
  prg_seasonal_node_list_clear(&list);
  return 0;
}
