#include <prognos/panel_index.h>

#include "cli/asking.h"

static prg_status run_index(command *run, prg_error *error) {
  const char *path;
  prg_status status = asking_file(run, &path, error);
  prg_panel_index index = {0};
  if (status == PRG_OK)
    status = asking_index(run, path, (size_t)option_integer(&run->options, "block") << 10, &index,
                          error);
  if (status == PRG_OK)
    prg_panel_index_write(&index, &run->out);
  prg_panel_index_clear(&index);
  return status;
}

static const option_row options[] = {
    INTEGER_OPTION("block", 0, "256", 16, 65536, INDEX_BLOCK),
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_index = {
    .name = "index",
    .summary = PRG_TEXT_SUMMARY_INDEX,
    .operands = PRG_TEXT_OPERANDS_FILE,
    .options = options,
    .run = run_index,
};
