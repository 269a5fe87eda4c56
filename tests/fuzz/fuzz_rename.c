/* libFuzzer: a map of names, and the series of a table that it renames and sums. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/join.h>
#include <prognos/reading.h>
#include <prognos/rename.h>
#include <prognos/shape.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes up to the first zero are the map, the rest is the table. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  size_t map = strnlen((const char *)data, size), table = map < size ? map + 1 : size;
  prg_rename_list list;
  prg_reading reading;
  prg_panel joined = {0};
  prg_join_options options = {.file = "t.csv", .added = "t.csv", .later_wins = size % 2 == 0};
  if (prg_rename_read(&list, "m.csv", (const char *)data, map, NULL) == PRG_OK &&
      prg_read_bytes("t.csv", (const char *)data + table, size - table, NULL, &reading, NULL) ==
          PRG_OK) {
    if (prg_panel_rename(&reading.panel, &list, NULL) == PRG_OK &&
        prg_panel_join(&joined, &reading.panel, &options, NULL) == PRG_OK)
      while (joined.n_dimension > 0 &&
             prg_panel_sum(&joined, joined.dimension[size % joined.n_dimension], true, NULL) ==
                 PRG_OK)
        continue;
    prg_reading_clear(&reading);
  }
  prg_panel_clear(&joined);
  prg_rename_clear(&list);
  return 0;
}
