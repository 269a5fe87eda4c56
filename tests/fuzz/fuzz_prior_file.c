/* Prior files: an error with its place, or nodes that a forecaster can be made of. */
#include <stdint.h>

#include <prognos/prior_file.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_node_list list = {0};
  prg_error error;
  if (prg_prior_file_read("fuzz", (const char *)data, size, &list, &error) == PRG_OK)
    for (size_t i = 0; i < list.n; i++)
      if (!prg_annual_node_is_stable(&list.node[i]))
        __builtin_trap();
  prg_node_list_clear(&list);
  return 0;
}
