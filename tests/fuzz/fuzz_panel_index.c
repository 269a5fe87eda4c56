/* Fuzzes the reading of an index: what is accepted is written and read as the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/panel_index.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_panel_index index, again;
  prg_error error;
  prg_buffer text = {0};
  if (prg_panel_index_read("f", (const char *)data, size, &index, &error) == PRG_OK) {
    prg_panel_index_write(&index, &text);
    if (prg_panel_index_read("f", prg_buffer_string(&text), text.length, &again, &error) !=
            PRG_OK ||
        again.n != index.n || memcmp(again.block, index.block, index.n * sizeof *index.block) != 0)
      abort();
    prg_panel_index_clear(&again);
  }
  prg_buffer_free(&text);
  prg_panel_index_clear(&index);
  return 0;
}
